//! `xushi analyze FILE…`

use std::io;

use serde::Serialize;
use xushi::model::{Analysis, SCHEMA};

use crate::arguments::{Analyze, Format};
use crate::carried::analyzer;
use crate::many::{Form, Many, Target};
use crate::outcome::Outcome;
use crate::{explain, rows, shown, write};

/// Analyses every file; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Analyze) -> io::Result<Outcome> {
    if arguments.explain {
        return explain::run(arguments);
    }
    let language = arguments.language;
    let form = form(arguments.format);
    let (mut target, known) = Target::open(&arguments.output, &arguments.files, form, language)?;
    let analyzer = analyzer()?;
    let heads_each = target.is_folder();
    if arguments.format == Format::Csv {
        target.put(&write::csv(vec![rows::heads(language)])?)?;
    }
    let many = Many::new(&arguments.files, language).for_target(&target, known);
    let all_read = many.each(
        |input, notes| {
            let analysis = input.analysed(&analyzer, language, notes)?;
            let file = shown::written(&input.file);
            let written = match arguments.format {
                Format::Json => write::json(&analysis),
                Format::Jsonl => write::json(&Line {
                    file: &file,
                    analysis: &analysis,
                }),
                Format::Table => Ok(write::table(&analysis, language)),
                Format::Csv => {
                    let heads = heads_each.then(|| rows::heads(language));
                    let rows = rows::rows(&analysis, &file, language);
                    write::csv(heads.into_iter().chain(rows))
                }
            };
            Ok((input.file, written))
        },
        |(file, written)| target.put_of(&file, &written?),
    )?;
    target.end()?;
    Ok(match all_read {
        true => Outcome::Well,
        false => Outcome::Less,
    })
}

/// The analysis of a file as a line: what tells whose it is, then the analysis as it is.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

fn form(format: Format) -> Form {
    let (ending, schema) = match format {
        Format::Json => ("json", None),
        Format::Jsonl => ("jsonl", Some(SCHEMA)),
        Format::Table => ("txt", None),
        Format::Csv => ("csv", None),
    };
    Form {
        ending: Some(ending),
        schema,
    }
}
