//! One sentence twice, with another number in it.

use std::collections::hash_map::Entry;
use std::hash::Hasher;

use crate::checks::{Context, Findings};
use crate::lexicon::{FastHasher, FastMap};
use crate::model::{Bound, Claim, Span, Status};
use crate::text::is_digit;

/// The fewest Chinese characters of a sentence that nobody writes twice by chance.
const SHORTEST: usize = 20;

/// Finds sentences that are alike but for one number, which is no year.
pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    let mut seen: FastMap<u64, Span> = FastMap::default();
    let sentences = reading.running_sentences();
    for (_, sentence) in sentences.filter(|(_, sentence)| sentence.len() >= 3 * SHORTEST) {
        let Some(key) = key(text, sentence, context.signs_in(sentence)) else {
            continue;
        };
        match seen.entry(key) {
            Entry::Vacant(vacant) => _ = vacant.insert(sentence),
            Entry::Occupied(first) => {
                let told = difference(text, *first.get(), sentence);
                // 处3万元以上10万元以下的罚款: rules are worded alike.
                let told = told.filter(|(_, other)| is_told(context, *other));
                if let Some((one, other)) = told {
                    let values = [("first", one.of(text)), ("second", other.of(text))];
                    findings
                        .report(other, ".sentence", &values)
                        .relate(one, ".first", &[]);
                }
            }
        }
    }
}

/// Whether a number is one that the text plans or reports, and no limit.
fn is_told(context: &Context, number: Span) -> bool {
    let claims = context.claims;
    let next = claims.partition_point(|claim| claim.span.start <= number.start);
    let claim = next.checked_sub(1).map(|at| &claims[at]);
    let tells = |claim: &Claim| claim.status != Status::Other && claim.bound == Bound::Exact;
    claim.is_some_and(|claim| claim.span.covers(number) && tells(claim))
}

/// A hash of the words of a sentence without its digits, which are among its `signs`; nothing for one
/// that has no digits or few words.
fn key(text: &str, sentence: Span, signs: &[(usize, char)]) -> Option<u64> {
    let few = sentence.of(text).chars().count() - signs.len() < SHORTEST;
    let digits = || signs.iter().filter(|(_, sign)| is_digit(*sign));
    if few || digits().next().is_none() {
        return None;
    }
    let mut key = FastHasher::default();
    let mut from = sentence.start;
    for &(at, sign) in digits() {
        key.write(&text.as_bytes()[from..at]);
        from = at + sign.len_utf8();
    }
    key.write(&text.as_bytes()[from..sentence.end]);
    Some(key.finish())
}

/// The only number in which two sentences differ: where it stands in each.
fn difference(text: &str, first: Span, second: Span) -> Option<(Span, Span)> {
    let (ones, others) = (numbers(text, first), numbers(text, second));
    if ones.len() != others.len() || ones.len() < 2 {
        return None;
    }
    let pairs = ones.into_iter().zip(others);
    let mut differing = pairs.filter(|(one, other)| one.of(text) != other.of(text));
    let (one, other) = differing.next()?;
    let only = differing.next().is_none();
    // 2023年 and 2024年 are two years, 第1 and 第2 two things.
    let named = text[one.end..first.end]
        .starts_with(['年', '月', '日', '、', ':', '：', '号', '期'])
        || text[first.start..one.start].ends_with(['第', '—', '-']);
    (only && !named).then_some((one, other))
}

/// The numbers of a sentence, decimals included.
fn numbers(text: &str, sentence: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, character) in sentence.of(text).char_indices() {
        let at = sentence.start + at;
        let adjoined = found.last_mut().filter(|last| last.end == at);
        let end = at + character.len_utf8();
        match adjoined {
            Some(last) if is_digit(character) || matches!(character, '.' | '．') => last.end = end,
            None if is_digit(character) => found.push(Span::new(at, end)),
            _ => {}
        }
    }
    found
}
