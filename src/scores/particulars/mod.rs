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
    documents::any(text)
        || quoted::any(text)
        || names::any(text)
        || projects::any(text, home)
        || bodies::any(text)
        || people::any(text)
        || events::any(text)
        || places::any(text, home)
}

#[cfg(test)]
mod tests;
