//! The page in a real browser, and what it weighs.

use super::Outcome;
use crate::Result;
use crate::build::weigh;
use crate::command::{node, run};
use crate::project::Project;
use crate::stamp::files_under;
use crate::{serve, setup};

/// `tests/page/*.test.mjs`, with a server and a browser ready for them: `XUSHI_URL` is the page's
/// address, `XUSHI_CHROMIUM` the browser's file.
pub fn tests(project: &Project) -> Result<Outcome> {
    let tests: Vec<_> = files_under(&project.path("tests/page"))?
        .into_iter()
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    if tests.is_empty() {
        return Err("there is no tests/page/*.test.mjs".into());
    }
    let browser = setup::browser(project)?;
    let server = serve::start(project.path("dist"), 0)?;
    run(node()?
        .arg("--test")
        .args(tests)
        .env("XUSHI_URL", &server.address)
        .env("XUSHI_CHROMIUM", browser)
        .current_dir(&project.root))?;
    Ok(Outcome::Passed)
}

/// Everything that the page can load weighs no more than wasm-pack.toml allows.
pub fn weight(project: &Project) -> Result<Outcome> {
    let weights = weigh(&project.path("dist"))?;
    let bytes: u64 = weights.iter().map(|weight| weight.brotli).sum();
    let most = project.settings.limits.first_load_bytes;
    println!(
        "{bytes} bytes by brotli in {} files, at most {most}",
        weights.len()
    );
    if bytes > most {
        return Err(format!("the page weighs {bytes} bytes, more than {most}").into());
    }
    Ok(Outcome::Passed)
}
