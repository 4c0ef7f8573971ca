//! The words of a noun phrase, and what each of them is.

use crate::lexicon::grammar::Role;
use crate::lexicon::verb_nouns::Place;
use crate::lexicon::{Lexeme, body_endings};
use crate::reading::document::Reading;
use crate::reading::pos::Pos;
use crate::reading::token::{Kind, Token};

/// The bytes of one Chinese character.
pub(super) const CHARACTER: usize = 3;

/// The tokens of a stretch that holds a noun phrase.
pub(super) struct Phrase<'r> {
    pub(super) reading: &'r Reading<'r>,
    pub(super) tokens: &'r [Token],
    /// Whether a verb before them has the noun as its object.
    pub(super) object: bool,
}

impl Phrase<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.reading.text))
    }

    pub(super) fn role(&self, at: usize) -> Option<Role> {
        let token = self.tokens.get(at)?;
        (self.reading.hits.starting(token.span.start))
            .find(|hit| hit.span.end == token.span.end)
            .and_then(|hit| hit.lexeme.grammar)
    }

    /// Whether an entry on the word at a place fits.
    pub(super) fn is(&self, at: usize, fits: impl Fn(&Lexeme) -> bool) -> bool {
        (self.tokens.get(at)).is_some_and(|token| self.reading.entry(token.span, fits))
    }

    /// Whether a table knows the word at a place as a verb or as what links a number.
    pub(super) fn acts(&self, at: usize) -> bool {
        self.is(at, |entry| {
            entry.verb.is_some() || entry.predicate.is_some()
        })
    }

    /// 服务组织: whether a verb at a place is the head of a body's name.
    pub(super) fn is_body(&self, at: usize) -> bool {
        body_endings::TABLE.has(self.word(at))
    }

    /// Whether a word of one character stands at a place.
    pub(super) fn is_short(&self, at: usize) -> bool {
        (self.tokens.get(at))
            .is_some_and(|token| token.kind == Kind::Word && token.span.len() == CHARACTER)
    }

    /// Whether a word that a noun can be made of stands at a place.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word
                && (token.pos.is_nominal() || matches!(token.pos, Pos::Other | Pos::Time))
        })
    }

    /// Whether a noun, or what describes one, stands at a place.
    pub(super) fn begins_noun(&self, at: usize) -> bool {
        self.is_nominal(at)
            || self.is_name(at)
            || matches!(self.word(at), "“" | "《" | "「")
            || (self.tokens.get(at)).is_some_and(|token| token.pos == Pos::Adjective)
    }

    /// Whether a name that a table knows begins with the word at a place: 建设用地.
    pub(super) fn is_name(&self, at: usize) -> bool {
        (self.tokens.get(at)).is_some_and(|token| {
            (self.reading.hits.starting(token.span.start)).any(|hit| {
                hit.span.end > token.span.end
                    && (hit.lexeme.noun).is_some_and(|place| place != Place::Behind)
            })
        })
    }

    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.word(at) == "、" || self.role(at) == Some(Role::Joins)
    }
}
