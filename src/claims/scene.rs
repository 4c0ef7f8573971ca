//! A sentence as the readers of its numbers see it.

use super::mention::Mention;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Lexeme, grammar, predicates};
use crate::model::Span;
use crate::reading::time::Time;
use crate::reading::{Clause, Reading, Scope, Tense};

/// A sentence's text and everything about it that deciding on a mention takes.
pub(super) struct Scene<'a> {
    /// The document.
    pub(super) reading: &'a Reading<'a>,
    /// The document's text.
    pub(super) text: &'a str,
    /// The sentence.
    pub(super) sentence: Span,
    /// The times in it.
    pub(super) times: &'a [(Span, Time)],
    /// The numbers in it.
    pub(super) mentions: &'a [Mention],
    /// Its clauses.
    pub(super) clauses: &'a [Clause],
    /// Whether it reports and plans nothing.
    pub(super) reports: bool,
    /// Where the passage looks.
    pub(super) passage: Scope,
    /// Where the sentence looks.
    pub(super) tense: Tense,
}

impl Scene<'_> {
    /// The longest entry at the beginning of a stretch that fits, on whole words.
    pub(super) fn starting(
        &self,
        stretch: Span,
        fits: impl Fn(&Lexeme) -> bool,
    ) -> Option<&'static Lexeme> {
        (self.reading.hits.starting(stretch.start))
            .find(|hit| hit.span.end <= stretch.end && fits(hit.lexeme))
            .map(|hit| hit.lexeme)
    }

    /// The longest entry at the head of a stretch that fits, white space aside.
    pub(super) fn heading(
        &self,
        stretch: Span,
        fits: impl Fn(&Lexeme) -> bool,
    ) -> Option<&'static Lexeme> {
        self.starting(self.trimmed(stretch), fits)
    }

    /// A stretch without the white space that it begins with.
    pub(super) fn trimmed(&self, stretch: Span) -> Span {
        let words = stretch.of(self.text).trim_start();
        Span::new(stretch.end - words.len(), stretch.end)
    }

    /// What a stretch holds behind the bounds and the 的 at its head: 增速 in 以上的增速.
    pub(super) fn behind_bounds(&self, stretch: Span) -> Span {
        let mut rest = self.trimmed(stretch);
        while let Some(word) = self.starting(rest, |word| {
            word.bounds() || word.grammar == Some(grammar::Role::Of)
        }) {
            rest = self.trimmed(Span::new(rest.start + word.word.len(), rest.end));
        }
        rest
    }

    /// Whether a word that fits stands in a stretch.
    pub(super) fn holds(&self, stretch: Span, fits: impl Fn(&Lexeme) -> bool) -> bool {
        self.reading
            .hits
            .within(stretch)
            .any(|hit| fits(hit.lexeme))
    }

    /// The longest entry at the end of a stretch that fits, on whole words.
    pub(super) fn ending(
        &self,
        stretch: Span,
        fits: impl Fn(&Lexeme) -> bool,
    ) -> Option<&'static Lexeme> {
        (self.reading.hits.ending(stretch.end))
            .find(|hit| hit.span.start >= stretch.start && fits(hit.lexeme))
            .map(|hit| hit.lexeme)
    }

    /// Whether what follows a stretch is how long something lasts: 连续三年.
    pub(super) fn lasts(&self, stretch: Span) -> bool {
        let lasts = |word: &Lexeme| word.links(&[predicates::Role::Lasting]);
        self.ending(stretch, lasts).is_some()
    }

    /// The verbs of a stretch that take a number's object, from left to right, none overlapping.
    pub(super) fn verbs(&self, stretch: Span) -> Vec<(Span, Verb)> {
        let mut found: Vec<(Span, Verb)> = Vec::new();
        for hit in self.reading.hits.within(stretch) {
            if let Some(verb) = hit.lexeme.verb
                && found
                    .last()
                    .is_none_or(|(last, _)| last.end <= hit.span.start)
            {
                found.push((hit.span, verb));
            }
        }
        found
    }
}
