//! Parts of speech, coarse: what the later stages ask of a word.

pub use crate::lexicon::tags::Pos;

impl Pos {
    /// Whether a word of it can be the head of a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Noun
                | Self::Person
                | Self::Place
                | Self::Body
                | Self::VerbNoun
                | Self::Phrase
                | Self::Foreign
        )
    }
}
