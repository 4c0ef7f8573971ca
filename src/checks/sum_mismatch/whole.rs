//! A whole before its parts: what exceeds it, and what misses it.

use super::list::{List, Part, is_whole};
use crate::checks::precision::{Interval, unit_of_amount};
use crate::checks::{Context, Role};
use crate::lexicon::partitions::{self, Divides};
use crate::model::{Claim, Measure};
use crate::text::{is_plain, window_before};

/// Whether the parts behind a whole miss it.
pub(super) fn misses(text: &str, list: &List) -> bool {
    let (whole, parts) = (list.whole, &list.parts);
    let sum = Interval::sum(parts.iter().map(|part| part.claim));
    let total = Interval::rounded(whole);
    let exclude = exclude_one_another(text, whole, parts);
    let smaller = parts.iter().all(|part| part.claim.value < whole.value);
    if sum.low > total.high {
        // Nearly all that overlap come to much more. After a mere comma the whole may be a part itself.
        let little = list.divided && parts.len() > 2 && sum.low < total.high * 1.15;
        return smaller && (exclude.is_some() || little);
    }
    let end = parts.last().map_or(0, |part| part.claim.span.end);
    let closed = text[end..].starts_with(['。', '；', '）', ')']);
    // 已办结30件、正在办理16件: what is in no state yet is seldom told.
    let complete = exclude.is_some_and(|divides| divides != Divides::State);
    sum.high < total.low && sum.high > total.low * 0.6 && complete && closed && !list.among
}

/// By what parts are divided of which no two have anything in common: each is named by another word of one set.
fn exclude_one_another(text: &str, whole: &Claim, parts: &[Part]) -> Option<Divides> {
    let mut named: Vec<&partitions::Row> = Vec::new();
    for part in parts {
        let mut rows = partitions::TABLE.inside(part.name);
        let row = rows.find(|row| {
            named
                .first()
                .is_none_or(|first| first.divides == row.divides)
        })?;
        let overlap = |one: &partitions::Row, other: &partitions::Row| {
            one.word == other.word || one.overlaps.contains(&other.word)
        };
        if named
            .iter()
            .any(|other| overlap(other, row) || overlap(row, other))
        {
            return None;
        }
        named.push(row);
    }
    // 省级工厂17家，国家级3家，省级12家: what is one of such parts itself is not divided so.
    let head = window_before(text, whole.span.start, 16);
    let head = head
        .rsplit(['，', '。', '；', '、', '\n'])
        .next()
        .unwrap_or(head);
    let divides = named.first()?.divides;
    let mut rows = partitions::TABLE.inside(head);
    rows.all(|row| row.divides != divides).then_some(divides)
}

/// 80套，其中95套; 80套，增长5%，其中95套: the whole right before the part at `at`, or before its own growth, where the part is
/// more, and no amount before that may be its whole: 新建学校12个，竣工3个，其中小学7个.
pub(super) fn exceeded<'a>(context: &Context<'a>, at: usize) -> Option<&'a Claim> {
    let (above, part) = (&context.claims[..at], &context.claims[at]);
    let between = context.between(above.last()?, part)?;
    let grows = |claim: &Claim| claim.measure == Measure::Growth && claim.sentence == part.sentence;
    let growth = above.iter().rev().take_while(|claim| grows(claim)).count();
    let (whole, above) = above[..at - growth].split_last()?;
    let of_whole = context.claims[at - growth..at]
        .iter()
        .all(|claim| claim.indicator == whole.indicator);
    let behind = between.trim_start_matches(['，', ',', '（', '(', '；']);
    let unit = unit_of_amount(whole);
    let same = unit.is_some() && unit == unit_of_amount(part) && whole.sentence == part.sentence;
    let plain = Role::Among.behind(behind).is_some_and(|name| {
        is_plain(name, 12, &['，', ',', '；', '：', '。']) && !Role::NoLevelPart.stands_in(name)
    });
    let sentence = above
        .iter()
        .rev()
        .take_while(|other| other.sentence == part.sentence);
    let mut wholes = sentence.filter(|other| other.unit == part.unit);
    let exceeds = part.measure == Measure::Level
        && same
        && of_whole
        && plain
        && Interval::rounded(part).low > Interval::rounded(whole).high
        && is_whole(context.reading.text, whole)
        && !wholes.any(|other| other.value >= part.value);
    exceeds.then_some(whole)
}
