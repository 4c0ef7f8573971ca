//! Cells of tables that hold numbers: each below the head of its column and behind the name of its row.

use super::document::FigureCell;
use crate::lexicon::duty_words::{Role, TABLE};
use crate::model::Span;
use crate::text::is_digit;

/// The cells of an article's tables, while its lines are read.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) cells: Vec<FigureCell>,
    /// The heads of the columns.
    heads: Vec<Span>,
    /// What names the row that is read.
    name: Option<Span>,
}

impl Figures {
    /// Takes in cells of a row, the first of them in `column`; those of the first row are heads.
    pub(super) fn take(&mut self, row: usize, column: usize, parts: &[Span], text: &str) {
        if row == 0 {
            self.heads.truncate(column);
            self.heads.extend_from_slice(parts);
            return;
        }
        // A table whose first row holds numbers has no heads.
        let names = self.names(text);
        let Some(names) = names.filter(|_| {
            !self
                .heads
                .iter()
                .skip(1)
                .any(|head| is_figure(head.of(text)))
        }) else {
            return;
        };
        for (at, part) in (column..).zip(parts) {
            if at == 0 {
                self.name = None;
            }
            let words = part.of(text);
            match (self.name, self.heads.get(at)) {
                _ if at == names => {
                    self.name = Some(*part).filter(|_| !words.is_empty() && !is_figure(words))
                }
                (Some(row), Some(&head)) if is_figure(words) && !head.is_empty() => {
                    self.cells.push(FigureCell {
                        span: *part,
                        row,
                        head,
                        table: self.heads[0].start,
                    })
                }
                _ => {}
            }
        }
    }

    /// The column that names the rows: the first but for that of their numbers.
    fn names(&self, text: &str) -> Option<usize> {
        let first = self.heads.first()?.of(text);
        let counts = (TABLE.get(first)).is_some_and(|row| row.roles.has(Role::NumberLabel));
        Some(usize::from(counts))
    }
}

/// Whether a cell is a number, with a sign or a unit of a few characters: 1,286.4, -3.2%, 120亿元; no year.
fn is_figure(cell: &str) -> bool {
    let bare = cell.trim_start_matches(['-', '－', '−', '+', '＋']);
    let digits = bare.trim_start_matches(|c: char| is_digit(c) || matches!(c, '.' | ',' | '，'));
    bare.starts_with(is_digit)
        && digits.chars().count() <= 4
        && !digits.starts_with(['年', '月', '-', '/', '、'])
}
