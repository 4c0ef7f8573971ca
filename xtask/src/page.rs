//! The page: its types, in a real browser, and what it weighs.

use std::thread;

use xshell::{Cmd, cmd};

use crate::build::DIST;
use crate::files::files;
use crate::project::Project;
use crate::{Result, build, serve, setup};

/// TypeScript's compiler over the JSDoc types.
pub fn types(project: &Project) -> Result {
    setup::npm_parts(project)?;
    let compiler = "node_modules/typescript/bin/tsc";
    Ok(cmd!(project.shell, "node {compiler} --project tsconfig.json").run()?)
}

/// Runs a program with the page served and a browser ready for it: `XUSHI_URL` is the page's address,
/// `XUSHI_CHROMIUM` the browser's file.
pub fn in_browser(project: &Project, program: Cmd) -> Result {
    let browser = setup::browser(project)?;
    let (address, _) = serve::start(DIST, 0)?;
    let program = program.env("XUSHI_URL", address);
    Ok(program.env("XUSHI_CHROMIUM", browser).run()?)
}

/// `tests/page/*.test.mjs`, and the files of cases in a browser; as many at a time as there are cores.
pub fn tests(project: &Project) -> Result {
    let folders = [("tests/page", ".test.mjs"), ("tests/page/cases", ".mjs")];
    let tests = folders.map(|(folder, ending)| files(folder, ending));
    let cores = thread::available_parallelism()?.to_string();
    let node = cmd!(project.shell, "node --test --test-concurrency={cores}");
    in_browser(project, node.args(tests.concat()))
}

/// Builds the page, opens a sample in it and writes the READMEs' pictures, `docs/*.png`.
pub fn screenshot(project: &Project) -> Result {
    build::run(project)?;
    let script = "tests/page/screenshot.mjs";
    let sample = "seeds/provincial-work-report.txt";
    in_browser(project, cmd!(project.shell, "node {script} {sample} docs"))
}

/// The first load, and the readers and writers of office files, weigh no more than wasm-pack.toml allows.
pub fn weight(project: &Project) -> Result {
    let most = |part: &str| project.setting::<u64>(&format!("limits.{part}-bytes"));
    let most =
        [most("first-load")?, most("readers")?, most("writers")?].map(|most| most.to_string());
    let weigh = cmd!(project.shell, "node xtask/page/weight.mjs {most...}");
    Ok(weigh.quiet().run()?)
}
