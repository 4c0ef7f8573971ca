//! The ledgers of several documents as one table.

use xushi::ledger::{due, quarter};
use xushi::model::{Ledger, LedgerRow, Missing, Progress};
use xushi::strings::say;
use xushi_writers::{Cell, Column, Table};

use crate::arguments::{By, Language, Ledger as Arguments};
use crate::compare::Words;

/// The columns, as keys of `data/strings/`, with their widths in Latin letters and whether their cells stand in the
/// middle.
const COLUMNS: [(&str, u32, bool); 14] = [
    ("number", 10, true),
    ("source", 24, false),
    ("content", 46, false),
    ("target", 24, false),
    ("lead", 16, true),
    ("others", 20, true),
    ("deadline", 16, true),
    (QUARTERS[0], 10, true),
    (QUARTERS[1], 10, true),
    (QUARTERS[2], 10, true),
    (QUARTERS[3], 10, true),
    ("progress", 14, false),
    ("state", 9, true),
    ("note", 10, false),
];

const QUARTERS: [&str; 4] = ["quarter1", "quarter2", "quarter3", "quarter4"];

/// What a row's state is chosen from, as keys of `data/strings/`.
const STATES: [&str; 4] = ["waiting", "running", "done", "late"];

/// The rows of a document that has some.
pub struct Part {
    /// The document's title, else the file's name.
    title: String,
    rows: Vec<(LedgerRow, Progress)>,
}

impl Part {
    /// The rows of a document, if it has any, with what a report says of them, by task and by paragraph.
    pub fn of(
        ledger: Ledger,
        file: &str,
        by: By,
        told: Option<[Vec<Progress>; 2]>,
    ) -> Option<Self> {
        let [by_task, by_item] = told.unwrap_or_default();
        let (rows, told) = match by {
            By::Sentence => (ledger.sentences, by_task),
            By::Item => (ledger.items, by_item),
        };
        let told = told
            .into_iter()
            .chain(std::iter::repeat_with(Progress::default));
        let rows: Vec<_> = rows.into_iter().zip(told).collect();
        let title = ledger.title.unwrap_or_else(|| file.to_owned());
        (!rows.is_empty()).then_some(Self { title, rows })
    }
}

/// The table of all parts.
pub fn of(parts: &[Part], arguments: &Arguments) -> Table {
    let said = |key: &str, values: &[(&str, &str)]| arguments.language.of(say(key, values));
    let titles: Vec<&str> = parts.iter().map(|part| part.title.as_str()).collect();
    let title = match titles[..] {
        [title] => said("ledger.title.of", &[("title", title)]),
        _ => said("ledger.title", &[]),
    };
    let between = arguments.language.pick("；", "; ");
    let source = said("ledger.source", &[("names", &titles.join(between))]);
    let rows = parts.iter().flat_map(|part| {
        let several = parts.len() > 1;
        let rows = part.rows.iter();
        rows.map(move |row| (several.then_some(part.title.as_str()), row))
    });
    let rows = (1..).zip(rows).map(|(count, (document, row))| {
        let cell = |name| cell(name, count, document, row, arguments);
        columns(arguments).map(|(name, ..)| cell(name)).collect()
    });
    Table {
        title,
        lines: if titles.len() > 1 {
            vec![source]
        } else {
            Vec::new()
        },
        rows: rows.collect(),
        columns: columns(arguments)
            .map(|column| head(column, arguments.language))
            .collect(),
    }
}

/// The columns that are asked for.
fn columns(arguments: &Arguments) -> impl Iterator<Item = &'static (&'static str, u32, bool)> {
    let quarters = arguments.quarters;
    (COLUMNS.iter()).filter(move |(name, ..)| quarters || !QUARTERS.contains(name))
}

fn head(&(name, width, centred): &(&str, u32, bool), language: Language) -> Column {
    let state = |state: &&str| language.of(say(&format!("ledger.state.{state}"), &[]));
    let choices = STATES.iter().filter(|_| name == "state").map(state);
    Column {
        head: language.of(say(&format!("ledger.column.{name}"), &[])),
        width,
        centred,
        choices: choices.collect(),
    }
}

/// What a row says in a column. `document` is named where there are several.
fn cell(
    name: &str,
    count: usize,
    document: Option<&str>,
    (row, told): &(LedgerRow, Progress),
    arguments: &Arguments,
) -> Cell {
    let leads = arguments.first_leads && row.lead.is_empty();
    let first = usize::from(leads && !row.responsible.is_empty());
    let lacks = |what| row.missing.contains(&what);
    let (lines, mark) = match name {
        "number" => {
            let number = row.number.iter().cloned();
            (
                std::iter::once(count.to_string()).chain(number).collect(),
                false,
            )
        }
        "source" => {
            let path = Some(row.section.join(" › ")).filter(|path| !path.is_empty());
            (
                document
                    .map(str::to_owned)
                    .into_iter()
                    .chain(path)
                    .collect(),
                false,
            )
        }
        "progress" => {
            let figures = told.figures.join(&say("ledger.between", &[]).zh);
            (
                std::iter::once(figures)
                    .chain(told.sentences.iter().cloned())
                    .collect(),
                false,
            )
        }
        "state" => {
            let word = |state| Words(arguments.language).one("ledger.state", state);
            (told.state.iter().map(word).collect(), false)
        }
        "content" => (vec![row.content.clone()], false),
        "target" => (row.targets.clone(), lacks(Missing::Measure)),
        "lead" => {
            let named = row.lead.iter().chain(&row.responsible[..first]);
            (vec![joined(named)], lacks(Missing::Owner))
        }
        "others" => {
            let responsible = joined(row.responsible[first..].iter());
            let support = joined(row.support.iter());
            // Who leads has named those that support; beside others their part is told.
            let support = match responsible.is_empty() || support.is_empty() {
                true => support,
                false => say("owner.support", &[("names", &support)]).zh,
            };
            (vec![responsible, support], lacks(Missing::Owner))
        }
        "deadline" => {
            let dues = row.deadlines.iter().map(|deadline| due(deadline));
            (
                dues.chain(row.recurrence.iter().cloned()).collect(),
                lacks(Missing::Deadline),
            )
        }
        _ => match QUARTERS.iter().position(|quarter| *quarter == name) {
            Some(at) => {
                let here = |deadline: &&String| quarter(deadline) == Some(at + 1);
                let dues = row
                    .deadlines
                    .iter()
                    .filter(here)
                    .map(|deadline| due(deadline));
                (dues.collect(), false)
            }
            None => (Vec::new(), false),
        },
    };
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    Cell {
        text: lines.join("\n"),
        mark,
    }
}

/// Names in a row, as Chinese writes them: they are Chinese whatever the language of the heads.
fn joined<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let names: Vec<&str> = names.map(String::as_str).collect();
    names.join(&say("ledger.between", &[]).zh)
}
