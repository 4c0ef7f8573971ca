//! The core as a WebAssembly module: wasm-pack, then binaryen's wasm-opt.

use std::fs;
use std::process::Command;

use crate::Result;
use crate::command::{node, run};
use crate::project::Project;
use crate::setup::BuildTools;
use crate::stamp::{Inputs, unless_done};
use crate::steps::{ready as say_ready, step};

/// Builds the module unless it was built from the same sources.
pub fn build(project: &Project, tools: &BuildTools) -> Result {
    let settings = &project.settings.build;
    let folder = project.path(&settings.out_dir);
    let module = folder.join(format!("{}_bg.wasm", settings.out_name));
    let script = folder.join(format!("{}.js", settings.out_name));

    let mut inputs = Inputs::new()
        .text(&tools.toolchain.version()?)
        .text(&project.locked_version("wasm-bindgen")?);
    for source in [
        "src",
        "data",
        "build",
        "seeds",
        "Cargo.toml",
        "Cargo.lock",
        "wasm-pack.toml",
    ] {
        inputs = inputs.path(&project.path(source))?;
    }
    inputs = inputs.path(&project.path("package-lock.json"))?;

    let built = unless_done(project, "wasm", &inputs, &[module.clone(), script], || {
        step("Compiling the core to WebAssembly", || {
            let mut wasm_pack = Command::new(&tools.wasm_pack);
            // --no-opt: wasm-pack would fetch its own wasm-opt; binaryen's comes from npm.
            wasm_pack
                .args(["--log-level", "error", "build", "--mode", "no-install"])
                .args(["--no-opt", "--no-pack"])
                .args(["--target", &settings.target])
                .args(["--profile", &settings.profile])
                .args(["--out-name", &settings.out_name])
                .arg("--out-dir")
                .arg(&folder)
                .arg(&project.root);
            tools
                .toolchain
                .apply(&mut wasm_pack, &[&tools.wasm_bindgen])?;
            run(&mut wasm_pack)
        })?;
        step("Optimising it with wasm-opt", || {
            let before = fs::metadata(&module)?.len();
            run(node()?
                .arg(project.path("node_modules/binaryen/bin/wasm-opt"))
                .args(&project.settings.wasm_opt.flags)
                .arg(&module)
                .arg("-o")
                .arg(&module))?;
            let after = fs::metadata(&module)?.len();
            println!("  {} KB, was {} KB", after / 1000, before / 1000);
            Ok(())
        })
    })?;
    if !built {
        say_ready("core (no source has changed)");
    }
    Ok(())
}
