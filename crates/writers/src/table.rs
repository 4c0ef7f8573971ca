//! A table, as it is handed over.

use serde::Deserialize;

/// A table with its title.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Table {
    /// What stands above it.
    pub title: String,
    /// Lines below the title: where it is from.
    pub lines: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell a column; a row that is short ends with empty cells.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width in Latin letters; a Chinese character takes two.
    pub width: u32,
    /// Whether its cells stand in its middle.
    pub centred: bool,
    /// What its cells may say, where they are chosen from a list; no comma stands in it.
    pub choices: Vec<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Cell {
    /// What it says, in lines; never a formula.
    pub text: String,
    /// Whether something is missing that a reader should see to.
    pub mark: bool,
}

impl Table {
    /// A row's cells, as many as there are columns, each with its column.
    pub fn cells<'a>(
        &'a self,
        row: &'a [Cell],
    ) -> impl Iterator<Item = (&'a Column, Option<&'a Cell>)> {
        let columns = self.columns.iter().enumerate();
        columns.map(|(at, column)| (column, row.get(at)))
    }
}

impl Cell {
    /// A cell without a mark.
    pub fn of(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            mark: false,
        }
    }
}
