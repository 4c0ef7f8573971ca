//! `cargo xtask screenshot`: the pictures of the page that the READMEs show, taken anew.

use crate::Result;
use crate::command::{node, run};
use crate::project::Project;
use crate::{build, serve, setup};

/// Builds the page, opens a sample in a real browser and writes `docs/*.png`.
///
/// # Errors
///
/// Where the build fails, or the browser.
pub fn take(project: &Project) -> Result {
    let dist = build::run(project)?;
    let browser = setup::browser(project)?;
    let server = serve::start(dist, 0)?;
    run(node()?
        .arg(project.path("tests/page/screenshot.mjs"))
        .arg(project.path("seeds/provincial-work-report.txt"))
        .arg(project.path("docs"))
        .env("XUSHI_URL", &server.address)
        .env("XUSHI_CHROMIUM", browser)
        .current_dir(&project.root))
}
