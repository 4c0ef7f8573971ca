//! The words that rules ask for around a figure, a year, a plan or a deadline: `data/check-words.tsv`,
//! by what they mean there.

use std::sync::OnceLock;

pub(super) use crate::lexicon::check_words::Role;
use crate::lexicon::check_words::TABLE;

/// The words of each role, when it is first asked for; a set holds no more roles than bits.
static WORDS: [OnceLock<Vec<&'static str>>; u128::BITS as usize] =
    [const { OnceLock::new() }; u128::BITS as usize];

impl Role {
    /// The words that have the role, the longest first.
    pub(super) fn words(self) -> &'static [&'static str] {
        WORDS[self as usize].get_or_init(|| TABLE.words(|row| row.roles.has(self)))
    }

    /// Whether `text` is one of them.
    pub(super) fn is(self, text: &str) -> bool {
        self.words().contains(&text)
    }

    /// Whether one of them stands in `text`.
    pub(super) fn stands_in(self, text: &str) -> bool {
        self.words().iter().any(|word| text.contains(word))
    }

    /// The first place of the longest that stands in `text`, and the word.
    pub(super) fn first_in(self, text: &str) -> Option<(usize, &'static str)> {
        let mut words = self.words().iter();
        words.find_map(|word| Some((text.find(word)?, *word)))
    }

    /// The longest that `text` begins with.
    pub(super) fn begins(self, text: &str) -> Option<&'static str> {
        let mut words = self.words().iter();
        words.find(|word| text.starts_with(**word)).copied()
    }

    /// The longest that `text` ends with.
    pub(super) fn ends(self, text: &str) -> Option<&'static str> {
        let mut words = self.words().iter();
        words.find(|word| text.ends_with(**word)).copied()
    }

    /// The text behind the longest that it begins with.
    pub(super) fn behind(self, text: &str) -> Option<&str> {
        self.begins(text).map(|word| &text[word.len()..])
    }

    /// The text before the longest that it ends with.
    pub(super) fn before(self, text: &str) -> Option<&str> {
        self.ends(text).map(|word| &text[..text.len() - word.len()])
    }

    /// The text without all of them at its beginning.
    pub(super) fn behind_all(self, mut text: &str) -> &str {
        while let Some(rest) = self.behind(text) {
            text = rest;
        }
        text
    }

    /// The text without all of them at its end.
    pub(super) fn before_all(self, mut text: &str) -> &str {
        while let Some(head) = self.before(text) {
            text = head;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_at_either_end() {
        assert_eq!(Role::YearEnd.begins("年底前完成"), Some("年底"));
        assert_eq!(Role::ReachesUp.ends("由3增加到"), Some("增加到"));
        assert_eq!(Role::Bound.before_all("35左右以上"), "35");
        assert!(Role::Index.stands_in("价格指数为"));
        assert!(!Role::Index.is("价格指数"));
    }
}
