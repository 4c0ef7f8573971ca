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

/// Builds the wheel into its environment and, with `tests`, tests it there; with `spark` on a local cluster of Spark, too.
/// Gives the environment's interpreter.
pub fn run(project: &Project, spark: bool, tests: bool) -> Result<PathBuf> {
    let names = ["python3", "python", "py"];
    let python = names.into_iter().find_map(|name| which::which(name).ok());
    let python = python.ok_or(
        "Python 3.9 or newer with venv and pip is needed (on Debian: python3-venv); please install it first",
    )?;
    if spark {
        java(project)?;
    }
    let program = tests.then(|| rust::command_line(project)).transpose()?;
    let words = (!spark).then(|| "--no-spark".into()).into_iter();
    let words: Vec<PathBuf> = words.chain(program).collect();
    let tried = cmd!(project.shell, "{python} crates/python/try.py {words...}");
    tried.quiet().run()?;
    Ok(path::absolute(PYTHON)?)
}
