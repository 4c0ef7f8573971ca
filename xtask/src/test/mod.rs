//! `cargo xtask test`: every test there is, one step after the other, and a table at the end.

mod core;
mod gold;
mod page;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::project::Project;
use crate::steps::Seconds;
use crate::{Result, build, contract, format, lint, setup};

/// How a step ended that did not fail.
pub enum Outcome {
    /// It passed.
    Passed,
    /// What it needs is not there, and need not be.
    Skipped(String),
}

type Work = fn(&Project) -> Result<Outcome>;

/// The steps: name, what it does, and the work. Later steps use what earlier ones built.
const STEPS: [(&str, &str, Work); 13] = [
    ("set-up", "what the tests need", |project| {
        passed(setup::everything(project))
    }),
    ("format", "the Rust code is formatted", |project| {
        passed(format::run(project, true))
    }),
    ("clippy", "no lint warns", |project| {
        passed(lint::clippy(project))
    }),
    ("rust", "unit and integration tests", |project| {
        passed(core::cargo_test(project))
    }),
    ("contract", "schema/ is that of the Rust types", |project| {
        passed(contract::run(project, true))
    }),
    ("build", "the page, into dist/", |project| {
        passed(build::run(project).map(|_| ()))
    }),
    ("types", "the JavaScript's types", |project| {
        passed(lint::types(project))
    }),
    (
        "equality",
        "wasm and the command line agree, byte for byte",
        core::equality,
    ),
    (
        "sarif",
        "what the command line prints for editors is SARIF 2.1.0",
        core::sarif,
    ),
    ("page", "the page in a real browser", page::tests),
    ("weight", "the bytes of the first load", page::weight),
    ("gold", "the scores on gold data", gold::floors),
    (
        "corpus",
        "every text of the corpus, without a panic",
        gold::corpus,
    ),
];

fn passed(result: Result) -> Result<Outcome> {
    result.map(|()| Outcome::Passed)
}

/// Runs every step, or those named, and tells how each ended.
///
/// # Errors
///
/// Where a step failed, or a name is none.
pub fn run(project: &Project, names: &[String], list: bool) -> Result {
    if list {
        for (name, what, _) in STEPS {
            println!("{name:10} {what}");
        }
        return Ok(());
    }
    if let Some(name) = names
        .iter()
        .find(|name| !STEPS.iter().any(|step| step.0 == **name))
    {
        return Err(format!("there is no step {name:?}; --list names them").into());
    }
    let mut ended: Vec<(&str, Duration, Result<Outcome>)> = Vec::new();
    for (name, what, work) in STEPS {
        if names.is_empty() || names.iter().any(|named| named == name) {
            println!("\n━━ {name}: {what}");
            let started = Instant::now();
            let outcome = work(project);
            if let Err(error) = &outcome {
                println!("✗ {name}: {error}");
            }
            ended.push((name, started.elapsed(), outcome));
        }
    }
    println!("\n{:10} {:>12}", "step", "time");
    for (name, time, outcome) in &ended {
        let time = Seconds(*time).to_string();
        let said = match outcome {
            Ok(Outcome::Passed) => "passed".to_owned(),
            Ok(Outcome::Skipped(why)) => format!("skipped: {why}"),
            Err(_) => "FAILED".to_owned(),
        };
        println!("{name:10} {time:>12}  {said}");
    }
    let failed: Vec<&str> = ended
        .iter()
        .filter(|(_, _, outcome)| outcome.is_err())
        .map(|(name, _, _)| *name)
        .collect();
    let passed = ended
        .iter()
        .filter(|(_, _, outcome)| matches!(outcome, Ok(Outcome::Passed)))
        .count();
    println!("\n{passed} passed, {} failed", failed.len());
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("these steps failed: {}", failed.join(", ")).into())
    }
}

/// The folder of gold data and texts beside the repository, where it is there.
fn shared(project: &Project) -> Option<PathBuf> {
    let shared = project.root.parent()?.join("shared");
    shared.is_dir().then_some(shared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_does_not_exist_is_refused_before_anything_runs() -> Result {
        let project = Project::open()?;
        assert!(run(&project, &["pages".to_owned()], false).is_err());
        Ok(())
    }

    #[test]
    fn steps_have_names_of_their_own() {
        let names: std::collections::BTreeSet<_> = STEPS.iter().map(|step| step.0).collect();
        assert_eq!(names.len(), STEPS.len());
    }
}
