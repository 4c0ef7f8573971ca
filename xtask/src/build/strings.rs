//! What people read, for the page: `data/strings/*.tsv` and what the rules say, as an ES module.

use std::collections::BTreeMap;

use minijinja::context;

use super::templates::render;
use crate::Result;
use crate::files::write;
use crate::project::Project;

/// The build script's own reader.
#[path = "../../../build/said/mod.rs"]
#[allow(
    dead_code,
    reason = "the page does not show all that is said of the rules"
)]
mod said;

pub use said::Strings;

/// Writes `www/generated/strings.js`, and its types beside it: TypeScript takes them from there, and
/// the page does not load them.
pub fn build(project: &Project) -> Result {
    let strings = read(project)?;
    let zh: BTreeMap<_, _> = strings.iter().map(|(key, both)| (key, &both.0)).collect();
    let en: BTreeMap<_, _> = strings.iter().map(|(key, both)| (key, &both.1)).collect();
    for (name, template) in [
        ("strings.js", include_str!("../../templates/strings.js")),
        ("strings.d.ts", include_str!("../../templates/strings.d.ts")),
    ] {
        let text = render(name, template, context! { zh, en })?;
        write(&project.path("www/generated").join(name), text)?;
    }
    Ok(())
}

/// All strings.
pub fn read(project: &Project) -> Result<Strings> {
    Ok(said::read(&project.root)?.0)
}
