//! Installs what is missing on a fresh machine; what is there is not touched.

mod browser;
mod debian;
mod toolchain;

pub use browser::browser;
pub use toolchain::Toolchain;

use xshell::cmd;

use crate::Result;
use crate::files::is_current;
use crate::project::Project;
use crate::steps::{step, unless};

/// Where the tools are that the build runs: wasm-pack looks for wasm-bindgen in PATH.
pub const TOOLS: &str = "target/tools/bin";

/// Everything that the build needs; gives the compiler. Where something can be neither found nor
/// installed the error says what to install by hand.
pub fn for_build(project: &Project) -> Result<Toolchain> {
    let toolchain = toolchain::ready(project)?;
    tool(
        project,
        "wasm-pack",
        &project.setting::<String>("tools.wasm-pack")?,
    )?;
    // It reads what the crate of the same version has written into the module.
    tool(
        project,
        "wasm-bindgen-cli",
        &project.locked_version("wasm-bindgen")?,
    )?;
    npm_parts(project)?;
    Ok(toolchain)
}

/// A tool at just this version, under target/tools; cargo knows whether it is there.
fn tool(project: &Project, name: &str, version: &str) -> Result {
    let options = ["--quiet", "--root", "target/tools"];
    step(&format!("{name} {version} (takes minutes once)"), || {
        let install = || {
            cmd!(project.shell, "cargo install {name}@{version} {options...}")
                // Both tools share what they both depend on.
                .env("CARGO_TARGET_DIR", project.path("target/tools-build"))
                // They run for seconds: compiling them fast is worth more than fast tools.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .quiet()
        };
        // A tool's own lock file may name a version that the registry in use does not have.
        let locked = install().arg("--locked").run();
        Ok(locked.or_else(|_| install().run())?)
    })
}

/// Everything that any verb needs.
pub fn everything(project: &Project) -> Result {
    for_build(project)?;
    browser(project)?;
    browser::fonts(project)
}

/// The parts from npm, at the versions of package-lock.json.
pub fn npm_parts(project: &Project) -> Result {
    let marker = project.path("node_modules/.package-lock.json");
    let is_ready = is_current(project, &marker, "package.json package-lock.json");
    unless(is_ready, "npm parts", "Installing the npm parts", || {
        let npm = which::which("npm");
        let npm = npm.map_err(|_| "Node 20 or newer with npm is needed; install it first")?;
        Ok(cmd!(project.shell, "{npm} ci --loglevel=error").run()?)
    })
}
