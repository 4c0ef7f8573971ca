//! A row of a table as it is written: its cells on one line, a tab between each two.

use crate::model::{Hint, HintKind, Place, Span};
use crate::writing::Writer;

/// The row that is written.
pub(crate) struct Row {
    table: u32,
    row: u32,
    /// The column that the next character stands in, counted from the row's first.
    column: u32,
    text: String,
    hints: Vec<Hint>,
}

impl Row {
    /// The row with this number of a table; `first` is the column at which its line begins.
    pub(crate) fn new(table: u32, row: u32, first: u32) -> Self {
        Self {
            table,
            row,
            column: first,
            text: String::new(),
            hints: Vec::new(),
        }
    }

    /// Writes the cell of a column by `write`, which is given the line and the hints so far; columns before it that
    /// were passed over are empty.
    pub(crate) fn cell(&mut self, column: u32, write: impl FnOnce(&mut String, &mut Vec<Hint>)) {
        self.text.extend((self.column..column).map(|_| '\t'));
        self.column = column;
        let start = self.text.len();
        write(&mut self.text, &mut self.hints);
        let (table, row) = (self.table, self.row);
        self.hint(start, HintKind::Cell { table, row, column });
    }

    /// Ends the row, where it has a cell.
    pub(crate) fn finish(mut self, writer: &mut Writer, place: Place) {
        let (table, row) = (self.table, self.row);
        self.hint(0, HintKind::Row { table, row });
        if !self.text.is_empty() {
            writer.paragraph(&self.text, &self.hints, place);
        }
    }

    /// Says what stands from `start` to the end of the line.
    fn hint(&mut self, start: usize, kind: HintKind) {
        let end = self.text.len();
        let span = Span { start, end };
        self.hints.push(Hint { span, kind });
    }
}
