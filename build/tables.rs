//! Reads the tables of `data/` and writes them as static rows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::Result;

/// Writes every table of `folder` into `code`.
pub fn write(folder: &Path, code: &mut String) -> Result<()> {
    for file in tables(folder)? {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase()
            .replace('-', "_");
        let rows = read_table(&file)?;
        write_table(code, &name, &file, &rows)?;
    }
    Ok(())
}

/// The TSV files of a folder, in the order of their names.
pub fn tables(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "tsv"))
        .collect();
    files.sort();
    Ok(files)
}

/// The rows of a table with their line numbers; lines that begin with `#` are comments.
pub fn read_table(file: &Path) -> Result<Vec<(usize, Vec<String>)>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(number, line)| (number + 1, line.split('\t').map(str::to_owned).collect()))
        .collect())
}

/// Writes `pub static NAME: &[[&str; N]]`, sorted by the first column, which must not repeat.
pub fn write_table(
    code: &mut String,
    name: &str,
    file: &Path,
    rows: &[(usize, Vec<String>)],
) -> Result<()> {
    let columns = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(1);
    let mut sorted = BTreeMap::new();
    for (line, row) in rows {
        let mut row = row.clone();
        row.resize(columns, String::new());
        if sorted.insert(row[0].clone(), row).is_some() {
            return Err(format!(
                "{}:{line}: a first column that stands twice",
                file.display()
            )
            .into());
        }
    }
    writeln!(
        code,
        "/// The rows of `{}`, sorted by the first column.",
        file.file_name().unwrap_or_default().to_string_lossy()
    )?;
    writeln!(code, "pub static {name}: &[[&str; {columns}]] = &[")?;
    for row in sorted.values() {
        writeln!(code, "    {row:?},")?;
    }
    writeln!(code, "];\n")?;
    Ok(())
}
