//! `cargo xtask test`: every test there is, one step after the other, and a table at the end.

mod beside;

use std::env;
use std::path::Path;
use std::time::Instant;

use xshell::cmd;

use crate::files::files;
use crate::project::Project;
use crate::steps::seconds;
use crate::{Result, build, page, python, rust, setup};

/// The steps, in their order: later ones use what earlier ones built.
const STEPS: &str = "\
set-up    what the tests need
format    the Rust code is formatted
clippy    no lint warns
rust      unit and integration tests
contract  schema/ is that of the Rust types
build     the page, into dist/
types     the JavaScript's types
sarif     what the command line prints for editors is SARIF 2.1.0
page      the page in a real browser
python    the wheel for Python, and Spark where XUSHI_SPARK does not say no
equality  page, npm package, command line, Python and Spark agree, byte for byte
weight    the bytes of the first load
gold      the scores on gold data
corpus    every text of the corpus, without a panic";

/// The steps that need the gold data and texts of `../shared`, which need not be there.
const BESIDE: [&str; 2] = ["gold", "corpus"];

fn work(project: &Project, step: &str) -> Result {
    match step {
        "set-up" => setup::everything(project),
        "format" => rust::format(project, true),
        "clippy" => rust::clippy(project),
        "rust" => rust::test(project),
        "contract" => rust::contract(project, true),
        "build" => build::run(project),
        "types" => page::types(project),
        "equality" => equality(project),
        "sarif" => sarif(project),
        "page" => page::tests(project),
        "python" => python::run(project, spark(), true).map(drop),
        "weight" => page::weight(project),
        "gold" => beside::gold(project),
        "corpus" => beside::corpus(project),
        name => Err(format!("there is no step {name}").into()),
    }
}

/// Spark wants Java and a minute: `XUSHI_SPARK=no` leaves it out.
fn spark() -> bool {
    env::var_os("XUSHI_SPARK").is_none_or(|said| said != "no")
}

/// The names of the steps, with which their lines begin.
pub fn names() -> impl Iterator<Item = &'static str> {
    (STEPS.lines()).filter_map(|step| step.split(' ').next())
}

/// Runs every step, or those named, and tells how each ended.
pub fn run(project: &Project, named: &[String]) -> Result {
    let mut table = format!("\n{:10} {:>12}", "step", "time");
    let mut failed = Vec::new();
    for (step, name) in STEPS.lines().zip(names()) {
        if !named.is_empty() && !named.iter().any(|own| own == name) {
            continue;
        }
        println!("\n━━ {step}");
        let started = Instant::now();
        let said = if BESIDE.contains(&name) && !Path::new("../shared").is_dir() {
            "skipped: what it needs is not beside the repository"
        } else if let Err(error) = work(project, name) {
            println!("✗ {name}: {error}");
            failed.push(name);
            "FAILED"
        } else {
            "passed"
        };
        table += &format!("\n{name:10} {:>12}  {said}", seconds(started.elapsed()));
    }
    println!("{table}");
    let failed = failed.join(", ");
    let passed = failed.is_empty().then_some(());
    passed.ok_or_else(|| format!("these steps failed: {failed}").into())
}

/// What the command line prints for editors fits its schema.
fn sarif(project: &Project) -> Result {
    let (program, texts) = (rust::command_line(project)?, files("seeds", ".txt"));
    let judge = "tests/sarif/valid.mjs";
    Ok(cmd!(project.shell, "node {judge} {program} {texts...}").run()?)
}

/// The same analysis from whoever runs the engine, on every sample.
fn equality(project: &Project) -> Result {
    let texts = [files("seeds", ".txt"), files("../shared/corpus/seeds", "")].concat();
    let asked = [
        rust::command_line(project)?,
        python::run(project, spark(), false)?,
    ];
    let judge = "tests/wasm/equal.mjs";
    let judge = cmd!(project.shell, "node {judge} {asked...} {texts...}");
    page::in_browser(project, judge.quiet())
}
