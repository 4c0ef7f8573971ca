//! `cargo xtask python`: the wheel, built and tested in a virtual environment by `crates/python/try.py`.

use std::path::{self, PathBuf};

use xshell::cmd;

use crate::project::Project;
use crate::setup::java;
use crate::{Result, rust};

/// The environment's interpreter.
const PYTHON: &str = match cfg!(windows) {
    true => "target/python/venv/Scripts/python.exe",
    false => "target/python/venv/bin/python",
};

/// Builds the wheel and tests it as people install it; with `spark` on a local cluster of Spark, too.
pub fn run(project: &Project, spark: bool) -> Result {
    let program = rust::command_line(project)?;
    tried(project, spark, Some(program))
}

/// Builds the wheel into its environment, and gives the interpreter of that.
pub fn built(project: &Project, spark: bool) -> Result<PathBuf> {
    tried(project, spark, None)?;
    Ok(path::absolute(PYTHON)?)
}

fn tried(project: &Project, spark: bool, program: Option<PathBuf>) -> Result {
    let names = ["python3", "python", "py"];
    let python = names.into_iter().find_map(|name| which::which(name).ok());
    let python = python.ok_or(
        "Python 3.9 or newer with venv and pip is needed (on Debian: python3-venv); please install it first",
    )?;
    if spark {
        java(project)?;
    }
    let without = (!spark).then_some("--no-spark");
    let tried = cmd!(
        project.shell,
        "{python} crates/python/try.py {without...} {program...}"
    );
    Ok(tried.quiet().run()?)
}
