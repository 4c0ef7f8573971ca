//! Headings that say something, and those that only name what stands below them.

use super::document::Reading;
use super::hits::Hit;
use super::marks::ends_sentence;
use super::pos::Pos;
use super::verbs::ATTRIBUTE;
use crate::lexicon::cues::Role;
use crate::model::Span;

impl Reading<'_> {
    /// Whether a sentence is a heading that orders something, strikes a posture or tells what was reached (加大财政金融支持,
    /// 提高政治站位). Others only name what stands below them (总体要求, 贯彻落实情况, 推进发展的主要做法), or are titles, bylines and
    /// salutations.
    pub fn says(&self, sentence: usize) -> bool {
        let says = |clause: Span| self.verb_of(clause).is_some() || self.comes_to(clause);
        let mut clauses = self.clauses_of(sentence).iter();
        self.heads(sentence)
            && !self.names_what_follows(self.sentences[sentence])
            && clauses.any(|clause| says(clause.span))
    }

    /// Whether a heading ends with what such headings are called, or with a noun that the rest describes: 推进发展的|主要做法.
    fn names_what_follows(&self, heading: Span) -> bool {
        let words = heading.of(self.text).trim_end_matches(ends_sentence);
        let names =
            |hit: &Hit| hit.lexeme.is(Role::HeadingBack) || hit.lexeme.is(Role::HeadingAhead);
        let tokens = self.tokens_in(heading);
        let describes = tokens
            .iter()
            .rposition(|token| token.span.of(self.text) == ATTRIBUTE);
        let describes =
            describes.is_some_and(|at| tokens[at..].iter().all(|token| token.pos != Pos::Verb));
        describes || self.hits.ending(heading.start + words.len()).any(names)
    }
}
