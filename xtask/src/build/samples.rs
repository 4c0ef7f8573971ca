//! The sample documents that the page offers: `www/generated/samples.js`. The files themselves go to
//! `dist/seeds/`.

use std::fs;

use minijinja::context;

use super::templates::render;
use crate::Result;
use crate::files::{files, is_current, write};
use crate::project::Project;
use crate::rust;
use crate::steps::step;

/// Where the list goes.
const LIST: &str = "www/generated/samples.js";

/// The most characters of a title in the list.
const LONGEST_TITLE: usize = 60;

/// Writes the list unless it was made from the same samples by the same core, which knows their titles.
pub fn build(project: &Project) -> Result {
    if is_current(LIST, "seeds src data xtask/templates") {
        return Ok(());
    }
    step("Asking the core about the samples", || {
        let mut samples = Vec::new();
        for file in files("seeds", ".txt") {
            let shape = file.file_stem().unwrap_or_default().to_string_lossy();
            let name = format!("seeds/{shape}.txt");
            let analysis = rust::answer(project, &["analyze", "--format", "json", &name])?;
            let title = analysis["documents"][0]["title"].as_str().unwrap_or(&shape);
            let title: String = title.chars().take(LONGEST_TITLE).collect();
            // White space is left out, and so is a byte order mark.
            let text = String::from_utf8_lossy(&fs::read(&file)?).replace('\u{feff}', "");
            let characters = text.chars().filter(|c| !c.is_whitespace()).count();
            samples.push(context! { file => name, shape, title, characters });
        }
        let template = include_str!("../../templates/samples.js");
        write(LIST, render("samples.js", template, context! { samples })?)
    })
}
