//! What stands around a mention in its clause.

use super::scene::Scene;
use crate::model::Span;
use crate::reading::Reading;

/// What stands around a mention.
pub struct Around {
    /// From the clause's start, or from the mention before it there, up to the mention.
    pub left: Span,
    /// From the mention to the clause's end, or to the next mention there.
    pub right: Span,
    /// The clause, or the bracket inside it.
    pub clause: Span,
    /// Whether the mention before it stands in the same clause.
    pub follows_mention: bool,
    /// Whether it stands in brackets.
    pub in_brackets: bool,
}

/// What stands around the mention `at` of a scene.
pub fn surroundings(reading: &Reading, scene: &Scene, sentence: usize, at: usize) -> Around {
    let mention = &scene.mentions[at];
    let clauses = reading.clauses_of(sentence);
    let mut clause = clauses
        .iter()
        .map(|clause| clause.span)
        .find(|clause| clause.covers(mention.span) || clause.overlaps(mention.span))
        .unwrap_or(scene.sentence);
    let before = Span::new(clause.start, mention.span.start.max(clause.start)).of(scene.text);
    let mut in_brackets = false;
    if let Some(open) = before
        .rfind(['(', '（'])
        .filter(|&open| !before[open..].contains([')', '）']))
    {
        let bracket = before[open..].chars().next().map_or(0, char::len_utf8);
        clause.start += open + bracket;
        in_brackets = true;
        let after = Span::new(mention.span.end, clause.end.max(mention.span.end)).of(scene.text);
        clause.end = after
            .find([')', '）'])
            .map_or(clause.end, |close| mention.span.end + close);
    }
    let previous = at
        .checked_sub(1)
        .map(|before| scene.mentions[before].span)
        .filter(|span| span.end > clause.start);
    let next = scene
        .mentions
        .get(at + 1)
        .map(|next| next.span)
        .filter(|span| span.start < clause.end);
    Around {
        left: Span::new(
            previous
                .map_or(clause.start, |span| span.end)
                .min(mention.span.start),
            mention.span.start,
        ),
        right: Span::new(
            mention.span.end,
            next.map_or(clause.end, |span| span.start)
                .max(mention.span.end),
        ),
        clause,
        follows_mention: previous.is_some(),
        in_brackets,
    }
}
