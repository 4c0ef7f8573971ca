//! Where things are, and the settings of wasm-pack.toml.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Result;

/// The project's root and its settings.
pub struct Project {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// What wasm-pack.toml says.
    pub settings: Settings,
}

/// wasm-pack.toml; each key is explained there.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    pub build: BuildSettings,
    pub wasm_opt: WasmOptSettings,
    /// Versions by tool.
    pub tools: BTreeMap<String, String>,
    pub setup: SetupSettings,
    pub serve: ServeSettings,
    pub limits: Limits,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BuildSettings {
    pub target: String,
    pub profile: String,
    pub out_dir: String,
    pub out_name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WasmOptSettings {
    pub flags: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SetupSettings {
    pub rustup_timeout_seconds: u64,
    pub debian_target: Vec<String>,
    pub debian_browser: Vec<String>,
    pub debian_fonts: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ServeSettings {
    pub port: u16,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limits {
    pub first_load_bytes: u64,
}

impl Project {
    /// The project that this xtask was compiled in.
    pub fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or("xtask has no folder above it")?
            .to_path_buf();
        let file = root.join("wasm-pack.toml");
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let settings =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(Self { root, settings })
    }

    /// A path inside the project.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The version that a tool is pinned at.
    pub fn tool_version(&self, tool: &str) -> Result<&str> {
        let version = self.settings.tools.get(tool).map(String::as_str);
        version.ok_or_else(|| format!("wasm-pack.toml does not pin {tool}").into())
    }

    /// The version of a crate in Cargo.lock.
    pub fn locked_version(&self, name: &str) -> Result<String> {
        let lock = fs::read_to_string(self.path("Cargo.lock"))?;
        locked_version(&lock, name).ok_or_else(|| format!("Cargo.lock does not know {name}").into())
    }
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let package = packages
        .iter()
        .find(|package| package.get("name").and_then(|n| n.as_str()) == Some(name))?;
    Some(package.get("version")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_of_this_project_are_read() -> Result {
        let project = Project::open()?;
        assert_eq!(project.settings.build.target, "web");
        assert!(!project.tool_version("wasm-pack")?.is_empty());
        assert!(project.tool_version("unheard-of").is_err());
        Ok(())
    }

    #[test]
    fn the_lock_file_gives_the_version_of_the_crate_of_just_that_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen").as_deref(),
            Some("0.2.1")
        );
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
