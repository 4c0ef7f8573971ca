//! Encodings by the numbers that RTF has for them.

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS};

/// The encoding of a code page.
pub(super) fn code_page(number: i32) -> Option<&'static Encoding> {
    match number {
        936 | 54936 => Some(GB18030),
        950 => Some(BIG5),
        932 => Some(SHIFT_JIS),
        949 => Some(EUC_KR),
        65001 => Some(encoding_rs::UTF_8),
        _ => None,
    }
}

/// The encoding of a font's set of characters; Western fonts say nothing, and then the document's counts.
pub(super) fn charset(number: i32) -> Option<&'static Encoding> {
    match number {
        134 => Some(GB18030),
        136 => Some(BIG5),
        128 => Some(SHIFT_JIS),
        129 => Some(EUC_KR),
        _ => None,
    }
}
