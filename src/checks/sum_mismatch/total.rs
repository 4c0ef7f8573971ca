//! A total behind its parts: in their sentence, or in the next one that counts them.

use crate::checks::precision::unit_of_amount;
use crate::checks::{Context, Role};
use crate::model::Claim;

/// The most parts that a total is told of.
const MOST: usize = 8;

/// The claims of the sentence before the total at `at`, if it is called one and nothing but parts of its sum stands there.
pub(super) fn parts<'a>(context: &Context<'a>, at: usize) -> Option<&'a [Claim]> {
    let (claims, total) = (&context.claims[..at], &context.claims[at]);
    let unit = unit_of_amount(total)?;
    let words = context.between(claims.last()?, total)?;
    if !is_total(words) {
        return None;
    }
    let mut sentences = claims.rsplit(|claim| claim.sentence != total.sentence);
    let claims = sentences.next()?;
    let own = |claim: &Claim| claim.unit == total.unit;
    let amounts = claims.iter().filter(|claim| own(claim)).count() as f64;
    // 三项合计, 三家企业: the count of the parts is none of them.
    let counts = |claim: &Claim| !own(claim) && claim.value == amounts;
    let parts = match claims {
        [parts @ .., last] if counts(last) => parts,
        parts => parts,
    };
    let parts = match parts {
        // 总投资120亿元，…合计120亿元: the total stands before its parts as well.
        [first, parts @ ..] if counts(first) || own(first) && first.value == total.value => parts,
        parts => parts,
    };
    let sentence = context.reading.sentences.get(total.sentence)?;
    let words = context.reading.text.get(sentence.start..total.span.start)?;
    let sure = (2..=MOST).contains(&parts.len())
        && parts
            .iter()
            .all(|part| unit_of_amount(part) == Some(unit) && part.value < total.value)
        && !words.contains(['（', '(', '；'])
        && !Role::NoPart.stands_in(words);
    sure.then_some(parts)
}

/// Whether the words between an amount and the next one call that a total: 合计, 三项合计, 共.
fn is_total(words: &str) -> bool {
    // Only a mark and 三项 may stand before the word, 为 and 达 behind it.
    let plain = words.trim_start_matches(['，', ',', '、', '；', '（', '(']);
    let plain = Role::TotalLink.before_all(Role::TotalLead.behind_all(plain));
    Role::Total.is(without_count(plain)) || words == "，共"
}

/// 三项合计, 两片共计: without the count of the parts.
fn without_count(words: &str) -> &str {
    words
        .strip_prefix(['两', '二', '三', '四', '五', '六', '七', '八'])
        .and_then(|rest| rest.strip_prefix(['项', '个', '片', '者', '处', '地', '家', '类', '部']))
        .map_or(words, |rest| rest.trim_start_matches('分'))
}

/// …造成3人死亡；…造成5人死亡。两起事故共造成8人死亡: the amounts of the sentence before, or of the clauses before, where the
/// total's clause begins with their count and they are told of alike.
pub(super) fn counted<'a>(context: &Context<'a>, at: usize) -> Option<Vec<&'a Claim>> {
    let (text, claims) = (context.reading.text, &context.claims[..at]);
    let total = &context.claims[at];
    let unit = unit_of_amount(total)?;
    let (count, claims) = claims.split_last()?;
    let words = context.between(count, total)?;
    let sentence = context.reading.sentences.get(total.sentence)?;
    let lead = text.get(sentence.start..count.span.start)?;
    let told = total.sentence - usize::from(lead.is_empty() && total.sentence > 0);
    let of_it = claims
        .iter()
        .rev()
        .take_while(|claim| claim.sentence == told);
    let mut parts: Vec<&Claim> = of_it.filter(|claim| claim.unit == total.unit).collect();
    parts.reverse();
    // What each of them counts stands behind it, as behind the total.
    let behind = |claim: &Claim| text[claim.span.end..].chars().take(2).collect::<String>();
    let alike = |part: &&Claim| unit_of_amount(part) == Some(unit) && behind(part) == behind(total);
    let sums_up = Role::Total.stands_in(words) || words.contains('共');
    let sure = (lead.is_empty() || lead.ends_with(['，', ',', '；', ';']))
        && sums_up
        && !words.contains(['，', ',', '、', '；'])
        && (2..=MOST).contains(&parts.len())
        && count.unit != total.unit
        && count.value == parts.len() as f64
        && parts.iter().all(alike);
    sure.then_some(parts)
}
