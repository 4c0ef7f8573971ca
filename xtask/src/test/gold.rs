//! Scores on the gold data that lies beside the repository.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use xshell::cmd;

use super::Skipped;
use crate::files::files_under;
use crate::project::Project;
use crate::{Result, rust};

/// Set of gold data to scorer to measure to the least it must reach: tests/gold-floors.toml.
type Floors = BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>;

/// Every scorer reaches its floors.
pub fn floors(project: &Project) -> Result<Skipped> {
    let (eval, texts) = (project.shared("eval"), project.shared("corpus"));
    if !eval.is_dir() {
        return Ok(Some("no gold data beside the repository"));
    }
    let Ok(python) = which::which("python3") else {
        return Ok(Some("the scorers need python3"));
    };
    let floors: Floors =
        toml::from_str(&fs::read_to_string(project.path("tests/gold-floors.toml"))?)?;
    let program = rust::command_line(project)?;
    let mut below = Vec::new();
    for (set, of_set) in &floors {
        for (scorer, least) in of_set {
            let script = eval.join(format!("score_{scorer}.py"));
            let gold = gold_of(&eval.join(set), scorer)?;
            // Some of them fail where a score is below their own idea of good.
            let said = cmd!(
                project.shell,
                "{python} {script} --texts {texts} {gold...} -- {program} analyze --format json"
            )
            .ignore_status()
            .read()?;
            let total = said.lines().last().unwrap_or_default();
            println!("{set:6} {scorer:10} {total}");
            for (measure, least) in least {
                let reached = measured(total, measure);
                if reached.is_none_or(|reached| reached < *least) {
                    let reached =
                        reached.map_or("not stated".into(), |reached| format!("{reached:.3}"));
                    below.push(format!(
                        "{set} {scorer} {measure}: {reached}, at least {least}"
                    ));
                }
            }
        }
    }
    if below.is_empty() {
        Ok(None)
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

/// The number after a measure's name: `F1 0.95`, or a share as in `found 3 of 4`.
fn measured(line: &str, measure: &str) -> Option<f64> {
    let words: Vec<&str> = line
        .split_whitespace()
        .map(|word| word.trim_end_matches([',', ':']))
        .collect();
    let number = |at: usize| words.get(at)?.parse::<f64>().ok();
    let (at, value) = (0..words.len())
        .filter(|&at| words[at] == measure)
        .find_map(|at| Some((at, number(at + 1)?)))?;
    match (words.get(at + 2), number(at + 3)) {
        (Some(&"of"), Some(all)) if all > 0.0 => Some(value / all),
        (Some(&"of"), _) => Some(1.0),
        _ => Some(value),
    }
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
