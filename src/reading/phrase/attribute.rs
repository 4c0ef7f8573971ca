//! What stands before the head of a noun and describes it: 以上, 引领行业发展的.

use super::words::Phrase;
use crate::lexicon::Lexeme;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates::Role as Links;
use crate::reading::pos::Pos;
use crate::reading::token::{Kind, Token};

/// The most tokens that may describe a noun before 的.
const LONGEST: usize = 16;

impl Phrase<'_> {
    /// The place behind 以上, 左右, 的.
    pub(super) fn behind_bounds(&self, mut at: usize) -> usize {
        while self.is_bound(at) || self.role(at) == Some(Role::Of) {
            at += 1;
        }
        at
    }

    /// The place behind what tells how large each of those counted is at least: 22个超百亿项目.
    pub(super) fn behind_size(&self, at: usize) -> usize {
        let exceeds = |entry: &Lexeme| entry.links(&[Links::AtLeast, Links::About]);
        let number = at + usize::from(self.is(at, exceeds));
        if self
            .tokens
            .get(number)
            .is_none_or(|token| token.kind != Kind::Number)
        {
            return at;
        }
        let is_unit = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.pos == Pos::Classifier)
        };
        let unit = number + 1;
        let behind = unit + usize::from(is_unit(unit));
        if number > at { behind } else { at }
    }

    fn is_bound(&self, at: usize) -> bool {
        matches!(self.role(at), Some(Role::Over | Role::Under | Role::About))
    }

    /// The place of the head behind 的, where what stands before describes it: 引领行业发展的示范工厂,
    /// 情节严重的案件, 投资10亿元以上的项目; 群众的 in 群众的饮水 is a noun of its own.
    pub(super) fn behind_attribute(&self, at: usize) -> Option<usize> {
        let from = if self.word(at) == "、" { at + 1 } else { at };
        let first = self.tokens.get(from)?;
        let of = self.of(from).filter(|&of| of > from)?;
        let is_verb = (self.tokens.get(of + 1)).is_some_and(|next| next.pos == Pos::Verb);
        if !self.begins_noun(of + 1 + usize::from(is_verb)) {
            return None;
        }
        let described = &self.tokens[from..of];
        let acts = matches!(
            first.pos,
            Pos::Verb | Pos::Adverb | Pos::Preposition | Pos::Adjective
        );
        let is_number = |token: &Token| token.kind == Kind::Number;
        let has_number = described.iter().any(is_number);
        // 总投资18亿元的项目; 的码头、12亿元的机场 are two nouns.
        let is_sum = self.tokens[of - 1].pos == Pos::Classifier
            && of
                .checked_sub(2)
                .is_some_and(|at| is_number(&self.tokens[at]))
            && !(from..of).any(|at| self.is_joint(at));
        let is_size = is_sum || self.is_bound(of - 1) && has_number;
        let is_state = (from + 1..of).any(|place| {
            self.tokens[place].pos == Pos::Adjective
                && (self.word(place + 1) == "、" || place + 1 == of)
        });
        let opens = from > at && has_number;
        (acts && from == at || is_size || is_state || opens).then_some(of + 1)
    }

    /// The place of the first 的 behind a place, no mark but 、 and those of pairs before it.
    fn of(&self, from: usize) -> Option<usize> {
        let mut depth = 0;
        for place in from..self.tokens.len().min(from + LONGEST) {
            match self.word(place) {
                "“" | "（" | "(" | "《" => depth += 1,
                "”" | "）" | ")" | "》" => depth -= 1,
                "、" => {}
                _ if self.tokens[place].kind == Kind::Mark && depth == 0 => return None,
                _ => {}
            }
            if depth <= 0 && self.role(place) == Some(Role::Of) && place > from {
                return Some(place);
            }
        }
        None
    }
}
