//! Units behind a number, each on whole words.

use std::borrow::Cow;

use super::tokens::{Tokens, is_minus};
use crate::lexicon::people_nouns;
use crate::lexicon::predicates::Role;
use crate::lexicon::units::{self, Row};
use crate::reading::{Kind, Pos, Token};
use crate::text::before;
use crate::text::numeral::Numeral;

/// The most tokens from a number to the noun that tells whom it counts.
const FARTHEST_NOUN: usize = 5;

/// The most tokens of a list of numbers with one unit.
const LONGEST_LIST: usize = 20;

/// A unit where it stands.
#[derive(Clone)]
pub(super) struct Unit {
    pub(super) row: &'static Row,
    /// Its name in results.
    pub(super) name: Cow<'static, str>,
    /// The token behind it.
    pub(super) next: usize,
}

impl Tokens<'_> {
    /// The unit that begins with a token: the longest that ends with one, and what it is a rate of (元/吨).
    pub(super) fn unit(&self, at: usize) -> Option<Unit> {
        let (row, next) = self.row(at)?;
        let name = match row.name {
            "" => row.unit,
            name => name,
        };
        let per = self.word(next);
        let below = matches!(per, "/" | "／" | "每")
            .then(|| self.row(next + 1))
            .flatten();
        Some(match below {
            Some((below, behind)) if below.kind != units::Kind::Percent => Unit {
                row,
                name: Cow::Owned(format!("{name}{per}{}", below.unit)),
                next: behind,
            },
            _ => Unit {
                row,
                name: Cow::Borrowed(name),
                next,
            },
        })
    }

    /// 3.1个和2.6个百分点: the unit that the next number of a list has in full.
    pub(super) fn unit_of_list(&self, own: Unit) -> Unit {
        let full = (self.joins(own.next) && self.number(own.next + 1).is_some())
            .then(|| self.unit(own.next + 2))
            .flatten()
            .filter(|full| full.row.kind != own.row.kind);
        match full {
            Some(full) if full.row.unit.starts_with(own.row.unit) => Unit {
                next: own.next,
                ..full
            },
            _ => own,
        }
    }

    /// 分别回落0.7、1.0和1.1个百分点: the unit that stands behind the last number alone.
    pub(super) fn unit_of_all(&self, at: usize, first: &Numeral) -> Option<Unit> {
        let clause = self.tokens[..at].iter().rev();
        let sign = |token: &Token| is_minus(token.span.of(self.reading.text));
        let mut clause = clause.take_while(|token| {
            token.kind != Kind::Mark || self.reading.joins(token) || sign(token)
        });
        let respectively = clause.any(|token| {
            (self.reading).entry(token.span, |entry| entry.links(&[Role::Respectively]))
        });
        let alike = |number: &&Numeral| number.arabic == first.arabic && !number.large;
        let mut last = at;
        while respectively && !first.large && last < at + LONGEST_LIST && self.joins(last + 1) {
            // 0.15、-5.64、1.34个百分点
            last += 2 + usize::from(is_minus(self.word(last + 2)));
            self.number(last).filter(alike)?;
            if let Some(unit) = self.unit(last + 1) {
                return Some(Unit {
                    next: at + 1,
                    ..unit
                });
            }
        }
        None
    }

    /// 第2至5项, 第3、4项: the token behind a number with its unit that goes on with those of an order.
    pub(super) fn ordinals(&self, at: usize) -> Option<usize> {
        let ranges = |at: usize| matches!(self.word(at), "至" | "到" | "-" | "—" | "～" | "~");
        let mut first = at;
        while first > at.saturating_sub(LONGEST_LIST).max(1)
            && (self.joins(first - 1) || ranges(first - 1))
            && self.number(first - 2).is_some()
        {
            first -= 2;
        }
        let start = self.token(first)?.span.start;
        let is_place = matches!(self.word(at + 1), "位" | "名");
        let is_ordinal = first < at && !is_place && before(self.reading.text, start) == Some('第');
        is_ordinal.then(|| self.unit(at + 1).map_or(at + 1, |unit| unit.next))
    }

    fn row(&self, at: usize) -> Option<(&'static Row, usize)> {
        let first = self.token(at)?;
        // No unit stands on the line behind its number.
        let before = at.checked_sub(1).and_then(|before| self.token(before))?;
        if self.between(before, first).contains('\n') {
            return None;
        }
        units::TABLE.beginnings(self.from(at)).find_map(|row| {
            let end = first.span.start + row.unit.len();
            let length = (self.tokens[at..].iter()).position(|token| token.span.end >= end)?;
            (self.tokens[at + length].span.end == end).then_some((row, at + length + 1))
        })
    }

    /// （间） behind 2600套: the token behind another classifier in brackets.
    pub(super) fn other_classifier(&self, at: usize) -> Option<usize> {
        let (row, close) = matches!(self.word(at), "（" | "(")
            .then(|| self.row(at + 1))
            .flatten()?;
        let closed = matches!(self.word(close), "）" | ")");
        (closed && row.kind == units::Kind::Classifier).then_some(close + 1)
    }

    /// Whether the words behind a number, up to a mark, a particle or a conjunction, count people: 3.8万贫困人口.
    pub(super) fn counts_people(&self, at: usize) -> bool {
        let ends = |token: &Token| {
            token.kind != Kind::Word || matches!(token.pos, Pos::Particle | Pos::Conjunction)
        };
        (at..at + FARTHEST_NOUN)
            .map_while(|at| self.token(at).filter(|token| !ends(token)))
            .any(|token| {
                people_nouns::TABLE
                    .longest_at_end(token.span.of(self.reading.text))
                    .is_some()
            })
    }
}

/// 人 where an indicator without a unit counts people: 总人口达到12亿.
pub fn unit_of_people(indicator: &str) -> Option<&'static str> {
    let noun = people_nouns::TABLE.longest_at_end(indicator);
    noun.map(|_| "人")
}
