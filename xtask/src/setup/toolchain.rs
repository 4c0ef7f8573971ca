//! A Rust compiler that makes WebAssembly: the one in PATH with rustup's target, or the distribution's
//! where rustup's host is out of reach. That one brings the sources of the standard library, and cargo
//! compiles them with the core.

use std::env;
use std::path::{self, Path, PathBuf};

use xshell::{Cmd, cmd};

use super::{TOOLS, debian};
use crate::Result;
use crate::files::files;
use crate::project::Project;
use crate::steps::{ready as say_ready, step};

/// The target of the page's module.
const TARGET: &str = "wasm32-unknown-unknown";

/// What the distribution's way takes: a list of wasm-pack.toml.
const PACKAGES: &str = "setup.debian-target";

/// The compiler that the module is built with.
pub enum Toolchain {
    /// The one in PATH, with rustup's target.
    Rustup,
    /// The distribution's, with a linker, which it does not bring.
    System { linker: PathBuf },
}

impl Toolchain {
    /// wasm-pack's mode, and what it is to tell cargo. It installs nothing either way: `force` leaves out
    /// the search for the target, which the distribution has as sources only.
    pub fn arguments(&self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Rustup => ("no-install", &[]),
            Self::System { .. } => ("force", &["-Z", "build-std=std,panic_abort"]),
        }
    }

    /// Gives a command this compiler, and PATH with the tools first.
    pub fn apply<'a>(&self, command: Cmd<'a>) -> Result<Cmd<'a>> {
        let mut folders = vec![path::absolute(TOOLS)?];
        folders.extend(matches!(self, Self::System { .. }).then(|| "/usr/bin".into()));
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        let command = command.env("PATH", env::join_paths(folders)?);
        Ok(match self {
            Self::Rustup => command,
            Self::System { linker } => command
                .env("RUSTC", "/usr/bin/rustc")
                .env("CARGO", "/usr/bin/cargo")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                // -Z is for nightly compilers; the distribution's own way is this variable.
                .env("RUSTC_BOOTSTRAP", "1")
                // Set by rustup for its own compiler's libraries.
                .env_remove("LD_LIBRARY_PATH")
                .env_remove("RUSTUP_TOOLCHAIN"),
        })
    }
}

/// A compiler with the target, installed where it is missing. `XUSHI_WASM_TOOLCHAIN=system` leaves only
/// the distribution's.
pub fn ready(project: &Project) -> Result<Toolchain> {
    let by_rustup = env::var_os("XUSHI_WASM_TOOLCHAIN").is_none_or(|choice| choice != "system");
    if by_rustup && has_target(project) {
        say_ready(&format!("{TARGET} (rustup)"));
        return Ok(Toolchain::Rustup);
    }
    if debian::has(project, PACKAGES)? {
        say_ready(&format!("{TARGET} (the system's compiler)"));
        return system(project);
    }
    if by_rustup && which::which("rustup").is_ok() {
        match step("Adding rustup's target for WebAssembly", || add(project)) {
            Ok(()) if has_target(project) => return Ok(Toolchain::Rustup),
            Ok(()) => println!("  rustup holds it for installed, and it is not there"),
            Err(error) => println!("  {error}"),
        }
    }
    step("Installing the system's compiler for WebAssembly", || {
        let by_hand = format!("or run `rustup target add {TARGET}` where rustup reaches its host");
        let installed = debian::install(project, PACKAGES);
        installed.map_err(|error| format!("{error}; {by_hand}"))?;
        system(project)
    })
}

/// Whether the compiler in PATH has the target's standard library.
fn has_target(project: &Project) -> bool {
    let options = ["--print", "target-libdir", "--target", TARGET];
    let asked = cmd!(project.shell, "rustc {options...}").ignore_stderr();
    asked.read().is_ok_and(|folder| Path::new(&folder).is_dir())
}

/// Has rustup bring the target. Where its host does not answer it is given up on, if the system has a
/// compiler to install; what is called `timeout` elsewhere may be something else.
fn add(project: &Project) -> Result {
    let seconds: u64 = project.setting("setup.rustup-timeout-seconds")?;
    let seconds = seconds.to_string();
    let add = match which::which("apt-get") {
        Ok(_) => cmd!(
            project.shell,
            "timeout {seconds} rustup target add {TARGET}"
        ),
        Err(_) => cmd!(project.shell, "rustup target add {TARGET}"),
    };
    Ok(add.run()?)
}

/// The distribution's compiler with the linker that rustup's compiler carries, or the system has.
fn system(project: &Project) -> Result<Toolchain> {
    let sysroot = cmd!(project.shell, "rustc --print sysroot").read()?;
    let linker = files(Path::new(&sysroot).join("lib/rustlib"), "rust-lld")
        .pop()
        .or_else(|| which::which("wasm-ld").ok())
        .ok_or("a linker for WebAssembly is missing: please install lld")?;
    Ok(Toolchain::System { linker })
}
