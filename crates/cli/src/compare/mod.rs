//! `xushi compare A B…`: two texts beside each other, or several years in a row.

mod matrix;
mod table;

use std::ffi::OsStr;
use std::io;

use xushi::compare::Asked;
use xushi::model::{ComparisonKind, TextComparison};
use xushi::strings::say;
use xushi::{Analyzer, Held};
use xushi_writers::{Kind, Table};

use crate::arguments::{Compare, CompareFormat, CompareKind, Language};
use crate::carried::analyzer;
use crate::input::{self, Input, Opened};
use crate::outcome::Outcome;
use crate::tell::{of_file, tell};
use crate::{shown, write};

pub use table::Words;

/// Reads the files and writes their comparison, of more than two that of each with the next; of a file with several texts
/// the longest is compared.
pub fn run(arguments: &Compare) -> io::Result<Outcome> {
    let language = arguments.language;
    let analyzer = analyzer()?;
    let files = std::iter::once(&arguments.first).chain(&arguments.others);
    let texts: Vec<_> = files.map(|file| open(&analyzer, file, language)).collect();
    let Some(mut texts) = texts.into_iter().collect::<Option<Vec<_>>>() else {
        return Ok(Outcome::Less);
    };
    let is_one = texts.len() == 2;
    let asked = Asked {
        kind: match is_one {
            true => arguments.kind.map(kind),
            false => Some(ComparisonKind::Promise),
        },
        as_given: arguments.as_given || !is_one,
    };
    let compared = |texts: &[(Held, usize)]| {
        let pairs = texts.windows(2);
        let pairs = pairs.map(|pair| pair[0].0.compare(pair[0].1, &pair[1].0, pair[1].1, asked));
        let pairs: Result<Vec<_>, _> = pairs.collect();
        pairs.map_err(|error| io::Error::other(language.of(error.said())))
    };
    let mut pairs = compared(&texts)?;
    if !is_one
        && !arguments.as_given
        && let Some(order) = order(&pairs)
    {
        let mut kept: Vec<_> = texts.into_iter().map(Some).collect();
        texts = order.iter().filter_map(|&at| kept[at].take()).collect();
        pairs = compared(&texts)?;
    }
    for note in pairs.iter().flat_map(|pair| &pair.notes) {
        tell(shown::line(language.pick(&note.message, &note.message_en)));
    }
    let written = written(&pairs, arguments)?;
    write::whole(&written, arguments.output.as_deref(), language)?;
    Ok(Outcome::Well)
}

/// A file read for comparing.
pub fn held(analyzer: &Analyzer, input: &Input, language: Language) -> Result<Held, String> {
    let held = analyzer.hold(input.text.opened(0));
    held.map_err(|error| language.of(error.said()))
}

/// The order of the texts by their years, where all have one and it is another than they were given in.
fn order(pairs: &[TextComparison]) -> Option<Vec<usize>> {
    let years = pairs.iter().map(|pair| pair.first.year);
    let years = years.chain(pairs.last().map(|pair| pair.second.year));
    let years: Vec<i32> = years.collect::<Option<_>>()?;
    let mut order: Vec<usize> = (0..years.len()).collect();
    order.sort_by_key(|&at| years[at]);
    (!order.is_sorted()).then_some(order)
}

/// The text of a file, or of the first that an archive holds, and its longest document.
pub fn open(analyzer: &Analyzer, file: &OsStr, language: Language) -> Option<(Held, usize)> {
    let Opened { notes, texts } = input::open(file, file, language);
    notes.iter().for_each(tell);
    for (file, read) in texts {
        let read = read.map_err(|why| language.of(why));
        let held = match read.and_then(|input| held(analyzer, &input, language)) {
            Ok(held) => held,
            Err(message) => {
                tell(of_file(&file, &message));
                continue;
            }
        };
        let (at, title) = held.longest()?;
        let count = held.count();
        if count > 1 {
            let shown = shown::name(&file);
            let values = [
                ("name", shown.as_str()),
                ("count", &count.to_string()),
                ("title", title.unwrap_or(&shown)),
            ];
            let told = say("compare.note.several", &values);
            tell(shown::line(&language.of(told)));
        }
        return Some((held, at));
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

/// The comparison in the form that is asked for, of several texts as a matrix.
fn written(pairs: &[TextComparison], arguments: &Compare) -> io::Result<Vec<u8>> {
    let table = || match pairs {
        [comparison] => table::of(comparison, arguments.language),
        _ => matrix::of(pairs, arguments.language),
    };
    let file = |kind| xushi_writers::write(&table(), kind).map_err(io::Error::other);
    match arguments.format {
        CompareFormat::Json if pairs.len() > 1 => write::json(&pairs),
        CompareFormat::Json => write::json(&pairs[0]),
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
