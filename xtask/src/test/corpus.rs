//! The long corpus beside the repository.

use std::time::{Duration, Instant};

use serde_json::Value;
use xshell::cmd;

use super::Skipped;
use crate::files::files_under;
use crate::project::Project;
use crate::steps::seconds;
use crate::{Result, rust};

/// Every text of the corpus goes through the command line.
pub fn analysed(project: &Project) -> Result<Skipped> {
    let texts = files_under(&project.shared("corpus/national"))?;
    if texts.is_empty() {
        return Ok(Some("no corpus beside the repository"));
    }
    let program = rust::command_line(project)?;
    let mut times: Vec<(Duration, String)> = Vec::new();
    let mut failed = Vec::new();
    for text in &texts {
        let name = text.file_name().unwrap_or_default().to_string_lossy();
        let started = Instant::now();
        let printed = cmd!(project.shell, "{program} analyze --format json {text}").read();
        times.push((started.elapsed(), name.clone().into_owned()));
        match printed.map(|printed| serde_json::from_str::<Value>(&printed)) {
            Ok(Ok(analysis)) if analysis["documents"].is_array() => (),
            Ok(_) => failed.push(format!("{name}: no analysis")),
            Err(error) => failed.push(format!("{name}: {error}")),
        }
    }
    let whole = times.iter().map(|(time, _)| *time).sum();
    let (slowest, name) = times.into_iter().max().unwrap_or_default();
    println!(
        "{} texts in {}, the slowest {name} in {} (each loads the dictionary)",
        texts.len(),
        seconds(whole),
        seconds(slowest)
    );
    if failed.is_empty() {
        Ok(None)
    } else {
        Err(failed.join("\n").into())
    }
}
