//! Several years in a row: a row an indicator, a column a text, in each cell the target with what became of it.

use std::collections::HashMap;

use xushi::model::{ResultRow, TextComparison};
use xushi::strings::say;
use xushi_writers::{Cell, Column, Table};

use super::table::{Words, figure};
use crate::arguments::Language;

/// A target of one of the texts: the index of the text, and of the claim.
type Target = (usize, usize);

/// The comparisons of neighbours as one table.
pub fn of(pairs: &[TextComparison], language: Language) -> Table {
    let words = Words(language);
    let texts = pairs.iter().map(|pair| &pair.first);
    let texts: Vec<_> = texts.chain(pairs.last().map(|pair| &pair.second)).collect();
    let head = |key: &str, width| Column {
        head: words.said(&format!("compare.column.{key}")),
        width,
        ..Column::default()
    };
    let years = texts.iter().map(|text| Column {
        head: text
            .year
            .map_or(text.title.clone(), |year| year.to_string()),
        width: 24,
        ..Column::default()
    });
    let titles: Vec<&str> = texts.iter().map(|text| text.title.as_str()).collect();
    let titles = titles.join(language.pick("；", "; "));
    Table {
        title: words.said("compare.matrix"),
        lines: vec![language.of(say("compare.of-several", &[("titles", &titles)]))],
        columns: std::iter::once(head("indicator", 24))
            .chain(years)
            .collect(),
        rows: rows(pairs, texts.len(), words),
    }
}

/// A row for each target with those that later texts have of the same matter; what stands in most years comes first.
fn rows(pairs: &[TextComparison], texts: usize, words: Words) -> Vec<Vec<Cell>> {
    let mut row_of: HashMap<Target, usize> = HashMap::new();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        for result in &pair.results {
            let Some(claim) = result.target.claim else {
                continue;
            };
            let row = *row_of.entry((at, claim)).or_insert_with(|| {
                rows.push(opened(&result.indicator, texts));
                rows.len() - 1
            });
            rows[row][at + 1].text = shown(result, words);
        }
        for target in &pair.targets {
            let Some(claim) = target.second.as_ref().and_then(|second| second.claim) else {
                continue;
            };
            let before = target.first.as_ref().and_then(|first| first.claim);
            let known = before.and_then(|claim| row_of.get(&(at, claim)).copied());
            let row = known.unwrap_or_else(|| {
                rows.push(opened(&target.indicator, texts));
                rows.len() - 1
            });
            rows[row][at + 2].text = figure(target.second.as_ref());
            row_of.insert((at + 1, claim), row);
        }
    }
    rows.sort_by_key(|row| row.iter().filter(|cell| cell.text.is_empty()).count());
    rows
}

/// A row without a figure.
fn opened(indicator: &str, texts: usize) -> Vec<Cell> {
    let mut row = vec![Cell::default(); texts + 1];
    row[0] = Cell::of(indicator);
    row
}

/// A target with what became of it: ≥6% → 6.4% (met).
fn shown(result: &ResultRow, words: Words) -> String {
    let target = figure(Some(&result.target));
    let told = figure(result.result.as_ref());
    let mut outcome = words.one("compare.outcome", &result.outcome);
    if !result.sure {
        outcome += &words.said("compare.unsure");
    }
    match told.is_empty() {
        true => format!("{target}\n{outcome}"),
        false => format!("{target}\n→ {told} {outcome}"),
    }
}
