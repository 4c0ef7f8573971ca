//! Where a character of the text stands in its file, and that in words.

use crate::model::{HintKind, OfficeText, Place, Span};
use crate::words::{Language, counted};

/// Where a character stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Page, line, paragraph or row.
    pub place: Place,
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// Table of the document, row and column, where it stands in a cell; of a sheet's cell the table counts sheets.
    pub cell: Option<[u32; 3]>,
    /// Which character of the cell, else of the line or paragraph; from 1.
    pub character: u32,
}

impl OfficeText {
    /// Where the character at a byte of the text stands; one between lines stands at the end of the line before it.
    #[must_use]
    pub fn locate(&self, byte: usize) -> Option<Located> {
        let behind = self
            .stretches
            .partition_point(|stretch| stretch.span.start <= byte);
        let at = behind.checked_sub(1)?;
        let place = self.stretches[at].place;
        // A paragraph of several lines is one stretch of characters.
        let same = self.stretches[..behind].iter().rev();
        let same = same.take_while(|stretch| stretch.place == place);
        let mut start = same.last().map_or(0, |stretch| stretch.span.start);
        let cell = self.cell(byte);
        if let Some((span, _)) = cell {
            start = span.start;
        }
        let before = self.text.get(start..byte.min(self.text.len()));
        let character = 1 + before.unwrap_or_default().chars().count();
        Some(Located {
            place,
            sheet: place
                .sheet
                .and_then(|sheet| self.sheets.get(sheet))
                .cloned(),
            cell: cell.map(|(_, cell)| cell),
            character: u32::try_from(character).unwrap_or(u32::MAX),
        })
    }

    /// The cell at a byte.
    fn cell(&self, byte: usize) -> Option<(Span, [u32; 3])> {
        let behind = self.hints.partition_point(|hint| hint.span.start <= byte);
        // Rows and cells begin one behind the other; few hints of a row stand before the one of a cell.
        let near = self.hints[..behind].iter().rev().take(512);
        near.filter(|hint| byte <= hint.span.end)
            .find_map(|hint| match hint.kind {
                HintKind::Cell { table, row, column } => Some((hint.span, [table, row, column])),
                _ => None,
            })
    }
}

impl Located {
    /// 第3页第5行第8字, 台账!C5, 表2第3行第2列.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        if let (Some(sheet), Some(row)) = (&self.sheet, self.place.row) {
            let column = self
                .cell
                .map_or_else(String::new, |[.., column]| letters(column));
            return format!("{sheet}!{column}{row}");
        }
        let Place {
            page,
            line,
            paragraph,
            ..
        } = self.place;
        let paragraph = paragraph.filter(|_| self.cell.is_none());
        let [table, row, column] = match self.cell {
            Some(cell) => cell.map(Some),
            None => [None; 3],
        };
        let parts = [
            ("place.page", page),
            ("place.line", line),
            ("place.paragraph", paragraph),
            ("place.table", table),
            ("place.row", row),
            ("place.column", column),
            ("place.character", Some(self.character)),
        ];
        let words = parts
            .iter()
            .filter_map(|(key, count)| Some(counted(key, (*count)? as usize, language)));
        let words: Vec<String> = words.collect();
        words.join(match language {
            Language::Chinese => "",
            Language::English => ", ",
        })
    }

    /// C5, where it stands in a cell of a sheet.
    #[must_use]
    pub fn sheet_cell(&self) -> Option<String> {
        let ([.., column], row) = (self.cell?, self.place.row?);
        Some(format!("{}{row}", letters(column)))
    }
}

/// A, B, … Z, AA
fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        column /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_letters() {
        assert_eq!([1, 26, 27, 703].map(letters), ["A", "Z", "AA", "AAA"]);
    }
}
