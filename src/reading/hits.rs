//! The entries of the lexicon that stand in a text, each on whole words.

use super::token::Token;
use crate::lexicon::cues::Role;
use crate::lexicon::{LEXICON, Lexeme, Set};
use crate::model::Span;
use crate::text::places::Places;

/// An entry of the lexicon where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// Where.
    pub span: Span,
    /// What the tables say of it.
    pub lexeme: &'static Lexeme,
}

/// The hits of a document, found by where they begin and by where they end.
#[derive(Default)]
pub struct Hits {
    /// By their beginnings, at one place the longest first.
    by_start: Vec<Hit>,
    /// Ends and indices in `by_start`, at one place the longest first.
    by_end: Vec<(u32, u32)>,
    starts: Places,
    ends: Places,
}

impl Hits {
    /// The hits of `text`: an entry begins and ends with a token.
    pub(super) fn of(text: &str, tokens: &[Token]) -> Self {
        let mut by_start = Vec::with_capacity(tokens.len() / 4);
        for (index, token) in tokens.iter().enumerate() {
            let first = by_start.len();
            let mut last = index;
            LEXICON.prefixes(&text[token.span.start..], |length, lexeme| {
                let end = token.span.start + length;
                while tokens.get(last).is_some_and(|token| token.span.end < end) {
                    last += 1;
                }
                if tokens.get(last).is_some_and(|token| token.span.end == end) {
                    let span = Span::new(token.span.start, end);
                    by_start.push(Hit { span, lexeme });
                }
            });
            by_start[first..].reverse();
        }
        let ends = by_start.iter().map(|hit| hit.span.end as u32);
        let mut by_end: Vec<(u32, u32)> = ends.zip(0..).collect();
        by_end.sort_unstable();
        let starts = by_start.iter().map(|hit| hit.span.start);
        let ends = by_end.iter().map(|&(end, _)| end as usize);
        Self {
            starts: Places::new(text.len(), starts),
            ends: Places::new(text.len(), ends),
            by_start,
            by_end,
        }
    }

    /// Those that stand in `stretch`, in order.
    pub fn within(&self, stretch: Span) -> impl DoubleEndedIterator<Item = &Hit> + '_ {
        let (from, to) = (self.first(stretch.start), self.first(stretch.end));
        self.by_start[from..to.max(from)]
            .iter()
            .filter(move |hit| hit.span.end <= stretch.end)
    }

    /// Those that begin at a place, the longest first.
    pub fn starting(&self, at: usize) -> impl Iterator<Item = &Hit> + '_ {
        self.by_start[self.first(at)..]
            .iter()
            .take_while(move |hit| hit.span.start == at)
    }

    /// The first that begins at a place or behind it.
    fn first(&self, at: usize) -> usize {
        let start = |index: usize| Some(self.by_start.get(index)?.span.start);
        self.starts.first(at, start)
    }

    /// Those that end at a place, the longest first.
    pub fn ending(&self, at: usize) -> impl Iterator<Item = &Hit> + '_ {
        let end = |index: usize| Some(self.by_end.get(index)?.0 as usize);
        self.by_end[self.ends.first(at, end)..]
            .iter()
            .take_while(move |(end, _)| *end as usize == at)
            .map(|(_, index)| &self.by_start[*index as usize])
    }

    /// Whether a word of comparison (比, 同) ends at a place.
    pub fn compare(&self, at: usize) -> bool {
        self.ending(at).any(|hit| hit.lexeme.is(Role::Compares))
    }

    /// Those of a stretch that play one of `roles`.
    pub fn cues(
        &self,
        stretch: Span,
        roles: impl Into<Set<Role>>,
    ) -> impl DoubleEndedIterator<Item = &Hit> + '_ {
        let roles = roles.into();
        self.within(stretch)
            .filter(move |hit| hit.lexeme.cues.meets(roles))
    }

    /// Whether a cue of one of `roles` stands in a stretch.
    pub fn has(&self, stretch: Span, roles: impl Into<Set<Role>>) -> bool {
        self.cues(stretch, roles).next().is_some()
    }
}
