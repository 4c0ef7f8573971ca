//! Reads the tables of `data/` and writes them as typed static rows.
//!
//! A table's first line that is no comment is its header: a cell a column, `name:type`. A value that
//! does not fit its type, a row with more cells than the header and a key that stands twice stop the
//! build with file and line.

mod column;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::Result;
use column::Column;

/// A row with the number of its line.
type Row = (usize, Vec<String>);

/// Writes every table of `folder` into `code`, each as a module of its own.
pub fn write(folder: &Path, code: &mut String) -> Result<()> {
    for file in tables(folder)? {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut rows = read_table(&file)?;
        let at = |line: usize, what: String| format!("{}:{line}: {what}", file.display());
        if !rows
            .first()
            .is_some_and(|(_, cells)| column::is_header(cells))
        {
            return Err(at(1, "the first row must be a header".into()).into());
        }
        let header = rows.remove(0);
        let columns = header
            .1
            .iter()
            .map(|cell| Column::parse(cell))
            .collect::<std::result::Result<Vec<_>, _>>()
            .map_err(|what| at(header.0, what))?;
        let rows = typed(&columns, rows).map_err(|(line, what)| at(line, what))?;
        write_module(code, &stem.replace('-', "_"), &columns, &rows)?;
    }
    Ok(())
}

/// The rows as Rust expressions, a cell each, sorted by their key.
fn typed(
    columns: &[Column],
    rows: Vec<Row>,
) -> std::result::Result<BTreeMap<String, Vec<String>>, (usize, String)> {
    let mut sorted = BTreeMap::new();
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for (line, mut cells) in rows {
        if cells.len() > columns.len() {
            return Err((
                line,
                format!("{} cells, the header has {}", cells.len(), columns.len()),
            ));
        }
        cells.resize(columns.len(), String::new());
        let key = cells[0].clone();
        let values = columns
            .iter()
            .zip(&cells)
            .map(|(column, cell)| column.value(cell).map_err(|what| (line, what)))
            .collect::<std::result::Result<Vec<_>, _>>()?;
        if let Some(first) = lines.insert(key.clone(), line) {
            return Err((line, format!("{key} stands twice, first in line {first}")));
        }
        sorted.insert(key, values);
    }
    Ok(sorted)
}

fn write_module(
    code: &mut String,
    name: &str,
    columns: &[Column],
    rows: &BTreeMap<String, Vec<String>>,
) -> Result<()> {
    writeln!(code, "/// The table `{}.tsv`.", name.replace('_', "-"))?;
    writeln!(
        code,
        "#[allow(missing_docs, unused_imports, dead_code)]\npub mod {name} {{"
    )?;
    writeln!(
        code,
        "use crate::lexicon::{{Keyed, Member, Plays, Set, Table}};"
    )?;
    for column in columns {
        code.push_str(&column.types());
    }
    writeln!(
        code,
        "/// A row.\n#[derive(Debug, Clone, Copy, PartialEq)]\npub struct Row {{"
    )?;
    for column in columns {
        writeln!(code, "    pub {}: {},", column.name, column.rust_type())?;
    }
    writeln!(code, "}}")?;
    writeln!(
        code,
        "impl Keyed for Row {{ fn key(&self) -> &'static str {{ self.{} }} }}",
        columns[0].name
    )?;
    for column in columns {
        code.push_str(&column.plays());
    }
    writeln!(
        code,
        "/// The rows, sorted by key.\npub static ROWS: &[Row] = &["
    )?;
    for cells in rows.values() {
        let fields: Vec<String> = columns
            .iter()
            .zip(cells)
            .map(|(column, cell)| format!("{}: {cell}", column.name))
            .collect();
        writeln!(code, "    Row {{ {} }},", fields.join(", "))?;
    }
    writeln!(code, "];")?;
    writeln!(
        code,
        "/// The rows, looked up in a text.\npub static TABLE: Table<Row> = Table::new(ROWS);\n}}\n"
    )?;
    Ok(())
}

/// The TSV files of a folder, in the order of their names.
fn tables(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "tsv"))
        .collect();
    files.sort();
    Ok(files)
}

/// The rows of a table with their line numbers; lines that begin with `#` are comments.
fn read_table(file: &Path) -> Result<Vec<Row>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(number, line)| (number + 1, line.split('\t').map(str::to_owned).collect()))
        .collect())
}
