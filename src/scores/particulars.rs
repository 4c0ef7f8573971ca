//! Particulars (具体事物): the names in a sentence that a reader could look up or ring up. The place that a text
//! is about is none, nor is a quotation that is fixed wording.

use crate::lexicon::FastMap;
use crate::model::Span;
use crate::reading::names::stem;
use crate::reading::{Name, NameKind, Reading};
use crate::terms::{Hit, Wording};

/// How often a text must name a place that it is about, if hardly another is named as often.
const AGAIN: usize = 3;

/// What tells which names of a document are particular.
pub struct Particulars<'a> {
    reading: &'a Reading<'a>,
    wording: &'a [Hit],
    /// The places that the document is about, sorted: those in its title or its data, and those that it
    /// names again and again.
    own: Vec<&'a str>,
}

impl<'a> Particulars<'a> {
    /// Finds the document's own places, given the uses of fixed wording in it.
    pub fn of(reading: &'a Reading<'a>, wording: &'a [Hit]) -> Self {
        Self {
            own: own_places(reading),
            reading,
            wording,
        }
    }

    /// Whether a name is particular.
    pub fn is_particular(&self, name: &Name) -> bool {
        match name.kind {
            NameKind::Place => {
                let place = stem(name.span.of(self.reading.text));
                self.own.binary_search(&place).is_err()
            }
            NameKind::Quoted => !self.is_fixed(name.span, true),
            NameKind::Project if self.is_quoted(name.span) => !self.is_fixed(name.span, false),
            _ => true,
        }
    }

    fn is_quoted(&self, span: Span) -> bool {
        self.reading.text[..span.start].ends_with('“')
    }

    /// Whether wording that every text shares covers a name; slogans count with `slogans`.
    fn is_fixed(&self, name: Span, slogans: bool) -> bool {
        let from = self
            .wording
            .partition_point(|hit| hit.span.start < name.start);
        let near = self.wording[from.saturating_sub(1)..].iter();
        let mut near = near.take_while(|hit| hit.span.start <= name.start);
        near.any(|hit| {
            let fixed = match hit.wording {
                Wording::Slogan => slogans,
                Wording::SetPhrase | Wording::StockPhrase | Wording::FormulaWord => true,
                Wording::Grammar => false,
            };
            fixed && hit.span.end >= name.end
        })
    }
}

fn own_places<'a>(reading: &'a Reading<'a>) -> Vec<&'a str> {
    let mut counts: FastMap<&str, usize> = FastMap::default();
    let names = reading.names.iter();
    for name in names.filter(|name| name.kind == NameKind::Place) {
        *counts.entry(stem(name.span.of(reading.text))).or_default() += 1;
    }
    let metadata = reading.metadata;
    let data = [&metadata.issuer, &metadata.addressee, &metadata.occasion].into_iter();
    let stated = data
        .flatten()
        .map(|field| field.value.as_str())
        .chain(reading.title);
    let most = counts.values().copied().max().unwrap_or_default();
    let is_own = |place: &str, count: usize| {
        count >= AGAIN && count * 2 >= most || stated.clone().any(|text| text.contains(place))
    };
    let counts = counts
        .into_iter()
        .filter(|&(place, count)| is_own(place, count));
    let mut own: Vec<&str> = counts.map(|(place, _)| place).collect();
    own.sort_unstable();
    own
}

#[cfg(test)]
mod tests;
