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
    let by_hand = format!(
        "please install, as the administrator: {}",
        packages.join(" ")
    );
    let install = cmd!(
        project.shell,
        "apt-get install -y -qq --no-install-recommends"
    )
    .args(packages)
    .env("DEBIAN_FRONTEND", "noninteractive");
    let done = cmd!(project.shell, "apt-get update -qq")
        .run()
        .and_then(|()| install.run());
    done.map_err(|error| format!("{error}; {by_hand}").into())
}
