//! Words by jieba.

use jieba_rs::Jieba;

use super::Reading;
use super::dictionary::{self, DictionaryError};
use crate::lexicon::FastMap;
use crate::model::Span;

/// The word list, loaded.
pub struct Dictionary {
    jieba: Jieba,
}

/// A word of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech in the ICTCLAS set (`n`, `v`, `d`, …); `x` where it is unknown.
    pub tag: &'static str,
}

impl Dictionary {
    /// Reads a dictionary: packed ([`dictionary::pack`]), or plain, a line a word:
    /// `word frequency tag`.
    ///
    /// # Errors
    ///
    /// Where the bytes are no such dictionary.
    pub fn read(bytes: &[u8]) -> Result<Self, DictionaryError> {
        let unpacked;
        let mut lines = bytes;
        if bytes.starts_with(dictionary::MAGIC) {
            unpacked = dictionary::unpack(bytes)?;
            lines = &unpacked;
        }
        let jieba = Jieba::with_dict(&mut lines)
            .map_err(|error| DictionaryError::new(error.to_string()))?;
        Ok(Self { jieba })
    }

    /// The words of a document's text, marks and white space left out, in order.
    ///
    /// jieba's own `tag` looks every word up anew; here each different word is looked up once.
    pub fn words(&self, reading: &Reading) -> Vec<Word> {
        let base = reading.text.as_ptr() as usize;
        let mut words = Vec::with_capacity(reading.text.len() / 6);
        let mut tags: FastMap<&str, &'static str> = FastMap::default();
        for block in reading.blocks {
            for token in self.jieba.cut(block.span.of(reading.text), false) {
                if token.word.chars().any(char::is_alphanumeric) {
                    let start = token.word.as_ptr() as usize - base;
                    words.push(Word {
                        span: Span::new(start, start + token.word.len()),
                        tag: tags
                            .entry(token.word)
                            .or_insert_with(|| self.tag(token.word)),
                    });
                }
            }
        }
        words
    }

    fn tag(&self, word: &str) -> &'static str {
        match self.jieba.tag(word, false).as_slice() {
            [only] => known_tag(only.tag),
            _ => "x",
        }
    }
}

/// The tags of jieba's dictionary; a word holds one without an allocation of its own.
const TAGS: [&str; 58] = [
    "a", "ad", "ag", "an", "b", "c", "d", "df", "dg", "e", "eng", "f", "g", "h", "i", "j", "k",
    "l", "m", "mg", "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q", "qg",
    "r", "rg", "rr", "rz", "s", "t", "tg", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd",
    "vg", "vi", "vn", "vq", "x", "y", "yg", "z", "zg",
];

/// The tag as one that lives as long as the program.
fn known_tag(tag: &str) -> &'static str {
    TAGS.binary_search(&tag).map_or("x", |found| TAGS[found])
}

#[cfg(test)]
mod tests {
    use super::TAGS;

    #[test]
    fn tags_can_be_looked_up() {
        assert!(TAGS.is_sorted());
        assert_eq!(super::known_tag("vn"), "vn");
        assert_eq!(super::known_tag("?"), "x");
    }
}
