//! What two texts can be compared for, which of them is first, and what stands in the way.

use super::text::Text;
use crate::model::{
    ComparisonKind, ComparisonNote, ComparisonOrder, Document, SentenceChange, SentenceRow, Status,
};
use crate::strings::say;

/// The share of the shorter text, in percent of its sentences, that two drafts of it have in common.
const DRAFT: usize = 50;

/// What two texts are for, by what they are: drafts of one text, an upper and a lower one, an earlier and a later one.
pub fn kind(one: &Text, other: &Text) -> ComparisonKind {
    let sentences = |text: &Text<'_>| text.document.sentences.len();
    let shorter = sentences(one).min(sentences(other));
    if shared(one.document, other.document) * 100 >= shorter * DRAFT {
        return ComparisonKind::Wording;
    }
    match (one.place, other.place) {
        (Some((_, one)), Some((_, other))) if one != other => ComparisonKind::Level,
        _ => ComparisonKind::Promise,
    }
}

/// How many sentences two documents share.
fn shared(one: &Document, other: &Document) -> usize {
    let words = |document: &Document| {
        let spans = document.sentences.iter().map(|sentence| sentence.span);
        let words = spans.map(|span| span.of(&document.text).trim().to_owned());
        words.collect::<std::collections::HashSet<_>>()
    };
    words(one).intersection(&words(other)).count()
}

/// Whether the texts change places, and why they stand as they do.
pub fn order(one: &Text, other: &Text, kind: ComparisonKind) -> (bool, ComparisonOrder) {
    let ranks = one.place.zip(other.place);
    let ranks = ranks.map(|((_, one), (_, other))| (one, other));
    let years = one.year.zip(other.year);
    match (kind, ranks, years) {
        (ComparisonKind::Level, Some((one, other)), _) if one != other => {
            (one > other, ComparisonOrder::Levels)
        }
        (_, _, Some((one, other))) if one != other => (one > other, ComparisonOrder::Dates),
        _ => (false, ComparisonOrder::Given),
    }
}

/// What cannot be compared, or only with care.
pub fn notes(
    first: &Text,
    second: &Text,
    kind: ComparisonKind,
    order: ComparisonOrder,
    sentences: &[SentenceRow],
) -> Vec<ComparisonNote> {
    let is_same = |row: &SentenceRow| row.change == SentenceChange::Same;
    let has_target = |text: &Text| {
        let mut claims = text.document.claims.iter();
        claims.any(|claim| claim.status == Status::Target)
    };
    let places = first.place.zip(second.place);
    let foreign = |text: &Text| {
        let counts = &text.document.statistics;
        counts.han_characters * 2 < counts.characters
    };
    let years = first.year.zip(second.year);
    let promise = kind == ComparisonKind::Promise;
    let level = kind == ComparisonKind::Level;
    let told = [
        (
            !sentences.is_empty() && sentences.iter().all(is_same),
            "compare.note.same",
        ),
        (foreign(first) || foreign(second), "compare.note.foreign"),
        (
            promise && places.is_some_and(|((one, _), (other, _))| one != other),
            "compare.note.places",
        ),
        (
            promise && first.document.kind != second.document.kind,
            "compare.note.kinds",
        ),
        (promise && years.is_none(), "compare.note.undated"),
        (
            promise && years.is_some_and(|(one, other)| one == other),
            "compare.note.year",
        ),
        (
            promise && years.is_some_and(|(one, other)| other - one > 1),
            "compare.note.gap",
        ),
        (
            level && order == ComparisonOrder::Given,
            "compare.note.levels",
        ),
        (promise && !has_target(first), "compare.note.targets"),
        (
            level && first.document.tasks.is_empty(),
            "compare.note.tasks",
        ),
    ];
    let told = told.into_iter().filter(|(is, _)| *is);
    told.map(|(_, key)| note(first, second, key)).collect()
}

/// A note from its string.
fn note(first: &Text, second: &Text, key: &str) -> ComparisonNote {
    let year = |text: &Text| text.year.map(|year| year.to_string()).unwrap_or_default();
    let place = |text: &Text| {
        text.place
            .map_or(String::new(), |(place, _)| place.to_owned())
    };
    let (first_year, second_year) = (year(first), year(second));
    let (first_place, second_place) = (place(first), place(second));
    let said = say(
        key,
        &[
            ("first", &first_place),
            ("second", &second_place),
            ("year", &first_year),
            ("later", &second_year),
        ],
    );
    ComparisonNote {
        code: key.to_owned(),
        message: said.zh,
        message_en: said.en,
    }
}
