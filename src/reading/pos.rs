//! Parts of speech, coarse: what the later stages ask of a word.

/// A part of speech; the tags of the ICTCLAS set that jieba's dictionary gives are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pos {
    /// `n`, `nz`, `ng`: a noun that is no name.
    Noun,
    /// `nr`: a person's name.
    Person,
    /// `ns`: a place's name.
    Place,
    /// `nt`: a body's name.
    Body,
    /// `v`, `vg`: a verb.
    Verb,
    /// `vn`: a verb that is used as a noun as well (投资, 建设).
    VerbNoun,
    /// `a`, `b`, `z`: an adjective, or a word that only describes (高标准, 大型).
    Adjective,
    /// `ad`, `d`: an adverb.
    Adverb,
    /// `m`: a numeral, or a word of amount (许多).
    Number,
    /// `q`: a classifier or a unit.
    Classifier,
    /// `t`: a time.
    Time,
    /// `f`, `s`: a direction or a position (以上, 其中).
    Position,
    /// `p`: a preposition.
    Preposition,
    /// `c`: a conjunction.
    Conjunction,
    /// `u`: 的, 地, 得, 了, 等.
    Particle,
    /// `r`: a pronoun.
    Pronoun,
    /// `i`, `l`, `j`: an idiom, a fixed phrase, an abbreviation.
    Phrase,
    /// Letters of another script.
    Foreign,
    /// A mark.
    Mark,
    /// Anything else, and what no dictionary knows.
    #[default]
    Other,
}

impl Pos {
    /// The part of speech of a tag.
    pub fn of_tag(tag: &str) -> Self {
        match tag {
            "nr" | "nrfg" | "nrt" => Self::Person,
            "ns" => Self::Place,
            "nt" => Self::Body,
            "vn" => Self::VerbNoun,
            "ad" => Self::Adverb,
            "eng" => Self::Foreign,
            _ => match tag.as_bytes().first() {
                Some(b'n') => Self::Noun,
                Some(b'v') => Self::Verb,
                Some(b'a' | b'b' | b'z') => Self::Adjective,
                Some(b'd') => Self::Adverb,
                Some(b'm') => Self::Number,
                Some(b'q') => Self::Classifier,
                Some(b't') => Self::Time,
                Some(b'f' | b's') => Self::Position,
                Some(b'p') => Self::Preposition,
                Some(b'c') => Self::Conjunction,
                Some(b'u') => Self::Particle,
                Some(b'r') => Self::Pronoun,
                Some(b'i' | b'j' | b'l') => Self::Phrase,
                Some(b'w') => Self::Mark,
                _ => Self::Other,
            },
        }
    }

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

#[cfg(test)]
mod tests {
    use super::Pos;

    #[test]
    fn tags_are_grouped() {
        for (tag, pos) in [
            ("n", Pos::Noun),
            ("nz", Pos::Noun),
            ("vn", Pos::VerbNoun),
            ("vd", Pos::Verb),
            ("ad", Pos::Adverb),
            ("uj", Pos::Particle),
            ("eng", Pos::Foreign),
            ("x", Pos::Other),
            ("", Pos::Other),
        ] {
            assert_eq!(Pos::of_tag(tag), pos, "{tag}");
        }
    }
}
