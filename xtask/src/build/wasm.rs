//! The WebAssembly modules of the page: wasm-pack, then binaryen's wasm-opt.

use std::fs::File;
use std::path::{self, Path};
use std::time::SystemTime;

use xshell::cmd;

use crate::Result;
use crate::files::is_current;
use crate::project::Project;
use crate::setup::{TOOLS, Toolchain};
use crate::steps::{ready, step};

/// What every module is made from.
const SOURCES: &str = "Cargo.toml Cargo.lock wasm-pack.toml package-lock.json";

/// Builds a module, named by its table in wasm-pack.toml, by a compiler unless it was built from the same sources.
pub fn build(project: &Project, toolchain: &Toolchain, module: &str) -> Result {
    let setting = |key: &str| project.setting::<String>(&format!("{module}.{key}"));
    let folder = path::absolute(setting("out-dir")?)?;
    let wasm = folder.join(format!("{}_bg.wasm", setting("out-name")?));
    // Written last, so that a build that was broken off does not count.
    let built = folder.join(".built");
    let sources = format!("{SOURCES} {}", setting("sources")?);
    if wasm.is_file() && is_current(&built, &sources) {
        ready(&format!("{module} (no source has changed)"));
        return Ok(());
    }
    let started = SystemTime::now();
    step(&format!("Compiling the {module} to WebAssembly"), || {
        compile(project, toolchain, &folder, setting)
    })?;
    step("Optimising it with wasm-opt", || {
        optimise(project, &wasm, &setting("optimise")?)
    })?;
    // What was changed meanwhile is newer.
    Ok(File::create(&built)?.set_modified(started)?)
}

fn compile(
    project: &Project,
    toolchain: &Toolchain,
    folder: &Path,
    setting: impl Fn(&str) -> Result<String>,
) -> Result {
    let (target, flags): (String, String) = (
        project.setting("build.target")?,
        project.setting("build.rustflags")?,
    );
    let (of_crate, profile, name) = (setting("crate")?, setting("profile")?, setting("out-name")?);
    // By its name: nothing else of the workspace is built for the page.
    let package = setting("package")?;
    let (mode, for_cargo) = toolchain.arguments();
    // --no-opt: wasm-pack would fetch its own wasm-opt; binaryen's comes from npm.
    let command = cmd!(
        project.shell,
        "{TOOLS}/wasm-pack --log-level error build --mode {mode} --no-opt --no-pack --target {target}
         --profile {profile} --out-name {name} --out-dir {folder} {of_crate}
         -- --package {package} {for_cargo...}"
    );
    let command = command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    Ok(toolchain.apply(command)?.run()?)
}

fn optimise(project: &Project, module: &Path, level: &str) -> Result {
    let flags: Vec<String> = project.setting("wasm-opt.flags")?;
    let wasm_opt = "node_modules/binaryen/bin/wasm-opt";
    let optimise = cmd!(
        project.shell,
        "node {wasm_opt} {level} {flags...} {module} -o {module}"
    );
    Ok(optimise.run()?)
}
