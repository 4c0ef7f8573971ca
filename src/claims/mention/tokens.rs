//! The tokens of a sentence, asked for by their places.

use crate::lexicon::predicates::Role;
use crate::model::Span;
use crate::reading::{Kind, Number, Reading, Token};
use crate::text::numeral::Numeral;

/// A sentence's tokens and numbers.
pub(super) struct Tokens<'r> {
    pub(super) reading: &'r Reading<'r>,
    pub(super) sentence: Span,
    pub(super) tokens: &'r [Token],
    numbers: &'r [Number],
}

impl<'r> Tokens<'r> {
    pub(super) fn new(reading: &'r Reading<'r>, sentence: Span) -> Self {
        Self {
            reading,
            sentence,
            tokens: reading.tokens_in(sentence),
            numbers: reading.numbers_in(sentence),
        }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'r Token> {
        self.tokens.get(at)
    }

    /// The words of a token; none behind the last.
    pub(super) fn word(&self, at: usize) -> &'r str {
        (self.token(at)).map_or("", |token| token.span.of(self.reading.text))
    }

    /// The sentence from a token on.
    pub(super) fn from(&self, at: usize) -> &'r str {
        let start = (self.token(at)).map_or(self.sentence.end, |token| token.span.start);
        Span::new(start, self.sentence.end).of(self.reading.text)
    }

    /// The white space between two tokens.
    pub(super) fn between(&self, one: &Token, other: &Token) -> &'r str {
        Span::new(one.span.end, other.span.start).of(self.reading.text)
    }

    /// The token before a place, where nothing stands between.
    pub(super) fn adjoining(&self, at: usize) -> Option<&'r Token> {
        let before = self.token(at.checked_sub(1)?)?;
        (before.span.end == self.token(at)?.span.start).then_some(before)
    }

    /// The number that a token is.
    pub(super) fn number(&self, at: usize) -> Option<&'r Numeral> {
        let token = self.token(at).filter(|token| token.kind == Kind::Number)?;
        let place = (self.numbers).binary_search_by_key(&token.span.start, |(span, _)| span.start);
        Some(&self.numbers[place.ok()?].1)
    }

    /// The number directly behind a mark that is one of `marks`.
    pub(super) fn number_behind(&self, at: usize, marks: &[&str]) -> Option<&'r Numeral> {
        (marks.contains(&self.word(at)))
            .then(|| self.number(at + 1))
            .flatten()
    }

    /// Whether a clause ends before a place.
    pub(super) fn is_closed(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.kind == Kind::Mark)
    }

    /// Whether a word that links a number so ends where a token begins: 近, 突破, 增长.
    pub(super) fn linked(&self, at: usize, roles: impl Fn(Role) -> bool) -> bool {
        self.token(at).is_some_and(|token| {
            (self.reading.hits.ending(token.span.start))
                .any(|hit| hit.lexeme.predicate.is_some_and(&roles))
        })
    }

    /// Whether a token joins the parts of a list: 、, 和.
    pub(super) fn joins(&self, at: usize) -> bool {
        (self.token(at)).is_some_and(|token| self.reading.joins(token))
    }

    /// Whether a list goes on between a mention and a token: 第4、第3位.
    pub(super) fn is_listed(&self, last: Span, at: usize) -> bool {
        at > 1 && self.tokens[at - 2].span.end == last.end && self.joins(at - 1)
    }
}

/// Whether a word is the sign of a negative number.
pub(super) fn is_minus(word: &str) -> bool {
    matches!(word, "-" | "－" | "−" | "负")
}
