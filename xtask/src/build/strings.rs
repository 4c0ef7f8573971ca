//! Tables for the page, as an ES module: what people read (`data/strings/*.tsv`, and what the rules say), and `data/profiles.tsv`.

use std::collections::BTreeMap;
use std::path::Path;

use minijinja::context;

use super::templates::render;
use crate::Result;
use crate::files::write;

/// The build script's own reader.
#[path = "../../../build/said/mod.rs"]
#[allow(
    dead_code,
    reason = "the page does not show all that is said of the rules"
)]
mod said;

/// Key to string, in one language.
pub type Strings = BTreeMap<String, String>;

/// Writes `www/generated/tables.js`.
pub fn build() -> Result {
    let [zh, en] = by_language()?;
    let profiles = include_str!("../../../data/profiles.tsv");
    let template = include_str!("../../templates/tables.js");
    let module = render("tables.js", template, context! { zh, en, profiles })?;
    write("www/generated/tables.js", module)
}

/// All strings, in Chinese and in English.
pub fn by_language() -> Result<[Strings; 2]> {
    let (strings, _) = said::read(Path::new(""))?;
    let (zh, en) = strings
        .into_iter()
        .map(|(key, (zh, en))| ((key.clone(), zh), (key, en)))
        .unzip();
    Ok([zh, en])
}
