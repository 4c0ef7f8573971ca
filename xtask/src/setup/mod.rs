//! Installs what is missing on a fresh machine; what is there is not touched.

mod browser;
mod debian;
mod java;
mod toolchain;

pub use browser::browser;
pub use java::java;
pub use toolchain::Toolchain;

use xshell::cmd;

use crate::Result;
use crate::files::is_current;
use crate::project::Project;
use crate::steps::{ready, step};

/// Where the tools are that the build runs: wasm-pack looks for wasm-bindgen in PATH.
pub const TOOLS: &str = "target/tools/bin";

/// Everything that any verb needs.
pub fn everything(project: &Project) -> Result {
    for_build(project)?;
    browser(project)?;
    browser::fonts(project)
}

/// Everything that the build needs; gives the compiler. Where something can be neither found nor
/// installed the error says what to install by hand.
pub fn for_build(project: &Project) -> Result<Toolchain> {
    let toolchain = toolchain::ready(project)?;
    let wasm_pack: String = project.setting("tools.wasm-pack")?;
    tool(project, &format!("wasm-pack@{wasm_pack}"))?;
    // It reads what the crate of the same version has written into the module.
    let wasm_bindgen = project.locked_version("wasm-bindgen")?;
    tool(project, &format!("wasm-bindgen-cli@{wasm_bindgen}"))?;
    npm_parts(project)?;
    Ok(toolchain)
}

/// A tool at just this version, under target/tools; cargo knows whether it is there.
fn tool(project: &Project, tool: &str) -> Result {
    step(&format!("{tool} (takes minutes once)"), || {
        let install = |lock: Option<&str>| {
            let options = ["--quiet", "--root", "target/tools"];
            cmd!(project.shell, "cargo install {tool} {options...} {lock...}")
                // Both tools share what they both depend on.
                .env("CARGO_TARGET_DIR", "target/tools-build")
                // They run for seconds: compiling them fast is worth more than fast tools.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .quiet()
                .run()
        };
        // A tool's own lock file may name a version that the registry in use does not have.
        Ok(install(Some("--locked")).or_else(|_| install(None))?)
    })
}

/// The parts from npm, at the versions of package-lock.json.
pub fn npm_parts(project: &Project) -> Result {
    let installed = "node_modules/.package-lock.json";
    if is_current(installed, "package.json package-lock.json") {
        ready("npm parts");
        return Ok(());
    }
    step("Installing the npm parts", || {
        let npm = which::which("npm");
        let npm = npm.map_err(|_| "Node 20 or newer with npm is needed; install it first")?;
        Ok(cmd!(project.shell, "{npm} ci --loglevel=error").run()?)
    })
}
