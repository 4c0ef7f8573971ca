//! A Rust compiler that makes WebAssembly: rustup's, or the distribution's where rustup's host is
//! out of reach.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{debian, system_target};
use crate::Result;
use crate::command::{find, output, path_after, succeeds, succeeds_within};
use crate::project::Project;
use crate::steps::{ready as say_ready, step};

/// The target of the page's module.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Set to `rustup` or `system` it leaves only that way; unset, both are tried in this order.
const CHOICE: &str = "XUSHI_WASM_TOOLCHAIN";

/// The compiler that the module is built with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WasmToolchain {
    /// The one in PATH, with rustup's target.
    Rustup,
    /// The distribution's.
    System {
        /// Its rustc.
        rustc: PathBuf,
        /// The linker, which the distribution does not bring.
        linker: PathBuf,
    },
}

impl WasmToolchain {
    /// Gives a command this compiler, and PATH with `folders` first.
    ///
    /// # Errors
    ///
    /// Where a folder cannot stand in PATH.
    pub fn apply(&self, command: &mut Command, folders: &[&Path]) -> Result {
        let mut first = folders.to_vec();
        if let Self::System { rustc, linker } = self {
            first.extend(rustc.parent());
            command
                .env("RUSTC", rustc)
                .env("CARGO", rustc.with_file_name("cargo"))
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                // Set by rustup for its own compiler's libraries.
                .env_remove("LD_LIBRARY_PATH")
                .env_remove("RUSTUP_TOOLCHAIN");
        }
        command.env("PATH", path_after(&first)?);
        Ok(())
    }

    /// The compiler's version, as it states it.
    ///
    /// # Errors
    ///
    /// Where it does not run.
    pub fn version(&self) -> Result<String> {
        let mut command = match self {
            Self::Rustup => Command::new("rustc"),
            Self::System { rustc, .. } => Command::new(rustc),
        };
        Ok(output(command.arg("--version"))?.trim().to_owned())
    }
}

/// A compiler with the target, installed where it is missing.
pub fn ready(project: &Project) -> Result<WasmToolchain> {
    let choice = env::var(CHOICE).unwrap_or_default();
    if choice != "system" && has_target(Path::new("rustc")) {
        say_ready(&format!("{TARGET} (rustup)"));
        return Ok(WasmToolchain::Rustup);
    }
    if choice != "rustup"
        && let Some(toolchain) = system_target::installed()
    {
        say_ready(&format!("{TARGET} (the system's compiler)"));
        return Ok(toolchain);
    }
    if choice != "system" && find("rustup").is_some() {
        let limit = Duration::from_secs(project.settings.setup.rustup_timeout_seconds);
        let added = step("Adding rustup's target for WebAssembly", || {
            let mut rustup = Command::new("rustup");
            rustup.args(["target", "add", TARGET]);
            Ok(succeeds_within(&mut rustup, limit) && has_target(Path::new("rustc")))
        })?;
        if added {
            return Ok(WasmToolchain::Rustup);
        }
        println!("  rustup could not bring it");
    }
    if choice == "rustup" || find("apt-get").is_none() {
        return Err(format!(
            "the target {TARGET} is missing: run `rustup target add {TARGET}` where rustup can \
             reach its host, or install the target with your distribution's Rust"
        )
        .into());
    }
    step("Installing the system's compiler for WebAssembly", || {
        debian::install(&project.settings.setup.debian_target)?;
        run_build_std(project)
    })
}

fn run_build_std(project: &Project) -> Result<WasmToolchain> {
    system_target::build_standard_library(project)?;
    system_target::installed().ok_or_else(|| "the target is still missing afterwards".into())
}

/// Whether a compiler has the target's standard library.
pub fn has_target(rustc: &Path) -> bool {
    let folder = output(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]));
    let Ok(entries) = folder.map(|folder| std::fs::read_dir(folder.trim())) else {
        return false;
    };
    entries.into_iter().flatten().flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// `sudo` where this is not the administrator and none has to type a password.
///
/// # Errors
///
/// Where neither is so.
pub fn as_administrator(program: &str) -> Result<Command> {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root {
        return Ok(Command::new(program));
    }
    let may = find("sudo").is_some() && succeeds(Command::new("sudo").args(["-n", "true"]));
    if !may {
        return Err("this needs the administrator (root, or sudo without a password)".into());
    }
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    Ok(command)
}
