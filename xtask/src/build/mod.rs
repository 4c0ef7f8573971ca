//! The page, from its sources to `dist/`, which any static host can serve.

mod dictionary;
mod dist;
mod rules;
mod samples;
mod strings;
mod templates;
mod wasm;
pub mod weight;

use std::path::PathBuf;

use crate::Result;
use crate::project::Project;
use crate::setup;
use crate::steps::step;

/// Sets up what is missing and builds the page; gives the folder of the result.
pub fn run(project: &Project) -> Result<PathBuf> {
    let toolchain = setup::for_build(project)?;
    wasm::build(project, &toolchain)?;
    dictionary::build(project)?;
    let rules = rules::pages(project)?;
    step("Writing strings, samples and dist/", || {
        strings::build(project)?;
        samples::build(project)?;
        dist::build(project, rules)
    })
}

/// Writes the pages about the rules of the checks into `dist/`, and nothing else.
pub fn rule_pages(project: &Project) -> Result {
    for (name, html) in rules::pages(project)? {
        dist::put(&project.path("dist").join(name), html.as_bytes())?;
    }
    println!("{}", project.path("dist/rules/index.html").display());
    Ok(())
}
