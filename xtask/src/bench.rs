//! `cargo xtask bench`: the core beside its peers, the page's weight, and how soon it answers.

use std::fs;

use xshell::cmd;

use crate::files::{files, write};
use crate::project::Project;
use crate::{Result, build, page};

/// Characters of the text that everything is measured on, white space included.
const CHARACTERS: usize = 75_000;

/// Builds the page and measures all of it in one run.
pub fn run(project: &Project) -> Result {
    let shell = &project.shell;
    build::run(project)?;
    let text = std::path::absolute("target/xtask/bench.txt")?;
    write(&text, sample_text()?)?;

    println!("\n━━ core and peers, in Node");
    cmd!(shell, "node --expose-gc benches/compare.mjs {text}").run()?;

    println!("\n━━ weight");
    cmd!(shell, "node xtask/page/weight.mjs").quiet().run()?;

    println!("\n━━ page, in Chromium");
    page::in_browser(project, cmd!(shell, "node benches/page.mjs {text}"))?;

    println!("\n━━ claims and Recognizers-Text, natively and in Node");
    let bench = |name: &str| cmd!(shell, "cargo bench --quiet -p xushi --bench {name} --");
    bench("claims").arg(&text).run()?;

    println!("\n━━ stages, natively");
    let brief = "--warm-up-time 1 --measurement-time 2 --noplot";
    Ok(bench("stages").args(brief.split(' ')).run()?)
}

/// The real texts beside the repository, where they are there, and the samples: one after the other and
/// over again, up to [`CHARACTERS`].
fn sample_text() -> Result<String> {
    let mut texts = String::new();
    for file in [files("../shared/corpus/seeds", ""), files("seeds", ".txt")].concat() {
        texts.push_str(&String::from_utf8_lossy(&fs::read(file)?));
        texts.push_str("\n\n");
    }
    Ok(texts.chars().cycle().take(CHARACTERS).collect())
}
