//! Rows of tables as they end.

use super::text::Walk;
use crate::model::Place;
use crate::row::Row;

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
        let mut row = Row::new(self.tables, self.rows, 1);
        for (column, cell) in (1..).zip(&cells) {
            row.cell(column, |text, _| text.push_str(cell));
        }
        let place = Place {
            paragraph: Some(self.paragraphs),
            ..Place::default()
        };
        row.finish(self.writer, place);
    }
}
