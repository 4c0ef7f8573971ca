//! Packages of Debian and its kin, by lists of wasm-pack.toml.

use xshell::cmd;

use crate::Result;
use crate::project::Project;

/// Whether all of a list are installed.
pub fn has(project: &Project, list: &str) -> Result<bool> {
    let packages: Vec<String> = project.setting(list)?;
    let asked = cmd!(project.shell, "dpkg --status {packages...}");
    Ok(asked.ignore_stderr().read().is_ok())
}

/// Installs a list; the error says what to do by hand where this is no such system, or the user may not.
pub fn install(project: &Project, list: &str) -> Result {
    let packages: Vec<String> = project.setting(list)?;
    let names = packages.join(" ");
    let options = ["-y", "-qq", "--no-install-recommends"];
    let install = cmd!(project.shell, "apt-get install {options...} {packages...}");
    let install = install.env("DEBIAN_FRONTEND", "noninteractive");
    let update = cmd!(project.shell, "apt-get update -qq");
    let done = update.run().and_then(|()| install.run());
    done.map_err(|error| format!("{error}; please install, as the administrator: {names}").into())
}
