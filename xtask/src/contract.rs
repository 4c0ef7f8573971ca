//! `cargo xtask contract`: the JSON Schema and the TypeScript types of an analysis.

use crate::Result;
use crate::command::{self, cargo};
use crate::project::Project;

/// Writes `schema/` from the Rust types, or only says whether it is current.
///
/// # Errors
///
/// Where it is stale, or the core does not compile.
pub fn run(project: &Project, check: bool) -> Result {
    let mut test = cargo();
    test.args([
        "test",
        "--quiet",
        "--features",
        "contract",
        "--test",
        "contract",
    ])
    .current_dir(&project.root);
    if !check {
        test.env("XUSHI_WRITE_CONTRACT", "1");
    }
    command::run(&mut test)
}
