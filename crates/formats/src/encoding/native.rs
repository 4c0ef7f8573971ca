//! The tables of `encoding_rs`.

use encoding_rs::{Encoding, REPLACEMENT};

/// The standard's name for an encoding that goes by a label.
pub(super) fn name_of(label: &str) -> Option<String> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    (encoding != REPLACEMENT).then(|| encoding.name().to_ascii_lowercase())
}

/// The characters of bytes in the encoding of a name; none of them where `is_strict` and one cannot be decoded.
pub(super) fn decode(name: &str, bytes: &[u8], is_strict: bool) -> Option<String> {
    let encoding = Encoding::for_label(name.as_bytes())?;
    let text = match is_strict {
        true => encoding.decode_without_bom_handling_and_without_replacement(bytes)?,
        false => encoding.decode_without_bom_handling(bytes).0,
    };
    Some(text.into_owned())
}
