//! The page: its types, in a real browser, and what it weighs.

use xshell::{Cmd, cmd};

use crate::build::weight;
use crate::files::files_under;
use crate::project::Project;
use crate::{Result, build, serve, setup};

/// TypeScript's compiler over the JSDoc types.
pub fn types(project: &Project) -> Result {
    setup::npm_parts(project)?;
    let compiler = "node_modules/typescript/bin/tsc";
    let options = ["--noEmit", "--project", "tsconfig.json"];
    Ok(cmd!(project.shell, "node {compiler} {options...}").run()?)
}

/// Runs a program with `dist/` served and a browser ready for it: `XUSHI_URL` is the page's address,
/// `XUSHI_CHROMIUM` the browser's file.
pub fn in_browser(project: &Project, program: Cmd) -> Result {
    let browser = setup::browser(project)?;
    let server = serve::start(project.path("dist"), 0)?;
    let program = program.env("XUSHI_URL", &server.address);
    Ok(program.env("XUSHI_CHROMIUM", browser).run()?)
}

/// `tests/page/*.test.mjs`.
pub fn tests(project: &Project) -> Result {
    let mut tests = files_under(&project.path("tests/page"))?;
    tests.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    if tests.is_empty() {
        return Err("there is no tests/page/*.test.mjs".into());
    }
    in_browser(project, cmd!(project.shell, "node --test {tests...}"))
}

/// Builds the page, opens a sample in it and writes the READMEs' pictures, `docs/*.png`.
pub fn screenshot(project: &Project) -> Result {
    build::run(project)?;
    let sample = "seeds/provincial-work-report.txt";
    let script = cmd!(
        project.shell,
        "node tests/page/screenshot.mjs {sample} docs"
    );
    in_browser(project, script)
}

/// Everything that the page can load weighs no more than wasm-pack.toml allows.
pub fn weight(project: &Project) -> Result {
    let weights = weight::weigh(&project.path("dist"))?;
    let [_, _, bytes] = weight::sum(&weights);
    let most: u64 = project.setting("limits.first-load-bytes")?;
    let files = weights.len();
    println!("{bytes} bytes by brotli in {files} files, at most {most}");
    if bytes > most {
        return Err(format!("the page weighs {bytes} bytes, more than {most}").into());
    }
    Ok(())
}
