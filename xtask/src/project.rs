//! Where things are, and the settings of wasm-pack.toml.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use xshell::{Shell, cmd};

use crate::Result;

/// The project's root and its settings.
pub struct Project {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// Runs other programs, in the root.
    pub shell: Shell,
    settings: toml::Table,
}

impl Project {
    /// The project that this xtask was compiled in.
    pub fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        let root = root.ok_or("xtask has no folder above it")?.to_path_buf();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        let settings = fs::read_to_string(root.join("wasm-pack.toml"))?.parse()?;
        Ok(Self {
            root,
            shell,
            settings,
        })
    }

    /// A path inside the project.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A path in the folder of gold data and texts beside the repository, which need not be there.
    pub fn shared(&self, relative: &str) -> PathBuf {
        self.root.with_file_name("shared").join(relative)
    }

    /// What wasm-pack.toml, which explains each key, says at `table.key`.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<T> {
        let (table, name) = key.split_once('.').unwrap_or_default();
        let value = self.settings.get(table).and_then(|table| table.get(name));
        let value = value.ok_or_else(|| format!("wasm-pack.toml does not say {key}"))?;
        let typed = value.clone().try_into();
        typed.map_err(|error| format!("wasm-pack.toml: {key}: {error}").into())
    }

    /// The version of a crate in Cargo.lock.
    pub fn locked_version(&self, name: &str) -> Result<String> {
        let id = cmd!(self.shell, "cargo pkgid {name}").read()?;
        Ok(id.rsplit(['@', '#']).next().unwrap_or_default().to_owned())
    }
}
