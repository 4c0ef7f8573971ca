//! 由A增加到B: the two values of one thing.

use crate::checks::precision::{Interval, is_exact};
use crate::checks::words::Role;
use crate::lexicon::units::{self, Kind};
use crate::model::{Claim, Measure, Span};
use crate::text::{is_plain, window_before, without_brackets};

/// The second value is one of so many claims behind the first: those between them stand in brackets.
const FARTHEST: usize = 3;

/// Two values of one thing.
pub(super) struct Pair<'a> {
    pub from: &'a Claim,
    pub to: &'a Claim,
    /// The direction that the words between them give.
    pub direction: i32,
    /// Which claim comes next.
    pub next: usize,
}

/// 由A增加到B: the claim at `at` and the one that it reaches.
pub(super) fn pair<'a>(text: &str, claims: &'a [Claim], at: usize) -> Option<Pair<'a>> {
    let from = &claims[at];
    let mut near = claims[at + 1..].iter().take(FARTHEST);
    let may_reach = near.any(|to| to.sentence == from.sentence && to.unit == from.unit);
    if from.value <= 0.0 || !may_reach || !is_certain_level(from) || !begins_pair(text, from) {
        return None;
    }
    let next = after_brackets(text, claims, at)?;
    let to = &claims[next];
    if from.sentence != to.sentence || from.unit != to.unit || !is_certain_level(to) {
        return None;
    }
    let between = without_brackets(Span::new(from.span.end, to.span.start).of(text));
    if !is_plain(&between, 22, &['，', '；', '。', '、', '：']) {
        return None;
    }
    let between = Role::Bound.behind_all(&between).trim();
    let (word, direction) = reached(between)?;
    let (head, tail) = between.split_once(word)?;
    let plain = head.chars().count() <= 1 || is_time(head);
    (plain && (tail.is_empty() || is_time(tail))).then_some(Pair {
        from,
        to,
        direction,
        next: next + 1,
    })
}

/// The word that says that the second value was reached, with the direction where it gives one.
fn reached(between: &str) -> Option<(&'static str, i32)> {
    let ways = [
        (Role::ReachesUp, 1),
        (Role::ReachesDown, -1),
        (Role::Reaches, 0),
    ];
    let mut ways = ways.into_iter();
    ways.find_map(|(role, direction)| Some((role.first_in(between)?.1, direction)))
}

/// Whether words name nothing but a time, or for whom a value is: 2025年的, 去年底的, 每户, 平均.
fn is_time(words: &str) -> bool {
    let words = words.trim_end_matches('的');
    if Role::Formerly.is(words) {
        return true;
    }
    words.ends_with(['年', '月', '底', '末', '初', '在', '前', '均'])
        // 每户, 每人每年
        || words
            .strip_prefix('每')
            .is_some_and(|whom| whom.split('每').all(|whom| whom.chars().count() <= 2))
}

fn is_certain_level(claim: &Claim) -> bool {
    use Measure::{Change, Growth, Level, Share};
    is_exact(claim, &[Level, Share, Change, Growth]) && claim.unit.is_some()
}

/// Whether 由 or 从 stands before a number, with a time at most between.
fn begins_pair(text: &str, from: &Claim) -> bool {
    let head = window_before(text, from.span.start, 16);
    let between = head.rsplit_once(['由', '从']).map(|(_, between)| between);
    between.is_some_and(|between| {
        between.is_empty() || is_time(between) && !between.contains(['，', '、', '；', '。'])
    })
}

/// The claim after `at` that does not stand in brackets behind it.
fn after_brackets(text: &str, claims: &[Claim], at: usize) -> Option<usize> {
    let end = claims[at].span.end;
    let limit = claims.len().min(at + 1 + FARTHEST);
    (at + 1..limit).find(|&next| {
        let between = text.get(end..claims[next].span.start).unwrap_or_default();
        let opened = between.matches(['（', '(']).count();
        opened == between.matches(['）', ')']).count()
    })
}

/// 由15%增加到12%: the wrong way, whatever is rounded.
pub(super) fn turned_round(pair: &Pair) -> bool {
    let unit = pair.from.unit.as_deref().unwrap_or_default();
    if unit.is_empty() || is_better_low(unit) {
        return false;
    }
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    pair.direction > 0 && to.high < from.low || pair.direction < 0 && from.high < to.low
}

/// Whether less may be better, or higher: a rank (提升到第2位), a grade, a time (提速到3天), how much of something is let out (标准提高到
/// 35毫克/立方米).
fn is_better_low(unit: &str) -> bool {
    let kind = units::TABLE.get(unit).map(|row| row.kind);
    matches!(kind, Some(Kind::Time | Kind::Ordinal))
        || matches!(unit, "位" | "名" | "级" | "类" | "等")
        || unit.contains('克') && unit.contains(['/', '／', '每'])
}
