//! wasm-pack and wasm-bindgen, each at the version that the project is built with.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};

use xshell::cmd;

use crate::Result;
use crate::project::Project;
use crate::steps::{ready, step};

/// A tool of a package at just this version: in target/tools, in PATH, or installed into the former.
pub fn tool(project: &Project, program: &str, package: &str, version: &str) -> Result<PathBuf> {
    let own = project.path(&format!("target/tools/bin/{program}{EXE_SUFFIX}"));
    for file in [Some(own.clone()), which::which(program).ok()]
        .into_iter()
        .flatten()
    {
        if has_version(project, &file, version) {
            ready(&format!("{program} {version}"));
            return Ok(file);
        }
    }
    let name = format!("Installing {program} {version} (some minutes)");
    step(&name, || install(project, package, version))?;
    Ok(own)
}

fn has_version(project: &Project, file: &Path, version: &str) -> bool {
    let asked = cmd!(project.shell, "{file} --version");
    let said = asked.ignore_stderr().read();
    said.is_ok_and(|said| said.split_whitespace().nth(1) == Some(version))
}

fn install(project: &Project, package: &str, version: &str) -> Result {
    let options = ["--force", "--quiet", "--root", "target/tools"];
    let install = || {
        cmd!(
            project.shell,
            "cargo install {package} --version {version} {options...}"
        )
        // Both tools share what they both depend on.
        .env("CARGO_TARGET_DIR", project.path("target/tools-build"))
        // They run for seconds: compiling them fast is worth more than fast tools.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
    };
    // A tool's own lock file may name a version that the registry in use does not have.
    let locked = install().arg("--locked").run();
    Ok(locked.or_else(|_| install().run())?)
}
