//! The project's folder, and the settings of wasm-pack.toml.

use std::{env, fs};

use serde::de::DeserializeOwned;
use xshell::{Shell, cmd};

use crate::Result;

/// The project. While it is open this program works in its folder, where every path begins.
pub struct Project {
    /// Runs other programs, in the project's folder.
    pub shell: Shell,
    settings: toml::Table,
}

impl Project {
    /// Goes to the folder of the project that this xtask was compiled in.
    pub fn open() -> Result<Self> {
        env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))?;
        Ok(Self {
            shell: Shell::new()?,
            settings: fs::read_to_string("wasm-pack.toml")?.parse()?,
        })
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
