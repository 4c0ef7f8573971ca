//! The distribution's compiler brings the sources of the standard library and not the library for
//! wasm32: it is built from them once and put beside the compiler's other libraries.

use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::{env, fs};

use super::target::{TARGET, WasmToolchain, as_administrator, has_target};
use crate::Result;
use crate::command::{find, output, run, succeeds};
use crate::project::Project;
use crate::stamp::{files_under, write};

/// Where Debian puts its compiler.
const RUSTC: &str = "/usr/bin/rustc";

/// The distribution's compiler, where it has the target and there is a linker.
pub fn installed() -> Option<WasmToolchain> {
    let rustc = Path::new(RUSTC);
    if !rustc.is_file() || !has_target(rustc) || !compiles(rustc) {
        return None;
    }
    Some(WasmToolchain::System {
        rustc: rustc.to_path_buf(),
        linker: linker()?,
    })
}

/// Whether the library is that of this compiler: an upgrade leaves the old one in its place.
fn compiles(rustc: &Path) -> bool {
    let source = env::temp_dir().join(format!("xushi-empty-{}.rs", process::id()));
    let result = source.with_extension("rmeta");
    let compiled = write(&source, b"").is_ok()
        && succeeds(
            Command::new(rustc)
                .args(["--crate-type", "lib", "--emit", "metadata"])
                .args(["--target", TARGET, "-o"])
                .args([&result, &source])
                .env_remove("LD_LIBRARY_PATH"),
        );
    // What is left in the folder for temporary files does no harm.
    let _ = fs::remove_file(&source);
    let _ = fs::remove_file(&result);
    compiled
}

/// The linker: rustup's compiler carries one, and so may the system.
fn linker() -> Option<PathBuf> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"])).ok()?;
    let carried = files_under(&Path::new(sysroot.trim()).join("lib/rustlib")).ok()?;
    carried
        .into_iter()
        .find(|file| file.ends_with("bin/rust-lld"))
        .or_else(|| find("wasm-ld"))
        .or_else(|| find("rust-lld"))
}

/// Builds the standard library and puts it in its place.
pub fn build_standard_library(project: &Project) -> Result {
    let folder = project.path("target/xtask/standard-library");
    // A workspace of its own, so that cargo does not look for the one above.
    write(
        &folder.join("Cargo.toml"),
        b"[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n",
    )?;
    write(&folder.join("src/lib.rs"), b"")?;
    let rustc = Path::new(RUSTC);
    run(Command::new(rustc.with_file_name("cargo"))
        .current_dir(&folder)
        .args(["build", "--release", "--target", TARGET])
        .args(["-Z", "build-std=std,panic_abort"])
        .env("RUSTC", rustc)
        // -Z is for nightly compilers; the distribution's own way is this variable.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("LD_LIBRARY_PATH")
        .env_remove("RUSTUP_TOOLCHAIN"))?;

    let built = folder.join("target").join(TARGET).join("release/deps");
    let libraries: Vec<PathBuf> = files_under(&built)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "rlib"))
        .filter(|file| {
            !file
                .file_name()
                .is_some_and(|name| is_empty_crate(&name.to_string_lossy()))
        })
        .collect();
    let place = output(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]))?;
    run(as_administrator("mkdir")?.args(["-p", place.trim()]))?;
    let outdated = files_under(Path::new(place.trim()))?;
    run(as_administrator("rm")?.arg("-f").args(outdated))?;
    run(as_administrator("cp")?.args(&libraries).arg(place.trim()))?;
    Ok(fs::remove_dir_all(&folder)?)
}

fn is_empty_crate(name: &str) -> bool {
    name.starts_with("libempty-")
}
