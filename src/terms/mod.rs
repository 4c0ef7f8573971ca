//! Set phrases (提法), numeric slogans and stock phrases (套话). Keywords come from the words: [`crate::vocabulary`].

mod members;
mod slogans;
mod wording;
mod years;

pub use wording::{Cover, Hit, Wording, cover, scan};

use std::cmp::Reverse;

use crate::lexicon::FastMap;
use crate::model::{Span, Term, TermKind};
use crate::reading::Reading;
use members::Members;

/// The terms of a document, given the uses of fixed wording that [`scan`] finds in its text: by kind,
/// the most frequent first.
pub fn extract(reading: &Reading, wording: &[Hit]) -> Vec<Term> {
    let mut places: FastMap<(TermKind, &str), Vec<Span>> = FastMap::default();
    for hit in wording {
        if let Some(kind) = hit.wording.term() {
            let text = hit.span.of(reading.text);
            places.entry((kind, text)).or_default().push(hit.span);
        }
    }
    let terms = places.into_iter().map(|((kind, text), occurrences)| {
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
            seen: years::of(text),
        }
    });
    let mut terms: Vec<Term> = terms.collect();
    terms.sort_by(|a, b| {
        let key = |term: &Term| (term.kind, Reverse(term.occurrences.len()));
        key(a).cmp(&key(b)).then_with(|| a.text.cmp(&b.text))
    });
    terms
}

#[cfg(test)]
mod tests;
