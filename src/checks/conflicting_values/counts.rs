//! 正在办理27件。28件正在办理的事项中，…: a count, and its repetition at the head of the next sentence.

use crate::checks::precision::is_exact;
use crate::checks::{Context, Findings};
use crate::model::{Claim, Measure};
use crate::text::is_plain;

/// The most characters between the repeated count and 中.
const NAME: usize = 16;
/// The fewest of the words before the first count that must stand again.
const SHORTEST: usize = 2;

/// Finds counts that are repeated otherwise.
pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    let counts = |claim: &Claim| is_exact(claim, &[Measure::Level]) && claim.unit.is_some();
    for (at, again) in context.claims.iter().enumerate() {
        let Some(sentence) = reading.sentences.get(again.sentence) else {
            continue;
        };
        if again.span.start != sentence.start || !counts(again) {
            continue;
        }
        let named = text[again.span.end..sentence.end].split_once('中');
        let Some((name, _)) =
            named.filter(|(name, _)| is_plain(name, NAME, &['，', '。', '；', '、']))
        else {
            continue;
        };
        let above = context.claims[..at].iter().rev();
        let above = above.take_while(|first| first.sentence + 1 >= again.sentence);
        let mut same = above.filter(|first| {
            counts(first) && first.unit == again.unit && is_said_again(context, first, name)
        });
        if let Some(first) = same.next().filter(|first| first.value != again.value) {
            let values = [
                ("first", first.span.of(text)),
                ("second", again.span.of(text)),
            ];
            findings
                .report(again.span, ".count", &values)
                .relate(first.span, ".first", &[]);
        }
    }
}

/// Whether the words of its clause before a count begin the name of what is counted again.
fn is_said_again(context: &Context, first: &Claim, name: &str) -> bool {
    let reading = context.reading;
    let sentence = reading.sentences[first.sentence];
    let head = &reading.text[sentence.start..first.span.start];
    let clause = head.rsplit(['，', '；', '、', '：', '（']).next();
    let words = clause.unwrap_or_default().trim_start_matches('已');
    words.chars().nth(SHORTEST - 1).is_some() && name.starts_with(words)
}
