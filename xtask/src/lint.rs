//! `cargo xtask lint`: clippy, and the types of the JavaScript.

use crate::Result;
use crate::command::{self, cargo, node};
use crate::project::Project;
use crate::steps::step;
use crate::{build, setup};

/// Both lints; the page is built first, since its types come from the build.
///
/// # Errors
///
/// Where one finds something.
pub fn run(project: &Project) -> Result {
    step("Clippy", || clippy(project))?;
    build::run(project)?;
    step("Types of the JavaScript", || types(project))
}

/// Clippy over everything, with no warning allowed.
pub fn clippy(project: &Project) -> Result {
    command::run(
        cargo()
            .args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--all-features",
                "--quiet",
            ])
            .args(["--", "-D", "warnings"])
            .current_dir(&project.root),
    )
}

/// TypeScript's compiler over the JSDoc types.
pub fn types(project: &Project) -> Result {
    setup::npm_parts(project)?;
    command::run(
        node()?
            .arg(project.path("node_modules/typescript/bin/tsc"))
            .args(["--noEmit", "--project"])
            .arg(project.path("tsconfig.json")),
    )
}
