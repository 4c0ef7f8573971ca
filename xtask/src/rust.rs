//! What cargo does by itself: format, lints, tests, the contract and the command line.

use std::env::consts::EXE_SUFFIX;
use std::path::{self, Path, PathBuf};

use serde_json::Value;
use xshell::cmd;

use crate::Result;
use crate::project::Project;

/// Formats the Rust code, or only says whether it is formatted.
pub fn format(project: &Project, check: bool) -> Result {
    let check = check.then_some("--check");
    Ok(cmd!(project.shell, "cargo fmt --all {check...}").run()?)
}

/// Clippy over everything, with no warning allowed.
pub fn clippy(project: &Project) -> Result {
    let everything = ["--workspace", "--all-targets", "--all-features"];
    let clippy = cmd!(project.shell, "cargo clippy --quiet {everything...}");
    Ok(clippy.args(["--", "-D", "warnings"]).run()?)
}

/// Every test of the workspace but the contract's.
pub fn test(project: &Project) -> Result {
    Ok(cmd!(project.shell, "cargo test --workspace --quiet").run()?)
}

/// The long runs of the made tests, over the texts beside the repository too; they print a report.
pub fn evaluate(project: &Project) -> Result {
    let long = ["--test", "made", "--", "--ignored", "--nocapture"];
    let made = cmd!(project.shell, "cargo test --release --quiet {long...}");
    let texts = Path::new("../shared/corpus");
    let beside = texts.is_dir().then_some(("XUSHI_TEXTS", texts));
    Ok(made.envs(beside).run()?)
}

/// What tells a fuzzer of new code, as cargo-fuzz has it; stable Rust can do it.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table";

/// The targets that are given texts; the others are given office files.
const TEXTS: [&str; 6] = ["source", "layout", "analyze", "check", "compare", "ledger"];

/// Counts that the core is linear, and gives each stage and each reader of office files a minute; what makes one stop is left in `fuzz/artifacts`.
pub fn fuzz(project: &Project) -> Result {
    let shell = &project.shell;
    let counted = ["--test", "scaling", "--", "--ignored", "--nocapture"];
    let test = cmd!(shell, "cargo test --release --quiet --package xushi-cli");
    test.args(counted).run()?;
    let host = cmd!(shell, "rustc --print host-tuple").read()?;
    // With a target, what runs while building is built as ever.
    let place = ["--manifest-path", "fuzz/Cargo.toml", "--target", &host];
    cmd!(shell, "cargo build --release --quiet {place...}")
        .env("RUSTFLAGS", COVERAGE)
        .run()?;
    for target in shell.read_dir("fuzz/fuzz_targets")? {
        let name = target.file_stem().unwrap_or_default().to_string_lossy();
        let corpus = shell.create_dir(format!("fuzz/corpus/{name}"))?;
        let stopped = shell.create_dir(format!("fuzz/artifacts/{name}"))?;
        let program = format!("fuzz/target/{host}/release/{name}");
        // Texts are short, so that many are tried; a file is drawn as long as the samples are.
        let (samples, longest) = match TEXTS.contains(&&*name) {
            true => ("seeds", "-max_len=4096"),
            false => ("crates/formats/tests/fixtures", "-max_len=0"),
        };
        let prefix = format!("-artifact_prefix={}/", stopped.display());
        let limits = ["-max_total_time=60", "-timeout=10", "-rss_limit_mb=1024"];
        let run = cmd!(shell, "{program} -verbosity=0 {longest} {limits...}");
        run.arg(prefix).arg(corpus).arg(samples).run()?;
    }
    Ok(())
}

/// Writes `schema/` from the Rust types, or only says whether it is current.
pub fn contract(project: &Project, check: bool) -> Result {
    let features = ["--features", "contract", "--test", "contract"];
    let test = cmd!(project.shell, "cargo test --quiet {features...}");
    let write = (!check).then_some(("XUSHI_WRITE_CONTRACT", "1"));
    Ok(test.envs(write).run()?)
}

/// What the command line answers in JSON; it is compiled without optimisation, which is sooner.
pub fn answer(project: &Project, words: &[&str]) -> Result<Value> {
    let asked = cmd!(project.shell, "cargo run --quiet --bin xushi -- {words...}");
    Ok(serde_json::from_str(&asked.read()?)?)
}

/// The command line, as people run it; built here.
pub fn command_line(project: &Project) -> Result<PathBuf> {
    cmd!(project.shell, "cargo build --release --quiet --bin xushi").run()?;
    Ok(path::absolute(format!("target/release/xushi{EXE_SUFFIX}"))?)
}
