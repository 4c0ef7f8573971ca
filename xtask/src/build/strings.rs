//! What people read, for the page: `data/strings/*.tsv` and what the rules say, as an ES module.

use std::collections::BTreeMap;

use crate::Result;
use crate::project::Project;
use crate::stamp::write;

/// The build script's own reader.
#[path = "../../../build/said/mod.rs"]
#[allow(
    dead_code,
    reason = "the page does not show all that is said of the rules"
)]
mod said;

pub use said::Strings;

/// Writes `www/generated/strings.js`, and its types beside it.
pub fn build(project: &Project) -> Result {
    let strings = read(project)?;
    let generated = project.path("www/generated");
    write(&generated.join("strings.js"), module(&strings)?.as_bytes())?;
    write(&generated.join("strings.d.ts"), types(&strings).as_bytes())
}

/// All strings.
///
/// # Errors
///
/// As [`said::read`].
pub fn read(project: &Project) -> Result<Strings> {
    Ok(said::read(&project.root)?.0)
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
        "// Written by `cargo xtask build` from data/strings/ and src/checks/; changes belong there.\n\n\
         export const zh = Object.freeze({zh});\n\n\
         export const en = Object.freeze({en});\n"
    ))
}

/// The module's types: TypeScript takes them from beside it, and the page does not load them.
fn types(strings: &Strings) -> String {
    let keys: String = strings.keys().map(|key| format!("\n  | {key:?}")).collect();
    format!(
        "// Written by `cargo xtask build` from data/strings/ and src/checks/.\n\n\
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

    #[test]
    fn quotes_and_markup_in_a_string_stay_inside_it() -> Result {
        let said = ("他说“是”", "He said \"yes\" </script>");
        let both = (said.0.to_owned(), said.1.to_owned());
        let strings = Strings::from([("a.b".to_owned(), both)]);
        let module = module(&strings)?;
        assert!(module.contains(r#""a.b": "他说“是”""#));
        assert!(types(&strings).contains(r#"| "a.b";"#));
        assert!(module.contains(r#""a.b": "He said \"yes\" </script>""#));
        Ok(())
    }
}
