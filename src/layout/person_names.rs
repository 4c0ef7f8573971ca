//! What may be the name of a person.

use crate::lexicon::{not_names, surnames};
use crate::text::character::is_han;

pub(super) fn is_common_word(text: &str) -> bool {
    not_names::TABLE.has(text)
}

/// The most bytes of a name: that of a foreigner, of fourteen characters.
const LONGEST: usize = 14 * 4;

/// Whether `text` may be a person's name. After a post any two to six characters may.
pub(super) fn is_name(text: &str, after_post: bool) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let parts = text.split(['·', '•', '・']);
    let dotted = text.contains(['·', '•', '・']);
    if !parts.into_iter().all(is_of_han) {
        return false;
    }
    let length = count(text);
    if dotted {
        return (3..=14).contains(&length);
    }
    if is_common_word(text) {
        return false;
    }
    let compound = compound_surname(text);
    let surname = text
        .chars()
        .next()
        .is_some_and(|first| is_surname(first.encode_utf8(&mut [0; 4])));
    match length {
        2 | 3 => surname || compound || after_post,
        4 => compound || after_post,
        5 | 6 => after_post,
        _ => false,
    }
}

pub(super) fn is_surname(text: &str) -> bool {
    surnames::TABLE.has(text)
}

pub(super) fn compound_surname(text: &str) -> bool {
    let end = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
    end < text.len() && is_surname(&text[..end])
}

pub(super) fn is_of_han(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_han(c) || matches!(c, '×' | '〇'))
}

pub(super) fn count(text: &str) -> usize {
    text.chars().count()
}
