//! The core as a WebAssembly module: wasm-pack, then binaryen's wasm-opt.

use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use xshell::cmd;

use crate::Result;
use crate::files::is_current;
use crate::project::Project;
use crate::setup::{TOOLS, Toolchain};
use crate::steps::{ready, step};

/// What the module is made from.
const SOURCES: &str = "src data build seeds Cargo.toml Cargo.lock wasm-pack.toml \
                       package-lock.json";

/// Builds the module by a compiler unless it was built from the same sources.
pub fn build(project: &Project, toolchain: &Toolchain) -> Result {
    let folder = project.path(&project.setting::<String>("build.out-dir")?);
    let name: String = project.setting("build.out-name")?;
    let module = folder.join(format!("{name}_bg.wasm"));
    // Written last, so that a build that was broken off does not count.
    let built = folder.join(".built");
    if module.is_file() && is_current(project, &built, SOURCES) {
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
    let (mode, for_cargo) = toolchain.arguments();
    let (root, tools) = (&project.root, project.path(TOOLS));
    let wasm_pack = tools.join("wasm-pack");
    // --no-opt: wasm-pack would fetch its own wasm-opt; binaryen's comes from npm.
    let command = cmd!(
        project.shell,
        "{wasm_pack} --log-level error build --mode {mode} --no-opt --no-pack --target {target}
         --profile {profile} --out-name {name} --out-dir {folder} {root} {for_cargo...}"
    );
    Ok(toolchain.apply(command, &tools)?.run()?)
}

fn optimise(project: &Project, module: &Path) -> Result {
    let before = fs::metadata(module)?.len();
    let flags: Vec<String> = project.setting("wasm-opt.flags")?;
    let wasm_opt = "node_modules/binaryen/bin/wasm-opt";
    cmd!(
        project.shell,
        "node {wasm_opt} {flags...} {module} -o {module}"
    )
    .run()?;
    let after = fs::metadata(module)?.len();
    println!("  {} KB, was {} KB", after / 1000, before / 1000);
    Ok(())
}
