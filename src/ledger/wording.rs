//! Figures and periods in words, as a ledger has them.

use crate::claims::names_increase;
use crate::model::{Bound, Claim, Measure};
use crate::strings::say;

/// Digits that are written behind the point.
const DIGITS: usize = 4;

/// The powers of ten that have a word of their own, as keys of `data/strings/`.
const SCALES: [(f64, &str); 3] = [
    (1e12, "ledger.scale.12"),
    (1e8, "ledger.scale.8"),
    (1e4, "ledger.scale.4"),
];

/// A claim in one form, with the time that it is for: 城镇新增就业 ≥55万人（2026）.
pub fn target(claim: &Claim) -> String {
    let told = measure(claim);
    let Some(by) = &claim.period else {
        return told;
    };
    // A year stands for itself.
    let is_year = by.len() == 4;
    let period = if is_year { by.clone() } else { period(by) };
    said(
        "ledger.target.by",
        &[("target", &told), ("period", &period)],
    )
}

/// What is measured, and how much it is to be: 城镇新增就业 ≥55万人.
pub fn measure(claim: &Claim) -> String {
    let amount = amount(claim);
    let values = [("indicator", claim.indicator.as_str()), ("amount", &amount)];
    said("ledger.target", &values).trim().to_owned()
}

/// A period of the contract (`2024`, `2021/2025`, `2024-Q1`, `2024-04-15`) as people write it; what is none stays
/// as it is.
pub fn period(period: &str) -> String {
    match period.split_once('/') {
        Some((from, to)) => said(
            "period.range",
            &[("from", &point(from)), ("to", &point(to))],
        ),
        None => point(period),
    }
}

/// A deadline as people write it: 2026年6月底前; words stay as they are.
pub fn due(deadline: &str) -> String {
    let told = period(deadline);
    let key = match deadline.rsplit('/').next().map_or(0, str::len) {
        _ if told == deadline => return told,
        10 => "ledger.due.day",
        7 if deadline.contains(['Q', 'H']) => "ledger.due.part",
        _ => "ledger.due",
    };
    said(key, &[("period", &told)])
}

/// The quarter that a deadline falls in, from 1; none for words.
pub fn quarter(deadline: &str) -> Option<usize> {
    let last = deadline.rsplit('/').next()?;
    match last.split('-').nth(1) {
        None => (last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit())).then_some(4),
        Some("Q1") => Some(1),
        Some("Q2" | "H1") => Some(2),
        Some("Q3") => Some(3),
        Some("Q4" | "H2") => Some(4),
        Some(month) => {
            let month: usize = month.parse().ok()?;
            (1..=12).contains(&month).then_some(month.div_ceil(3))
        }
    }
}

fn point(point: &str) -> String {
    let mut parts = point.split('-');
    let year = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let plain = |number: &str| number.trim_start_matches('0').to_owned();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !is_number(year) {
        return point.to_owned();
    }
    match rest[..] {
        [] => said("period.year", &[("year", year)]),
        [part] => match part.split_at_checked(1) {
            Some(("Q", quarter)) => said("period.quarter", &[("year", year), ("quarter", quarter)]),
            Some(("H", half @ ("1" | "2"))) => {
                said(&format!("period.half{half}"), &[("year", year)])
            }
            _ if is_number(part) => {
                said("period.month", &[("year", year), ("month", &plain(part))])
            }
            _ => point.to_owned(),
        },
        [month, day] if is_number(month) && is_number(day) => said(
            "period.day",
            &[
                ("year", year),
                ("month", &plain(month)),
                ("day", &plain(day)),
            ],
        ),
        _ => point.to_owned(),
    }
}

/// Direction, bound, number and unit: 增长≥7%.
pub fn amount(claim: &Claim) -> String {
    if claim.measure == Measure::Rank {
        let key = match claim.bound {
            Bound::AtMost => "amount.top",
            _ => "amount.rank",
        };
        return said(key, &[("value", &number(claim.value.abs()))]);
    }
    let bound = match claim.bound {
        Bound::Exact => "ledger.bound.exact",
        Bound::AtLeast => "ledger.bound.at_least",
        Bound::AtMost => "ledger.bound.at_most",
        Bound::About => "ledger.bound.about",
        Bound::Range => "ledger.bound.range",
    };
    let bounded = said(bound, &[("value", &figure(claim))]);
    let falls = claim.value < 0.0;
    let key = match claim.measure {
        Measure::Growth if falls => "amount.growth.down",
        Measure::Growth => "amount.growth.up",
        Measure::Change if falls => "amount.change.down",
        // 城镇新增就业 says itself that it is an increase.
        Measure::Change if !names_increase(&claim.indicator) => "amount.change.up",
        Measure::Share => "amount.share",
        _ => return bounded,
    };
    said(key, &[("value", &bounded)])
}

/// Number and unit, with the largest power of ten that leaves nothing of the number out: 1.2万亿元.
fn figure(claim: &Claim) -> String {
    let ends: Vec<f64> = match claim.value_max {
        Some(to) => vec![claim.value.abs(), to.abs()],
        None => vec![claim.value.abs()],
    };
    let unit = claim.unit.as_deref().unwrap_or_default();
    let relative = unit == "%" || unit == "pp";
    let is_whole = |value: f64, scale: f64| {
        let shifted = value / scale * 10_f64.powi(DIGITS as i32);
        (shifted - shifted.round()).abs() < 1e-6 * shifted.abs().max(1.0)
    };
    let largest = ends.iter().copied().fold(0.0, f64::max);
    let scale = SCALES.iter().find(|(scale, _)| {
        !relative && largest >= *scale && ends.iter().all(|&end| is_whole(end, *scale))
    });
    let (scale, scaled) = scale.map_or((1.0, String::new()), |(scale, key)| {
        (*scale, said(key, &[]))
    });
    let name = match unit {
        "pp" => said("unit.pp", &[]),
        unit => unit.to_owned(),
    };
    // 13–17万元 could be 13 yuan: both ends bear the scale and the percent sign (GB/T 15835—2011).
    let shared = if unit == "%" { unit } else { &scaled };
    let between = format!("{shared}–");
    let ends: Vec<String> = ends.iter().map(|end| number(end / scale)).collect();
    format!("{}{scaled}{name}", ends.join(&between))
}

/// A number without zeros at its end.
fn number(value: f64) -> String {
    let written = format!("{value:.DIGITS$}");
    written
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// In Chinese: what a ledger holds is Chinese, whatever the language of the page.
fn said(key: &str, values: &[(&str, &str)]) -> String {
    say(key, values).zh
}
