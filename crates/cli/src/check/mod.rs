//! `xushi check FILE…`: the findings of every rule, where they stand in the file.

mod checked;
mod comments;
mod found;
mod github;
mod json;
mod lines;
mod report;
mod sarif;
mod text;

use std::ffi::OsString;
use std::io;

use xushi::model::Severity;
use xushi::strings::say;
use xushi::{Analyzer, source};

use crate::arguments::{Check, Language};
use crate::carried::analyzer;
use crate::input::{Input, spoken};
use crate::many::{Many, Target};
use crate::outcome::Outcome;
use crate::tell::{of_file, tell};
use crate::write;
use checked::Checked;
use lines::Lines;
use report::Report;

/// What came of a file.
struct Came {
    file: OsString,
    /// The findings as they are printed.
    printed: io::Result<Vec<u8>>,
    severities: Vec<Severity>,
    /// The file with its findings as comments, or why it cannot have them, where that is asked for.
    commented: Option<Result<Vec<u8>, String>>,
}

/// Checks every file; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Check) -> io::Result<Outcome> {
    let language = arguments.language;
    let form = report::form(arguments.format);
    let (mut target, known) = Target::open(&arguments.output, form, language)?;
    let analyzer = analyzer()?;
    let mut fails = known
        .values()
        .flatten()
        .any(|&worst| arguments.fail_on.fails(worst));
    let many = Many::new(&arguments.files, language).for_target(&target, known);
    let mut report = Report::begin(&mut target, arguments.format, language)?;
    let mut commented = Vec::new();
    let all_read = many.each(
        |input, notes| came(&analyzer, input, arguments, notes),
        |came| {
            let severities = came.severities.iter();
            fails |= severities.clone().any(|&it| arguments.fail_on.fails(it));
            // More than one is refused: no more than two are kept.
            if let Some(made) = came.commented
                && commented.len() < 2
            {
                commented.push((came.file, made));
            }
            report.add(&came.printed?, &came.severities)
        },
    )?;
    let has_comments = match &arguments.comments {
        Some(out) => write_comments(out, commented, language)?,
        None => true,
    };
    report.end()?;
    target.end()?;
    Ok(if !all_read || !has_comments {
        Outcome::Unread
    } else if fails {
        Outcome::Less
    } else {
        Outcome::Well
    })
}

/// Writes the one file that was checked with its findings as comments; whether it could be.
fn write_comments(
    out: &std::path::Path,
    mut commented: Vec<(OsString, Result<Vec<u8>, String>)>,
    language: Language,
) -> io::Result<bool> {
    if commented.len() > 1 {
        let one = language.of(say("cli.check.comments", &[]));
        tell(of_file(out.as_os_str(), &one));
        return Ok(false);
    }
    match commented.pop() {
        Some((_, Ok(bytes))) => write::replace(out, &bytes, language)?,
        Some((file, Err(message))) => {
            tell(of_file(&file, &message));
            return Ok(false);
        }
        None => return Ok(false),
    }
    Ok(true)
}

fn came(
    analyzer: &Analyzer,
    input: Input,
    arguments: &Check,
    notes: &mut Vec<String>,
) -> Result<Came, String> {
    let language = arguments.language;
    let checked = check_one(analyzer, input, arguments, notes)?;
    let commented = arguments.comments.as_ref().map(|_| {
        let made = comments::commented(&checked, language);
        made.map_err(|error| error.message(spoken(language)))
    });
    let severities = checked.found.iter().map(|found| found.finding.severity);
    Ok(Came {
        severities: severities.collect(),
        printed: report::printed(&checked, arguments.format, language),
        commented,
        file: checked.file,
    })
}

fn check_one(
    analyzer: &Analyzer,
    input: Input,
    arguments: &Check,
    notes: &mut Vec<String>,
) -> Result<Checked, String> {
    let language = arguments.language;
    let analysis = input.analysed(analyzer, language, notes)?;
    let decoded = source::decode(&input.name, &input.bytes);
    let decoded = decoded.map_err(|error| language.of(error.said()))?;
    let lines = Lines::new(decoded.text);
    let found = found::all(&analysis, &lines, |rule| {
        let asked = arguments.only.is_empty() || arguments.only.iter().any(|id| id == rule);
        asked && !arguments.ignore.iter().any(|id| id == rule)
    });
    Ok(Checked {
        file: input.file,
        lines,
        office: input.office,
        file_bytes: input.file_bytes,
        found,
    })
}
