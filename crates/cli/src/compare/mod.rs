//! `xushi compare A B`: two texts beside each other.

mod table;

use std::io::{self, Write as _};

use xushi::compare::Asked;
use xushi::model::{ComparisonKind, TextComparison};
use xushi::strings::say;
use xushi::{Analyzer, Opened};
use xushi_writers::{Kind, Table};

use crate::arguments::{Compare, CompareFormat, CompareKind, Language};
use crate::carried::analyzer;
use crate::input::{self, Input};
use crate::outcome::Outcome;
use crate::write;

/// Reads both files and writes their comparison; of a file with several texts the longest is compared.
pub fn run(arguments: &Compare) -> io::Result<Outcome> {
    let language = arguments.language;
    let analyzer = analyzer()?;
    let files = [&arguments.first, &arguments.second];
    let [Some(one), Some(other)] = files.map(|file| open(&analyzer, file, language)) else {
        return Ok(Outcome::Less);
    };
    let asked = Asked {
        kind: arguments.kind.map(kind),
        as_given: arguments.as_given,
    };
    let [one, other] = [&one, &other].map(|(input, document)| Opened {
        name: &input.name,
        bytes: &input.bytes,
        kept: &[],
        stated: input.stated(),
        document: *document,
    });
    let comparison = analyzer.compare(one, other, asked);
    let comparison = comparison.map_err(|error| io::Error::other(language.of(error.said())))?;
    for note in &comparison.notes {
        eprintln!("xushi: {}", language.pick(&note.message, &note.message_en));
    }
    let written = written(&comparison, arguments)?;
    write::whole(&written, arguments.output.as_deref(), language)?;
    Ok(Outcome::Well)
}

/// The text of a file, or of the first that an archive holds, and its longest document.
fn open(analyzer: &Analyzer, file: &str, language: Language) -> Option<(Input, usize)> {
    for (shown, read) in input::open(file, language) {
        let analysed = read.and_then(|input| {
            let analysis = input.analysis(analyzer);
            let analysis = analysis.map_err(|error| language.of(error.said()))?;
            Ok((input, analysis))
        });
        let (input, analysis) = match analysed {
            Ok(analysed) => analysed,
            Err(message) => {
                input::refuse(&shown, &message);
                continue;
            }
        };
        let documents = analysis.documents.iter().enumerate();
        let longest = documents.rev().max_by_key(|(_, one)| one.text.len());
        let (at, document) = longest?;
        let count = analysis.documents.len();
        if count > 1 {
            let title = document.title.as_deref().unwrap_or(&shown);
            let values = [
                ("name", shown.as_str()),
                ("count", &count.to_string()),
                ("title", title),
            ];
            let told = say("compare.note.several", &values);
            eprintln!("xushi: {}", language.of(told));
        }
        return Some((input, at));
    }
    None
}

fn kind(kind: CompareKind) -> ComparisonKind {
    match kind {
        CompareKind::Promise => ComparisonKind::Promise,
        CompareKind::Level => ComparisonKind::Level,
        CompareKind::Wording => ComparisonKind::Wording,
    }
}

/// The comparison in the form that is asked for.
fn written(comparison: &TextComparison, arguments: &Compare) -> io::Result<Vec<u8>> {
    let table = || table::of(comparison, arguments.language);
    let file = |kind| xushi_writers::write(&table(), kind).map_err(io::Error::other);
    match arguments.format {
        CompareFormat::Json => {
            let mut json = serde_json::to_vec(comparison)?;
            json.push(b'\n');
            Ok(json)
        }
        CompareFormat::Table => in_columns(&table(), arguments.language),
        CompareFormat::Csv => file(Kind::Csv),
        CompareFormat::Xlsx => file(Kind::Xlsx),
        CompareFormat::Md => file(Kind::Markdown),
    }
}

/// A table for the terminal, below its title.
fn in_columns(table: &Table, language: Language) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    writeln!(out, "{}", table.title)?;
    for line in &table.lines {
        writeln!(out, "{line}")?;
    }
    if table.rows.is_empty() {
        writeln!(out, "{}", language.of(say("compare.none", &[])))?;
        return Ok(out);
    }
    let heads = table.columns.iter().map(|column| column.head.clone());
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.iter().map(|cell| cell.text.clone()).collect());
    write::columns(&mut out, heads.collect(), rows.collect())?;
    Ok(out)
}
