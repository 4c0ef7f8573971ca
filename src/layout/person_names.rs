//! What may be the name of a person.

use crate::lexicon::{not_names, surnames};
use crate::text::character::is_han;
use crate::text::{is_longer, window_after};

pub(super) fn is_common_word(text: &str) -> bool {
    not_names::TABLE.has(text)
}

/// The most bytes of a name: that of a foreigner, of fourteen characters.
const LONGEST: usize = 14 * 4;

/// Whether `text` may be a person's name. After a post any two to six characters may.
pub(super) fn is_name(text: &str, after_post: bool) -> bool {
    let marks = ['·', '•', '・'];
    if text.len() > LONGEST || !text.split(marks).all(is_of_han) {
        return false;
    }
    let length = count(text);
    if text.contains(marks) {
        return (3..=14).contains(&length);
    }
    let surname = |text: &str| is_surname(window_after(text, 0, 1));
    let fits = match length {
        2 | 3 => after_post || surname(text) || compound_surname(text),
        4 => after_post || compound_surname(text),
        5 | 6 => after_post,
        _ => false,
    };
    fits && !is_common_word(text)
}

pub(super) fn is_surname(text: &str) -> bool {
    surnames::TABLE.has(text)
}

pub(super) fn compound_surname(text: &str) -> bool {
    is_longer(text, 2) && is_surname(window_after(text, 0, 2))
}

pub(super) fn is_of_han(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_han(c) || matches!(c, '×' | '〇'))
}

pub(super) fn count(text: &str) -> usize {
    text.chars().count()
}
