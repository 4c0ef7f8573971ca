//! The words that make a time (`data/time-words.tsv`), and the white space that may stand inside one.

pub(super) use crate::lexicon::time_words::Role;
use crate::lexicon::time_words::TABLE;

/// The longest word of a role that `text` begins with.
pub(super) fn word(text: &str, role: Role) -> Option<&'static str> {
    TABLE.beginning(text, role).map(|row| row.word)
}

/// The first of several roles that a word at the head of `text` plays, and the word's bytes.
pub(super) fn any(text: &str, roles: &[Role]) -> Option<(Role, usize)> {
    roles
        .iter()
        .find_map(|&role| Some((role, word(text, role)?.len())))
}

/// The bytes of a word of a role at the head of `text`, 0 where there is none.
pub(super) fn length(text: &str, role: Role) -> usize {
    word(text, role).map_or(0, str::len)
}

/// The text behind the one or two blanks that may stand beside a number: 2022 年.
pub(super) fn trimmed(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..2 {
        rest = rest
            .strip_prefix([' ', '\u{a0}', '\u{3000}'])
            .unwrap_or(rest);
    }
    rest
}

/// The bytes of a mark at the head of `text`, a blank before it included.
pub(super) fn mark(text: &str, mark: &str) -> Option<usize> {
    let rest = trimmed(text).strip_prefix(mark)?;
    Some(text.len() - rest.len())
}
