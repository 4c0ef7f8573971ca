//! A comparison as one table.

use serde::Serialize;
use xushi::model::{
    Cited, ComparisonKind, PhraseChange, SentenceChange, TargetRow, TextComparison,
};
use xushi::strings::say;
use xushi_writers::{Cell, Column, Table};

use crate::arguments::Language;

/// The columns of each kind, as keys of `data/strings/`, with their widths in Latin letters.
const PROMISE: &[(&str, u32)] = &[
    ("indicator", 24),
    ("period", 12),
    ("target", 18),
    ("outcome", 12),
    ("result", 18),
    ("next", 18),
    ("change", 14),
    ("grounds", 22),
    ("said", 44),
    ("told", 44),
];
const LEVEL: &[(&str, u32)] = &[
    ("uptake", 20),
    ("copied", 10),
    ("upper", 50),
    ("lower", 50),
    ("doubt", 10),
];
const WORDING: &[(&str, u32)] = &[
    ("what", 10),
    ("change", 14),
    ("alike", 10),
    ("before", 50),
    ("after", 50),
];

/// What the comparison is for, as a table.
pub fn of(comparison: &TextComparison, language: Language) -> Table {
    let words = Words(language);
    let (columns, rows) = match comparison.kind {
        ComparisonKind::Promise => (PROMISE, promise(comparison, words)),
        ComparisonKind::Level => (LEVEL, level(comparison, words)),
        ComparisonKind::Wording => (WORDING, wording(comparison, words)),
    };
    let values = [
        ("first", comparison.first.title.as_str()),
        ("second", comparison.second.title.as_str()),
    ];
    let columns = columns.iter().map(|&(key, width)| Column {
        head: words.said(&format!("compare.column.{key}")),
        width,
        centred: width < 18,
        choices: Vec::new(),
    });
    let rows = rows.into_iter();
    Table {
        title: words.said(&format!("compare.kind.{}", name(&comparison.kind))),
        lines: vec![language.of(say("compare.of", &values))],
        columns: columns.collect(),
        rows: rows
            .map(|row| row.into_iter().map(Cell::of).collect())
            .collect(),
    }
}

/// Each target with its result and with the target that the second text has of it; then the new ones.
fn promise(comparison: &TextComparison, words: Words) -> Vec<Vec<String>> {
    let rows = comparison.results.iter().map(|row| {
        let claim = row.target.claim;
        let same = |one: &&TargetRow| one.first.as_ref().is_some_and(|first| first.claim == claim);
        let next = comparison.targets.iter().find(same);
        let changes = next.map_or(&[][..], |next| &next.changes);
        let mut grounds = words.all("compare.ground", &row.grounds);
        if !row.sure {
            grounds = format!("{grounds}{}", words.said("compare.unsure"));
        }
        vec![
            row.indicator.clone(),
            row.period.clone().unwrap_or_default(),
            figure(Some(&row.target)),
            words.one("compare.outcome", &row.outcome),
            figure(row.result.as_ref()),
            figure(next.and_then(|next| next.second.as_ref())),
            words.all("compare.target", changes),
            grounds,
            row.target.words.clone(),
            cited(row.result.as_ref()),
        ]
    });
    let fresh = comparison.targets.iter().filter(|row| row.first.is_none());
    let fresh = fresh.map(|row| {
        let none = String::new;
        vec![
            row.indicator.clone(),
            none(),
            none(),
            none(),
            none(),
            figure(row.second.as_ref()),
            words.all("compare.target", &row.changes),
            none(),
            none(),
            cited(row.second.as_ref()),
        ]
    });
    rows.chain(fresh).collect()
}

fn level(comparison: &TextComparison, words: Words) -> Vec<Vec<String>> {
    let rows = comparison.tasks.iter().map(|row| {
        let both = row.first.is_some() && row.second.is_some();
        vec![
            words.all("compare.uptake", &row.uptakes),
            percent(both.then_some(row.copied)),
            cited(row.first.as_ref()),
            cited(row.second.as_ref()),
            match row.sure {
                true => String::new(),
                false => words.said("compare.doubtful"),
            },
        ]
    });
    rows.collect()
}

/// Phrases that came and went, then the sentences that are not the same.
fn wording(comparison: &TextComparison, words: Words) -> Vec<Vec<String>> {
    let phrases = comparison.phrases.iter();
    let phrases = phrases.filter(|row| row.change != PhraseChange::Stayed);
    let phrases = phrases.map(|row| {
        let shown = |count: usize| match count {
            0 => String::new(),
            count => format!("{} ×{count}", row.text),
        };
        vec![
            words.said("compare.phrases"),
            words.one("compare.phrase", &row.change),
            String::new(),
            shown(row.before),
            shown(row.after),
        ]
    });
    let sentences = comparison.sentences.iter();
    let sentences = sentences.filter(|row| row.change != SentenceChange::Same);
    let sentences = sentences.map(|row| {
        let mut change = words.one("compare.sentence", &row.change);
        if row.moved && row.change == SentenceChange::Changed {
            change += &words.said("compare.moved-too");
        }
        if row.firmness < 0 {
            change += &words.said("compare.weaker");
        } else if row.firmness > 0 {
            change += &words.said("compare.firmer");
        }
        let changed = row.change == SentenceChange::Changed;
        vec![
            words.said("compare.sentences"),
            change,
            percent(changed.then_some(row.alike)),
            cited(row.first.as_ref()),
            cited(row.second.as_ref()),
        ]
    });
    phrases.chain(sentences).collect()
}

fn percent(value: Option<u32>) -> String {
    value.map_or(String::new(), |value| format!("{value}%"))
}

/// The figure of a place.
pub fn figure(cited: Option<&Cited>) -> String {
    let figure = cited.and_then(|cited| cited.figure.clone());
    figure.unwrap_or_default()
}

fn cited(cited: Option<&Cited>) -> String {
    cited.map_or(String::new(), |cited| cited.words.clone())
}

/// What is said, in the language that is asked for.
#[derive(Clone, Copy)]
pub struct Words(pub Language);

impl Words {
    /// A string.
    pub fn said(self, key: &str) -> String {
        self.0.of(say(key, &[]))
    }

    /// The word for one of several values.
    pub fn one(self, group: &str, value: &impl Serialize) -> String {
        self.said(&format!("{group}.{}", name(value)))
    }

    fn all(self, group: &str, values: &[impl Serialize]) -> String {
        let values: Vec<String> = values.iter().map(|value| self.one(group, value)).collect();
        values.join(self.0.pick("、", ", "))
    }
}

/// A value's name in JSON.
fn name(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    let name = value.as_ref().and_then(|value| value.as_str());
    name.unwrap_or_default().to_owned()
}
