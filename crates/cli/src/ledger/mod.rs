//! `xushi ledger FILE…`: the tasks of texts as one ledger.

mod table;

use std::io;
use std::path::Path;

use xushi::strings::say;
use xushi_writers::{Kind, write};

use crate::arguments::Ledger;
use crate::carried::analyzer;
use crate::input;
use crate::outcome::Outcome;
use table::Part;

/// Reads each file in turn, one that cannot be read is named on standard error and the rest go on; writes one ledger
/// of all.
pub fn run(arguments: &Ledger) -> io::Result<Outcome> {
    let language = arguments.language;
    let kind = match &arguments.output {
        None => Kind::Markdown,
        Some(name) => match kind_of(name) {
            Some(kind) => kind,
            None => {
                let refusal = say("ledger.out.kind", &[("name", name)]);
                return Err(io::Error::other(language.of(refusal)));
            }
        },
    };
    let analyzer = analyzer()?;
    let mut outcome = Outcome::Well;
    let mut parts: Vec<Part> = Vec::new();
    let files = arguments.files.iter();
    for (file, input) in files.flat_map(|file| input::open(file, language)) {
        let read = input.and_then(|input| {
            let ledgers = input.ledgers(&analyzer);
            ledgers.map_err(|error| language.of(error.said()))
        });
        match read {
            Ok((analysis, ledgers)) => {
                input::warn(&file, &analysis.source, language);
                let before = parts.len();
                let told = ledgers.into_iter();
                parts.extend(told.filter_map(|ledger| Part::of(ledger, &file, arguments.by)));
                if parts.len() == before {
                    let none = say("ledger.none", &[("name", &file)]);
                    eprintln!("xushi: {}", language.of(none));
                }
            }
            Err(message) => {
                input::refuse(&file, &message);
                outcome = Outcome::Less;
            }
        }
    }
    let written = write(&table::of(&parts, arguments), kind).map_err(io::Error::other)?;
    crate::write::whole(&written, arguments.output.as_deref(), language)?;
    Ok(outcome)
}

/// The kind of file by its name.
fn kind_of(name: &str) -> Option<Kind> {
    Kind::of_ending(Path::new(name).extension()?.to_str()?)
}
