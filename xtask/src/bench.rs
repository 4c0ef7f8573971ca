//! `cargo xtask bench`: the core beside its peers, the page's weight, and how soon it answers.

use std::fs;

use xshell::cmd;

use crate::files::{files_under, seeds, write};
use crate::project::Project;
use crate::{Result, build, page};

/// Characters of the text that everything is measured on, white space included.
const CHARACTERS: usize = 75_000;

/// Builds the page and measures all of it in one run.
pub fn run(project: &Project) -> Result {
    let shell = &project.shell;
    let dist = build::run(project)?;
    let text = project.path("target/xtask/bench.txt");
    write(&text, sample_text(project)?)?;

    println!("\n━━ core and peers, in Node");
    cmd!(shell, "node --expose-gc benches/compare.mjs {text}").run()?;

    println!("\n━━ weight");
    build::weight::print(&dist)?;

    println!("\n━━ page, in Chromium");
    page::in_browser(project, cmd!(shell, "node benches/page.mjs {text}"))?;

    println!("\n━━ claims and Recognizers-Text, natively and in Node");
    let bench = |name: &str| cmd!(shell, "cargo bench --quiet -p xushi --bench {name} --");
    bench("claims").arg(&text).run()?;

    println!("\n━━ stages, natively");
    let brief = "--warm-up-time 1 --measurement-time 2 --noplot";
    Ok(bench("stages").args(brief.split(' ')).run()?)
}

/// The real texts beside the repository, where they are there, or the samples: one after the other
/// and over again, up to [`CHARACTERS`].
fn sample_text(project: &Project) -> Result<String> {
    let mut files = files_under(&project.shared("corpus/seeds"))?;
    if files.is_empty() {
        files = seeds(project)?;
    }
    let mut texts = String::new();
    for file in &files {
        texts.push_str(&String::from_utf8_lossy(&fs::read(file)?));
        texts.push_str("\n\n");
    }
    println!("text: {} files, up to {CHARACTERS} characters", files.len());
    Ok(texts.chars().cycle().take(CHARACTERS).collect())
}
