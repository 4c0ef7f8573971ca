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

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::lexicon::Trie;
use crate::reading::Reading;

/// What a document's own place is: a text about a county names nothing by naming the county.
pub struct Home {
    /// Sorted.
    own: Vec<String>,
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
        let at = self.own.binary_search_by(|own| own.as_str().cmp(place));
        at.is_ok()
    }
}

/// A word that hints at a particular, where it stands in a sentence.
struct Hint<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    home: &'a Home,
}

impl<'a> Hint<'a> {
    /// The sentence up to the word.
    fn before(&self) -> &'a str {
        &self.text[..self.at]
    }

    /// The sentence behind the word.
    fn after(&self) -> &'a str {
        &self.text[self.end..]
    }
}

/// A kind of particulars.
struct Kind {
    /// The words without which there is none.
    words: Vec<&'static str>,
    /// Whether there is one where a word stands.
    is_one: fn(&Hint) -> bool,
    /// Whether `is_one` looks at the whole sentence, wherever the word stands.
    looks_at_all: bool,
}

impl Kind {
    /// A kind that is told by what stands around a word.
    fn new(words: impl IntoIterator<Item = &'static str>, is_one: fn(&Hint) -> bool) -> Self {
        Self {
            words: words.into_iter().collect(),
            is_one,
            looks_at_all: false,
        }
    }

    /// A kind that is told by the whole sentence.
    fn of_sentence(words: impl IntoIterator<Item = &'static str>, any: fn(&Hint) -> bool) -> Self {
        Self {
            looks_at_all: true,
            ..Self::new(words, any)
        }
    }
}

/// All kinds, and their words as one tree: each has a bit for every kind that it hints at.
struct Kinds {
    all: Vec<Kind>,
    words: Trie,
    /// The bits of the kinds that look at the whole sentence.
    of_sentence: u32,
}

fn kinds() -> &'static Kinds {
    static KINDS: OnceLock<Kinds> = OnceLock::new();
    KINDS.get_or_init(|| {
        let mut all = Vec::new();
        documents::kinds(&mut all);
        names::kinds(&mut all);
        projects::kinds(&mut all);
        bodies::kinds(&mut all);
        people::kinds(&mut all);
        events::kinds(&mut all);
        quoted::kinds(&mut all);
        places::kinds(&mut all);
        let mut words: BTreeMap<&str, u32> = BTreeMap::new();
        let mut of_sentence = 0;
        for (place, kind) in all.iter().enumerate() {
            for word in &kind.words {
                *words.entry(word).or_default() |= 1 << place;
            }
            of_sentence |= u32::from(kind.looks_at_all) << place;
        }
        Kinds {
            words: Trie::new(words.into_iter()),
            all,
            of_sentence,
        }
    })
}

impl Kinds {
    /// Whether there is one of the kinds that a word hints at.
    fn any(&self, mut bits: u32, hint: &Hint) -> bool {
        while let Some(kind) = self.all.get(bits.trailing_zeros() as usize) {
            if (kind.is_one)(hint) {
                return true;
            }
            bits &= bits - 1;
        }
        false
    }
}

/// Whether a sentence names a particular. One walk over it finds the words that hint at one, and
/// each is looked at where it stands; what needs the whole sentence comes last.
pub fn any(text: &str, home: &Home) -> bool {
    let kinds = kinds();
    let hint = |at, end| Hint {
        text,
        at,
        end,
        home,
    };
    let mut later = 0;
    kinds.words.any(text, |at, end, bits| {
        later |= bits & kinds.of_sentence;
        kinds.any(bits & !kinds.of_sentence, &hint(at, end))
    }) || kinds.any(later, &hint(0, 0))
}

#[cfg(test)]
mod tests;
