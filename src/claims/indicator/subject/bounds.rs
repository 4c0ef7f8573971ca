//! Where a name begins: step by step, then at a verb where it is too long.

use super::walk::{Step, Walk};
use crate::lexicon::grammar::Role;
use crate::lexicon::indicator_names;
use crate::lexicon::predicates;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Lexeme, action_verbs};
use crate::model::Span;
use crate::reading::Pos;

/// The most characters of a name that a verb or 的 may stand in.
const LONG: usize = 12;
/// The most characters before 新增 inside a usual name: 城镇新增就业.
const OWNER: usize = 8;

impl<'s, 'a> Walk<'s, 'a> {
    /// The place where the name begins, as far as words tell.
    pub(super) fn start(&mut self) -> usize {
        let mut at = self.unclosed().unwrap_or(self.end);
        loop {
            match self.step(at) {
                Step::Take(from) if from < at => at = from,
                Step::Object(from, verb) => {
                    self.verb = Some(verb);
                    self.governed(at);
                    self.governed(from);
                    if verb == Verb::Down && self.is_one_of_several(from) {
                        self.verb = Some(Verb::Make);
                    }
                    return at;
                }
                _ if self.is_adverbial(at) => (at, self.end) = (at - 1, at - 1),
                _ => {
                    self.governed(at);
                    return at + usize::from(self.is_where(at));
                }
            }
        }
    }

    /// 增写、改写、精简文字: whether another verb that lowers nothing stands beside the one at `from` in a list.
    fn is_one_of_several(&self, from: usize) -> bool {
        let is_listed = from > 1 && self.word(from - 1) == "、";
        is_listed
            && matches!(self.tokens[from - 2].pos, Pos::Verb | Pos::VerbNoun)
            && self
                .entry(from - 1, |lexeme| lexeme.verb == Some(Verb::Down))
                .is_none()
    }

    /// 管网向城郊延伸51公里: whether a preposition stands before a place, and the words behind it end in a verb; the
    /// subject stands before them.
    pub(super) fn is_adverbial(&self, at: usize) -> bool {
        let is_preposition = (at.checked_sub(1)).is_some_and(|before| {
            self.tokens[before].pos == Pos::Preposition && self.is_noun(before)
        });
        is_preposition && at + 1 < self.end && self.tokens[self.end - 1].pos == Pos::Verb
    }

    /// 向北方调水: whether a preposition has the word behind a place, which only says where.
    fn is_where(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].pos);
        before == Some(Pos::Preposition)
            && at + 1 < self.end
            && self.tokens[at].pos == Pos::Position
    }

    /// The verb that governs what stands behind a place, with adverbs, joints and other verbs between them:
    /// 新增和恢复, 争取各类. An increase decides.
    pub(super) fn governed(&mut self, mut at: usize) {
        loop {
            let passes = |lexeme: &Lexeme| {
                lexeme.verb.is_some() || lexeme.leads || lexeme.grammar == Some(Role::Joins)
            };
            let Some((from, lexeme)) = self.entry(at, passes) else {
                return;
            };
            // 通过平台吸引投资: so does what a preposition has.
            self.is_pivot |= lexeme.pivot || lexeme.opens == Some(action_verbs::Kind::Coverb);
            self.verb = match (self.verb, lexeme.verb) {
                (Some(Verb::Up | Verb::Down), _) | (_, None | Some(Verb::Be)) => self.verb,
                (None, verb) => verb,
                (_, Some(verb @ (Verb::Up | Verb::Down))) => Some(verb),
                (verb, _) => verb,
            };
            at = from;
        }
    }

    /// The verb at the head of the stretch, where none beside the name was read: 提升打造A、B等项目.
    pub(super) fn front_verb(&mut self, start: usize) {
        let Some(first) = self
            .tokens
            .first()
            .filter(|_| self.verb.is_none() && start > 0)
        else {
            return;
        };
        let mut rest = Span::new(first.span.start, self.tokens[start - 1].span.end);
        while let Some(lead) = self.scene.starting(rest, |lexeme| {
            lexeme.leads || lexeme.predicate == Some(predicates::Role::Adverb)
        }) {
            rest.start += lead.word.len();
        }
        let acts = |lexeme: &Lexeme| lexeme.verb.is_some_and(|verb| verb != Verb::Be);
        self.verb = (self.scene.starting(rest, acts))
            .filter(|lexeme| !self.heads_name(rest, lexeme))
            .and_then(|lexeme| lexeme.verb);
    }

    /// The beginning of a name that is too long as it was read: behind the last 的, or behind a verb inside it.
    pub(super) fn within_length(&mut self, start: usize) -> usize {
        if let Some((at, verb)) = self.cut {
            let most = if self.verb.is_some() && !self.linked {
                2 * LONG
            } else {
                LONG
            };
            // 城镇新增就业; but 中心城区新增停车位.
            let first = Span::new(self.tokens[start].span.start, self.tokens[at - 1].span.end);
            let mut scopes = indicator_names::TABLE.beginnings(first.of(self.scene.text));
            let is_usual = verb == Verb::Up
                && self.length(start, at) <= OWNER + 2
                && scopes.any(|row| row.kind == indicator_names::Kind::Scope);
            let is_governed = self.verb.is_some() && !self.is_pivot;
            let divides = !is_governed && !self.linked && !is_usual;
            if divides || self.length(start, self.end) > most {
                self.verb = Some(verb);
                return at;
            }
            self.verb = self
                .verb
                .or(Some(verb).filter(|_| is_usual && !self.linked));
        }
        match self.of {
            Some(of) if self.length(start, self.end) > LONG && self.length(of, self.end) >= 3 => of,
            _ => start,
        }
    }
}
