//! The tables under `tests/data/`, typed by their headers as those under `data/` are.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use column::Column;

#[path = "../../build/tables/column.rs"]
#[allow(dead_code)] // The build writes types with the rest.
mod column;

/// A row of a table.
pub struct Row {
    /// File and line, for whoever reads a failure.
    pub place: String,
    cells: BTreeMap<String, String>,
}

impl Row {
    pub fn get(&self, column: &str) -> &str {
        &self.cells[column]
    }

    pub fn list(&self, column: &str) -> Vec<String> {
        self.get(column).split(';').map(str::to_owned).collect()
    }

    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.cells.keys().map(String::as_str)
    }
}

/// The rows of a table; one that does not fit its header fails with its line.
pub fn rows(table: &str) -> Vec<Row> {
    let name = format!("tests/data/{table}.tsv");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&name)).unwrap();
    let lines = text.lines().enumerate();
    let mut lines = lines.filter(|(_, line)| !line.starts_with('#'));
    let (_, header) = lines.next().unwrap();
    let columns: Vec<Column> = header
        .split('\t')
        .map(|cell| Column::parse(cell).unwrap_or_else(|what| panic!("{name}: {what}")))
        .collect();
    let row = |(at, line): (usize, &str)| {
        let place = format!("{name}:{}", at + 1);
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), columns.len(), "{place}: cells of the row");
        let cells = columns.iter().zip(cells).map(|(column, cell)| {
            if let Err(what) = column.value(cell) {
                panic!("{place}: {what}");
            }
            (column.name.clone(), cell.replace("\\n", "\n"))
        });
        Row {
            cells: cells.collect(),
            place,
        }
    };
    lines.map(row).collect()
}
