//! Chromium for the page's tests, and letters for its screenshots.

use std::env;
use std::path::PathBuf;

use xshell::cmd;

use super::debian;
use crate::Result;
use crate::project::Project;
use crate::steps::{ready, step};

/// Names that a browser has in PATH, and places where one is that is not there.
const NAMES: [&str; 9] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The browser: the one that `CHROME` names, one that is installed, or the distribution's.
pub fn browser(project: &Project) -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROME").map(PathBuf::from) {
        let missing = format!("CHROME names {}, which is not there", named.display());
        return named.is_file().then_some(named).ok_or(missing.into());
    }
    if let Some(found) = installed() {
        ready(&format!("browser ({})", found.display()));
        return Ok(found);
    }
    step("Installing Chromium", || {
        debian::install(project, "setup.debian-browser").map_err(|error| {
            format!("{error} (or set CHROME to the file of a Chromium, Chrome or Edge)")
        })?;
        installed().ok_or_else(|| "Chromium is still missing afterwards".into())
    })
}

fn installed() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| which::which(name).ok())
}

/// Chinese letters; other systems than Linux bring them.
pub fn fonts(project: &Project) -> Result {
    let listed = cmd!(project.shell, "fc-list :lang=zh-cn family").read();
    if !cfg!(target_os = "linux") || listed.is_ok_and(|families| !families.is_empty()) {
        ready("Chinese fonts");
        return Ok(());
    }
    step("Installing Chinese fonts", || {
        debian::install(project, "setup.debian-fonts")
    })
}
