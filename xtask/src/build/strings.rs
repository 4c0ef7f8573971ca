//! What people read, for the page: `data/strings/*.tsv` as an ES module.

use std::collections::BTreeMap;
use std::fs;

use crate::Result;
use crate::project::Project;
use crate::stamp::{files_under, write};

/// Key to Chinese and English.
pub type Strings = BTreeMap<String, (String, String)>;

/// Writes `www/generated/strings.js`, and its types beside it.
pub fn build(project: &Project) -> Result {
    let strings = read(project)?;
    let generated = project.path("www/generated");
    write(&generated.join("strings.js"), module(&strings)?.as_bytes())?;
    write(&generated.join("strings.d.ts"), types(&strings).as_bytes())
}

/// The strings of all tables.
///
/// # Errors
///
/// Where a row has not three columns, or a key stands twice.
pub fn read(project: &Project) -> Result<Strings> {
    let mut strings = Strings::new();
    for file in files_under(&project.path("data/strings"))? {
        if file.extension().is_some_and(|end| end == "tsv") {
            let table = fs::read_to_string(&file)?;
            add(&mut strings, &table).map_err(|error| format!("{}:{error}", file.display()))?;
        }
    }
    Ok(strings)
}

fn add(strings: &mut Strings, table: &str) -> Result {
    for (line, row) in (1..).zip(table.lines()) {
        if row.trim().is_empty() || row.starts_with('#') {
            continue;
        }
        let columns: Vec<&str> = row.split('\t').collect();
        let [key, zh, en] = columns[..] else {
            return Err(format!("{line}: a string needs key, zh and en").into());
        };
        let both = (zh.to_owned(), en.to_owned());
        if strings.insert(key.to_owned(), both).is_some() {
            return Err(format!("{line}: the key {key} stands twice").into());
        }
    }
    Ok(())
}

fn module(strings: &Strings) -> Result<String> {
    let pick = |choose: fn(&(String, String)) -> &String| -> Result<String> {
        let language: BTreeMap<&String, &String> = strings
            .iter()
            .map(|(key, both)| (key, choose(both)))
            .collect();
        Ok(serde_json::to_string_pretty(&language)?)
    };
    let zh = pick(|both| &both.0)?;
    let en = pick(|both| &both.1)?;
    Ok(format!(
        "// Written by `cargo xtask build` from data/strings/; changes belong there.\n\n\
         export const zh = Object.freeze({zh});\n\n\
         export const en = Object.freeze({en});\n"
    ))
}

/// The module's types: TypeScript takes them from beside it, and the page does not load them.
fn types(strings: &Strings) -> String {
    let keys: String = strings.keys().map(|key| format!("\n  | {key:?}")).collect();
    format!(
        "// Written by `cargo xtask build` from data/strings/.\n\n\
         /** The key of a string. */\n\
         export type StringKey ={keys};\n\n\
         /** Chinese, by key. */\n\
         export const zh: Readonly<Record<string, string>>;\n\n\
         /** English, by key. */\n\
         export const en: Readonly<Record<string, string>>;\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(table: &str) -> Result<Strings> {
        let mut strings = Strings::new();
        add(&mut strings, table)?;
        Ok(strings)
    }

    #[test]
    fn quotes_and_markup_in_a_string_stay_inside_it() -> Result {
        let strings = strings("# key\tzh\ten\na.b\t他说“是”\tHe said \"yes\" </script>\n")?;
        let module = module(&strings)?;
        assert!(module.contains(r#""a.b": "他说“是”""#));
        assert!(types(&strings).contains(r#"| "a.b";"#));
        assert!(module.contains(r#""a.b": "He said \"yes\" </script>""#));
        Ok(())
    }

    #[test]
    fn a_faulty_row_is_named_by_its_line() {
        let short = strings("a\t一\tone\nb\t二\n").map_err(|error| error.to_string());
        assert_eq!(short, Err("2: a string needs key, zh and en".to_owned()));
        let twice = strings("a\t一\tone\na\t二\ttwo\n").map_err(|error| error.to_string());
        assert_eq!(twice, Err("2: the key a stands twice".to_owned()));
    }
}
