//! What people read, in Chinese and in English: the tables under `data/strings/`, and what the rules
//! of the checks say at the head of their files. The build script and `cargo xtask build` both have it
//! from here, so that the core and the page say the same.

mod head;
pub mod rules;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Key to Chinese and English.
pub type Strings = BTreeMap<String, (String, String)>;

/// A message that names file and line.
pub type Result<T> = std::result::Result<T, String>;

/// All strings of the project at `root`, and the rules with their documentation.
///
/// # Errors
///
/// Where a table or a rule's file is faulty, a key stands twice, or a rule's code asks for a message
/// that there is not.
pub fn read(root: &Path) -> Result<(Strings, Vec<rules::Rule>)> {
    let mut strings = Strings::new();
    for file in files(&root.join("data/strings"), "tsv")? {
        add_table(&mut strings, &text_of(&file)?)
            .map_err(|error| format!("{}:{error}", file.display()))?;
    }
    let rules = rules::read(&root.join("src/checks"))?;
    for rule in &rules {
        for (line, key, both) in rule.strings() {
            add(&mut strings, line, &key, both.clone())
                .map_err(|error| format!("{}:{error}", rule.file.display()))?;
        }
    }
    rules::check_messages(&rules)?;
    Ok((strings, rules))
}

/// The rows of a table; lines that begin with `#` are comments.
fn add_table(strings: &mut Strings, table: &str) -> Result<()> {
    for (line, row) in (1..).zip(table.lines()) {
        if row.trim().is_empty() || row.starts_with('#') {
            continue;
        }
        let columns: Vec<&str> = row.split('\t').collect();
        let [key, zh, en] = columns[..] else {
            return Err(format!("{line}: a string needs key, zh and en"));
        };
        add(strings, line, key, (zh.to_owned(), en.to_owned()))?;
    }
    Ok(())
}

fn add(strings: &mut Strings, line: usize, key: &str, both: (String, String)) -> Result<()> {
    match strings.insert(key.to_owned(), both) {
        None => Ok(()),
        Some(_) => Err(format!("{line}: the key {key} stands twice")),
    }
}

/// The files of a folder with an ending, and of the folders in it, in the order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|its| its == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn text_of(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faulty_row_is_named_by_its_line() {
        let strings = |table| add_table(&mut Strings::new(), table);
        let short = strings("a\t一\tone\nb\t二\n");
        assert_eq!(short, Err("2: a string needs key, zh and en".to_owned()));
        let twice = strings("# key\tzh\ten\na\t一\tone\na\t二\ttwo\n");
        assert_eq!(twice, Err("3: the key a stands twice".to_owned()));
    }
}
