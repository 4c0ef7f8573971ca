//! Slips of copying: a sentence again with another value, a text cut off.

use xushi::model::{BlockKind, Bound, Claim, Measure, Span, Status};

use crate::Way;
use crate::host::{Host, Mutation};
use crate::support::{Draw, Words, is_han};

pub fn ways() -> Vec<Way> {
    let single = Words::new().list("single").to_vec();
    let again = "a sentence again, a digit changed";
    vec![
        Way::new("conflicting-values", again, move |host, draw| {
            value_again(host, &single, draw)
        }),
        Way::new("truncated", "cut in a sentence", cut_off),
    ]
}

/// `single` is what a place has one value of.
fn value_again(host: &Host, single: &[String], draw: &mut Draw) -> Option<Mutation> {
    let is_single = |claim: &&Claim| {
        let before = Span::new(claim.span.start.saturating_sub(24), claim.span.start);
        matches!(claim.measure, Measure::Level | Measure::Growth)
            && claim.bound == Bound::Exact
            && claim.value_max.is_none()
            && claim.status != Status::Other
            && claim.period.is_some()
            && claim.text.starts_with(|c: char| c.is_ascii_digit())
            && single.iter().any(|end| claim.indicator.ends_with(end))
            && host.words(before).contains(&claim.indicator)
    };
    let claims: Vec<&Claim> = host.document.claims.iter().filter(is_single).collect();
    let claim = draw.any(&claims)?;
    let sentence = host.document.sentences.get(claim.sentence)?.span;
    let mut again = host.words(sentence).to_owned();
    let at = host.range(claim.span).start - host.range(sentence).start;
    let digit = again[at..].chars().next()?.to_digit(10)?;
    again.replace_range(at..=at, &(digit % 9 + 1).to_string());
    if !again.ends_with('。') || again.contains('\n') {
        return None;
    }
    let mut blocks = host.document.blocks.iter().map(|block| block.span);
    let block = blocks.find(|block| block.start <= sentence.start && sentence.end <= block.end)?;
    let end = host.range(block).end;
    Some(host.with(end..end, &again))
}

/// Cuts a text off between two words, inside a paragraph and far from its end.
fn cut_off(host: &Host, draw: &mut Draw) -> Option<Mutation> {
    let length = host.document.text.chars().count();
    let blocks = host.document.blocks.iter();
    let paragraphs = blocks.filter(|block| block.kind == BlockKind::Paragraph);
    let places: Vec<usize> = paragraphs
        .flat_map(|block| block.span.start + 31..block.span.end.saturating_sub(10))
        .filter(|at| *at > length / 3)
        .filter(|at| host.words(Span::new(at - 4, at + 1)).chars().all(is_han))
        .collect();
    let at = host.range(Span::new(*draw.any(&places)?, length));
    Some(host.with(at, ""))
}
