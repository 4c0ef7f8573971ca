//! Two texts beside each other: what was promised and what became of it, what a lower text makes of an upper one's tasks,
//! and what came, went and moved in the wording.

mod both;
mod figures;
mod firmness;
mod likeness;
mod mention;
mod names;
mod order;
mod pairing;
mod phrases;
pub mod progress;
mod results;
mod sentences;
mod targets;
mod tasks;
mod text;
mod times;

use crate::model::{ComparisonKind, ComparisonOrder, Document, TextComparison};
use both::Both;
use text::Text;

/// What is asked of a comparison; what is left open is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// What the texts are compared for.
    pub kind: Option<ComparisonKind>,
    /// Whether the first that is given is the earlier or upper one, whatever their dates and levels say.
    pub as_given: bool,
}

/// Two documents whose spans are bytes, each with the name of its file, beside each other.
pub fn of(one: (&Document, &str), other: (&Document, &str), asked: Asked) -> TextComparison {
    let [one, other] = [one, other].map(|(document, name)| Text::new(document, name));
    let kind = asked.kind.unwrap_or_else(|| order::kind(&one, &other));
    let (swapped, order) = match asked.as_given {
        true => (false, ComparisonOrder::Given),
        false => order::order(&one, &other, kind),
    };
    let (first, second) = if swapped { (other, one) } else { (one, other) };
    let both = Both::new(&first, &second);
    let sentences = sentences::rows(&first, &second);
    TextComparison {
        kind,
        first: first.compared(),
        second: second.compared(),
        swapped,
        order,
        notes: order::notes(&first, &second, kind, order, &sentences),
        results: results::rows(&both),
        targets: targets::rows(&both),
        tasks: tasks::rows(&first, &second),
        phrases: phrases::rows(&first, &second),
        sentences,
    }
}

#[cfg(test)]
mod tests;
