//! What lies beside the repository: the scores on its gold data, and the long corpus.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use serde_json::Value;
use xshell::cmd;

use crate::files::{files, name};
use crate::project::Project;
use crate::steps::seconds;
use crate::{Result, rust};

/// Set of gold data to scorer to measure to the least it must reach: tests/gold-floors.toml.
type Floors = BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>;

/// Every scorer reaches its floors.
pub fn gold(project: &Project) -> Result {
    let floors: Floors = toml::from_str(&fs::read_to_string("tests/gold-floors.toml")?)?;
    let program = rust::command_line(project)?;
    let mut below = Vec::new();
    for (set, of_set) in &floors {
        for (scorer, least) in of_set {
            let script = format!("../shared/eval/score_{scorer}.py");
            let gold = gold_of(set, scorer);
            let words = ["--texts", "../shared/corpus"];
            let score = cmd!(project.shell, "python3 {script} {words...} {gold...} --");
            // Some of them fail where a score is below their own idea of good.
            let score = score.arg(&program).args(["analyze", "--format", "json"]);
            let said = score.ignore_status().read()?;
            let total = said.lines().last().unwrap_or_default();
            println!("{set:6} {scorer:10} {total}");
            for (measure, least) in least {
                let reached = measured(total, measure).unwrap_or_default();
                if reached < *least {
                    let what = format!("{set} {scorer} {measure}");
                    below.push(format!("{what} {reached:.3}, not {least}"));
                }
            }
        }
    }
    if below.is_empty() {
        return Ok(());
    }
    Err(below.join("; ").into())
}

/// The gold files of a scorer in a set: `TEXT.claims.json`, or `ladder.json` for all texts. What is named by
/// its text alone holds claims.
fn gold_of(set: &str, scorer: &str) -> Vec<PathBuf> {
    let mut files = files(format!("../shared/eval/{set}"), ".json");
    files.retain(|file| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let kind = stem.rsplit('.').next().unwrap_or_default();
        kind == scorer || scorer == "claims" && kind.starts_with("seed")
    });
    files
}

/// The number after a measure's name: `F1 0.95`, or a share as in `found 3 of 4`.
fn measured(line: &str, measure: &str) -> Option<f64> {
    let words = line.split([' ', ',', ':']).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    (0..words.len()).find_map(|at| match words[at..] {
        [name, found, "of", all, ..] if name == measure => {
            let (found, all): (f64, f64) = (found.parse().ok()?, all.parse().ok()?);
            Some(if all > 0.0 { found / all } else { 1.0 })
        }
        [name, value, ..] if name == measure => value.parse().ok(),
        _ => None,
    })
}

/// Every text of the corpus goes through the command line.
pub fn corpus(project: &Project) -> Result {
    let program = rust::command_line(project)?;
    let (mut times, mut failed) = (Vec::new(), Vec::new());
    for text in files("../shared/corpus/national", "") {
        let started = Instant::now();
        let printed = cmd!(project.shell, "{program} analyze --format json {text}").read();
        times.push((started.elapsed(), name(&text)));
        match printed.map(|printed| serde_json::from_str::<Value>(&printed)) {
            Ok(Ok(analysis)) if analysis["documents"].is_array() => (),
            Ok(_) => failed.push(format!("{}: no analysis", name(&text))),
            Err(error) => failed.push(format!("{}: {error}", name(&text))),
        }
    }
    let texts = times.len();
    let whole = seconds(times.iter().map(|(time, _)| *time).sum());
    let (slowest, name) = times.into_iter().max().unwrap_or_default();
    let slowest = seconds(slowest);
    println!("{texts} texts in {whole} with loading the dictionary; {name} took {slowest}");
    if failed.is_empty() {
        return Ok(());
    }
    Err(failed.join("\n").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_read_from_what_the_scorers_print() {
        let claims = "all   gold  90  returned  88  F1: found 0.910  status 0.850  period 0.900";
        assert_eq!(measured(claims, "found"), Some(0.91));
        assert_eq!(measured(claims, "period"), Some(0.9));
        let structure = "all  documents 4/5, dates 3/4, headings F1 0.980 (right 90, gold 92)";
        assert_eq!(measured(structure, "F1"), Some(0.98));
        let checks = "found 6 of 8, silent 0 of 0, error findings {'found': 3}";
        assert_eq!(measured(checks, "found"), Some(0.75));
        assert_eq!(measured(checks, "silent"), Some(1.0));
        assert_eq!(measured(checks, "accuracy"), None);
    }
}
