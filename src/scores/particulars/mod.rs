//! Particulars (具体事物): what a sentence names that a reader could look up or ring up. They are
//! told by their form, and short names by tables; 旗, 市, 各部门 and 我们 are nobody in particular.

mod bodies;
mod documents;
mod events;
mod names;
mod people;
mod places;
mod projects;
mod quoted;

use std::collections::HashSet;

use crate::language::Reading;

/// What a document's own place is: a text about a county names nothing by naming the county.
pub struct Home {
    own: HashSet<String>,
}

impl Home {
    /// The places that the document is about: those in its title or its data, and those that it
    /// names again and again.
    pub fn of(reading: &Reading) -> Self {
        Self {
            own: places::own(reading),
        }
    }

    fn is_own(&self, place: &str) -> bool {
        self.own.contains(place)
    }
}

/// Whether a sentence names a particular.
pub fn any(text: &str, home: &Home) -> bool {
    first(text, home).is_some()
}

/// The kind of the first particular that is found.
fn first(text: &str, home: &Home) -> Option<&'static str> {
    [
        ("document", documents::any(text)),
        ("quoted", quoted::any(text)),
        ("name", names::any(text)),
        ("project", projects::any(text, home)),
        ("body", bodies::any(text)),
        ("person", people::any(text)),
        ("event", events::any(text)),
        ("place", places::any(text, home)),
    ]
    .into_iter()
    .find_map(|(kind, found)| found.then_some(kind))
}

#[cfg(test)]
mod tests;
