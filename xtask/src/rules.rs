//! `cargo xtask rules`: the pages about the rules of the checks.

use crate::Result;
use crate::command::{self, cargo};
use crate::project::Project;

/// Writes `docs/rules/` and `www/rules/` from the registry, or only says whether they are current.
///
/// # Errors
///
/// Where they are stale, a rule is not documented, or the core does not compile.
pub fn run(project: &Project, check: bool) -> Result {
    let mut test = cargo();
    test.args(["test", "--quiet", "--test", "rule_pages"])
        .current_dir(&project.root);
    if !check {
        test.env("XUSHI_WRITE_RULES", "1");
    }
    command::run(&mut test)
}
