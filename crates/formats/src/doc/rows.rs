//! Rows of tables as they end.

use super::text::Walk;
use crate::model::{Hint, HintKind, Place, Span};

impl Walk<'_> {
    /// Ends a row.
    pub(super) fn row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        let last = std::mem::take(&mut self.cell);
        if !last.is_empty() {
            cells.push(last);
        }
        if cells.is_empty() {
            return;
        }
        if self.rows == 0 {
            self.tables += 1;
        }
        self.rows += 1;
        let (table, row) = (self.tables, self.rows);
        let mut text = String::new();
        let mut hints = Vec::new();
        for (column, cell) in (1..).zip(&cells) {
            if column > 1 {
                text.push('\t');
            }
            let start = text.len();
            text.push_str(cell);
            let span = Span {
                start,
                end: text.len(),
            };
            hints.push(Hint {
                span,
                kind: HintKind::Cell { table, row, column },
            });
        }
        let span = Span {
            start: 0,
            end: text.len(),
        };
        hints.push(Hint {
            span,
            kind: HintKind::Row { table, row },
        });
        let place = Place {
            paragraph: Some(self.paragraphs),
            ..Place::default()
        };
        self.writer.paragraph(&text, &hints, place);
    }
}
