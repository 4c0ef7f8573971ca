//! The page, from its sources to `dist/`, which any static host can serve.

mod compress;
mod dictionary;
mod dist;
mod rules;
mod samples;
mod strings;
mod wasm;

pub use dist::{Weight, weigh, with_ending};
pub use samples::seeds;

use std::path::PathBuf;

use crate::Result;
use crate::project::Project;
use crate::setup;
use crate::steps::step;

/// Sets up what is missing and builds the page; gives the folder of the result.
///
/// # Errors
///
/// Where the set-up or a step fails.
pub fn run(project: &Project) -> Result<PathBuf> {
    let tools = setup::for_build(project)?;
    wasm::build(project, &tools)?;
    dictionary::build(project)?;
    let rules = rules::pages(project)?;
    step("Writing strings, samples and dist/", || {
        strings::build(project)?;
        samples::build(project)?;
        dist::build(project, &rules)
    })
}

/// Writes the pages about the rules of the checks into `dist/`, and nothing else; gives their folder.
///
/// # Errors
///
/// As [`rules::pages`].
pub fn rule_pages(project: &Project) -> Result<PathBuf> {
    let dist = dist::renew(project, &rules::pages(project)?)?;
    Ok(dist.join("rules"))
}
