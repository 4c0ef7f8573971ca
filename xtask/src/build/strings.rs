//! What people read, for the page: `data/strings/*.tsv` and what the rules say, as an ES module.

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

/// Writes `www/generated/strings.js`.
pub fn build() -> Result {
    let [zh, en] = by_language()?;
    let template = include_str!("../../templates/strings.js");
    let module = render("strings.js", template, context! { zh, en })?;
    write("www/generated/strings.js", module)
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
