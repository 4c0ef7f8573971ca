//! `cargo xtask python`: the wheel, built and tested in a virtual environment by `crates/python/try.py`.

use xshell::cmd;

use crate::project::Project;
use crate::setup::java;
use crate::{Result, rust};

/// Builds the wheel and tests it as people install it; with `spark` on a local cluster of Spark, too.
pub fn run(project: &Project, spark: bool) -> Result {
    let names = ["python3", "python", "py"];
    let python = names.into_iter().find_map(|name| which::which(name).ok());
    let python = python.ok_or(
        "Python 3.9 or newer with venv and pip is needed (on Debian: python3-venv); please install it first",
    )?;
    if spark {
        java(project)?;
    }
    let program = rust::command_line(project)?;
    let without = (!spark).then_some("--no-spark");
    let tried = cmd!(
        project.shell,
        "{python} crates/python/try.py {program} {without...}"
    );
    Ok(tried.quiet().run()?)
}
