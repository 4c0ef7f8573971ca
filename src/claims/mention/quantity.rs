//! A number and its unit, a range of two, and what looks like one and is none.

use std::borrow::Cow;

use super::found::{Form, Mention, UnitKind};
use super::tokens::{Tokens, is_minus};
use super::unit::Unit;
use crate::lexicon::attachments;
use crate::lexicon::predicates::Role;
use crate::lexicon::units::{self, Kind, More, Small};
use crate::model::Span;
use crate::reading::{Kind as TokenKind, Pos};
use crate::text::numeral::{Numeral, in_chinese, range_mark, times};

/// A mention, where a token begins one, and the token behind what was read.
type Read = (Option<Mention>, usize);

impl Tokens<'_> {
    /// A number with what stands around it.
    pub(super) fn quantity(&self, at: usize) -> Read {
        let Some(first) = self.number(at) else {
            return (None, at + 1);
        };
        let none = self.code(at, first).or_else(|| self.ratio(at));
        if let Some(behind) = none.or_else(|| self.session(at, first)) {
            return (None, behind);
        }
        if first.of > 1.0 {
            return self.fraction(at, first);
        }
        if let Some(below) = self.number_behind(at + 1, &["/", "／"]) {
            return (self.slash_fraction(at, first, below), at + 3);
        }
        let own = self.unit(at + 1).map(|own| self.unit_of_list(own));
        let own = own.or_else(|| self.unit_of_all(at, first));
        let next = own.as_ref().map_or(at + 1, |own| match own.row.kind {
            Kind::Classifier => self.other_classifier(own.next).unwrap_or(own.next),
            _ => own.next,
        });
        // 九年制, 3人制: a name of what is counted so.
        if own.is_some() && self.word(next) == "制" {
            return (None, next + 1);
        }
        if let Some(range) = self.range(at, next, first, own.as_ref()) {
            return range;
        }
        let mention = match own {
            Some(own) if own.row.kind == Kind::Tenth => return self.tenths(at, first, &own),
            Some(own) => self
                .is_count(at, first, &own)
                .then(|| self.build(at, next, first, Some(own))),
            None => self.without_unit(at, first),
        };
        let behind = if mention.is_some() { next } else { at + 1 };
        (mention, behind)
    }

    /// The mention of a number, from its token up to the token `next`.
    pub(super) fn build(
        &self,
        at: usize,
        next: usize,
        read: &Numeral,
        unit: Option<Unit>,
    ) -> Mention {
        let span = Span::new(self.tokens[at].span.start, self.tokens[next - 1].span.end);
        let row = unit.as_ref().map(|unit| unit.row);
        let half = row.is_some_and(|row| row.more == Some(More::Half));
        Mention {
            span,
            value: read.value + if half { 0.5 } else { 0.0 },
            value_max: None,
            kind: row.map_or(UnitKind::None, |row| match row.kind {
                Kind::Year => UnitKind::Of(Kind::Time),
                kind => UnitKind::Of(kind),
            }),
            unit: unit.map(|unit| unit.name),
            or_more: read.or_more || row.is_some_and(|row| row.more == Some(More::Some)),
            near: self.linked(at, |role| role == Role::About),
            small: !read.arabic && read.signs == 1 && !read.bare,
            vague: row.is_none_or(|row| row.small == Some(Small::Vague)),
            bare: read.bare,
            form: Form::Plain,
        }
    }

    /// 三分之一, 百分之五, 百分之三到五.
    fn fraction(&self, at: usize, part: &Numeral) -> Read {
        let mut mention = self.share(at, at + 1, part.value / part.of, part.or_more);
        let scale = match part.of {
            1000.0 => 1.0,
            100.0 | 10_000.0 => 100.0 / part.of,
            _ => return (Some(mention), at + 1),
        };
        mention.form = Form::Plain;
        mention.value = times(part.value, scale);
        if part.of == 1000.0 {
            mention.unit = Some(Cow::Borrowed("‰"));
        }
        let end = (self.range_end(at + 1))
            .filter(|(_, end)| end.value > part.value && (end.of == part.of || end.of == 1.0));
        let last = end.map_or(at, |(place, end)| {
            mention.value_max = Some(times(end.value, scale));
            mention.span.end = self.tokens[place].span.end;
            place
        });
        (Some(mention), last + 1)
    }

    /// 1/4, but no date, no path (2026/01/20) and no rate whose unit stands below the stroke (6.2/10万).
    fn slash_fraction(&self, at: usize, part: &Numeral, whole: &Numeral) -> Option<Mention> {
        let is_path = |at: usize| matches!(self.word(at), "/" | "／");
        let is_part = part.arabic && whole.arabic && !whole.large && part.value > 0.0;
        (is_part && part.value < whole.value && !is_path(at.wrapping_sub(1)) && !is_path(at + 3))
            .then(|| self.share(at, at + 3, part.value / whole.value, whole.or_more))
    }

    /// 七成, 两成半, 九成八.
    fn tenths(&self, at: usize, read: &Numeral, unit: &Unit) -> Read {
        let next = unit.next;
        let closed = |at: usize| self.token(at).is_none_or(|token| !token.pos.is_nominal());
        let part = (self.number(next))
            .filter(|part| !part.arabic && part.signs == 1 && !part.bare && closed(next + 1));
        let half = if unit.row.more == Some(More::Half) {
            5.0
        } else {
            0.0
        };
        let value = read.value * 10.0 + part.map_or(half, |part| part.value);
        if !(10.0..=100.0).contains(&value) || read.or_more && self.is_closed(next) {
            return (None, next);
        }
        let next = next + usize::from(part.is_some());
        let or_more = unit.row.more == Some(More::Some) || read.or_more;
        let mut mention = self.share(at, next, value / 100.0, or_more);
        mention.form = Form::Tenths;
        (Some(mention), next)
    }

    /// A part of one as a mention in percent.
    fn share(&self, at: usize, next: usize, share: f64, or_more: bool) -> Mention {
        Mention {
            span: Span::new(self.tokens[at].span.start, self.tokens[next - 1].span.end),
            value: (share * 10_000.0).round() / 100.0,
            unit: Some(Cow::Borrowed("%")),
            kind: UnitKind::Of(Kind::Percent),
            or_more,
            near: self.linked(at, |role| role == Role::About),
            form: Form::Fraction,
            ..Mention::default()
        }
    }

    /// 10—12项, 5%至6%, 3—5万: two ends of one unit.
    fn range(&self, at: usize, next: usize, first: &Numeral, own: Option<&Unit>) -> Option<Read> {
        let (place, second) = self.range_end(next)?;
        let unit = self.unit(place + 1);
        if let (Some(own), Some(other)) = (own, &unit)
            && own.name != other.name
        {
            return None;
        }
        let behind = unit.as_ref().map_or(place + 1, |unit| unit.next);
        let unit = match (unit, own) {
            (Some(unit), _) => unit,
            (None, Some(own)) => own.clone(),
            (None, None) => return None,
        };
        // 3到5年 is no amount.
        let mut mention =
            (unit.row.kind != Kind::Year).then(|| self.build(at, behind, first, Some(unit)))?;
        mention.value = times(first.value, range_scale(first, second));
        mention.value_max = Some(second.value);
        (second.value > mention.value).then_some((Some(mention), behind))
    }

    /// The number behind the mark of a range, with its token.
    fn range_end(&self, at: usize) -> Option<(usize, &Numeral)> {
        let start = self.token(at)?.span.start;
        let mark = range_mark(self.from(at));
        let length = self.tokens[at..]
            .iter()
            .take(3)
            .position(|token| mark > 0 && token.span.start == start + mark)?;
        Some((at + length, self.number(at + length)?))
    }

    /// 60：16：24, 14:59: the token behind the whole ratio.
    fn ratio(&self, at: usize) -> Option<usize> {
        let mut next = at + 1;
        while (self.number_behind(next, &[":", "：", "∶"])).is_some_and(|number| number.arabic) {
            next += 2;
        }
        (next > at + 1).then_some(next)
    }

    /// PM2.5, 〔2024〕15号, 1.2.3, 数百亿, 三五百, 附件1: a number that hangs on to what stands before it, or behind
    /// it, is none by itself. The token behind all of it.
    fn code(&self, at: usize, number: &Numeral) -> Option<usize> {
        let before = self.adjoining(at);
        let hangs = before.is_some_and(|before| match before.kind {
            TokenKind::Word if number.arabic => {
                before.pos == Pos::Foreign || attachments::TABLE.has(self.word(at - 1))
            }
            TokenKind::Word => {
                before.pos == Pos::Number
                    && (self.word(at - 1)).ends_with(|c| in_chinese(c) || matches!(c, '数' | '几'))
            }
            TokenKind::Number => !number.arabic,
            TokenKind::Mark => {
                let mark = self.word(at - 1);
                number.arabic
                    && matches!(mark, "_" | "〔" | "［" | "[" | "#" | "+" | "×" | "*" | "№")
                    || matches!(mark, "." | "-" | "·")
                        && self.adjoining(at - 1).is_some_and(|token| {
                            token.pos == Pos::Foreign || token.kind == TokenKind::Number
                        })
            }
            TokenKind::Time => false,
        });
        let goes_on = self.adjoining(at + 1).is_some()
            && (matches!(self.word(at + 1), "〕" | "］" | "]" | "#" | "+")
                || matches!(self.word(at + 1), "." | "．")
                    && self.adjoining(at + 2).is_some()
                    && self.number(at + 2).is_some());
        (hangs || goes_on).then_some(at + 1)
    }

    /// 十届三次、四次全会, 五届人大二次会议: the token behind the number of a session, with those that a list adds, which stands behind a
    /// number and a classifier that is no unit.
    fn session(&self, at: usize, number: &Numeral) -> Option<usize> {
        // 五届|人大|二次会议: whose session it is may stand between.
        let before = self.adjoining(at)?;
        let named = at - usize::from(before.pos.is_nominal());
        let classifier = self.adjoining(named)?;
        let is_session = !number.arabic
            && classifier.pos == Pos::Classifier
            && !units::TABLE.has(self.word(named - 1))
            && self.number(named.checked_sub(2)?).is_some();
        let mut behind = at + 1;
        while self.joins(behind + 1)
            && self.number(behind + 2).is_some()
            && self.word(behind + 3) == self.word(behind)
        {
            behind += 3;
        }
        is_session.then_some(behind)
    }

    /// Whether the mark before a number makes it negative: 为-3.49‰, 增长率-1.5‰, but not 3-5% or A-12.
    pub(super) fn is_negative(&self, at: usize) -> bool {
        is_minus(self.word(at.wrapping_sub(1)))
            && self.adjoining(at).is_some()
            && self.adjoining(at - 1).is_none_or(|before| {
                !matches!(before.pos, Pos::Foreign | Pos::Number | Pos::Classifier)
            })
    }
}

/// 3—5万: the magnitude of the second belongs to both.
fn range_scale(first: &Numeral, second: &Numeral) -> f64 {
    if first.large || !second.large || first.value >= 1e4 {
        return 1.0;
    }
    let scale = if second.value >= 1e12 && !second.decimal && second.value % 1e12 == 0.0 {
        1e12
    } else if second.value >= 1e8 {
        1e8
    } else {
        1e4
    };
    match first.value * scale < second.value {
        true => scale,
        false => 1.0,
    }
}
