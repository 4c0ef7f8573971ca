//! Names of entries. A flag says that a name is UTF-8, and an extra field has the name in UTF-8 beside an old one;
//! archives made in China often have neither and mean GB 18030.

use crate::encoding::GB18030;

/// Info-ZIP's extra field with the name in UTF-8.
const UNICODE_PATH: u16 = 0x7075;

/// The name of an entry with slashes; `flagged` is the name that the archive's own reader sees.
pub(super) fn entry_name(
    raw: &[u8],
    extra: Option<&[u8]>,
    flagged: impl FnOnce() -> Option<String>,
) -> String {
    let name = if raw.is_ascii() {
        String::from_utf8_lossy(raw).into_owned()
    } else if let Some(name) = extra.and_then(unicode_path) {
        name
    } else if let Ok(name) = std::str::from_utf8(raw) {
        // UTF-8 with the flag, or without it: nothing else looks like it by chance.
        name.to_owned()
    } else if let Some(name) = GB18030.whole_text(raw) {
        name
    } else {
        flagged().unwrap_or_else(|| String::from_utf8_lossy(raw).into_owned())
    };
    name.replace('\\', "/")
        .trim_start_matches("./")
        .trim_start_matches('/')
        .to_owned()
}

/// The name of the extra field: id, length, a version, a checksum of four bytes, the name.
fn unicode_path(mut extra: &[u8]) -> Option<String> {
    while let [a, b, c, d, rest @ ..] = extra {
        let length = usize::from(u16::from_le_bytes([*c, *d]));
        let field = rest.get(..length)?;
        if u16::from_le_bytes([*a, *b]) == UNICODE_PATH {
            return String::from_utf8(field.get(5..)?.to_vec()).ok();
        }
        extra = rest.get(length..)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_by_field_then_by_bytes() {
        let (gbk, _, _) = encoding_rs::GB18030.encode("青山县\\计划.docx");
        assert_eq!(entry_name(&gbk, None, || None), "青山县/计划.docx");
        let utf8 = "云水市/要点.docx".as_bytes();
        assert_eq!(entry_name(utf8, None, || None), "云水市/要点.docx");
        let mut extra = vec![0x75, 0x70, 11, 0, 1, 0, 0, 0, 0];
        extra.extend("表二".as_bytes());
        assert_eq!(entry_name(&gbk, Some(&extra), || None), "表二");
        assert_eq!(entry_name(b"./a\\b.txt", None, || None), "a/b.txt");
        assert!(!entry_name(&[0xFF, 0xFF], Some(&[0x75, 0x70]), || None).is_empty());
    }
}
