//! Words by jieba.

use jieba_rs::Jieba;

use super::Reading;
use super::dictionary::{self, DictionaryError};
use crate::model::Span;

/// The word list, loaded.
pub struct Dictionary {
    jieba: Jieba,
}

/// A word of a document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech in the ICTCLAS set (`n`, `v`, `d`, …); `x` where it is unknown.
    pub tag: String,
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
    pub fn words(&self, reading: &Reading) -> Vec<Word> {
        let base = reading.text.as_ptr() as usize;
        let mut words = Vec::new();
        for block in reading.blocks {
            for token in self.jieba.tag(block.span.of(reading.text), false) {
                if token.word.chars().any(char::is_alphanumeric) {
                    let start = token.word.as_ptr() as usize - base;
                    let span = Span::new(start, start + token.word.len());
                    words.push(Word {
                        span,
                        tag: token.tag.to_owned(),
                    });
                }
            }
        }
        words
    }
}
