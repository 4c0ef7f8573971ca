//! Findings as commands of GitHub's workflows: a line each, which the change shows beside its line of the file.

use xushi::model::Severity;

use super::checked::Checked;
use crate::arguments::Language;
use crate::shown;

/// The findings of a file.
pub fn of(checked: &Checked, language: Language) -> String {
    let file = shown::written(&checked.input.file);
    let mut lines = String::new();
    for found in &checked.found {
        let finding = &found.finding;
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let mut message = language
            .pick(&finding.message, &finding.message_en)
            .to_owned();
        let place = if checked.input.text.office.is_some() {
            // An office file has no lines for a mark to stand beside.
            message = format!("{}: {message}", checked.told(found.span.start, language));
            String::new()
        } else {
            let start = checked.lines.place(found.span.start);
            let end = checked.lines.place(found.span.end);
            // Columns are for a stretch of one line.
            let columns = match start.line == end.line {
                true => format!(",col={},endColumn={}", start.column, end.column),
                false => String::new(),
            };
            format!(",line={},endLine={}{columns}", start.line, end.line)
        };
        lines.push_str(&format!(
            "::{level} file={}{place},title={}::{}\n",
            property(&file),
            property(&finding.rule),
            message_of(&message),
        ));
    }
    lines
}

/// What a message may not hold, as the runner reads it back.
fn message_of(words: &str) -> String {
    words
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(words: &str) -> String {
    message_of(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_a_command_or_begins_another() {
        assert_eq!(message_of("8%\r\n::error::"), "8%25%0D%0A::error::");
        assert_eq!(property("a,b:c\n.txt"), "a%2Cb%3Ac%0A.txt");
    }
}
