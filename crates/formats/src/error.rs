//! Why a file was not read.

use crate::kind::Foreign;
use crate::words::{Language, words};

/// Why a file was not read. [`std::fmt::Display`] is English; [`OfficeError::message`] has both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfficeError {
    /// The file wants a password.
    #[error("{}", self.message(Language::English))]
    Encrypted,
    /// The file is cut off or not what it says it is.
    #[error("{}", self.message(Language::English))]
    Damaged,
    /// Pages of pictures without text.
    #[error("{}", self.message(Language::English))]
    Scan,
    /// A kind of file that is not known.
    #[error("{}", self.message(Language::English))]
    Unknown,
    /// A kind that is known and not read.
    #[error("{}", self.message(Language::English))]
    Unsupported(Foreign),
    /// More bytes, parts or elements than [`crate::Limits`] allow.
    #[error("{}", self.message(Language::English))]
    TooLarge,
    /// Nested deeper than [`crate::Limits`] allow.
    #[error("{}", self.message(Language::English))]
    TooDeep,
    /// An archive that unpacks to more than its size explains.
    #[error("{}", self.message(Language::English))]
    Ratio,
    /// A file of a kind that takes no comments.
    #[error("{}", self.message(Language::English))]
    NoComments,
    /// An archive of several files, where one was asked for.
    #[error("{}", self.message(Language::English))]
    Archive,
}

impl OfficeError {
    /// What happened and what to do about it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let key = match self {
            Self::Encrypted => "error.encrypted",
            Self::Damaged => "error.damaged",
            Self::Scan => "error.scan",
            Self::Unknown => "error.unknown",
            Self::Unsupported(foreign) => {
                return words("error.unsupported", language)
                    .replace("{what}", words(foreign.key(), language));
            }
            Self::TooLarge => "error.too-large",
            Self::TooDeep => "error.too-deep",
            Self::Ratio => "error.ratio",
            Self::NoComments => "error.no-comments",
            Self::Archive => "error.archive",
        };
        words(key, language).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_to_do_in_both_languages() {
        let error = OfficeError::Unsupported(Foreign::Slides);
        assert!(error.to_string().starts_with("Slides cannot be read."));
        assert!(error.message(Language::Chinese).contains("演示文稿"));
        assert!(!OfficeError::Ratio.message(Language::Chinese).is_empty());
    }
}
