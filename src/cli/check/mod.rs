//! `xushi check FILE…`: the findings of every rule, where they stand in the file.

mod found;
mod json;
mod lines;
mod sarif;
mod text;

use std::io::{self, Write as _};

use serde_json::Value;
use xushi::checks::RULES;
use xushi::model::Severity;
use xushi::strings::say;
use xushi::{Analyzer, source};

use super::Outcome;
use super::arguments::{Check, CheckFormat, Language};
use super::input;
use found::Found;
use lines::Lines;

/// A file that was read, with what was found in it.
struct Checked {
    /// As it was named on the command line.
    file: String,
    /// The decoded text, cut into lines.
    lines: Lines,
    /// By place.
    found: Vec<Found>,
}

/// Checks each file in turn; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Check) -> io::Result<Outcome> {
    let analyzer = super::analyzer()?;
    let language = arguments.language;
    let mut out = io::stdout().lock();
    let mut unread = false;
    let mut checked = Vec::new();
    for file in &arguments.files {
        match check_one(&analyzer, file, arguments) {
            Ok(one) => {
                if arguments.format == CheckFormat::Text {
                    text::write(&mut out, &one, language)?;
                }
                checked.push(one);
            }
            Err(message) => {
                input::refuse(file, &message);
                unread = true;
            }
        }
    }
    match arguments.format {
        CheckFormat::Text => text::summary(&mut out, &checked, language)?,
        CheckFormat::Json => print(&mut out, &json::list(&checked))?,
        CheckFormat::Sarif => print(&mut out, &sarif::log(&checked, language))?,
    }
    out.flush()?;
    let fails = checked
        .iter()
        .flat_map(|one| &one.found)
        .any(|found| arguments.fail_on.fails(found.finding.severity));
    Ok(if unread {
        Outcome::Unread
    } else if fails {
        Outcome::Less
    } else {
        Outcome::Well
    })
}

fn print(out: &mut impl io::Write, value: &Value) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn check_one(analyzer: &Analyzer, file: &str, arguments: &Check) -> Result<Checked, String> {
    let language = arguments.language;
    let input = input::read(file).map_err(|error| error.to_string())?;
    let refused = |error: source::SourceError| language.of(error.said());
    let analysis = analyzer
        .analyze(&input.name, &input.bytes)
        .map_err(refused)?;
    let decoded = source::decode(&input.name, &input.bytes).map_err(refused)?;
    input::warn(file, &analysis.source, language);
    let lines = Lines::new(decoded.text);
    let found = found::all(&analysis, &lines, |rule| {
        let asked = arguments.only.is_empty() || arguments.only.iter().any(|id| id == rule);
        asked && !arguments.ignore.iter().any(|id| id == rule)
    });
    Ok(Checked {
        file: file.to_owned(),
        lines,
        found,
    })
}

/// What a severity is called.
pub fn severity_name(severity: Severity, language: Language) -> String {
    language.of(match severity {
        Severity::Error => say("cli.severity.error", &[]),
        Severity::Warning => say("cli.severity.warning", &[]),
        Severity::Info => say("cli.severity.info", &[]),
    })
}

/// The place of a rule in the registry.
fn rule_index(id: &str) -> Option<usize> {
    RULES.iter().position(|rule| rule.id == id)
}
