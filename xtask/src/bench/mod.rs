//! `cargo xtask bench`: the core beside its peers, the page's weight, and how soon it answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::build::{seeds, weigh};
use crate::command::{cargo, node, run};
use crate::project::Project;
use crate::stamp::{files_under, write};
use crate::{build, serve, setup};

/// Characters of the text that everything is measured on, white space included.
const CHARACTERS: usize = 75_000;

/// Builds the page and measures all of it in one run.
///
/// # Errors
///
/// Where the build fails, or a measurement.
pub fn run_all(project: &Project) -> Result {
    let dist = build::run(project)?;
    let browser = setup::browser(project)?;
    let text = project.path("target/xtask/bench.txt");
    write(&text, sample_text(project)?.as_bytes())?;

    println!("\n━━ core and peers, in Node");
    run(node()?
        .arg("--expose-gc")
        .arg(project.path("benches/compare.mjs"))
        .arg(&text)
        .current_dir(&project.root))?;

    println!("\n━━ weight");
    print_weight(&dist)?;

    println!("\n━━ page, in Chromium");
    let server = serve::start(dist, 0)?;
    run(node()?
        .arg(project.path("benches/page.mjs"))
        .arg(&text)
        .env("XUSHI_URL", &server.address)
        .env("XUSHI_CHROMIUM", browser)
        .current_dir(&project.root))?;

    println!("\n━━ claims and Recognizers-Text, natively and in Node");
    run(bench(project, "claims").arg(&text))?;

    println!("\n━━ stages, natively");
    run(bench(project, "stages").args("--warm-up-time 1 --measurement-time 2 --noplot".split(' ')))
}

/// One of the crate's benches; what is added to the command goes to the bench.
fn bench(project: &Project, name: &str) -> Command {
    let mut command = cargo();
    command
        .args([
            "bench",
            "--quiet",
            "--package",
            "xushi",
            "--bench",
            name,
            "--",
        ])
        .current_dir(&project.root);
    command
}

/// The real texts beside the repository, where they are there, or the samples: one after the other
/// and over again, up to [`CHARACTERS`].
fn sample_text(project: &Project) -> Result<String> {
    let beside = project.root.parent().unwrap_or(&project.root);
    let mut files: Vec<PathBuf> = files_under(&beside.join("shared/corpus/seeds"))?;
    if files.is_empty() {
        files = seeds(project)?;
    }
    let mut texts = String::new();
    for file in &files {
        texts.push_str(&String::from_utf8_lossy(&fs::read(file)?));
        texts.push_str("\n\n");
    }
    if texts.is_empty() {
        return Err("there is no sample under seeds/".into());
    }
    println!("text: {} files, up to {CHARACTERS} characters", files.len());
    Ok(texts.chars().cycle().take(CHARACTERS).collect())
}

fn print_weight(dist: &Path) -> Result {
    let weights = weigh(dist)?;
    println!("{:>10} {:>10} {:>10}", "plain", "gzip", "brotli");
    let line = |plain: u64, gzip: u64, brotli: u64, name: &str| {
        println!("{plain:>10} {gzip:>10} {brotli:>10}  {name}");
    };
    let large = |weight: &&build::Weight| weight.plain >= 50_000;
    for weight in weights.iter().filter(large) {
        line(weight.plain, weight.gzip, weight.brotli, &weight.file);
    }
    let small: Vec<_> = weights.iter().filter(|weight| !large(weight)).collect();
    line(
        small.iter().map(|weight| weight.plain).sum(),
        small.iter().map(|weight| weight.gzip).sum(),
        small.iter().map(|weight| weight.brotli).sum(),
        &format!("{} smaller files", small.len()),
    );
    line(
        weights.iter().map(|weight| weight.plain).sum(),
        weights.iter().map(|weight| weight.gzip).sum(),
        weights.iter().map(|weight| weight.brotli).sum(),
        "everything that the page can load",
    );
    Ok(())
}
