//! `xushi check --comments OUT.docx FILE.docx`: the file with each finding as a comment at its place.

use xushi_formats::{Comment, Limits, OfficeError, Span, with_comments};

use super::checked::Checked;
use super::text::suggestion;
use crate::arguments::Language;
use crate::severity::severity_name;
use xushi::strings::say;
use xushi_texts::Found;

/// The file with the findings in it.
///
/// # Errors
///
/// Where it is no docx.
pub fn commented(checked: &Checked, language: Language) -> Result<Vec<u8>, OfficeError> {
    let file = checked
        .input
        .text
        .file
        .as_ref()
        .ok_or(OfficeError::NoComments)?;
    let author = language.of(say("cli.check.author", &[]));
    let comments = checked.found.iter().map(|found| Comment {
        span: Span {
            start: found.span.start,
            end: found.span.end,
        },
        author: author.clone(),
        text: words(checked, found, language),
    });
    let comments: Vec<Comment> = comments.collect();
    with_comments(file, &comments, &Limits::default())
}

/// What a comment says: the finding with its reason, what belongs to it, the suggestion.
fn words(checked: &Checked, found: &Found, language: Language) -> String {
    let finding = &found.finding;
    let text = checked.lines.text();
    let colon = language.pick("：", ": ");
    let severity = severity_name(finding.severity, language);
    let message = language.pick(&finding.message, &finding.message_en);
    let mut lines = vec![format!("{severity}{colon}{message}")];
    for (related, span) in finding.related.iter().zip(&found.related) {
        let message = language.pick(&related.message, &related.message_en);
        lines.push(format!("{message}{colon}“{}”", span.of(text)));
    }
    if let Some(suggestion) = suggestion(found, &checked.lines) {
        let head = language.of(say("cli.check.suggestion", &[]));
        lines.push(format!("{head}{colon}{}", language.of(suggestion)));
    }
    lines.join("\n")
}
