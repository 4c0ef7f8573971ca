//! Units behind a number, and the nouns that count people without one.

use crate::lexicon::{people_nouns, units};

use super::UnitKind;

/// A unit at the beginning of a text: bytes, name in results, kind.
pub(super) struct Unit {
    pub(super) length: usize,
    pub(super) name: String,
    pub(super) kind: UnitKind,
}

pub(super) fn unit(text: &str) -> Option<Unit> {
    let skipped = text.len() - text.trim_start_matches([' ', '\u{3000}', '\u{a0}']).len();
    let row = units::TABLE.longest(&text[skipped..])?;
    let (mut length, kind) = (skipped + row.unit.len(), row.kind.into());
    // A Latin unit is a whole word: 5t, not 5th.
    let is_latin = row.unit.chars().all(|c| c.is_ascii_alphabetic());
    if is_latin && text[length..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut name = if row.name.is_empty() {
        row.unit
    } else {
        row.name
    }
    .to_owned();
    // 元/吨 and other units that are put together.
    if let Some(second) = text[length..]
        .strip_prefix('/')
        .and_then(|tail| units::TABLE.longest(tail))
        .filter(|second| second.kind != units::Kind::Percent)
    {
        name = format!("{name}/{}", second.unit);
        length += 1 + second.unit.len();
    }
    Some(Unit { length, name, kind })
}

/// 人 where an indicator without a unit counts people: 总人口达到12亿.
pub fn unit_of_people(indicator: &str) -> Option<String> {
    people_nouns::TABLE
        .longest_at_end(indicator)
        .map(|_| "人".to_owned())
}

/// Whether the noun phrase that `text` begins with counts people.
pub(super) fn people_noun(text: &str) -> Option<&'static str> {
    let phrase_end = text
        .char_indices()
        .take(12)
        .find(|&(_, c)| !c.is_alphanumeric() || matches!(c, '的' | '了' | '和' | '与'))
        .map_or_else(
            || text.char_indices().nth(12).map_or(text.len(), |(at, _)| at),
            |(at, _)| at,
        );
    let phrase = &text[..phrase_end];
    people_nouns::TABLE
        .find_all(phrase)
        .into_iter()
        .next()
        .map(|(_, row)| row.word)
}
