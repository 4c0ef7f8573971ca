//! Notes in brackets below a text: where it is from, and what was done to it.

use crate::lexicon::trailers::{Stand, TABLE};

/// （根据录音整理）, （来源：《求知》2022年第8期）: a note in brackets on where the text is from.
pub(super) fn is_note(text: &str) -> bool {
    let inner = text.trim_matches(['（', '）', '(', ')', '【', '】', ' ']);
    let bracketed = text.starts_with(['（', '(', '【']) && text.ends_with(['）', ')', '】']);
    bracketed
        && text.len() < 240
        && (TABLE.beginning(inner, Stand::Note).is_some()
            || TABLE.stands_in(inner, Stand::InNote)
            || TABLE.ending(inner, Stand::ClosesNote).is_some())
}

/// （此件公开发布）, （本文有删改）: a note in brackets of what is printed below a text.
pub(super) fn is_note_below(text: &str) -> bool {
    let inner = text.strip_prefix(['（', '(', '【', '[']);
    let begins = inner.is_some_and(|inner| TABLE.beginning(inner, Stand::Begins).is_some());
    text.ends_with(['）', ')', '】', ']']) && (begins || is_note(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_below_a_text_are_known() {
        for note in [
            "（此件公开发布）",
            "（本文有删减）",
            "（此件有删改）",
            "（来源：云河日报）",
        ] {
            assert!(is_note_below(note), "{note}");
        }
        for other in ["此件公开发布", "（云河县水利局）", "（2031年修订）"] {
            assert!(!is_note_below(other), "{other}");
        }
    }
}
