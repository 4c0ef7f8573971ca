//! The encoding of a page: by its mark, by what its bytes are, by what it says of itself, in this order.

use std::borrow::Cow;

use crate::encoding::{Encoding, GB18030, GBK, UTF_8, marked};
use crate::kind::find;

/// How far a page's own word on its encoding may stand from its beginning, in bytes.
const HEAD: usize = 4096;

/// The page's characters, and how many bytes made none.
pub(super) fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> (Cow<'a, str>, usize) {
    let mark = marked(bytes);
    let bytes = &bytes[mark.as_ref().map_or(0, |(_, length)| *length)..];
    let encoding = match mark {
        Some((encoding, _)) => encoding,
        // What is UTF-8 in all its bytes is nothing else by chance, whatever the page says.
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => {
            let charset = charset.and_then(|label| Encoding::named(label.as_bytes()));
            match charset.or_else(|| declared(bytes)) {
                // GB 18030 is what GBK became, and a page that says UTF-8 in vain is GB 18030 in China.
                None => GB18030,
                Some(label) if label == GBK => GB18030,
                Some(label) if label == UTF_8 && GB18030.whole_text(bytes).is_some() => GB18030,
                Some(label) => label,
            }
        }
    };
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (text.into(), 0);
    }
    if let Some(text) = encoding.whole_text(bytes) {
        return (text.into(), 0);
    }
    let text = encoding.text(bytes);
    let bad = text.matches('\u{FFFD}').count();
    (text.into(), bad)
}

/// `charset=` of a meta element.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let at = find(&head, b"charset=")? + 8;
    let rest = head.get(at..)?.trim_ascii_start();
    let rest = rest
        .strip_prefix(b"\"")
        .or_else(|| rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let length = rest.iter().take_while(is_name).count();
    Encoding::named(&rest[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_win_over_what_a_page_says() {
        let page = "<meta charset=gb2312><p>青山县</p>";
        assert_eq!(decode(page.as_bytes(), None).0, page);
        let (gbk, _, _) = encoding_rs::GBK.encode("<meta charset=\"utf-8\"><p>青山县工作要点</p>");
        assert!(decode(&gbk, None).0.contains("青山县工作要点"));
        let (big5, _, _) = encoding_rs::BIG5.encode("<meta charset=big5><p>縣政府</p>");
        assert!(decode(&big5, None).0.contains("縣政府"));
        assert_eq!(decode(b"\xFF", Some("utf-8")).1, 1);
    }
}
