//! `xushi ledger FILE…`: the tasks of texts as one ledger.

mod table;

use std::io;
use std::path::Path;

use xushi::strings::say;
use xushi_writers::{Kind, write};

use crate::arguments::Ledger;
use crate::carried::analyzer;
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
    let mut parts: Vec<Part> = Vec::new();
    let all_read = Many::new(&arguments.files, language).each(
        |input, notes| {
            let ledgers = input.text.ledgers(&analyzer);
            let (analysis, ledgers) = ledgers.map_err(|error| language.of(error.said()))?;
            notes.extend(input.warnings(&analysis.source, language));
            let file = shown::written(&input.file);
            let parts = ledgers.into_iter();
            let parts = parts.filter_map(|ledger| Part::of(ledger, &file, arguments.by));
            let parts: Vec<Part> = parts.collect();
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
