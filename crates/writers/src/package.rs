//! A package of parts: the ZIP archive that xlsx and docx are (PKWARE's APPNOTE 6.3.10), as plain as it can be.

use miniz_oxide::deflate::compress_to_vec;

use crate::error::WriteError;

/// How hard parts are packed, of 10.
const LEVEL: u8 = 6;

/// The version of ZIP that a reader needs: 2.0, for packed parts.
const VERSION: u16 = 20;

/// How a part is packed.
const DEFLATED: u16 = 8;

/// The day that all parts bear, the first that ZIP knows: the clock is not asked, so that the same parts give the same
/// bytes.
const FIRST_DAY: u16 = 0x21;

/// The archive of some parts with their names.
///
/// # Errors
///
/// Where it would be larger than an archive of this kind can be.
pub fn pack(parts: &[(&str, &str)]) -> Result<Vec<u8>, WriteError> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, part) in parts {
        let packed = compress_to_vec(part.as_bytes(), LEVEL);
        let start = size(archive.len())?;
        let entry = Entry {
            name,
            sum: crc32(part.as_bytes()),
            packed: size(packed.len())?,
            whole: size(part.len())?,
        };
        archive.extend(b"PK\x03\x04");
        entry.push(&mut archive);
        archive.extend(name.as_bytes());
        archive.extend(packed);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        entry.push(&mut directory);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, length) = (size(archive.len())?, size(directory.len())?);
    let count = u16::try_from(parts.len()).map_err(|_| WriteError::TooLarge)?;
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(length.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    Ok(archive)
}

fn size(bytes: usize) -> Result<u32, WriteError> {
    u32::try_from(bytes).map_err(|_| WriteError::TooLarge)
}

/// What is said of a part before it and in the directory.
struct Entry<'a> {
    name: &'a str,
    sum: u32,
    packed: u32,
    whole: u32,
}

impl Entry<'_> {
    fn push(&self, into: &mut Vec<u8>) {
        // No flags; no time of the day.
        for number in [VERSION, 0, DEFLATED, 0, FIRST_DAY] {
            into.extend(number.to_le_bytes());
        }
        for number in [self.sum, self.packed, self.whole] {
            into.extend(number.to_le_bytes());
        }
        // Names are short, and nothing extra stands behind them.
        into.extend((self.name.len() as u16).to_le_bytes());
        into.extend([0; 2]);
    }
}

/// The sum by which a reader knows that a part is whole (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = !0_u32;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let carries = sum & 1 == 1;
            sum = (sum >> 1) ^ if carries { 0xEDB8_8320 } else { 0 };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sum_is_that_of_the_standard() {
        assert_eq!(super::crc32(b"123456789"), 0xCBF4_3926);
    }
}
