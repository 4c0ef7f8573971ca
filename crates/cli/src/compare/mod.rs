//! `xushi compare A B`: two texts beside each other.

mod table;

use std::ffi::OsStr;
use std::io;

use xushi::Analyzer;
use xushi::compare::Asked;
use xushi::model::{ComparisonKind, TextComparison};
use xushi::strings::say;
use xushi_texts::longest;
use xushi_writers::{Kind, Table};

use crate::arguments::{Compare, CompareFormat, CompareKind, Language};
use crate::carried::analyzer;
use crate::input::{self, Input, Opened};
use crate::outcome::Outcome;
use crate::tell::{of_file, tell};
use crate::{shown, write};

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
    let [one, other] = [&one, &other].map(|(input, document)| input.text.opened(*document));
    let comparison = analyzer.compare(one, other, asked);
    let comparison = comparison.map_err(|error| io::Error::other(language.of(error.said())))?;
    for note in &comparison.notes {
        tell(shown::line(language.pick(&note.message, &note.message_en)));
    }
    let written = written(&comparison, arguments)?;
    write::whole(&written, arguments.output.as_deref(), language)?;
    Ok(Outcome::Well)
}

/// The text of a file, or of the first that an archive holds, and its longest document.
fn open(analyzer: &Analyzer, file: &OsStr, language: Language) -> Option<(Input, usize)> {
    let Opened { notes, texts } = input::open(file, file, language);
    notes.iter().for_each(tell);
    for (file, read) in texts {
        let analysed = read.and_then(|input| {
            let analysis = input.text.analysis(analyzer);
            let analysis = analysis.map_err(|error| error.said())?;
            Ok((input, analysis))
        });
        let (input, analysis) = match analysed {
            Ok(analysed) => analysed,
            Err(why) => {
                tell(of_file(&file, &language.of(why)));
                continue;
            }
        };
        let (at, document) = longest(&analysis)?;
        let count = analysis.documents.len();
        if count > 1 {
            let shown = shown::name(&file);
            let title = document.title.as_deref().unwrap_or(&shown);
            let values = [
                ("name", shown.as_str()),
                ("count", &count.to_string()),
                ("title", title),
            ];
            let told = say("compare.note.several", &values);
            tell(shown::line(&language.of(told)));
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
        CompareFormat::Json => write::json(comparison),
        CompareFormat::Table => Ok(in_columns(&table(), arguments.language)),
        CompareFormat::Csv => file(Kind::Csv),
        CompareFormat::Xlsx => file(Kind::Xlsx),
        CompareFormat::Md => file(Kind::Markdown),
    }
}

/// A table for the terminal, below its title.
fn in_columns(table: &Table, language: Language) -> Vec<u8> {
    let mut out = String::new();
    for line in std::iter::once(&table.title).chain(&table.lines) {
        out.push_str(&shown::line(line));
        out.push('\n');
    }
    if table.rows.is_empty() {
        out.push_str(&language.of(say("compare.none", &[])));
        out.push('\n');
        return out.into_bytes();
    }
    let heads = table.columns.iter().map(|column| column.head.clone());
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.iter().map(|cell| cell.text.clone()).collect());
    out.push_str(&write::columns(heads.collect(), rows.collect()));
    out.into_bytes()
}
