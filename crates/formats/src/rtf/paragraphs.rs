//! Paragraphs, rows and notes as they end.

use super::destinations::Destination;
use super::walk::Walk;
use crate::lists::space_behind;
use crate::model::{Hint, HintKind, Span};
use crate::row::Row;

impl Walk<'_> {
    /// Words that end or shape a paragraph, a cell or a row, and words for characters.
    pub(super) fn layout(&mut self, word: &str, number: Option<i32>) {
        match word {
            "pard" if self.destination() == Destination::Text => {
                self.in_table = false;
                self.heading = None;
            }
            "intbl" => self.in_table = true,
            "outlinelevel" => {
                let level = number.and_then(|level| u8::try_from(level).ok());
                self.heading = level.filter(|level| *level < 9).map(|level| level + 1);
            }
            "par" | "sect" | "page" => self.paragraph(),
            "line" | "lbr" => self.push("\n"),
            "tab" => self.push("\t"),
            "cell" | "nestcell" => {
                let text = self.take(Destination::Text);
                let cell = format!("{}{text}", std::mem::take(&mut self.number));
                self.cells.push(cell);
            }
            "row" | "nestrow" => self.row(),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "emspace" | "enspace" | "qmspace" => self.push(" "),
            _ => {}
        }
    }

    /// Ends a paragraph; one of a note, a head or a cell ends a line.
    pub(super) fn paragraph(&mut self) {
        let destination = self.destination();
        if destination != Destination::Text || self.in_table {
            let to = self.texts.entry(destination as u8).or_default();
            if to.ends_with(|c: char| c.is_alphanumeric()) {
                to.push(' ');
            }
            return;
        }
        self.paragraphs += 1;
        self.rows = 0;
        let text = self.take(Destination::Text);
        let number = std::mem::take(&mut self.number);
        let number = number.trim();
        let mut hints = Vec::new();
        let text = if number.is_empty() || text.trim().is_empty() {
            text
        } else {
            let span = Span {
                start: 0,
                end: number.len(),
            };
            hints.push(Hint {
                span,
                kind: HintKind::Number(1),
            });
            format!(
                "{number}{}{}",
                space_behind(number, text.trim_start()),
                text.trim_start()
            )
        };
        let span = Span {
            start: 0,
            end: text.len(),
        };
        hints.push(Hint {
            span,
            kind: HintKind::Paragraph,
        });
        if let Some(level) = self.heading {
            hints.push(Hint {
                span,
                kind: HintKind::Heading(level),
            });
        }
        let place = self.place();
        self.writer.paragraph(&text, &hints, place);
    }

    /// Ends a row.
    pub(super) fn row(&mut self) {
        self.tables += u32::from(self.rows == 0);
        self.rows += 1;
        self.paragraphs += 1;
        let mut row = Row::new(self.tables, self.rows, 1);
        for (column, cell) in (1..).zip(std::mem::take(&mut self.cells)) {
            let cell = cell.replace(['\n', '\t'], " ");
            row.cell(column, |text, _| text.push_str(cell.trim()));
        }
        let place = self.place();
        row.finish(self.writer, place);
    }

    /// Writes what is left, and the notes.
    pub(super) fn finish(&mut self) {
        self.decode();
        self.groups.truncate(1);
        self.in_table = false;
        self.paragraph();
        if !self.cells.is_empty() {
            self.row();
        }
        for (number, note) in (1..).zip(std::mem::take(&mut self.notes)) {
            let note = note.trim();
            let span = Span {
                start: 0,
                end: note.len(),
            };
            let hints = [HintKind::Paragraph, HintKind::Note(number)];
            let hints = hints.map(|kind| Hint { span, kind });
            let place = self.place();
            self.writer.paragraph(note, &hints, place);
        }
    }
}
