//! `cargo xtask test`: every test there is, one step after the other, and a table at the end.

mod corpus;
mod gold;

use std::path::PathBuf;
use std::time::Instant;

use xshell::cmd;

use crate::files::{files_under, seeds};
use crate::project::Project;
use crate::steps::seconds;
use crate::{Result, build, page, rust, setup};

/// Why a step was left out, whose needs are not there and need not be; nothing where it passed.
type Skipped = Option<&'static str>;

/// The steps, in their order: later ones use what earlier ones built.
const STEPS: &str = "\
set-up    what the tests need
format    the Rust code is formatted
clippy    no lint warns
rust      unit and integration tests
contract  schema/ is that of the Rust types
build     the page, into dist/
types     the JavaScript's types
equality  wasm and the command line agree, byte for byte
sarif     what the command line prints for editors is SARIF 2.1.0
page      the page in a real browser
weight    the bytes of the first load
gold      the scores on gold data
corpus    every text of the corpus, without a panic";

fn work(project: &Project, step: &str) -> Result<Skipped> {
    match step {
        "gold" => return gold::floors(project),
        "corpus" => return corpus::analysed(project),
        "set-up" => setup::everything(project),
        "format" => rust::format(project, true),
        "clippy" => rust::clippy(project),
        "rust" => rust::test(project),
        "contract" => rust::contract(project, true),
        "build" => build::run(project).map(drop),
        "types" => page::types(project),
        "equality" => equality(project),
        "sarif" => judged_by(project, "tests/sarif/valid.mjs", &seeds(project)?),
        "page" => page::tests(project),
        "weight" => page::weight(project),
        name => Err(format!("there is no step {name}").into()),
    }
    .map(|()| None)
}

/// Runs every step, or those named, and tells how each ended, or only lists them.
pub fn run(project: &Project, names: &[String], list: bool) -> Result {
    if list {
        println!("{STEPS}");
        return Ok(());
    }
    let name_of = |step: &'static str| step.split(' ').next().unwrap_or_default();
    let steps: Vec<&str> = STEPS.lines().map(name_of).collect();
    if let Some(name) = names.iter().find(|name| !steps.contains(&name.as_str())) {
        return Err(format!("there is no step {name:?}; --list names them").into());
    }
    let mut table = format!("\n{:10} {:>12}", "step", "time");
    let (mut passed, mut failed) = (0, Vec::new());
    for step in STEPS.lines() {
        let name = name_of(step);
        if !names.is_empty() && !names.iter().any(|named| named == name) {
            continue;
        }
        println!("\n━━ {step}");
        let started = Instant::now();
        let said = match work(project, name) {
            Ok(None) => {
                passed += 1;
                "passed".to_owned()
            }
            Ok(Some(why)) => format!("skipped: {why}"),
            Err(error) => {
                println!("✗ {name}: {error}");
                failed.push(name);
                "FAILED".to_owned()
            }
        };
        table += &format!("\n{name:10} {:>12}  {said}", seconds(started.elapsed()));
    }
    println!("{table}\n\n{passed} passed, {} failed", failed.len());
    if failed.is_empty() {
        return Ok(());
    }
    Err(format!("these steps failed: {}", failed.join(", ")).into())
}

/// The same analysis from the module in Node and from the command line, on every sample.
fn equality(project: &Project) -> Result {
    let mut texts = seeds(project)?;
    texts.extend(files_under(&project.shared("corpus/seeds"))?);
    judged_by(project, "tests/wasm/equal.mjs", &texts)
}

/// What a script in Node says of the command line and texts.
fn judged_by(project: &Project, script: &str, texts: &[PathBuf]) -> Result {
    let program = rust::command_line(project)?;
    let judge = cmd!(project.shell, "node {script} {program} {texts...}");
    Ok(judge.quiet().run()?)
}
