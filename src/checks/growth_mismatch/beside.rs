//! A value with what it grew by: 收入完成30亿元，同比增收4亿元，增长15%; 收入12亿元，比上年的8亿元增长50%.

use super::pair::Pair;
use super::stated::{Stated, moves};
use crate::checks::precision::{Interval, is_exact, shown};
use crate::checks::words::Role;
use crate::lexicon::constant_prices;
use crate::model::{Claim, Measure, Span};
use crate::text::window_before;

/// A value, what it grew by and at which rate, in either order.
pub(super) struct Grown<'a> {
    value: &'a Claim,
    change: &'a Claim,
    pub rate: &'a Claim,
    direction: i32,
    /// Whether the value is the one before the growth: 比上年的8亿元增加2亿元，增长25%.
    is_base: bool,
}

/// The value at `at`, where its change and its rate of growth follow at once.
pub(super) fn grown<'a>(text: &str, claims: &'a [Claim], at: usize) -> Option<Grown<'a>> {
    let [value, first, second, ..] = &claims[at..] else {
        return None;
    };
    let (change, rate) = match first.measure {
        Measure::Change => (first, second),
        _ => (second, first),
    };
    let is_change = is_exact(change, &[Measure::Change]) && change.unit == value.unit;
    let is_rate = is_exact(rate, &[Measure::Growth]) && rate.unit.as_deref() == Some("%");
    let of_one =
        |claim: &Claim| claim.sentence == value.sentence && claim.indicator == value.indicator;
    if !(is_amount(value) && is_change && is_rate && of_one(change) && of_one(rate)) {
        return None;
    }
    let above = text.get(value.span.end..first.span.start)?;
    let apart = text.get(first.span.end..second.span.start)?;
    let direction = moves(above)?;
    // What the change is of, the rate is of: a second comparison is of another time.
    let again = Role::Than.stands_in(apart) || Role::OnBase.stands_in(apart);
    (moves(apart)? == direction && !again).then_some(Grown {
        value,
        change,
        rate,
        direction,
        is_base: is_compared_with(text, value),
    })
}

impl Grown<'_> {
    /// The rate that the change comes to, where the stated one is none that rounding allows.
    pub fn contradiction(&self) -> Option<String> {
        let (value, change) = (
            Interval::rounded(self.value),
            Interval::rounded(self.change),
        );
        let (base, link) = match (self.is_base, self.direction) {
            (true, _) => (value, None),
            (false, 1) => (
                Interval::new(value.low - change.high, value.high - change.low),
                Some('−'),
            ),
            (false, _) => (
                Interval::new(value.low + change.low, value.high + change.high),
                Some('+'),
            ),
        };
        if base.low <= 0.0 {
            return None;
        }
        let possible = change.over(base).map(|ratio| ratio * 100.0);
        let (own, grown_by) = (self.value.value, self.change.value.abs());
        let before = match link {
            Some(_) => own - f64::from(self.direction) * grown_by,
            None => own,
        };
        let right = shown(grown_by / before * 100.0, 2);
        let (change, value) = (&self.change.text, &self.value.text);
        let sum = || match link {
            Some(link) => format!("{change}÷({value}{link}{change})≈{right}%"),
            None => format!("{change}÷{value}≈{right}%"),
        };
        (!possible.meets(&Interval::stated(self.rate))).then(sum)
    }

    /// From the value to the last of the two.
    pub fn span(&self) -> Span {
        let end = self.change.span.end.max(self.rate.span.end);
        Span::new(self.value.span.start, end)
    }
}

