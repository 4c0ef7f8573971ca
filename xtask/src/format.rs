//! `cargo xtask fmt`.

use crate::Result;
use crate::command::{self, cargo};
use crate::project::Project;

/// Formats the Rust code, or only says whether it is formatted.
///
/// # Errors
///
/// Where it is not, or cannot be.
pub fn run(project: &Project, check: bool) -> Result {
    let mut formatter = cargo();
    formatter.args(["fmt", "--all"]).current_dir(&project.root);
    if check {
        formatter.args(["--", "--check"]);
    }
    command::run(&mut formatter)
}
