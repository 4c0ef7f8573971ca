//! wasm-pack and wasm-bindgen, each at the version that the project is built with.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::command::{cargo, find, output, run};
use crate::project::Project;
use crate::steps::{ready as say_ready, step};

/// wasm-pack's file, and the folder of wasm-bindgen's.
pub fn ready(project: &Project) -> Result<(PathBuf, PathBuf)> {
    let wasm_pack = tool(
        project,
        "wasm-pack",
        "wasm-pack",
        project.tool_version("wasm-pack")?,
    )?;
    let wasm_bindgen = tool(
        project,
        "wasm-bindgen",
        "wasm-bindgen-cli",
        // It reads what the crate of the same version has written into the module.
        &project.locked_version("wasm-bindgen")?,
    )?;
    let folder = wasm_bindgen.parent().map(Path::to_path_buf);
    Ok((wasm_pack, folder.unwrap_or_default()))
}

/// A tool at just this version: in PATH, in target/tools, or installed there.
fn tool(project: &Project, program: &str, package: &str, version: &str) -> Result<PathBuf> {
    let root = project.path("target/tools");
    let own = root.join("bin").join(if cfg!(windows) {
        format!("{program}.exe")
    } else {
        program.to_owned()
    });
    let current = [Some(own.clone()), find(program)]
        .into_iter()
        .flatten()
        .find(|file| has_version(file, version));
    if let Some(file) = current {
        say_ready(&format!("{program} {version}"));
        return Ok(file);
    }
    step(
        &format!("Installing {program} {version} (some minutes)"),
        || {
            let install = |locked: &[&str]| {
                run(cargo()
                    .args([
                        "install",
                        package,
                        "--version",
                        version,
                        "--force",
                        "--quiet",
                    ])
                    .args(locked)
                    .arg("--root")
                    .arg(&root)
                    // Both tools share what they both depend on.
                    .env("CARGO_TARGET_DIR", project.path("target/tools-build"))
                    // They run for seconds: compiling them fast is worth more than fast tools.
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                    .env("CARGO_PROFILE_RELEASE_DEBUG", "false"))
            };
            // A tool's own lock file may name a version that the registry in use does not have.
            install(&["--locked"]).or_else(|_| {
                println!("  the registry does not have all of its lock file; without it");
                install(&[])
            })
        },
    )?;
    Ok(own)
}

fn has_version(file: &Path, version: &str) -> bool {
    output(Command::new(file).arg("--version"))
        .is_ok_and(|said| said.split_whitespace().nth(1) == Some(version))
}
