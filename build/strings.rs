//! The strings that people see, of all tables under `data/strings/`, in one.

use std::collections::BTreeMap;
use std::path::Path;

use super::Result;
use super::tables::{read_table, tables, write_table};

/// Writes `STRINGS` into `code`: key, zh, en.
pub fn write(root: &Path, code: &mut String) -> Result<()> {
    let mut strings = BTreeMap::new();
    for file in tables(&root.join("data/strings"))? {
        for (line, row) in read_table(&file)? {
            if row.len() != 3 {
                return Err(
                    format!("{}:{line}: a string needs key, zh and en", file.display()).into(),
                );
            }
            if strings
                .insert(row[0].clone(), (line, row.clone()))
                .is_some()
            {
                return Err(
                    format!("{}:{line}: the key {} stands twice", file.display(), row[0]).into(),
                );
            }
        }
    }
    let rows: Vec<_> = strings.into_values().collect();
    write_table(code, "STRINGS", Path::new("data/strings"), &rows)
}