/// 12亿元，比上年的8亿元增长50%: the value at `at` and the one that it is compared with, with the growth that follows.
pub(super) fn compared<'a>(
    text: &str,
    claims: &'a [Claim],
    at: usize,
) -> Option<(Pair<'a>, Stated<'a>)> {
    let [to, from, claim, ..] = &claims[at..] else {
        return None;
    };
    let alike =
        from.sentence == to.sentence && claim.sentence == to.sentence && from.unit == to.unit;
    let grows = is_exact(
        claim,
        &[Measure::Growth, Measure::Change, Measure::Multiple],
    );
    if !(alike && grows && is_amount(to) && is_exact(from, &[Measure::Level]) && from.value > 0.0) {
        return None;
    }
    let between = text.get(to.span.end..from.span.start)?;
    let than = Role::Than.behind(between.trim_start_matches(['，', ',', ' ']))?;
    let time = Role::OtherTime.behind(than)?.trim_end_matches('的');
    let direction = moves(text.get(from.span.end..claim.span.start)?)?;
    let stated = Stated {
        claim,
        direction,
        yearly: false,
    };
    let pair = Pair {
        from,
        to,
        direction: 0,
        next: at + 2,
    };
    time.is_empty().then_some((pair, stated))
}

/// Whether a value is what another is compared with: 比上年同期14亿元.
fn is_compared_with(text: &str, value: &Claim) -> bool {
    /// The most characters of such a time.
    const LONGEST: usize = 10;
    let lead = window_before(text, value.span.start, LONGEST).trim_end_matches('的');
    let than = Role::OtherTime.before(lead);
    than.is_some_and(|lead| Role::Than.ends(lead).is_some())
}

/// Whether a claim is an exact amount whose growth is that of its own values: none in constant prices, and not itself one of
/// several times (年均).
fn is_amount(claim: &Claim) -> bool {
    let counted = claim
        .unit
        .as_deref()
        .is_some_and(|unit| !Role::RatioUnit.is(unit) && unit != "位");
    let by_prices = constant_prices::TABLE
        .longest_at_end(&claim.indicator)
        .is_some();
    is_exact(claim, &[Measure::Level]) && claim.value > 0.0 && counted && !by_prices
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, silent, trips};
    use crate::model::Severity;

    #[test]
    fn finds_values_and_growth_that_do_not_agree() {
        trips(
            "growth-mismatch",
            &[
                "全县税收收入完成⟦42亿元，同比增收2亿元，增长15%⟧。",
                "接待游客⟦126万人次，比上年增长30%，增加21万人次⟧。",
                "财政支出为⟦88亿元，比上年减支12亿元，下降22%⟧。",
                "粮食产量达到⟦12.5万吨，比上年的8.3万吨增长80%⟧。",
                "财政支出36亿元，比上年同期⟦40亿元减支4亿元，下降20%⟧。",
                "财政收入⟦36亿元，比上年同期30亿元增收8亿元⟧，增幅居前。",
                "合作社发展到⟦126家，比上年的42家增加4.5倍⟧。",
            ],
        );
    }

    #[test]
    fn one_of_them_may_be_of_another_base_so_it_is_no_error() {
        let page = Page::new("全县税收收入完成42亿元，同比增收2亿元，增长15%。");
        assert_eq!(page.check("growth-mismatch")[0].severity, Severity::Warning);
    }

    #[test]
    fn keeps_silent_where_they_agree_or_speak_of_other_things() {
        silent(
            "growth-mismatch",
            &[
                "全县税收收入完成42亿元，同比增收2亿元，增长5%。",
                "接待游客126万人次，比上年增长20%，增加21万人次。",
                "粮食产量达到12.5万吨，比上年的8.3万吨增长50.6%。",
                "财政支出36亿元，比上年同期40亿元减支4亿元，下降10%。",
                "地区生产总值420亿元，比上年增加38亿元，增长5.2%。",
                "税收收入完成42亿元，比上年增长15%，比预算增收2亿元。",
                "税收收入完成42亿元，其中企业所得税增收2亿元，增长15%。",
                "税收收入完成42亿元，年均增加2亿元，增长15%。",
                "新建高标准农田42万亩，改造2万亩，增长15%。",
            ],
        );
    }
}
