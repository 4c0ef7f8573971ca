//! What a person is told where there is no dictionary, and so no analysis.

use std::fmt;

use super::DictionaryError;
use crate::strings::{Said, say};

impl DictionaryError {
    /// What is wrong and what to do, in both languages.
    pub fn said(&self) -> Said {
        match self {
            Self::Missing => say("dictionary.missing", &[]),
            Self::Foreign => say("dictionary.foreign", &[]),
            Self::Damaged(_) => say("dictionary.damaged", &[]),
        }
    }
}

impl fmt::Display for DictionaryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.said().en)?;
        match self {
            Self::Missing | Self::Foreign => Ok(()),
            Self::Damaged(what) => write!(formatter, " ({what})"),
        }
    }
}

impl std::error::Error for DictionaryError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_to_do() {
        for error in [
            DictionaryError::Missing,
            DictionaryError::Foreign,
            DictionaryError::Damaged("it is cut off"),
        ] {
            let Said { zh, en } = error.said();
            assert!(zh.contains('请'), "{zh}");
            assert!(!en.starts_with("dictionary."), "{en}");
        }
    }
}
