//! Numbers in bytes, lowest byte first; none where the bytes end.

pub(crate) fn byte(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at).copied()
}

pub(crate) fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([bytes[0], bytes[1]]))
}

pub(crate) fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    let value = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    usize::try_from(value).ok()
}

/// Two numbers of four bytes: place and length.
pub(crate) fn pair(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    Some((long(bytes, at)?, long(bytes, at.checked_add(4)?)?))
}
