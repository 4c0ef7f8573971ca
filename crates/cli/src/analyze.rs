//! `xushi analyze FILE…`

use std::io;

use serde::Serialize;
use xushi::model::{Analysis, SCHEMA};
use xushi::strings::say;

use crate::arguments::{Analyze, Format, Language};
use crate::carried::analyzer;
use crate::many::{Form, Many, Target};
use crate::outcome::Outcome;
use crate::{explain, rows, shown, tables, write};

/// Analyses every file; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Analyze) -> io::Result<Outcome> {
    if arguments.explain {
        return explain::run(arguments);
    }
    let language = arguments.language;
    let Some((form, written)) = form(arguments.format) else {
        return tables::run(arguments);
    };
    if !arguments.tables.is_empty() {
        return Err(io::Error::other(language.of(say("cli.tables.format", &[]))));
    }
    let (mut target, known) = Target::open(&arguments.output, &arguments.files, form, language)?;
    let analyzer = analyzer()?;
    let heads_each = target.is_folder();
    if arguments.format == Format::Csv {
        target.put(&write::csv(vec![rows::heads(language)])?)?;
    }
    let many = Many::new(&arguments.files, language).for_target(&target, known);
    let all_read = many.each(
        |input, notes| {
            let analysis = input.analysed(&analyzer, language, notes);
            let analysis = analysis.map_err(|why| language.of(why))?;
            let result = OfFile {
                file: &shown::written(&input.file),
                analysis: &analysis,
                language,
                has_heads: heads_each,
            };
            Ok((input.file, written(&result)))
        },
        |(file, written)| target.put_of(&file, &written?),
    )?;
    target.end()?;
    Ok(match all_read {
        true => Outcome::Well,
        false => Outcome::Less,
    })
}

/// What there is to write of a file.
struct OfFile<'a> {
    file: &'a str,
    analysis: &'a Analysis,
    language: Language,
    /// Whether columns have their heads here and not once for all files.
    has_heads: bool,
}

/// The analysis of a file as a line: what tells whose it is, then the analysis as it is.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

type Written = fn(&OfFile) -> io::Result<Vec<u8>>;

/// What the results are, where each file has one of its own, and how it is written.
fn form(format: Format) -> Option<(Form, Written)> {
    let (ending, schema, written): (_, _, Written) = match format {
        Format::Json => ("json", None, |of| write::json(of.analysis)),
        Format::Jsonl => ("jsonl", Some(SCHEMA), |of| {
            let (file, analysis) = (of.file, of.analysis);
            write::json(&Line { file, analysis })
        }),
        Format::Table => ("txt", None, |of| Ok(write::table(of.analysis, of.language))),
        Format::Csv => ("csv", None, |of| {
            let heads = of.has_heads.then(|| rows::heads(of.language));
            let rows = rows::rows(of.analysis, of.file, of.language);
            write::csv(heads.into_iter().chain(rows))
        }),
        Format::Parquet => return None,
    };
    let form = Form {
        ending: Some(ending),
        schema,
    };
    Some((form, written))
}
