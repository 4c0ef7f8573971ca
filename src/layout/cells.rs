//! A table whose cells have a line each: they are no titles, no headings, no people.

use super::class::Class;
use super::paragraph::Paragraph;
use crate::text::is_longer;

/// The most characters of a cell that stands alone on its line.
const CELL: usize = 30;

/// The fewest cells of a table, and how many of them are numbers at least.
const CELLS: usize = 6;
const NUMBERS: usize = 2;

/// Tells the cells below a line that names a table (民生实事分解表).
pub(super) fn tell(paragraphs: &mut [Paragraph]) {
    let mut at = 0;
    while at < paragraphs.len() {
        at += 1;
        if !names_table(&paragraphs[at - 1]) {
            continue;
        }
        let below = &mut paragraphs[at..];
        let length = below.iter().take_while(|line| is_cell(line)).count();
        let cells = &mut below[..length];
        let numbers = cells.iter().filter(|line| is_number(&line.text)).count();
        if length >= CELLS && numbers >= NUMBERS {
            cells.iter_mut().for_each(|line| line.class = Class::Cell);
            at += length;
        }
    }
}

fn names_table(line: &Paragraph) -> bool {
    line.class == Class::Short && line.text.trim_end().ends_with('表')
}

/// Whether a line may be a cell: short, without a number that heads.
fn is_cell(line: &Paragraph) -> bool {
    let heads = matches!(
        line.class,
        Class::Heading(_) | Class::Numbered(_) | Class::Salutation | Class::Attachment
    );
    !heads && line.mark == 0 && !is_longer(&line.text, CELL)
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'))
}
