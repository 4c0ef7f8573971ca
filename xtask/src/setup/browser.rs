//! Chromium for the page's tests, and letters for its screenshots.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use super::debian;
use crate::Result;
use crate::command::{find, output};
use crate::project::Project;
use crate::steps::{ready as say_ready, step};

/// Names a browser has in PATH.
const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Where a browser is that is not in PATH.
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The browser: the one that `CHROME` names, one that is installed, or the distribution's.
pub fn browser(project: &Project) -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROME") {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!("CHROME names {}, which is not there", named.display()).into())
        };
    }
    if let Some(found) = installed() {
        say_ready(&format!("browser ({})", found.display()));
        return Ok(found);
    }
    step("Installing Chromium", || {
        debian::install(&project.settings.setup.debian_browser).map_err(|error| {
            format!("{error} (or set CHROME to the file of a Chromium, Chrome or Edge)")
        })?;
        installed().ok_or_else(|| "Chromium is still missing afterwards".into())
    })
}

fn installed() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from);
    NAMES
        .iter()
        .find_map(|name| find(name))
        .or_else(|| places.into_iter().find(|place| place.is_file()))
}

/// Chinese letters; other systems than Linux bring them.
pub fn fonts(project: &Project) -> Result {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let is_there = output(Command::new("fc-list").args([":lang=zh-cn", "family"]))
        .is_ok_and(|families| !families.trim().is_empty());
    if is_there {
        say_ready("Chinese fonts");
        return Ok(());
    }
    step("Installing Chinese fonts", || {
        debian::install(&project.settings.setup.debian_fonts)
    })
}
