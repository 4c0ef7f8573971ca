//! The verb at the head of an order: openers, 要, then adverbs, then what is to be done.

use super::document::Reading;
use super::pos::Pos;
use super::token::{Kind, Token};
use crate::lexicon::cues::Role;
use crate::lexicon::grammar::Role as Grammar;
use crate::lexicon::{LEXICON, action_verbs};
use crate::model::Span;

/// A verb found: where it begins, and whether it names an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Where the verb and its adverbs begin.
    pub start: usize,
    /// Whether something is done; else it is a stance (坚持, 树立).
    pub is_act: bool,
    /// Whether adverbs urge it: 精心打造.
    pub urged: bool,
}

impl Reading<'_> {
    /// Whether a heading orders something wherever its verb stands: 更大力度推动项目攻坚取得新成效. A verb that
    /// describes (取得的成效) or is a noun as well (发展基础) orders nothing.
    pub(super) fn orders(&self, heading: Span) -> bool {
        let tokens = self.tokens_in(heading);
        // Behind the last 的.
        let is_free = |token: &&Token| !self.is_word(token, ATTRIBUTE);
        let mut free = tokens.iter().rev().take_while(is_free);
        free.any(|token| {
            use action_verbs::Kind::{Act, Attitude};
            token.pos == Pos::Verb
                && (self.hits.starting(token.span.start)).any(|hit| {
                    hit.span == token.span && matches!(hit.lexeme.opens, Some(Act | Attitude))
                })
        })
    }

    /// The verb that a stretch begins with; openers, times, modals and adverbs are passed over.
    pub fn verb_at_head(&self, stretch: Span) -> Option<Head> {
        let tokens = self.tokens_in(stretch);
        let mut at = 0;
        let mut start = None;
        while let Some(token) = tokens.get(at) {
            let next = match self.opening(token, stretch) {
                Some((end, action_verbs::Kind::Opener)) if start.is_none() => end,
                Some((end, action_verbs::Kind::Adverb)) => {
                    start = start.or(Some(token.span.start));
                    end
                }
                Some((end, kind)) if kind != action_verbs::Kind::Opener => {
                    // 发展的…, 建设是…: a noun, not an order.
                    let is_noun = self.goes_on_as_noun(end, stretch);
                    return (!is_noun).then_some(Head {
                        start: start.unwrap_or(token.span.start),
                        is_act: kind == action_verbs::Kind::Act,
                        urged: start.is_some(),
                    });
                }
                _ if start.is_none() && self.is_lead(token) => token.span.end,
                // 积极地推进
                _ if start.is_some()
                    && token.pos == Pos::Particle
                    && !self.is_word(token, ATTRIBUTE) =>
                {
                    token.span.end
                }
                _ => return None,
            };
            while tokens.get(at).is_some_and(|token| token.span.start < next) {
                at += 1;
            }
        }
        None
    }

    /// What begins at a token, the longest entry, and where it ends; of a word that holds a verb with what
    /// goes before it (全面落实, 更新改造) the verb.
    fn opening(&self, token: &Token, stretch: Span) -> Option<(usize, action_verbs::Kind)> {
        let mut known = self
            .hits
            .starting(token.span.start)
            .filter(|hit| hit.span.end <= stretch.end)
            .filter_map(|hit| Some((hit.span.end, hit.lexeme.opens?)));
        known.next().or_else(|| {
            let word = token.span.of(self.text);
            let opens = |part: &str| LEXICON.word(part).and_then(|lexeme| lexeme.opens);
            let verb = word.char_indices().skip(1).find_map(|(at, _)| {
                let (before, verb) = word.split_at(at);
                opens(before)?;
                opens(verb)
            });
            Some((token.span.end, verb?))
        })
    }

    /// The verb of a clause: at its head, or after a modal inside it.
    pub fn verb_of(&self, clause: Span) -> Option<Head> {
        self.verb_at_head(clause).or_else(|| {
            self.modalities
                .modals(clause)
                .find_map(|end| self.verb_at_head(Span::new(end, clause.end)))
        })
    }

    /// What may stand before the verb and is no part of the order: 一（是）, 今年, 要, a mark.
    fn is_lead(&self, token: &Token) -> bool {
        let is_opening = || token.span.of(self.text).starts_with(['“', '《', '「']);
        matches!(token.kind, Kind::Time | Kind::Number)
            || token.kind == Kind::Mark && !is_opening()
            || self.hits.starting(token.span.start).any(|hit| {
                hit.span.end == token.span.end
                    && (hit.lexeme.is(Role::Modal) || hit.lexeme.is(Role::Plans))
            })
            || self.is_word(token, COPULA)
    }

    /// Whether a token joins the parts of a list: 、, 和.
    pub fn joins(&self, token: &Token) -> bool {
        self.is_word(token, "、")
            || self.entry(token.span, |entry| entry.grammar == Some(Grammar::Joins))
    }

    fn is_word(&self, token: &Token, word: &str) -> bool {
        token.span.of(self.text) == word
    }

    fn goes_on_as_noun(&self, at: usize, stretch: Span) -> bool {
        let rest = Span::new(at, stretch.end);
        self.tokens_in(rest).first().is_some_and(|next| {
            // 化解率达到…: a noun is made of the verb.
            let is_suffix = next.span.of(self.text).starts_with(MEASURES);
            is_suffix || self.is_word(next, COPULA) || self.is_word(next, ATTRIBUTE)
        })
    }
}

/// The word that an enumeration's number takes: 一是.
const COPULA: &str = "是";
/// The characters that make the name of a measure of a verb.
const MEASURES: [char; 5] = ['率', '量', '额', '度', '值'];
/// The particle that makes an attribute.
const ATTRIBUTE: &str = "的";
