//! What a number counts: whether anything at all (一个, 十分重要), and what without a unit.

use std::borrow::Cow;

use super::found::{Mention, UnitKind};
use super::tokens::Tokens;
use super::unit::Unit;
use crate::lexicon::predicates::Role;
use crate::lexicon::units::{Kind, Small};
use crate::reading::Token;
use crate::text::numeral::Numeral;

/// A magnitude without a digit that is a number wherever it stands: 千万.
const LARGE: f64 = 1e7;

impl Tokens<'_> {
    /// Whether a number and its unit count or measure anything: not 一个, 一批, 十分, 百家争鸣.
    pub(super) fn is_count(&self, at: usize, read: &Numeral, unit: &Unit) -> bool {
        let kind = unit.row.kind;
        match kind {
            // 11.3年 is a length of time, 11年 a date.
            Kind::Year => return read.arabic && read.decimal,
            // 翻两番 is read from its verb on.
            Kind::Doubling => return false,
            _ if read.arabic => return true,
            _ => {}
        }
        let is_rate = matches!(kind, Kind::Percent | Kind::Point | Kind::Multiple);
        if read.signs == 1 && (read.value == 1.0 && !is_rate || unit.row.small == Some(Small::Word))
        {
            return false;
        }
        // 二元结构: no sum of money.
        let names = |token: &Token| token.pos.is_nominal();
        if read.signs == 1
            && kind == Kind::Currency
            && !read.large
            && self.token(unit.next).is_some_and(names)
        {
            return false;
        }
        // 百家争鸣, 万元户: a magnitude alone counts only behind 近, 超 and the like.
        let amount = matches!(
            kind,
            Kind::Currency | Kind::Area | Kind::Mass | Kind::Power | Kind::Energy
        );
        !read.bare
            || self.linked(at, |role| match role {
                Role::About | Role::AtLeast => true,
                Role::Link => amount,
                _ => false,
            })
    }

    /// 3.85万贫困人口 counts people; 增长35； lost its unit; 98 alone is nothing.
    pub(super) fn without_unit(&self, at: usize, read: &Numeral) -> Option<Mention> {
        let ends = self.is_closed(at + 1);
        let counts = read.large && !read.bare && (read.arabic || read.signs > 1);
        let changes = || self.linked(at, |role| matches!(role, Role::Up | Role::Down));
        let bounds = || self.linked(at, |role| matches!(role, Role::About | Role::AtLeast));
        let kind = if read.large && !read.bare && self.counts_people(at + 1) {
            UnitKind::PeopleNoun
        } else if counts || read.arabic && ends && self.word(at + 1) != "、" && changes() {
            if ends { UnitKind::None } else { UnitKind::Noun }
        } else if read.bare && (read.large || read.value >= LARGE) && bounds() {
            UnitKind::Noun
        } else {
            return None;
        };
        let unit = (kind == UnitKind::PeopleNoun).then_some(Cow::Borrowed("人"));
        Some(Mention {
            unit,
            kind,
            ..self.build(at, at + 1, read, None)
        })
    }
}
