//! Promise and result: each target of an earlier text, and what a later one reports of it.

use std::collections::HashSet;

use super::both::Both;
use super::figures::{self, Figure, Match, base};
use super::mention;
use super::pairing::{Candidate, best};
use super::text::{Text, years};
use super::times::{due, is_difference, timed};
use crate::lexicon::indicator_aims;
use crate::model::{Bound, Claim, Ground, Measure, Outcome, ResultRow, Status};

/// A row for each target of the first text, in order.
pub fn rows(both: &Both) -> Vec<ResultRow> {
    let (first, second) = (both.first, both.second);
    let targets = targets(first, &both.figures[0]);
    let claims = &second.document.claims;
    let is_result =
        |claim: &Claim| claim.status == Status::Actual && second.reports(claim.sentence);
    let done = (0..claims.len()).filter(|&at| is_result(&claims[at]));
    let done: Vec<usize> = done.collect();
    let mut candidates = Vec::new();
    for (row, &target) in targets.iter().enumerate() {
        for (at, &result) in done.iter().enumerate() {
            let told = answered(both, target, result);
            let score = told.as_ref().map_or(0.0, |told| f64::from(told.score));
            candidates.extend(told.map(|told| Candidate {
                first: row,
                second: at,
                score,
                told,
            }));
        }
    }
    let mut pairs = best(candidates).into_iter().peekable();
    let rows = targets.iter().enumerate().map(|(row, &target)| {
        let pair = pairs.next_if(|pair| pair.first == row);
        let found = pair.map(|pair| (done[pair.second], pair.told));
        row_of(both, target, found)
    });
    rows.collect()
}

/// The targets of a text for its own time and later, each once though it is said again.
pub fn targets(text: &Text, figures: &[Figure]) -> Vec<usize> {
    let mut known = HashSet::new();
    let claims = text.document.claims.iter().enumerate();
    let targets = claims.filter(|(_, claim)| {
        let ends = claim.period.as_deref().and_then(years);
        let is_over = ends
            .zip(text.year)
            .is_some_and(|((_, end), year)| end < year);
        claim.status == Status::Target
            && !is_over
            && !is_difference(claim, figures)
            && known.insert((
                figures::name(claim),
                claim.value.to_bits(),
                claim.unit.as_deref(),
                claim.measure,
                claim.period.as_deref(),
            ))
    });
    targets.map(|(at, _)| at).collect()
}

/// Whether a result answers a target, for its time or for a part of it.
fn answered(both: &Both, target: usize, result: usize) -> Option<Match> {
    let told = both.matched(target, result)?;
    let doubts = usize::from(!told.sure);
    let (first, second) = (both.first, both.second);
    let (target, result) = (
        &first.document.claims[target],
        &second.document.claims[result],
    );
    let timed = timed((first, second), (target, result))?;
    if timed.0 == Ground::OtherPeriod && !timed.1 {
        // What years came to, told of one of them, has no size to go by: the name must tell.
        return told.tells.then(|| told.and(timed));
    }
    let is_open = usize::from(timed.0 == Ground::OpenPeriod);
    // A figure for another time answers only what is surely named.
    let is_other = usize::from(timed.0 == Ground::OtherPeriod) * doubts;
    // Where a text has two figures of one name, the bounded one is the promise.
    let is_bounded = u32::from(target.bound != Bound::Exact) * 20;
    told.and((timed.0, timed.1, timed.2 + is_bounded))
        .held(doubts + is_open + is_other)
}

/// The row of a target.
fn row_of(both: &Both, at: usize, found: Option<(usize, Match)>) -> ResultRow {
    let (first, second) = (both.first, both.second);
    let target = &first.document.claims[at];
    let is_due = due(first, target)
        .zip(second.covers())
        .is_none_or(|((_, end), covers)| end <= covers);
    let mut row = ResultRow {
        indicator: target.indicator.clone(),
        period: target.period.clone(),
        outcome: Outcome::Due,
        target: first.cite(at),
        result: None,
        grounds: Vec::new(),
        sure: true,
    };
    if let Some((result, told)) = found {
        // What a rate of several years comes to is told when they are over, and so is what has no time of its own.
        let is_told =
            target.measure != Measure::Growth && !told.grounds.contains(&Ground::OpenPeriod);
        let is_met = is_met(target, &second.document.claims[result]) && (is_due || is_told);
        row.result = Some(second.cite(result));
        row.grounds = told.grounds;
        row.sure = told.sure;
        let is_sum = row.grounds.contains(&Ground::OtherPeriod);
        row.outcome = match is_met {
            _ if is_due && is_sum => Outcome::Reported,
            true => Outcome::Met,
            false if is_due => Outcome::Missed,
            false => Outcome::Due,
        };
        return row;
    }
    if let Some((mention, ground)) = mention::of(both, at) {
        row.result = Some(mention);
        row.grounds = vec![ground];
        row.sure = ground == Ground::SameName;
        row.outcome = Outcome::Reported;
    } else {
        row.outcome = Outcome::Unmentioned;
    }
    if !is_due {
        row.outcome = Outcome::Due;
    }
    row
}

/// Whether a result is what a target asks for. Of some things less is better; 左右 gives a twentieth.
fn is_met(target: &Claim, result: &Claim) -> bool {
    let name = figures::name(target);
    let less = target.bound == Bound::AtMost
        || target.value < 0.0
        || target.measure == Measure::Rank
        || indicator_aims::TABLE.inside(name).next().is_some();
    let value = base(result, result.value);
    let bound = match (less, target.value_max) {
        (true, Some(most)) => base(target, most),
        _ => base(target, target.value),
    };
    let give = match target.bound {
        Bound::About => bound.abs() / 20.0,
        _ => bound.abs() * 1e-9,
    };
    if less {
        value <= bound + give
    } else {
        value >= bound - give
    }
}
