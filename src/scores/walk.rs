//! One walk over the words of a sentence, which every feature of words takes from.

use super::features::Eyes;
use crate::lexicon::ladder_weights::Feature;
use crate::lexicon::name_words::Part;
use crate::reading::{Pos, Word};

/// The bytes of a word of two characters.
const TWO: usize = 6;

/// What a walk over the words of a sentence tells: words that may name somebody or something, and letters, of all words and of those of
/// a kind.
#[derive(Default)]
pub(super) struct Walked {
    person: bool,
    body: bool,
    place: bool,
    foreign: bool,
    capitals: bool,
    any_rare: bool,
    /// The letters of all words.
    pub(super) letters: usize,
    rare: usize,
    common: usize,
    verbs: usize,
    manner: usize,
    idioms: usize,
}

impl Walked {
    /// Whether words name somebody or something.
    pub(super) fn flags(&self) -> [(Feature, bool); 6] {
        [
            (Feature::Person, self.person),
            (Feature::Body, self.body),
            (Feature::Place, self.place),
            (Feature::Foreign, self.foreign),
            (Feature::Capitals, self.capitals),
            (Feature::AnyRare, self.any_rare),
        ]
    }

    /// The letters of words of a kind.
    pub(super) fn shares(&self) -> [(Feature, usize); 5] {
        [
            (Feature::Rare, self.rare),
            (Feature::Common, self.common),
            (Feature::Verbs, self.verbs),
            (Feature::Manner, self.manner),
            (Feature::Idioms, self.idioms),
        ]
    }
}

impl Eyes<'_> {
    /// Walks over the words of a sentence.
    pub(super) fn walk(&self, words: &[Word]) -> Walked {
        let text = self.reading.text;
        let mut walked = Walked::default();
        for word in words {
            let known = self.known(word.number);
            walked.letters += known.letters;
            let long = word.span.len() >= TWO;
            match word.pos {
                Pos::Person => walked.person |= long && !self.is_invoked(word),
                Pos::Body => walked.body |= long,
                Pos::Place => walked.place |= long,
                Pos::Foreign => {
                    let letters = word.span.of(text).bytes();
                    walked.foreign = true;
                    walked.capitals |= letters.filter(u8::is_ascii_uppercase).count() >= 2;
                }
                Pos::Verb => walked.verbs += known.letters,
                Pos::Adverb | Pos::Adjective => walked.manner += known.letters,
                Pos::Phrase => walked.idioms += known.letters,
                _ => (),
            }
            if known.rare {
                walked.any_rare = true;
                walked.rare += known.letters;
            }
            if known.common {
                walked.common += known.letters;
            }
        }
        walked
    }

    /// Whether a word is a name that texts invoke, and no person who does something (马克思).
    fn is_invoked(&self, word: &Word) -> bool {
        let mut hits = self.reading.hits.starting(word.span.start);
        hits.any(|hit| hit.lexeme.names.has(Part::Invoked))
    }
}
