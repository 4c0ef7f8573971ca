//! The page, from its sources to `dist/`, which any static host can serve.

mod dictionary;
mod rules;
mod samples;
mod strings;
mod templates;
mod wasm;

use xshell::cmd;

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
    step("Writing strings and samples", || {
        strings::build()?;
        samples::build(project)
    })?;
    finish(project)
}

/// Writes the pages about the rules of the checks anew, and what the build left otherwise as it is.
pub fn finish(project: &Project) -> Result {
    rules::build(project)?;
    step("Writing dist/", || {
        Ok(cmd!(project.shell, "node xtask/page/dist.mjs")
            .quiet()
            .run()?)
    })
}
