//! The core's tests, natively and as a module.

use std::path::PathBuf;

use super::{Outcome, shared};
use crate::Result;
use crate::build::seeds;
use crate::command::{cargo, node, run};
use crate::project::Project;
use crate::stamp::files_under;

/// Every test of the workspace but the contract's, which is a step of its own.
pub fn cargo_test(project: &Project) -> Result {
    run(cargo()
        .args(["test", "--workspace", "--quiet"])
        .current_dir(&project.root))
}

/// The command line, as people run it; built here.
///
/// # Errors
///
/// Where it does not compile.
pub fn command_line(project: &Project) -> Result<PathBuf> {
    run(cargo()
        .args(["build", "--release", "--quiet", "--bin", "xushi"])
        .current_dir(&project.root))?;
    let name = if cfg!(windows) { "xushi.exe" } else { "xushi" };
    Ok(project.path("target/release").join(name))
}

/// The same analysis from the module in Node and from the command line, on every sample.
pub fn equality(project: &Project) -> Result<Outcome> {
    let mut texts = seeds(project)?;
    if let Some(shared) = shared(project) {
        texts.extend(files_under(&shared.join("corpus/seeds"))?);
    }
    if texts.is_empty() {
        return Err("there is no sample under seeds/".into());
    }
    let program = command_line(project)?;
    run(node()?
        .arg(project.path("tests/wasm/equal.mjs"))
        .arg(program)
        .args(texts)
        .current_dir(&project.root))?;
    Ok(Outcome::Passed)
}

/// What `xushi check --format sarif` prints is valid SARIF 2.1.0, on every sample.
pub fn sarif(project: &Project) -> Result<Outcome> {
    let program = command_line(project)?;
    run(node()?
        .arg(project.path("tests/sarif/valid.mjs"))
        .arg(program)
        .args(seeds(project)?)
        .current_dir(&project.root))?;
    Ok(Outcome::Passed)
}
