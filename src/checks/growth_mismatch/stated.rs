//! The change that a text states of two values: 增长35%, 增加了20个, 年均增长5%.

use super::pair::Pair;
use crate::checks::precision::Interval;
use crate::checks::words::Role;
use crate::lexicon::leads;
use crate::model::{Claim, Measure};

/// A change that is stated of a pair.
pub(super) struct Stated<'a> {
    pub claim: &'a Claim,
    pub direction: i32,
    pub yearly: bool,
}

impl Stated<'_> {
    /// Rates as this one is stated: those of a fall without their sign.
    pub fn signed(&self, rates: Interval) -> Interval {
        if self.direction < 0 {
            rates.turned()
        } else {
            rates
        }
    }
}

/// The change that is stated right behind the pair, with nothing but a mark, a time and its verb
/// between.
pub(super) fn stated<'a>(text: &str, claims: &'a [Claim], pair: &Pair) -> Option<Stated<'a>> {
    let claim = claims.get(pair.next)?;
    if claim.sentence != pair.to.sentence
        || claim.value_max.is_some()
        || claim.measure == Measure::Rank
    {
        return None;
    }
    let between = text.get(pair.to.span.end..claim.span.start)?;
    let mut rest = between
        .trim_start_matches(['，', ',', '、', '（', '(', ' '])
        .trim_end();
    if rest.len() == between.len() && !rest.is_empty() || between.chars().count() > 16 {
        return None;
    }
    // 规模扩大了1.5倍
    let adverb = Role::Yearly.begins(rest).or(Role::InAll.begins(rest));
    let subject = leads::TABLE.longest(rest);
    let subject = subject.filter(|row| row.alone && adverb.is_none());
    rest = subject.map_or(rest, |row| &rest[row.word.len()..]);
    let mut yearly = false;
    while let Some(behind) = Role::Yearly.behind(rest).or(Role::InAll.behind(rest)) {
        yearly |= Role::Yearly.begins(rest).is_some();
        rest = behind;
    }
    let (link, direction) = if claim.text.starts_with('翻') {
        (rest, 1)
    } else if let Some(link) = Role::Rises.behind(rest) {
        (Role::ChangeLink.behind_all(link), 1)
    } else {
        (Role::ChangeLink.behind_all(Role::Falls.behind(rest)?), -1)
    };
    yearly |= Role::RisesYearly.begins(rest).is_some();
    // 增加到 names a level; whatever else stands there is not known.
    (link.is_empty() && !rest.ends_with(['到', '至'])).then_some(Stated {
        claim,
        direction,
        yearly,
    })
}

/// Which way the words right before a change say that it goes: ，同比增收; ，比上年增加了. Nothing where they say something else, or
/// that it is one of each year.
pub(super) fn moves(words: &str) -> Option<i32> {
    let mut rest = words.trim_start_matches(['，', ',', ' ']).trim_end();
    while let Some(behind) = Role::Aside.behind(rest).or(Role::OnBase.behind(rest)) {
        if Role::Yearly.begins(rest).is_some() {
            return None;
        }
        rest = behind;
    }
    let (link, direction) = match Role::Rises.behind(rest) {
        Some(link) => (link, 1),
        None => (Role::Falls.behind(rest)?, -1),
    };
    Role::ChangeLink
        .behind_all(link)
        .is_empty()
        .then_some(direction)
}
