//! The page, from its sources to `dist/`, which any static host can serve.

mod dictionary;
mod dist;
mod pdf;
mod rules;
mod samples;
mod strings;
mod templates;
mod wasm;
pub mod weight;

use crate::Result;
use crate::project::Project;
use crate::setup;
use crate::steps::step;

/// The folder of the finished page.
pub const DIST: &str = "dist";

/// Sets up what is missing and builds the page.
pub fn run(project: &Project) -> Result {
    let toolchain = setup::for_build(project)?;
    for module in ["core", "readers", "writers"] {
        wasm::build(project, &toolchain, module)?;
    }
    dictionary::build(project)?;
    let rules = rules::pages(project)?;
    step("Writing strings, samples and dist/", || {
        strings::build()?;
        pdf::build()?;
        samples::build(project)?;
        dist::build(rules)
    })
}

/// Writes the pages about the rules of the checks into `dist/`, and nothing else.
pub fn rule_pages(project: &Project) -> Result {
    for (file, html) in rules::pages(project)? {
        dist::put(&file, html.as_bytes())?;
    }
    println!("{DIST}/rules/index.html");
    Ok(())
}
