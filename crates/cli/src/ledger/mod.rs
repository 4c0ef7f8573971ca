//! `xushi ledger FILE…`: the tasks of texts as one ledger.

mod table;

use std::io;
use std::path::Path;

use xushi::strings::say;
use xushi_writers::{Kind, write};

use crate::arguments::Ledger;
use crate::carried::analyzer;
use crate::compare;
use crate::many::Many;
use crate::outcome::Outcome;
use crate::shown;
use table::Part;

/// Reads every file, one that cannot be read is named on standard error and the rest go on; writes one ledger of all.
pub fn run(arguments: &Ledger) -> io::Result<Outcome> {
    let language = arguments.language;
    let kind = match &arguments.output {
        None => Kind::Markdown,
        Some(name) => match kind_of(name) {
            Some(kind) => kind,
            None => {
                let refusal = say(
                    "ledger.out.kind",
                    &[("name", &shown::name(name.as_os_str()))],
                );
                return Err(io::Error::other(language.of(refusal)));
            }
        },
    };
    let analyzer = analyzer()?;
    let report = match &arguments.report {
        Some(file) => match compare::open(&analyzer, file, language) {
            Some(report) => Some(report),
            None => return Ok(Outcome::Less),
        },
        None => None,
    };
    let mut parts: Vec<Part> = Vec::new();
    let all_read = Many::new(&arguments.files, language).each(
        |input, notes| {
            let ledgers = input.text.ledgers(&analyzer);
            let (analysis, ledgers) = ledgers.map_err(|error| language.of(error.said()))?;
            notes.extend(input.warnings(&analysis.source, language));
            let file = shown::written(&input.file);
            let plan = report.as_ref().map(|report| {
                let held = compare::held(&analyzer, &input, language);
                held.map(|held| (held, report))
            });
            let plan = plan.transpose()?;
            let mut parts = Vec::new();
            for (at, ledger) in ledgers.into_iter().enumerate() {
                let told = plan
                    .as_ref()
                    .map(|(held, (report, its))| held.progress(at, report, *its));
                let told = told.transpose();
                let told = told.map_err(|error| language.of(error.said()))?;
                parts.extend(Part::of(ledger, &file, arguments.by, told));
            }
            if parts.is_empty() {
                let none = say("ledger.none", &[("name", &shown::name(&input.file))]);
                notes.push(language.of(none));
            }
            Ok(parts)
        },
        |of_file| {
            parts.extend(of_file);
            Ok(())
        },
    )?;
    let written = write(&table::of(&parts, arguments), kind).map_err(io::Error::other)?;
    crate::write::whole(&written, arguments.output.as_deref(), language)?;
    Ok(match all_read {
        true => Outcome::Well,
        false => Outcome::Less,
    })
}

/// The kind of file by its name.
fn kind_of(name: &Path) -> Option<Kind> {
    Kind::of_ending(name.extension()?.to_str()?)
}
