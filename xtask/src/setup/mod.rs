//! Installs what is missing on a fresh machine; what is there is not touched.

mod browser;
mod debian;
mod toolchain;
mod tools;

pub use browser::browser;
pub use toolchain::Toolchain;

use std::path::PathBuf;

use xshell::cmd;

use crate::Result;
use crate::files::is_current;
use crate::project::Project;
use crate::steps::{ready, step};

/// What the build needs.
pub struct BuildTools {
    /// The compiler with the wasm32 target.
    pub toolchain: Toolchain,
    /// wasm-pack's file.
    pub wasm_pack: PathBuf,
    /// wasm-bindgen's file, which wasm-pack looks for in PATH.
    pub wasm_bindgen: PathBuf,
}

/// Everything that the build needs; where something can be neither found nor installed the error says
/// what to install by hand.
pub fn for_build(project: &Project) -> Result<BuildTools> {
    let toolchain = toolchain::ready(project)?;
    let wasm_pack: String = project.setting("tools.wasm-pack")?;
    // It reads what the crate of the same version has written into the module.
    let wasm_bindgen = project.locked_version("wasm-bindgen")?;
    let tools = BuildTools {
        toolchain,
        wasm_pack: tools::tool(project, "wasm-pack", "wasm-pack", &wasm_pack)?,
        wasm_bindgen: tools::tool(project, "wasm-bindgen", "wasm-bindgen-cli", &wasm_bindgen)?,
    };
    npm_parts(project)?;
    Ok(tools)
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
    if is_current(project, &marker, "package.json package-lock.json") {
        ready("npm parts");
        return Ok(());
    }
    step("Installing the npm parts", || {
        let npm = which::which("npm");
        let npm = npm.map_err(|_| "Node 20 or newer with npm is needed; install it first")?;
        Ok(cmd!(project.shell, "{npm} ci --loglevel=error").run()?)
    })
}
