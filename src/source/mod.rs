//! Bytes to text: the encoding is found, what cannot be read is said.

mod encoding;
mod error;
mod format;
mod neighbours;
mod radicals;
pub(crate) mod script;
mod signs;
#[cfg(test)]
mod tests;

pub use error::SourceError;
pub(crate) use script::{is_control, tag};
pub(crate) use signs::{signs, turns};

use crate::model::{Encoding, Source, Span, Warning, WarningCode};
use crate::strings::{Said, say};

/// A source's text and what is known of it.
pub struct Decoded {
    /// What the analysis says of the source; [`Source::length`] is set with the spans.
    pub source: Source,
    /// The decoded text without a byte order mark, radicals read as the characters that they stand for. Control characters are still in it, so that
    /// positions are the file's; the layout leaves them out.
    pub text: String,
}

/// Finds the encoding of `bytes` and decodes them. Positions in the warnings are bytes of
/// [`Decoded::text`].
///
/// # Errors
///
/// [`SourceError::Binary`] where the bytes are no text.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, SourceError> {
    let decoded = encoding::decode(bytes);
    let is_utf16 = matches!(decoded.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if !is_utf16 && let Some(format) = format::binary(bytes) {
        return Err(SourceError::Binary {
            format: format.to_owned(),
        });
    }
    // Bytes of which too many make no character are no text, whatever the others look like.
    if decoded.encoding == Encoding::Gb18030 && script::is_noise(&decoded.text) {
        return Err(SourceError::Binary {
            format: String::new(),
        });
    }
    let text = radicals::unified(decoded.text);
    let counts = script::counts(&text);
    let found = [
        (WarningCode::BadBytes, decoded.bad.is_some(), decoded.bad),
        (WarningCode::CutOff, decoded.cut_off, None),
        (WarningCode::Empty, counts.visible == 0, None),
        (
            WarningCode::NotChinese,
            counts.han * 10 < counts.visible,
            None,
        ),
        (
            WarningCode::Traditional,
            script::is_traditional(&counts),
            None,
        ),
        (
            WarningCode::ControlCharacters,
            counts.control.is_some(),
            counts.control,
        ),
        (WarningCode::Markup, counts.markup.is_some(), counts.markup),
    ];
    let warnings = found.into_iter().filter(|(_, is_so, _)| *is_so);
    let warnings = warnings.map(|(code, _, at)| {
        let span = at.and_then(|at| {
            let character = text.get(at..)?.chars().next()?;
            Some(Span::new(at, at + character.len_utf8()))
        });
        warning(code, span)
    });
    let source = Source {
        name: name.to_owned(),
        media_type: media_type(name, &text).to_owned(),
        encoding: decoded.encoding,
        length: 0,
        warnings: warnings.collect(),
        kept: Vec::new(),
    };
    Ok(Decoded { source, text })
}

/// The media type by the file's name, or by how the text begins.
fn media_type(name: &str, text: &str) -> &'static str {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("md" | "markdown") => "text/markdown",
        Some("htm" | "html" | "xhtml") => "text/html",
        _ => {
            let head = text.trim_start();
            let begins = |tag: &str| {
                head.get(..tag.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(tag))
            };
            if begins("<!doctype html") || begins("<html") {
                "text/html"
            } else {
                "text/plain"
            }
        }
    }
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
        WarningCode::Duplicate => "warning.duplicate",
        WarningCode::Traditional => "warning.traditional",
        WarningCode::Contents => "warning.contents",
        WarningCode::Nesting => "warning.nesting",
        WarningCode::TitlesOnly => "warning.titles-only",
        WarningCode::Structure => "warning.structure",
        WarningCode::TooMany => "warning.too-many",
        WarningCode::ReferenceShort => "warning.reference-short",
        WarningCode::ReferenceTraditional => "warning.reference-traditional",
        WarningCode::ReferenceForeign => "warning.reference-foreign",
        WarningCode::ReferenceKind => "warning.reference-kind",
    }
}
