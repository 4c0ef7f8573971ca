//! Set phrases that came and went.

use std::collections::BTreeMap;

use super::text::Text;
use crate::model::{Cited, PhraseChange, PhraseRow, Span, Term, TermKind};

/// What the texts have of one phrase.
type Places<'a> = [&'a [Span]; 2];

/// Those that came, then those that went, then those that stayed; each by how often it is said.
pub fn rows(first: &Text, second: &Text) -> Vec<PhraseRow> {
    let mut known: BTreeMap<&str, Places> = BTreeMap::new();
    for (side, text) in [first, second].into_iter().enumerate() {
        let is_phrase = |term: &&Term| term.kind != TermKind::Keyword;
        for term in text.document.terms.iter().filter(is_phrase) {
            known.entry(&term.text).or_default()[side] = &term.occurrences;
        }
    }
    let rows = known.into_iter();
    let rows = rows.map(|(phrase, places)| row([first, second], phrase, places));
    let mut rows: Vec<PhraseRow> = rows.collect();
    rows.sort_by_key(|row| (row.change, usize::MAX - row.before - row.after));
    rows
}

fn row([first, second]: [&Text; 2], phrase: &str, [before, after]: Places) -> PhraseRow {
    let cite = |text: &Text, places: &[Span]| -> Option<Cited> {
        let &span = places.first()?;
        let words = text.sentence(text.sentence_at(span.start));
        Some(text.cite_words(span, words))
    };
    PhraseRow {
        text: phrase.to_owned(),
        change: match (before.is_empty(), after.is_empty()) {
            (true, _) => PhraseChange::Came,
            (_, true) => PhraseChange::Went,
            _ => PhraseChange::Stayed,
        },
        before: before.len(),
        after: after.len(),
        first: cite(first, before),
        second: cite(second, after),
    }
}
