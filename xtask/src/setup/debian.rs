//! Packages of Debian and its kin.

use super::target::as_administrator;
use crate::Result;
use crate::command::{find, run};

/// Installs packages.
///
/// # Errors
///
/// Where this is no such system, or the user may not install; the error names the packages.
pub fn install(packages: &[String]) -> Result {
    let by_hand = || format!("please install: {}", packages.join(" "));
    if find("apt-get").is_none() {
        return Err(format!("there is no apt-get here; {}", by_hand()).into());
    }
    let apt = |arguments: &[&str], names: &[String]| -> Result {
        let mut command =
            as_administrator("apt-get").map_err(|error| format!("{error}; {}", by_hand()))?;
        run(command
            .args(arguments)
            .args(names)
            .env("DEBIAN_FRONTEND", "noninteractive"))
        .map_err(|error| format!("{error}; {}", by_hand()).into())
    };
    apt(&["update", "-qq"], &[])?;
    apt(
        &["install", "-y", "-qq", "--no-install-recommends"],
        packages,
    )
}
