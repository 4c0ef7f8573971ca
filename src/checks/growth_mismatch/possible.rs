//! What two rounded values can give: the difference, the rate, the yearly rate, the multiple.

use super::pair::Pair;
use super::stated::Stated;
use crate::checks::precision::{Interval, shown, shown_like};
use crate::checks::words::Role;
use crate::lexicon::constant_prices;
use crate::model::{Bound, Claim};
use crate::reading::time::year_before;
use crate::text::window_before;

/// The sum that the two values give, where the stated change is none that rounding allows.
pub(super) fn contradiction(text: &str, pair: &Pair, stated: &Stated) -> Option<String> {
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    let claim = stated.claim;
    if claim.bound == Bound::AtMost || from.low <= 0.0 {
        return None;
    }
    let (a, b) = (pair.from.value.abs(), pair.to.value.abs());
    let is_rate = pair.from.unit.as_deref() == Some("%");
    let unit = claim.unit.as_deref()?;
    let (possible, sum) = match unit {
        "pp" if is_rate => {
            let right = format!("{}个百分点", shown((b - a).abs(), 2));
            (difference(from, to), subtraction(pair, &right, 1.0))
        }
        // Whether a change of rates in % is one of the rates or of their points is for another rule.
        "%" if is_rate => return None,
        "%" if stated.yearly => return yearly(text, pair, stated),
        "%" => {
            let possible = to.over(from).map(|ratio| (ratio - 1.0) * 100.0);
            let right = format!("{}%", shown((b / a - 1.0).abs() * 100.0, 1));
            let sum = if b >= a {
                format!("{}÷{}−1≈{right}", pair.to.text, pair.from.text)
            } else {
                format!("1−{}÷{}≈{right}", pair.to.text, pair.from.text)
            };
            (stated.signed(possible), sum)
        }
        "倍" => return multiple(pair, stated, to.over(from)),
        _ if claim.unit == pair.from.unit && !is_rate => {
            let years = match stated.yearly {
                true => f64::from(years_between(text, pair)?),
                false => 1.0,
            };
            let right = shown_like((b - a).abs() / years, pair.to, unit);
            let possible = difference(from, to).map(|whole| whole / years);
            (possible, subtraction(pair, &right, years))
        }
        _ => return None,
    };
    let wrong_way = (b - a) * f64::from(stated.direction) < 0.0 && !from.meets(&to);
    let fits =
        possible.meets(&Interval::stated(claim)) || leaves_room_for_prices(pair, claim, unit);
    (wrong_way || !fits).then_some(sum)
}

/// The sum of a difference, over so many years.
fn subtraction(pair: &Pair, right: &str, years: f64) -> String {
    let (less, more) = if pair.to.value.abs() >= pair.from.value.abs() {
        (pair.from, pair.to)
    } else {
        (pair.to, pair.from)
    };
    match years > 1.0 {
        true => format!("({}−{})÷{years}≈{right}", more.text, less.text),
        false => format!("{}−{}={right}", more.text, less.text),
    }
}

/// The differences that two rounded values may have.
fn difference(from: Interval, to: Interval) -> Interval {
    let (less, more) = if to.high >= from.high {
        (from, to)
    } else {
        (to, from)
    };
    Interval::new((more.low - less.high).max(0.0), more.high - less.low)
}

fn in_money(pair: &Pair) -> bool {
    pair.from.unit.as_deref() == Some("元")
}

/// Whether the rate may be one in constant prices: money of an aggregate grows faster in the prices
/// of the day, seldom more slowly, and no price level falls by a twentieth or doubles.
fn leaves_room_for_prices(pair: &Pair, claim: &Claim, unit: &str) -> bool {
    let mut names = [&pair.from.indicator, &pair.to.indicator].into_iter();
    let prices = pair.to.value / pair.from.value / (1.0 + claim.value / 100.0);
    unit == "%"
        && in_money(pair)
        && (0.95..2.0).contains(&prices)
        && names
            .any(|name| name.is_empty() || constant_prices::TABLE.longest_at_end(name).is_some())
}

/// 年均增长: the years between the two values must be known from the text, to within one; in money
/// prices leave room.
fn yearly(text: &str, pair: &Pair, stated: &Stated) -> Option<String> {
    let years = years_between(text, pair)?;
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    let root = |ratio: f64| (ratio.powf(1.0 / f64::from(years)) - 1.0) * 100.0;
    let possible = stated.signed(to.over(from).map(root));
    let right = format!("{}%", shown(root(pair.to.value / pair.from.value).abs(), 1));
    let sum = format!(
        "({}÷{})^(1/{years})−1≈{right}",
        pair.to.text, pair.from.text
    );
    // Prices rise by the year; none falls by a thirtieth year after year.
    let a_year = (pair.to.value / pair.from.value).powf(1.0 / f64::from(years));
    let prices = a_year / (1.0 + stated.claim.value.abs() / 100.0);
    let by_prices = in_money(pair) && (0.97..1.3).contains(&prices);
    (!by_prices && !possible.meets(&Interval::stated(stated.claim))).then_some(sum)
}

/// The years between two values, where both are dated.
fn years_between(text: &str, pair: &Pair) -> Option<i32> {
    let years = year_before_number(text, pair.to)? - year_before_number(text, pair.from)?;
    (1..=40).contains(&years).then_some(years)
}

/// The year that is written right before a number: 2019年的120家.
fn year_before_number(text: &str, claim: &Claim) -> Option<i32> {
    let head = window_before(text, claim.span.start, 10);
    let (year, tail) = head.rsplit_once('年')?;
    let tail = tail.trim_end_matches('的');
    let (_, year) = year_before(year, year.len())?;
    (tail.is_empty() || Role::YearEnd.is(tail)).then_some(year)
}

/// 增长2倍, 翻一番: how many times the first value is added, or doubled.
fn multiple(pair: &Pair, stated: &Stated, possible: Interval) -> Option<String> {
    if stated.direction < 0 || stated.yearly || pair.from.unit.as_deref() == Some("%") {
        return None;
    }
    let claim = stated.claim;
    let ratio = pair.to.value / pair.from.value;
    let fits = if claim.text.contains('番') {
        // 翻两番 is said of anything near four times.
        (0.9..1.25).contains(&(ratio / claim.value))
    } else {
        // 增长1.5倍 is often said for the 1.5-fold; only what is neither is certain.
        let added = possible.map(|times| times - 1.0);
        let said = Interval::stated(claim);
        added.meets(&said) || possible.meets(&said)
    };
    (!fits).then(|| format!("{}÷{}≈{}", pair.to.text, pair.from.text, shown(ratio, 2)))
}
