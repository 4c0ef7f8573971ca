//! Units behind a number, and the nouns that count people without one.

use std::sync::OnceLock;

use crate::lexicon::{Matcher, PEOPLE_NOUNS, UNITS};

pub(super) fn units() -> &'static Matcher<3> {
    static MATCHER: OnceLock<Matcher<3>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(UNITS))
}

pub(super) fn people() -> &'static Matcher<1> {
    static MATCHER: OnceLock<Matcher<1>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(PEOPLE_NOUNS))
}

/// A unit at the beginning of a text: bytes, name in results, kind.
pub(super) struct Unit {
    pub(super) length: usize,
    pub(super) name: String,
    pub(super) kind: &'static str,
}

pub(super) fn unit(text: &str) -> Option<Unit> {
    let skipped = text.len() - text.trim_start_matches([' ', '\u{3000}', '\u{a0}']).len();
    let row = units().longest(&text[skipped..])?;
    let (mut length, kind) = (skipped + row[0].len(), row[1]);
    // A Latin unit is a whole word: 5t, not 5th.
    let is_latin = row[0].chars().all(|c| c.is_ascii_alphabetic());
    if is_latin && text[length..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut name = if row[2].is_empty() { row[0] } else { row[2] }.to_owned();
    // 元/吨 and other units that are put together.
    if let Some(second) = text[length..]
        .strip_prefix('/')
        .and_then(|tail| units().longest(tail))
        .filter(|second| second[1] != "percent")
    {
        name = format!("{name}/{}", second[0]);
        length += 1 + second[0].len();
    }
    Some(Unit { length, name, kind })
}

/// 人 where an indicator without a unit counts people: 总人口达到12亿.
pub fn unit_of_people(indicator: &str) -> Option<String> {
    people().longest_at_end(indicator).map(|_| "人".to_owned())
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
    people()
        .find_all(phrase)
        .into_iter()
        .next()
        .map(|(_, row)| row[0])
}
