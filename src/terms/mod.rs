//! Set phrases (提法), numeric slogans and stock phrases (套话). Keywords come from the words: [`crate::vocabulary`].

mod members;
mod slogans;
mod wording;

pub use wording::{Cover, Hit, Wording, cover, scan};

use crate::lexicon::FastMap;
use crate::model::{Span, Term, TermKind};
use crate::reading::Reading;
use members::Members;

/// The terms of a document, given the uses of fixed wording that [`scan`] finds in its text: by kind,
/// the most frequent first.
pub fn extract(reading: &Reading, wording: &[Hit]) -> Vec<Term> {
    let mut places: FastMap<(u8, &str), Vec<Span>> = FastMap::default();
    for hit in wording {
        let order = match hit.wording {
            Wording::SetPhrase => 0,
            Wording::Slogan => 1,
            Wording::StockPhrase => 2,
            Wording::FormulaWord | Wording::Grammar | Wording::Matter => continue,
        };
        let text = match hit.entry {
            Some(entry) => wording::entry_text(entry),
            None => hit.span.of(reading.text),
        };
        places.entry((order, text)).or_default().push(hit.span);
    }
    let mut terms: Vec<Term> = places
        .into_iter()
        .map(|((order, text), occurrences)| {
            let kind = match order {
                0 => TermKind::SetPhrase,
                1 => TermKind::Slogan,
                _ => TermKind::StockPhrase,
            };
            let known = (kind == TermKind::Slogan).then(|| members::of(text));
            let Members { gloss, list, since } = known.unwrap_or_default();
            Term {
                kind,
                text: text.to_owned(),
                weight: occurrences.len() as f64,
                occurrences,
                gloss,
                members: list,
                since,
            }
        })
        .collect();
    terms.sort_by(|a, b| {
        a.kind
            .cmp(&b.kind)
            .then(b.weight.total_cmp(&a.weight))
            .then_with(|| a.text.cmp(&b.text))
    });
    terms
}

#[cfg(test)]
mod tests;
