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

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use crate::language::Reading;
use crate::terms::Trie;

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

/// The kinds of particulars, each a bit.
const DOCUMENT: u32 = 1;
const QUOTED: u32 = 1 << 1;
const NAME: u32 = 1 << 2;
const PROJECT: u32 = 1 << 3;
const BODY: u32 = 1 << 4;
const PERSON: u32 = 1 << 5;
const EVENT: u32 = 1 << 6;
const PLACE: u32 = 1 << 7;

/// For each word that a kind cannot do without, the kinds that need it: one walk over a sentence
/// tells which kinds are worth a closer look.
fn cues() -> &'static Trie {
    static CUES: OnceLock<Trie> = OnceLock::new();
    CUES.get_or_init(|| {
        let mut cues: BTreeMap<&str, u32> = BTreeMap::new();
        let mut add = |words: &mut dyn Iterator<Item = &'static str>, kind: u32| {
            for word in words {
                *cues.entry(word).or_default() |= kind;
            }
        };
        add(&mut ["《", "〔"].into_iter(), DOCUMENT);
        add(&mut ["“"].into_iter(), QUOTED);
        add(&mut names::cues(), NAME);
        add(&mut projects::cues(), PROJECT);
        add(&mut bodies::cues(), BODY);
        add(&mut people::POSTS.into_iter(), PERSON);
        add(&mut events::cues(), EVENT);
        add(&mut places::cues(), PLACE);
        Trie::new(cues.into_iter())
    })
}

/// Whether a sentence names a particular.
pub fn any(text: &str, home: &Home) -> bool {
    let cues = cues().marks(text);
    let has = |kind: u32| cues & kind != 0;
    has(DOCUMENT) && documents::any(text)
        || has(QUOTED) && quoted::any(text)
        || has(NAME) && names::any(text)
        || has(PROJECT) && projects::any(text, home)
        || has(BODY) && bodies::any(text)
        || has(PERSON) && people::any(text)
        || has(EVENT) && events::any(text)
        || has(PLACE) && places::any(text, home)
        || documents::coded(text)
}

#[cfg(test)]
mod tests;
