//! What tells a line that may be the cell of a table.

use super::class::Class;
use super::paragraph::Paragraph;
use crate::text::is_longer;

/// The most characters of the words that head a column.
const HEAD: usize = 14;

/// Whether a line may be a cell: without a number that heads, nothing that tells of the document.
pub(super) fn may_be_cell(line: &Paragraph) -> bool {
    !is_told(line) && line.mark == 0
}

/// Whether a line is told by its own words.
pub(super) fn is_told(line: &Paragraph) -> bool {
    matches!(
        line.class,
        Class::Heading(_)
            | Class::Numbered(_)
            | Class::Salutation
            | Class::Attachment
            | Class::Label(_)
            | Class::Contents
            | Class::Collected(_)
            | Class::Cell(_)
    )
}

/// The words of a line without the bar at its end.
pub(super) fn words<'l>(line: &'l Paragraph) -> &'l str {
    line.text.trim_end_matches(['|', ' ', '\u{3000}'])
}

/// Whether words may head a column.
pub(super) fn is_head(words: &str) -> bool {
    !words.ends_with(['。', '；', ';', '：', '，'])
        && !words.starts_with(|c: char| c.is_ascii_digit())
        && !is_longer(words, HEAD)
}
