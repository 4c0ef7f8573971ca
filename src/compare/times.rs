//! When a target is due, and whether a result is of that time.

use super::figures::Figure;
use super::text::{Text, years};
use crate::lexicon::value_scope::{self, Kind};
use crate::model::{Basis, Bound, Claim, Ground, Measure, Span, Status};

/// The years that a target is for; its text's own where it leaves them open.
pub fn due(first: &Text, target: &Claim) -> Option<(i32, i32)> {
    let stated = target.period.as_deref().and_then(years);
    stated.or_else(|| first.year.map(|year| (year, year)))
}

/// Whether a result's time is a target's. What several years came to is told of one of them as another time.
pub fn timed(
    (first, second): (&Text, &Text),
    (target, result): (&Claim, &Claim),
) -> Option<(Ground, bool, u32)> {
    let due = due(first, target);
    let (Some(due), Some(period)) = (due, result.period.as_deref()) else {
        return Some(open(second, result));
    };
    let Some(told) = stretch(second, result, period) else {
        return Some(open(second, result));
    };
    let is_part = is_part_of_year(period) && !target.period.as_deref().is_some_and(is_part_of_year);
    if is_part {
        return None;
    }
    if told.1 == due.1 {
        let holds = matches!(target.measure, Measure::Level | Measure::Share);
        let same = told == due || holds && (told.0 == told.1 || is_state(second, result));
        let ground = match same {
            true => (Ground::SamePeriod, true, 10),
            false => (Ground::OtherPeriod, false, 0),
        };
        return (same || told.0 < due.0).then_some(ground);
    }
    // What has come, so far, of what is to be reached later.
    let begun = first.year.map_or(due.0, |year| year.min(due.0));
    let runs = begun <= told.1 && told.1 < due.1;
    let is_last = second.covers().is_none_or(|year| told.1 >= year);
    (runs && is_last).then_some((Ground::OtherPeriod, true, 5))
}

/// A result without a time of its own; where its sentence tells of several years, it is what those came to.
fn open(second: &Text, result: &Claim) -> (Ground, bool, u32) {
    match is_of_years(second, result) {
        true => (Ground::OtherPeriod, false, 0),
        false => (Ground::OpenPeriod, false, 5),
    }
}

/// Whether a sentence says, before a figure of it, that figures are of several years: 五年来, 年均.
fn is_of_years(text: &Text, claim: &Claim) -> bool {
    let sentence = text.document.sentences[claim.sentence].span;
    let before = Span::new(sentence.start, claim.span.start.max(sentence.start));
    value_scope::TABLE.stands_in(before.of(&text.document.text), Kind::Stretch)
}

/// The years that a result adds up: those of its period, or from the year that it is compared with, or those of a figure
/// beside it, where it is none that something was brought to.
fn stretch(text: &Text, result: &Claim, period: &str) -> Option<(i32, i32)> {
    let (from, to) = years(period)?;
    let base = result.compared_with.as_ref();
    let base = base.filter(|with| with.basis == Basis::Period);
    let base = base.and_then(|with| years(with.period.as_deref()?));
    if let Some((_, before)) = base {
        return Some((from.min(before + 1), to));
    }
    let beside = text
        .document
        .claims
        .iter()
        .filter(|claim| claim.sentence == result.sentence && claim.status == Status::Actual);
    if result.measure == Measure::Growth {
        let mut yearly = beside.filter(|claim| claim.measure == Measure::Growth);
        let whole = yearly.find_map(|claim| grown(result, claim, to));
        return Some((whole.unwrap_or(from), to));
    }
    if from < to || result.measure != Measure::Level || is_state(text, result) {
        return Some((from, to));
    }
    let spans = beside.filter_map(|claim| years(claim.period.as_deref()?));
    let longest = spans.filter(|(_, end)| *end == to).map(|(start, _)| start);
    Some((longest.min().unwrap_or(from), to))
}

/// The first year of a stretch whose yearly rate comes to a rate that is told beside it: 增长57%，年均增长9.5%.
fn grown(result: &Claim, yearly: &Claim, to: i32) -> Option<i32> {
    let (first, last) = years(yearly.period.as_deref()?)?;
    let grown = ((1.0 + yearly.value / 100.0).powi(last - first + 1) - 1.0) * 100.0;
    let is_it = (grown - result.value).abs() < grown.abs() / 20.0;
    (first < last && last == to && yearly.name == result.name && is_it).then_some(first)
}

/// Whether a figure says what holds at the end of its time, and adds nothing up: a share, or what something was brought to.
fn is_state(text: &Text, claim: &Claim) -> bool {
    let before = &text.document.text[..claim.span.start];
    let brought = before.ends_with(BROUGHT) && !before.ends_with(REACHED);
    let held = matches!(
        claim.measure,
        Measure::Level | Measure::Share | Measure::Rank
    );
    held && (brought || claim.unit.as_deref() == Some("%"))
}

/// What a verb ends with that brings a figure somewhere (提高到), and one that may as well add up.
const BROUGHT: [char; 2] = ['到', '至'];
const REACHED: &str = "达到";

/// Whether a period is a quarter, or some months up to less than a year's end.
fn is_part_of_year(period: &str) -> bool {
    let last = period.rsplit('/').next().unwrap_or_default();
    let within = last.get(4..).unwrap_or_default();
    !within.is_empty() && !within.starts_with("-12") && !within.starts_with("-Q4")
}

/// Whether a target is only how much another differs from the year before, or from its budget (比上年增加500亿元).
pub fn is_difference(target: &Claim, claims: &[Figure]) -> bool {
    let is_compared = |claim: &Claim| {
        let with = claim.compared_with.as_ref();
        with.is_some_and(|with| matches!(with.basis, Basis::Period | Basis::Plan))
    };
    let has_other = || {
        claims.iter().any(|other| {
            other.claim.status == Status::Target
                && other.claim.name == target.name
                && other.claim.unit == target.unit
                && !is_compared(other.claim)
        })
    };
    target.bound == Bound::Exact
        && target.measure == Measure::Change
        && is_compared(target)
        && has_other()
}
