//! The encoding of a page: by its mark, by what its bytes are, by what it says of itself, in this order.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

use crate::kind::find;

/// How far a page's own word on its encoding may stand from its beginning, in bytes.
const HEAD: usize = 4096;

/// The page's characters, and how many bytes made none.
pub(super) fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> (Cow<'a, str>, usize) {
    let declared = charset
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .or_else(|| declared(bytes));
    let has_mark = Encoding::for_bom(bytes).is_some();
    let encoding = if has_mark || std::str::from_utf8(bytes).is_ok() {
        // What is UTF-8 in all its bytes is nothing else by chance, whatever the page says.
        UTF_8
    } else {
        match declared {
            // GB 18030 is what GBK became, and a page that says UTF-8 in vain is GB 18030 in China.
            None => GB18030,
            Some(label) if label == GBK || label == UTF_8 && is_chinese(bytes) => GB18030,
            Some(label) => label,
        }
    };
    let (text, _, has_bad) = encoding.decode(bytes);
    let bad = if has_bad {
        text.matches('\u{FFFD}').count()
    } else {
        0
    };
    (text, bad)
}

/// Whether GB 18030 makes characters of all bytes.
fn is_chinese(bytes: &[u8]) -> bool {
    let decoded = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    decoded.is_some()
}

/// `charset=` of a meta element.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let at = find(&head, b"charset=")? + 8;
    let rest = head.get(at..)?.trim_ascii_start();
    let rest = rest
        .strip_prefix(b"\"")
        .or_else(|| rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let length = rest.iter().take_while(is_name).count();
    Encoding::for_label(&rest[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_win_over_what_a_page_says() {
        let page = "<meta charset=gb2312><p>青山县</p>";
        assert_eq!(decode(page.as_bytes(), None).0, page);
        let (gbk, _, _) = GBK.encode("<meta charset=\"utf-8\"><p>青山县工作要点</p>");
        assert!(decode(&gbk, None).0.contains("青山县工作要点"));
        let (big5, _, _) = encoding_rs::BIG5.encode("<meta charset=big5><p>縣政府</p>");
        assert!(decode(&big5, None).0.contains("縣政府"));
        assert_eq!(decode(b"\xFF", Some("utf-8")).1, 1);
    }
}
