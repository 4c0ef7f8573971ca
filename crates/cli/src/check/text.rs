//! Findings for people: place, severity, rule, message, and the line with the place marked.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};
use xushi::model::Span;
use xushi::strings::say;
use xushi_texts::{Found, Lines};

use super::checked::Checked;
use crate::arguments::Language;
use crate::severity::severity_name;
use crate::shown::{self, plain};

/// Columns of a terminal that are shown of a line before the place, and after its beginning.
const BEFORE: usize = 24;
/// See [`BEFORE`].
const AFTER: usize = 52;

/// A file's findings.
pub fn of(checked: &Checked, language: Language) -> String {
    let Checked { lines, found, .. } = checked;
    let file = shown::name(&checked.input.file);
    let mut out = String::new();
    let mut line = |words: String| {
        out.push_str(&words);
        out.push('\n');
    };
    for one in found {
        let finding = &one.finding;
        line(format!(
            "{file}:{}: {}[{}] {}",
            told(checked, one.span.start, language),
            severity_name(finding.severity, language),
            finding.rule,
            shown::line(language.pick(&finding.message, &finding.message_en)),
        ));
        let number = number(checked, one.span.start);
        let margin = " ".repeat(number.len());
        let (words, marks) = excerpt(lines, one.span);
        line(format!(
            "{margin} |\n{number} | {words}\n{margin} | {marks}"
        ));
        for (related, span) in finding.related.iter().zip(&one.related) {
            let place = told(checked, span.start, language);
            let message = language.pick(&related.message, &related.message_en);
            line(format!(
                "{margin} = {file}:{place}: {}",
                shown::line(message)
            ));
        }
        if let Some(suggestion) = suggestion(one, lines) {
            let head = language.of(say("cli.check.suggestion", &[]));
            let words = shown::line(&language.of(suggestion));
            line(format!("{margin} = {head}: {words}"));
        }
        line(String::new());
    }
    out
}

/// Where a byte of the text stands; sheets have names of their own.
fn told(checked: &Checked, byte: usize, language: Language) -> String {
    shown::line(&checked.told(byte, language))
}

/// The number of the line: of an office file the line of its page, the paragraph, or the row.
fn number(checked: &Checked, byte: usize) -> String {
    let number = match checked.located(byte).map(|located| located.place) {
        Some(place) => place.line.or(place.paragraph).or(place.row),
        None => u32::try_from(checked.lines.place(byte).line).ok(),
    };
    number.map_or_else(String::new, |number| number.to_string())
}

/// What a suggestion would have the writer do.
pub(super) fn suggestion(found: &Found, lines: &Lines) -> Option<xushi::strings::Said> {
    let old = found.suggestion?.of(lines.text());
    let new = &*found.finding.suggestion.as_ref()?.replacement;
    Some(match (old, new) {
        (old, "") => say("cli.check.delete", &[("old", old)]),
        ("", new) => say("cli.check.insert", &[("new", new)]),
        (old, new) => say("cli.check.replace", &[("old", old), ("new", new)]),
    })
}

/// As much of the line as a terminal shows, and a line of marks that stands under the place.
fn excerpt(lines: &Lines, span: Span) -> (String, String) {
    let line = lines.line(lines.place(span.start).line);
    let text = lines.text();
    let start = span.start.min(line.end);
    let head = text.get(line.start..start).unwrap_or_default();
    let tail = text.get(start..line.end).unwrap_or_default();
    let marked = span.end.min(line.end).saturating_sub(start);

    let (mut shown, cut) = last_columns(head, BEFORE);
    if cut {
        shown.insert(0, '…');
    }
    let mut marks = " ".repeat(shown.width());
    let (mut used, mut at) = (0, 0);
    for character in tail.chars() {
        let sign = plain(character);
        let width = sign.width().unwrap_or(1);
        if used + width > AFTER {
            shown.push('…');
            break;
        }
        shown.push(sign);
        if at < marked {
            marks.push_str(&"^".repeat(width));
        }
        used += width;
        at += character.len_utf8();
    }
    if !marks.ends_with('^') {
        marks.push('^');
    }
    (shown, marks)
}

/// The end of a text, and whether its beginning was cut off.
fn last_columns(text: &str, most: usize) -> (String, bool) {
    let mut used = 0;
    let mut from = text.len();
    for (at, character) in text.char_indices().rev() {
        used += plain(character).width().unwrap_or(1);
        if used > most {
            break;
        }
        from = at;
    }
    (text[from..].chars().map(plain).collect(), from > 0)
}

/// How many findings there were, as the last line; `severities` from the worst on.
pub fn summary(files: usize, severities: [usize; 3], language: Language) -> String {
    if files == 0 {
        return String::new();
    }
    let all: usize = severities.iter().sum();
    let key = match all {
        0 => "cli.check.none",
        _ => "cli.check.total",
    };
    let [errors, warnings, infos] = severities.map(|count| count.to_string());
    let values = [
        ("files", &*files.to_string()),
        ("all", &all.to_string()),
        ("errors", &errors),
        ("warnings", &warnings),
        ("infos", &infos),
    ];
    language.of(say(key, &values)) + "\n"
}
