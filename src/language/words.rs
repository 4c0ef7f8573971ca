//! Words by jieba.

use jieba_rs::Jieba;

use super::Reading;
use crate::model::Span;

/// The word list, loaded.
pub struct Dictionary {
    jieba: Jieba,
}

/// The dictionary could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the dictionary cannot be read: {0}")]
pub struct DictionaryError(String);

/// A word of a document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech in the ICTCLAS set (`n`, `v`, `d`, …); `x` where it is unknown.
    pub tag: String,
}

impl Dictionary {
    /// Reads a dictionary: a line a word, `word frequency tag`.
    ///
    /// # Errors
    ///
    /// Where the bytes are no such dictionary.
    pub fn read(mut bytes: &[u8]) -> Result<Self, DictionaryError> {
        let jieba =
            Jieba::with_dict(&mut bytes).map_err(|error| DictionaryError(error.to_string()))?;
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
