//! Promise and result: each target of an earlier text, and what a later one reports of it.

use std::collections::HashSet;

use super::both::Both;
use super::figures::{self, Match, NAME, base};
use super::likeness::letters;
use super::pairing::{Candidate, best};
use super::text::{Text, years};
use crate::lexicon::indicator_aims;
use crate::lexicon::value_scope::{self, Kind};
use crate::model::{Bound, Cited, Claim, Ground, Measure, Outcome, ResultRow, Span, Status};

/// A row for each target of the first text, in order.
pub fn rows(both: &Both) -> Vec<ResultRow> {
    let (first, second) = (both.first, both.second);
    let targets = targets(first);
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
pub fn targets(text: &Text) -> Vec<usize> {
    let mut known = HashSet::new();
    let claims = text.document.claims.iter().enumerate();
    let targets = claims.filter(|(_, claim)| {
        let ends = claim.period.as_deref().and_then(years);
        let is_over = ends
            .zip(text.year)
            .is_some_and(|((_, end), year)| end < year);
        claim.status == Status::Target
            && !is_over
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
    let timed = timed(due(first, target), (first, second), target, result)?;
    let is_open = usize::from(timed.0 == Ground::OpenPeriod);
    if is_open > 0 && is_of_years(second, result) {
        return None;
    }
    // A figure for another time answers only what is surely named.
    let is_other = usize::from(timed.0 == Ground::OtherPeriod) * doubts;
    // Where a text has two figures of one name, the bounded one is the promise.
    let is_bounded = u32::from(target.bound != Bound::Exact) * 20;
    told.and((timed.0, timed.1, timed.2 + is_bounded))
        .held(doubts + is_open + is_other)
}

/// Whether a sentence says, before a figure of it, that figures are of several years: 五年来, 年均.
fn is_of_years(text: &Text, claim: &Claim) -> bool {
    let sentence = text.document.sentences[claim.sentence].span;
    let before = Span::new(sentence.start, claim.span.start.max(sentence.start));
    value_scope::TABLE.stands_in(before.of(&text.document.text), Kind::Stretch)
}

/// The years that a target is for; its text's own where it leaves them open.
fn due(first: &Text, target: &Claim) -> Option<(i32, i32)> {
    let stated = target.period.as_deref().and_then(years);
    stated.or_else(|| first.year.map(|year| (year, year)))
}

/// Whether a result's time is a target's.
fn timed(
    due: Option<(i32, i32)>,
    (first, second): (&Text, &Text),
    target: &Claim,
    result: &Claim,
) -> Option<(Ground, bool, u32)> {
    let open = Some((Ground::OpenPeriod, false, 5));
    let (Some(due), Some(period)) = (due, result.period.as_deref()) else {
        return open;
    };
    let Some(told) = years(period) else {
        return open;
    };
    let is_part = is_part_of_year(period) && !target.period.as_deref().is_some_and(is_part_of_year);
    // A stretch of years adds up what a target of one year asks for, and a rate is a stretch's own.
    let same_stretch = due == told || target.measure == Measure::Level && told.0 == told.1;
    if told.1 == due.1 && same_stretch && !is_part {
        return Some((Ground::SamePeriod, true, 10));
    }
    // What has come, so far, of what is to be reached later.
    let begun = first.year.map_or(due.0, |year| year.min(due.0));
    let runs = begun <= told.1 && told.1 < due.1 && !is_part;
    let is_last = second.covers().is_none_or(|year| told.1 >= year);
    (runs && is_last).then_some((Ground::OtherPeriod, true, 5))
}

/// Whether a period is a quarter, or some months up to less than a year's end.
fn is_part_of_year(period: &str) -> bool {
    let last = period.rsplit('/').next().unwrap_or_default();
    let within = last.get(4..).unwrap_or_default();
    !within.is_empty() && !within.starts_with("-12") && !within.starts_with("-Q4")
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
        row.outcome = match is_met {
            true => Outcome::Met,
            false if is_due => Outcome::Missed,
            false => Outcome::Due,
        };
        return row;
    }
    if let Some((mention, ground)) = mentioned(both, at) {
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

/// Where a text reports on what a target measures, though not with a figure that answers it.
fn mentioned(both: &Both, target: usize) -> Option<(Cited, Ground)> {
    let (target, vague, second) = {
        let claims = &both.first.document.claims;
        (&claims[target], both.is_vague(target), both.second)
    };
    let name = figures::name(target);
    // What stands in quotation marks is a name, however short.
    if letters(name).count() < NAME && !target.indicator.starts_with('“') {
        return None;
    }
    let tells = |sentence: usize| {
        let is_prose = second.document.sentences[sentence].ladder.is_some();
        let related = !vague || both.context(target.sentence, sentence) >= 0.2;
        is_prose && second.reports(sentence) && related
    };
    let claims = second.document.claims.iter().enumerate();
    let mut same = claims.filter(|(_, claim)| {
        claim.status == Status::Actual && figures::name(claim) == name && tells(claim.sentence)
    });
    if let Some((at, _)) = same.next() {
        return Some((second.cite(at), Ground::SameName));
    }
    let text = &second.document.text;
    let own = text.match_indices(&*target.indicator);
    let places = own.chain(text.match_indices(name));
    let mut places = places.chain(text.match_indices(beginning(name)));
    places.find_map(|(at, words)| {
        let sentence = second.sentence_at(at);
        let span = Span::new(at, at + words.len());
        let words = second.sentence(sentence);
        tells(sentence).then(|| (second.cite_words(span, words), Ground::Named))
    })
}

/// The part of a long name that is left without its last words: 棚户区改造 of 棚户区改造住房.
fn beginning(name: &str) -> &str {
    let count = name.chars().count();
    let kept = (count * 7).div_ceil(10).max(5);
    let end = name.char_indices().nth(kept).map(|(at, _)| at);
    end.map_or(name, |end| &name[..end])
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
