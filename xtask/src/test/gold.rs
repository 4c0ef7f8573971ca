//! Scores on the gold data that lies beside the repository, and the long corpus.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::{Outcome, core, shared};
use crate::Result;
use crate::command::{find, output};
use crate::project::Project;
use crate::stamp::files_under;
use crate::steps::Seconds;

/// Set of gold data to scorer to measure to the least it must reach: tests/gold-floors.toml.
type Floors = BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>;

/// Every scorer reaches its floors.
pub fn floors(project: &Project) -> Result<Outcome> {
    let Some(shared) = shared(project) else {
        return Ok(Outcome::Skipped(
            "no gold data beside the repository".into(),
        ));
    };
    let Some(python) = find("python3") else {
        return Ok(Outcome::Skipped("the scorers need python3".into()));
    };
    let floors: Floors =
        toml::from_str(&fs::read_to_string(project.path("tests/gold-floors.toml"))?)?;
    let program = core::command_line(project)?;
    let mut below = Vec::new();
    let sets = floors.iter().flat_map(|(set, of_set)| {
        of_set
            .iter()
            .map(move |(scorer, least)| (set, scorer, least))
    });
    for (set, scorer, least) in sets {
        let gold = gold_of(&shared.join("eval").join(set), scorer)?;
        let said = scored(
            Command::new(&python)
                .arg(shared.join("eval").join(format!("score_{scorer}.py")))
                .arg("--texts")
                .arg(shared.join("corpus"))
                .args(gold)
                .arg("--")
                .arg(&program)
                .args(["analyze", "--format", "json"]),
        )?;
        let total = said.lines().last().unwrap_or_default();
        println!("{set:6} {scorer:10} {total}");
        for (measure, least) in least {
            match measured(total, measure) {
                Some(reached) if reached >= *least => (),
                Some(reached) => {
                    below.push(format!(
                        "{set} {scorer} {measure} {reached:.3} is below {least}"
                    ));
                }
                None => below.push(format!("{set} {scorer} {measure} is not stated")),
            }
        }
    }
    if below.is_empty() {
        Ok(Outcome::Passed)
    } else {
        Err(below.join("; ").into())
    }
}

/// The gold files of a scorer: claims and structure have one a text, the others one in all.
fn gold_of(folder: &Path, scorer: &str) -> Result<Vec<PathBuf>> {
    let mut files = files_under(folder)?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match scorer {
            "claims" => {
                name.ends_with(".claims.json")
                    || name.starts_with("seed") && !name.contains(".structure.")
            }
            "structure" | "tasks" => name.ends_with(&format!(".{scorer}.json")),
            other => *name == *format!("{other}.json"),
        }
    });
    Ok(files)
}

/// What a scorer prints; some of them fail where a score is below their own idea of good.
fn scored(scorer: &mut Command) -> Result<String> {
    let result = scorer.output()?;
    let said = String::from_utf8_lossy(&result.stdout).into_owned();
    if said.trim().is_empty() {
        return Err(String::from_utf8_lossy(&result.stderr)
            .trim()
            .to_owned()
            .into());
    }
    Ok(said)
}

/// The number after a measure's name: `F1 0.95`, or a share as in `found 3 of 4`.
fn measured(line: &str, measure: &str) -> Option<f64> {
    let words: Vec<&str> = line
        .split_whitespace()
        .map(|word| word.trim_end_matches([',', ':']))
        .collect();
    let number = |at: usize| words.get(at)?.parse::<f64>().ok();
    let (at, value) = words
        .iter()
        .enumerate()
        .filter(|(_, word)| **word == measure)
        .find_map(|(at, _)| Some((at, number(at + 1)?)))?;
    match (words.get(at + 2), number(at + 3)) {
        (Some(&"of"), Some(all)) if all > 0.0 => Some(value / all),
        (Some(&"of"), _) => Some(1.0),
        _ => Some(value),
    }
}

/// Every text of the corpus goes through the command line.
pub fn corpus(project: &Project) -> Result<Outcome> {
    let Some(shared) = shared(project) else {
        return Ok(Outcome::Skipped("no corpus beside the repository".into()));
    };
    let program = core::command_line(project)?;
    let texts = files_under(&shared.join("corpus/national"))?;
    let (mut whole, mut slowest) = (Duration::ZERO, (Duration::ZERO, String::new()));
    let mut failed = Vec::new();
    for text in &texts {
        let name = text.file_name().unwrap_or_default().to_string_lossy();
        let started = Instant::now();
        let result = output(
            Command::new(&program)
                .args(["analyze", "--format", "json"])
                .arg(text),
        );
        let time = started.elapsed();
        whole += time;
        if time > slowest.0 {
            slowest = (time, name.clone().into_owned());
        }
        let is_analysis = result.as_ref().is_ok_and(|printed| {
            serde_json::from_str::<serde_json::Value>(printed)
                .is_ok_and(|analysis| analysis["documents"].is_array())
        });
        if !is_analysis {
            failed.push(format!(
                "{name}: {}",
                result.err().map_or_else(String::new, |e| e.to_string())
            ));
        }
    }
    println!(
        "{} texts in {}, the slowest {} in {} (each loads the dictionary)",
        texts.len(),
        Seconds(whole),
        slowest.1,
        Seconds(slowest.0)
    );
    if failed.is_empty() {
        Ok(Outcome::Passed)
    } else {
        Err(failed.join("\n").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_read_from_what_the_scorers_print() {
        let claims =
            "all   gold  90  returned  88  F1: found 0.910  status 0.850  full 0.700  period 0.900";
        assert_eq!(measured(claims, "found"), Some(0.91));
        assert_eq!(measured(claims, "period"), Some(0.9));
        let structure =
            "all  documents 4/5, dates 3/4, headings F1 0.980 (right 90, gold 92, got 91)";
        assert_eq!(measured(structure, "F1"), Some(0.98));
        let checks = "found 6 of 8, silent 0 of 0, error findings {'found': 3}";
        assert_eq!(measured(checks, "found"), Some(0.75));
        assert_eq!(measured(checks, "silent"), Some(1.0));
        assert_eq!(measured(checks, "accuracy"), None);
    }
}
