//! What is suggested, done: those suggestions that the page does at one click. A suggestion is left where its words do not
//! stand together in the file, or where it touches another one; the text is then read again, until none is left.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use similar::TextDiff;
use xushi::model::Span;
use xushi_texts::Found;

/// How often a text is read again at most; what is suggested may call for another suggestion, and that for the first.
pub const ROUNDS: usize = 8;

/// What to write in place of a stretch of a file's text.
pub struct Edit {
    span: Span,
    words: String,
}

/// The edits that are suggested, by place, none of which touches another.
pub fn edits(found: &[Found]) -> Vec<Edit> {
    let together = found.iter().filter(|found| found.is_together);
    let suggested = together.flat_map(|found| {
        let finding = &found.finding;
        let suggestions = finding.suggestion.iter().chain(&finding.elsewhere);
        let spans = found.suggestion.iter().chain(&found.elsewhere);
        suggestions.zip(spans).map(|(suggestion, &span)| Edit {
            span,
            words: suggestion.replacement.clone(),
        })
    });
    let mut edits: Vec<Edit> = suggested.collect();
    edits.sort_by_key(|edit| edit.span);
    let mut end = None;
    edits.retain(|edit| {
        let is_free = end.is_none_or(|end| edit.span.start > end);
        if is_free {
            end = Some(edit.span.end);
        }
        is_free
    });
    edits
}

/// A file with its text changed, in its own encoding; nothing where the bytes as they are would not come back the same,
/// so that what could not be read is never lost. `label` is the encoding's name.
pub fn applied(bytes: &[u8], label: &str, edits: &[Edit]) -> Option<Vec<u8>> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    let mark = Encoding::for_bom(bytes).map_or(0, |(_, length)| length);
    let (mark, rest) = bytes.split_at(mark);
    let text = encoding.decode_without_bom_handling(rest).0;
    if encoded(encoding, &text)? != rest {
        return None;
    }
    let mut changed = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        changed.push_str(text.get(from..edit.span.start)?);
        changed.push_str(&edit.words);
        from = edit.span.end;
    }
    changed.push_str(text.get(from..)?);
    Some([mark, &encoded(encoding, &changed)?].concat())
}

/// A text's bytes; nothing where the encoding lacks a character.
fn encoded(encoding: &'static Encoding, text: &str) -> Option<Vec<u8>> {
    let units = || text.encode_utf16();
    if encoding == UTF_16LE {
        return Some(units().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Some(units().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, lacks) = encoding.encode(text);
    (!lacks).then(|| bytes.into_owned())
}

/// What became of a text, as `patch` reads it.
pub fn difference(name: &str, before: &str, after: &str) -> String {
    let difference = TextDiff::from_lines(before, after);
    let mut shown = difference.unified_diff();
    shown.header(name, name).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, words: &str) -> Edit {
        Edit {
            span: Span::new(start, end),
            words: words.to_owned(),
        }
    }

    #[test]
    fn a_file_keeps_its_encoding_and_its_mark() {
        let edits = [edit(3, 6, ""), edit(9, 9, "丁")];
        let after = "甲丙丁";
        let utf8 = applied("\u{feff}甲乙丙".as_bytes(), "utf-8", &edits);
        assert_eq!(utf8, Some("\u{feff}甲丙丁".into()));
        let little = |text: &str| {
            text.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>()
        };
        let utf16 = applied(&little("\u{feff}甲乙丙"), "utf-16le", &edits);
        assert_eq!(utf16, Some(little("\u{feff}甲丙丁")));
        let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
        assert_eq!(applied(&gb("甲乙丙"), "gb18030", &edits), Some(gb(after)));
    }

    #[test]
    fn what_cannot_be_read_is_left_as_it_is() {
        assert_eq!(applied(b"\xe7\x94\xff", "utf-8", &[]), None);
        assert_eq!(applied(&[0x00, 0xd8, 0x32, 0x75], "utf-16le", &[]), None);
        assert_eq!(applied(b"a", "no-such", &[]), None);
        assert_eq!(applied("甲".as_bytes(), "utf-8", &[edit(1, 2, "")]), None);
    }
}
