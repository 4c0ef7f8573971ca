//! Encodings by the numbers that RTF has for them.

use crate::encoding::{Encoding, of_code_page};

/// The encoding of a font's set of characters; Western fonts say nothing, and then the document's counts.
pub(super) fn charset(number: i32) -> Option<Encoding> {
    let code_page = match number {
        134 => 936,
        136 => 950,
        128 => 932,
        129 => 949,
        _ => return None,
    };
    of_code_page(code_page)
}
