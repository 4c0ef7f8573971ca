//! `xushi check FILE…`: the findings of every rule, where they stand in the file.

mod checked;
mod comments;
mod found;
mod json;
mod lines;
mod sarif;
mod text;

use std::io::{self, Write as _};

use serde_json::Value;
use xushi::strings::say;
use xushi::{Analyzer, source};

use crate::arguments::{Check, CheckFormat, Language};
use crate::carried::analyzer;
use crate::input::{self, Input, spoken};
use crate::outcome::Outcome;
use checked::Checked;
use lines::Lines;

/// Checks each file in turn; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Check) -> io::Result<Outcome> {
    let analyzer = analyzer()?;
    let language = arguments.language;
    let mut out = io::stdout().lock();
    let mut unread = false;
    let mut checked = Vec::new();
    let files = arguments.files.iter();
    for (file, input) in files.flat_map(|file| input::open(file, language)) {
        let one = input.and_then(|input| check_one(&analyzer, &file, input, arguments));
        match one {
            Ok(one) => {
                if arguments.format == CheckFormat::Text {
                    text::write(&mut out, &one, language)?;
                }
                checked.push(one);
            }
            Err(message) => {
                input::refuse(&file, &message);
                unread = true;
            }
        }
    }
    if let Some(out) = &arguments.comments
        && !write_comments(out, &checked, language)?
    {
        unread = true;
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

/// Writes the one file that was checked with its findings as comments; whether it could be.
fn write_comments(out: &str, checked: &[Checked], language: Language) -> io::Result<bool> {
    let [one] = checked else {
        if checked.len() > 1 {
            input::refuse(out, &language.of(say("cli.check.comments", &[])));
        }
        return Ok(false);
    };
    match comments::commented(one, language) {
        Ok(bytes) => std::fs::write(out, bytes)?,
        Err(error) => {
            input::refuse(&one.file, &error.message(spoken(language)));
            return Ok(false);
        }
    }
    Ok(true)
}

fn print(out: &mut impl io::Write, value: &Value) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn check_one(
    analyzer: &Analyzer,
    file: &str,
    input: Input,
    arguments: &Check,
) -> Result<Checked, String> {
    let language = arguments.language;
    let refused = |error: source::SourceError| language.of(error.said());
    let analysis = input.analysis(analyzer).map_err(refused)?;
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
        office: input.office,
        file_bytes: input.file_bytes,
        found,
    })
}
