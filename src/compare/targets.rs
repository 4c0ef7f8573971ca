//! The targets of two texts: raised, lowered, softened, hardened, moved, dropped, new.

use super::both::Both;
use super::figures::base;
use super::firmness;
use super::pairing::{Candidate, best};
use super::results::targets;
use super::text::{Text, years};
use crate::model::{Claim, Ground, TargetChange, TargetRow};

/// The targets of the second text in order, each with that of the first; then those that only the first has.
pub fn rows(both: &Both) -> Vec<TargetRow> {
    let (first, second) = (both.first, both.second);
    let (before, after) = (
        targets(first, &both.figures[0]),
        targets(second, &both.figures[1]),
    );
    let mut candidates = Vec::new();
    for (row, &new) in after.iter().enumerate() {
        for (at, &old) in before.iter().enumerate() {
            let told = both.matched(old, new);
            let [old, new] =
                [(first, old), (second, new)].map(|(text, at)| (text, claim(text, at)));
            let told = told.map(|told| {
                told.and(match shift(old, new) {
                    Shift::None => (Ground::SamePeriod, true, 12),
                    Shift::Open => (Ground::OpenPeriod, true, 6),
                    Shift::Moved => (Ground::OtherPeriod, true, 0),
                })
            });
            let Some(told) = told.and_then(|told| {
                let doubts = usize::from(!told.sure);
                told.held(doubts)
            }) else {
                continue;
            };
            candidates.push(Candidate {
                first: row,
                second: at,
                score: f64::from(told.score),
                told,
            });
        }
    }
    let pairs = best(candidates);
    let mut rows = Vec::new();
    let mut kept = pairs.iter().peekable();
    for (row, &new) in after.iter().enumerate() {
        let pair = kept.next_if(|pair| pair.first == row);
        let old = pair.map(|pair| before[pair.second]);
        let changes =
            old.map(|old| changes((first, claim(first, old)), (second, claim(second, new))));
        rows.push(TargetRow {
            indicator: claim(second, new).indicator.clone(),
            changes: changes.unwrap_or_else(|| vec![TargetChange::New]),
            first: old.map(|old| first.cite(old)),
            second: Some(second.cite(new)),
            grounds: pair.map_or_else(Vec::new, |pair| pair.told.grounds.clone()),
            sure: pair.is_none_or(|pair| pair.told.sure),
        });
    }
    let is_kept = |at: usize| pairs.iter().any(|pair| pair.second == at);
    let dropped = (before.iter().enumerate()).filter(|(at, _)| !is_kept(*at));
    rows.extend(dropped.map(|(_, &old)| TargetRow {
        indicator: claim(first, old).indicator.clone(),
        changes: vec![TargetChange::Dropped],
        first: Some(first.cite(old)),
        second: None,
        grounds: Vec::new(),
        sure: true,
    }));
    rows
}

fn claim<'a>(text: &'a Text, at: usize) -> &'a Claim {
    &text.document.claims[at]
}

/// How the times of two targets differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shift {
    None,
    Open,
    Moved,
}

/// A text's own year is its own in the next one, too.
fn shift((first, old): (&Text, &Claim), (second, new): (&Text, &Claim)) -> Shift {
    let [before, after] = [&old.period, &new.period].map(|period| period.as_deref());
    if before == after {
        return Shift::None;
    }
    let (Some(before), Some(after)) = (before, after) else {
        return Shift::Open;
    };
    let own = |text: &Text, period: &str| {
        text.year
            .is_some_and(|year| years(period) == Some((year, year)))
    };
    let within = |period: &str| period.get(4..).unwrap_or_default().to_owned();
    match own(first, before) && own(second, after) && within(before) == within(after) {
        true => Shift::None,
        false => Shift::Moved,
    }
}

/// How a target differs from the one before it.
fn changes(old: (&Text, &Claim), new: (&Text, &Claim)) -> Vec<TargetChange> {
    let mut changes = Vec::new();
    let ends = |claim: &Claim| {
        let end = claim.value_max.unwrap_or(claim.value);
        [claim.value, end].map(|value| base(claim, value).abs())
    };
    let ([from, to], [was_from, was_to]) = (ends(new.1), ends(old.1));
    // The middle tells: 10—12 is more than 10.
    let (is, was) = (from + to, was_from + was_to);
    if (is - was).abs() > 1e-9 * is.abs().max(was.abs()) {
        changes.push(if is > was {
            TargetChange::Raised
        } else {
            TargetChange::Lowered
        });
    }
    match firmness::of_target(new.1).cmp(&firmness::of_target(old.1)) {
        std::cmp::Ordering::Less => changes.push(TargetChange::Softened),
        std::cmp::Ordering::Greater => changes.push(TargetChange::Hardened),
        std::cmp::Ordering::Equal => {}
    }
    if shift(old, new) == Shift::Moved {
        changes.push(TargetChange::Moved);
    }
    if changes.is_empty() {
        changes.push(TargetChange::Same);
    }
    changes
}
