//! Rows of document data: one or more labels with their values (索引号：… 发文机关：…).

use super::{Collector, rank, state};
use crate::layout::date;
use crate::layout::labels;
use crate::lexicon::page_labels::States;
use crate::model::Span;

impl Collector {
    /// A row at `offset` that states `what`, as its neighbours tell; a label that stands alone has its value on the
    /// line below.
    pub(super) fn row(&mut self, what: States, line: &str, offset: usize) {
        self.label = labels::lone_label(line);
        let divider = ['|', '\t'].into_iter().find(|mark| line.contains(*mark));
        if self.label.is_some() {
        } else if let Some(divider) = divider {
            self.table_row(line.split(divider), line, offset);
        } else if labels::is_cells(line) || labels::first_cell(line).is_some() {
            self.table_row(labels::cells(line), line, offset);
        } else if labels::label(line).is_none()
            && let Some((_, value)) = labels::parts(line)
        {
            self.cell(what, value, line, offset);
        } else {
            self.labelled(line, offset);
        }
    }

    /// Labels with their colons: a value goes on to the next label.
    fn labelled(&mut self, line: &str, offset: usize) {
        let mut open: Option<(States, usize)> = None;
        for cell in line.split(char::is_whitespace) {
            let start = Span::of_part(cell, line).start;
            // A label may be set wide: 文 号
            let label = labels::label(cell)
                .or_else(|| labels::label(&line[start..]).filter(|_| open.is_none()));
            if let Some((what, length)) = label
                && let Some((before, from)) = open.replace((what, start + length))
            {
                self.cell(before, &line[from..start.max(from)], line, offset);
            }
        }
        if let Some((what, from)) = open {
            self.cell(what, &line[from..], line, offset);
        }
    }

    /// A row of a table: a label's value stands in its own cell or in the next one; a cell may be
    /// empty.
    fn table_row<'a>(
        &mut self,
        cells: impl Iterator<Item = &'a str>,
        line: &'a str,
        offset: usize,
    ) {
        let mut open: Option<States> = None;
        for cell in cells {
            if cell.trim().is_empty() {
                // What stands before the first bar is no cell.
                open = open.filter(|_| Span::of_part(cell, line).start == 0);
            } else if let Some((what, length)) = labels::label(cell) {
                let value = &cell[length..];
                self.cell(what, value, line, offset);
                open = value.trim().is_empty().then_some(what);
            } else if let Some(what) = open.take() {
                self.cell(what, cell, line, offset);
            } else {
                open = labels::bare_label(cell);
            }
        }
    }

    /// The value of a label, `cell` of a line at `offset`.
    pub(super) fn cell(&mut self, what: States, cell: &str, line: &str, offset: usize) {
        let value = cell.trim().trim_matches('"');
        let at = offset + Span::of_part(value, line).start;
        let slot = match what {
            States::IndexNumber => &mut self.metadata.index_number,
            States::Issuer => &mut self.metadata.issuer,
            States::DocumentNumber => &mut self.metadata.document_number,
            States::Addressee => &mut self.metadata.addressee,
            States::Occasion => &mut self.metadata.occasion,
            States::Date => {
                let rank = if date::is_posted(value) {
                    rank::POSTED
                } else {
                    rank::STATED
                };
                self.dated(value, at, rank);
                return;
            }
            States::Posted => {
                self.dated(value, at, rank::POSTED);
                return;
            }
            States::Author => return self.names(value, at),
            States::Title => {
                self.stated_title.get_or_insert_with(|| value.to_owned());
                return;
            }
            States::Other => return,
        };
        state(slot, value, line, offset);
    }
}
