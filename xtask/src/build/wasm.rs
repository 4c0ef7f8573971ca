//! The core as a WebAssembly module: wasm-pack, then binaryen's wasm-opt.

use std::fs::File;
use std::path::{self, Path};
use std::time::SystemTime;

use xshell::cmd;

use crate::Result;
use crate::files::is_current;
use crate::project::Project;
use crate::setup::{TOOLS, Toolchain};
use crate::steps::{ready, step};

/// What the module is made from.
const SOURCES: &str = "src data build seeds Cargo.toml Cargo.lock wasm-pack.toml package-lock.json";

/// Builds the module by a compiler unless it was built from the same sources.
pub fn build(project: &Project, toolchain: &Toolchain) -> Result {
    let folder = path::absolute(project.setting::<String>("build.out-dir")?)?;
    let name: String = project.setting("build.out-name")?;
    let module = folder.join(format!("{name}_bg.wasm"));
    // Written last, so that a build that was broken off does not count.
    let built = folder.join(".built");
    if module.is_file() && is_current(&built, SOURCES) {
        ready("core (no source has changed)");
        return Ok(());
    }
    let started = SystemTime::now();
    step("Compiling the core to WebAssembly", || {
        compile(project, toolchain, &folder, &name)
    })?;
    step("Optimising it with wasm-opt", || optimise(project, &module))?;
    // What was changed meanwhile is newer.
    Ok(File::create(&built)?.set_modified(started)?)
}

fn compile(project: &Project, toolchain: &Toolchain, folder: &Path, name: &str) -> Result {
    let target: String = project.setting("build.target")?;
    let profile: String = project.setting("build.profile")?;
    let flags: String = project.setting("build.rustflags")?;
    let (mode, for_cargo) = toolchain.arguments();
    // --no-opt: wasm-pack would fetch its own wasm-opt; binaryen's comes from npm.
    let command = cmd!(
        project.shell,
        "{TOOLS}/wasm-pack --log-level error build --mode {mode} --no-opt --no-pack --target {target}
         --profile {profile} --out-name {name} --out-dir {folder} . {for_cargo...}"
    );
    let command = command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    Ok(toolchain.apply(command)?.run()?)
}

fn optimise(project: &Project, module: &Path) -> Result {
    let flags: Vec<String> = project.setting("wasm-opt.flags")?;
    let wasm_opt = "node_modules/binaryen/bin/wasm-opt";
    let optimise = cmd!(project.shell, "node {wasm_opt} {flags...} {module}");
    Ok(optimise.arg("-o").arg(module).run()?)
}
