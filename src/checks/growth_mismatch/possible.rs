//! What two rounded values can give: the difference, the rate, the yearly rate, the multiple.

use super::pair::Pair;
use super::stated::Stated;
use crate::checks::precision::{Interval, shown, shown_like};
use crate::checks::words::Role;
use crate::checks::years::year_before;
use crate::lexicon::constant_prices;
use crate::model::{Bound, Claim};
use crate::text::window_before;

/// The sum that the two values give and what it comes to, where the stated change is none that
/// rounding allows.
pub(super) fn contradiction(text: &str, pair: &Pair, stated: &Stated) -> Option<(String, String)> {
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    let claim = stated.claim;
    if claim.bound == Bound::AtMost || from.low <= 0.0 {
        return None;
    }
    let (a, b) = (pair.from.value.abs(), pair.to.value.abs());
    let is_rate = pair.from.unit.as_deref() == Some("%");
    let unit = claim.unit.as_deref()?;
    let (possible, right, sum) = match unit {
        "pp" if is_rate => {
            let right = format!("{}个百分点", shown((b - a).abs(), 2));
            let sum = subtraction(pair);
            (difference(from, to), right, sum)
        }
        // Whether a change of rates in % is one of the rates or of their points is for another rule.
        "%" if is_rate => return None,
        "%" if stated.yearly => return yearly(text, pair, stated),
        "%" => {
            let possible = rates(from, to, stated.direction);
            let right = format!("{}%", shown((b / a - 1.0).abs() * 100.0, 1));
            let sum = if b >= a {
                format!("{}÷{}−1≈{right}", pair.to.text, pair.from.text)
            } else {
                format!("1−{}÷{}≈{right}", pair.to.text, pair.from.text)
            };
            (possible, right, sum)
        }
        "倍" => return multiple(pair, stated, from, to),
        _ if claim.unit == pair.from.unit && !stated.yearly && !is_rate => {
            let right = shown_like((b - a).abs(), pair.to, unit);
            (difference(from, to), right, subtraction(pair))
        }
        _ => return None,
    };
    let wrong_way = (b - a) * f64::from(stated.direction) < 0.0 && !from.meets(&to);
    let fits =
        possible.meets(&Interval::stated(claim)) || leaves_room_for_prices(pair, claim, unit);
    (wrong_way || !fits).then(|| {
        if sum.contains('≈') {
            (sum, right)
        } else {
            (format!("{sum}={right}"), right)
        }
    })
}

fn subtraction(pair: &Pair) -> String {
    if pair.to.value.abs() >= pair.from.value.abs() {
        format!("{}−{}", pair.to.text, pair.from.text)
    } else {
        format!("{}−{}", pair.from.text, pair.to.text)
    }
}

/// The differences that two rounded values may have.
fn difference(from: Interval, to: Interval) -> Interval {
    if to.high >= from.high {
        Interval {
            low: (to.low - from.high).max(0.0),
            high: to.high - from.low,
        }
    } else {
        Interval {
            low: (from.low - to.high).max(0.0),
            high: from.high - to.low,
        }
    }
}

/// The rates in percent that two rounded values may give.
fn rates(from: Interval, to: Interval, direction: i32) -> Interval {
    let (least, most) = (to.low / from.high, to.high / from.low);
    if direction >= 0 {
        Interval {
            low: (least - 1.0) * 100.0,
            high: (most - 1.0) * 100.0,
        }
    } else {
        Interval {
            low: (1.0 - most) * 100.0,
            high: (1.0 - least) * 100.0,
        }
    }
}

fn in_money(pair: &Pair) -> bool {
    pair.from.unit.as_deref() == Some("元")
}

/// Whether the rate may be one in constant prices: money of an aggregate grows faster in the prices
/// of the day, seldom more slowly, and no price level falls by a twentieth or doubles.
fn leaves_room_for_prices(pair: &Pair, claim: &Claim, unit: &str) -> bool {
    if unit != "%" || !in_money(pair) {
        return false;
    }
    let named = [&pair.from.indicator, &pair.to.indicator]
        .iter()
        .any(|name| name.is_empty() || constant_prices::TABLE.longest_at_end(name).is_some());
    let prices = pair.to.value / pair.from.value / (1.0 + claim.value / 100.0);
    named && (0.95..2.0).contains(&prices)
}

/// 年均增长: the years between the two values must be known from the text, to within one; in money
/// prices leave room.
fn yearly(text: &str, pair: &Pair, stated: &Stated) -> Option<(String, String)> {
    let first = year_before_number(text, pair.from)?;
    let last = year_before_number(text, pair.to)?;
    let years = last - first;
    if !(1..=40).contains(&years) {
        return None;
    }
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    let root = |ratio: f64| (ratio.powf(1.0 / f64::from(years)) - 1.0) * 100.0;
    let (low, high) = (root(to.low / from.high), root(to.high / from.low));
    let possible = if stated.direction >= 0 {
        Interval { low, high }
    } else {
        Interval {
            low: -high,
            high: -low,
        }
    };
    let right = format!("{}%", shown(root(pair.to.value / pair.from.value).abs(), 1));
    let sum = format!(
        "({}÷{})^(1/{years})−1≈{right}",
        pair.to.text, pair.from.text
    );
    // Prices rise by the year; none falls by a thirtieth year after year.
    let a_year = (pair.to.value / pair.from.value).powf(1.0 / f64::from(years));
    let prices = a_year / (1.0 + stated.claim.value.abs() / 100.0);
    let by_prices = in_money(pair) && (0.97..1.3).contains(&prices);
    (!by_prices && !possible.meets(&Interval::stated(stated.claim))).then_some((sum, right))
}

/// The year that is written right before a number: 2019年的120家.
fn year_before_number(text: &str, claim: &Claim) -> Option<i32> {
    let head = window_before(text, claim.span.start, 10);
    let at = head.rfind('年')?;
    let tail = head[at + '年'.len_utf8()..].trim_end_matches('的');
    let plain = tail.is_empty() || Role::YearEnd.is(tail);
    plain.then_some(())?;
    year_before(head, at).map(|(_, year)| year)
}

/// 增长2倍, 翻一番: how many times the first value is added, or doubled.
fn multiple(
    pair: &Pair,
    stated: &Stated,
    from: Interval,
    to: Interval,
) -> Option<(String, String)> {
    if stated.direction < 0 || stated.yearly || pair.from.unit.as_deref() == Some("%") {
        return None;
    }
    let claim = stated.claim;
    let times = |ratio: f64| format!("{}倍", shown(ratio, 2));
    let doubles = claim.text.contains('番');
    let possible = Interval {
        low: to.low / from.high,
        high: to.high / from.low,
    };
    let ratio = pair.to.value / pair.from.value;
    let sum = format!("{}÷{}≈{}", pair.to.text, pair.from.text, shown(ratio, 2));
    if doubles {
        // 翻两番 is said of anything near four times.
        let near = (0.9..1.25).contains(&(ratio / claim.value));
        let right = times(ratio);
        return (!near).then_some((sum, right));
    }
    // 增长1.5倍 is often said for the 1.5-fold; only what is neither is certain.
    let added = Interval {
        low: possible.low - 1.0,
        high: possible.high - 1.0,
    };
    let right = times(ratio - 1.0);
    (!added.meets(&Interval::stated(claim)) && !possible.meets(&Interval::stated(claim)))
        .then_some((sum, right))
}
