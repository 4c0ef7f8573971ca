//! Words by jieba.

use std::hash::BuildHasherDefault;
use std::sync::Arc;

use jieba_rs::Jieba;

use super::dictionary::{self, DictionaryError};
use super::names::cut;
use super::pos::Pos;
use crate::lexicon::FastMap;
use crate::lexicon::tags::{Row, TABLE};
use crate::model::{Block, Span};
use crate::text::character::is_letter;

/// The word list, loaded. A clone shares it.
#[derive(Clone)]
pub struct Dictionary {
    jieba: Arc<Jieba>,
}

/// A word of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// A number that it shares with its equals in the document, counted from 0 as they appear.
    pub number: u32,
    /// Its part of speech in the ICTCLAS set (`n`, `v`, `d`, …); `x` where it is unknown.
    pub tag: &'static str,
    /// The same as the reading knows it.
    pub pos: Pos,
}

impl Dictionary {
    /// Reads a packed dictionary ([`dictionary::pack`]).
    ///
    /// # Errors
    ///
    /// Where the bytes are none, or were damaged on the way.
    pub fn read(bytes: &[u8]) -> Result<Self, DictionaryError> {
        let mut jieba = Jieba::empty();
        dictionary::each_word(bytes, &mut |word, frequency, tag| {
            jieba.add_word(word, Some(frequency), Some(tag));
        })?;
        Ok(Self {
            jieba: Arc::new(jieba),
        })
    }

    /// The words of the blocks of a text, marks and white space left out, in order.
    pub fn words(&self, text: &str, blocks: &[Block]) -> Vec<Word> {
        let base = text.as_ptr() as usize;
        let mut words = Vec::with_capacity(text.len() / 6);
        // Room for the different words of a usual text.
        let different = (text.len() / 12).min(1 << 13);
        let mut numbers =
            FastMap::with_capacity_and_hasher(different, BuildHasherDefault::default());
        // Of each number the tag as jieba gave it, and what is known of it: one look-up a distinct word.
        let mut tags: Vec<(&str, &'static Row)> = Vec::new();
        for block in blocks {
            let tokens = self.jieba.tag(block.span.of(text), false);
            let mut at = 0;
            while let Some(token) = tokens.get(at) {
                let start = token.word.as_ptr() as usize - base;
                let (count, given) = match cut::length(&tokens, at) {
                    0 => (1, token.tag),
                    count => (count, "nr"),
                };
                let bytes: usize = tokens[at..at + count].iter().map(|t| t.word.len()).sum();
                at += count;
                let span = Span::new(start, start + bytes);
                let word = span.of(text);
                if !word.chars().any(is_letter) {
                    continue;
                }
                let number = *numbers.entry(word).or_insert_with(|| {
                    tags.push((given, known_tag(given)));
                    tags.len() as u32 - 1
                });
                let (known_as, known) = tags[number as usize];
                // Words with the same letters have the same tag, but for joined names.
                let Row { tag, pos } = match given == known_as {
                    true => *known,
                    false => *known_tag(given),
                };
                words.push(Word {
                    span,
                    number,
                    tag,
                    pos,
                });
            }
        }
        words
    }
}

/// What `data/tags.tsv` says of a tag.
fn known_tag(tag: &str) -> &'static Row {
    static UNKNOWN: Row = Row {
        tag: "x",
        pos: Pos::Other,
    };
    TABLE.get(tag).unwrap_or(&UNKNOWN)
}

/// The dictionary that the build made, for the tests of the stages.
#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(crate) fn for_tests() -> Dictionary {
    Dictionary::built_in().unwrap()
}

#[cfg(test)]
mod tests {
    use super::{Pos, known_tag};

    #[test]
    fn tags_are_grouped() {
        for (tag, pos) in [
            ("n", Pos::Noun),
            ("nz", Pos::Noun),
            ("vn", Pos::VerbNoun),
            ("vd", Pos::Verb),
            ("ad", Pos::Adverb),
            ("uj", Pos::Particle),
            ("eng", Pos::Foreign),
            ("x", Pos::Other),
        ] {
            let known = known_tag(tag);
            assert_eq!((known.tag, known.pos), (tag, pos));
        }
        for unknown in ["", "?", "nrfgx", "w", "词"] {
            let known = known_tag(unknown);
            assert_eq!((known.tag, known.pos), ("x", Pos::Other));
        }
    }
}
