//! What stands around a mention in its clause.

use super::scene::Scene;
use crate::model::Span;
use crate::reading::Token;
use crate::text::{open_bracket, window_before};

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
    /// Whether the bracket may begin in an earlier clause: （其中：开发区5亿元，县本级6亿元）.
    pub enclosed: bool,
}

/// The most characters before a mention in which the bracket around it may begin.
const BRACKET: usize = 80;

/// Whether a bracket is open at a place of a sentence.
fn is_enclosed(scene: &Scene, place: usize) -> bool {
    let sentence = Span::new(scene.sentence.start.min(place), place).of(scene.text);
    open_bracket(window_before(sentence, sentence.len(), BRACKET)).is_some()
}

/// What stands around the mention `at` of a scene.
pub fn surroundings(scene: &Scene, at: usize) -> Around {
    let mention = scene.mentions[at].span;
    let mut clause = (scene.clauses.iter())
        .map(|clause| clause.span)
        .find(|clause| clause.overlaps(mention))
        .unwrap_or(scene.sentence);
    let is = |token: &Token, marks: &[char]| token.span.of(scene.text).starts_with(marks);
    let before = Span::new(clause.start, mention.start.max(clause.start));
    let bracket = (scene.reading.tokens_in(before).iter())
        .rfind(|token| is(token, &['(', '（', ')', '）']))
        .filter(|token| is(token, &['(', '（']));
    if let Some(bracket) = bracket {
        clause.start = bracket.span.end;
        let behind = Span::new(mention.end, clause.end.max(mention.end));
        let mut tokens = scene.reading.tokens_in(behind).iter();
        let close = tokens.find(|token| is(token, &[')', '）']));
        clause.end = close.map_or(clause.end, |token| token.span.start);
    }
    let previous = (at.checked_sub(1))
        .map(|before| scene.mentions[before].span)
        .filter(|span| span.end > clause.start);
    let next = (scene.mentions.get(at + 1))
        .map(|next| next.span)
        .filter(|span| span.start < clause.end);
    let left = previous.map_or(clause.start, |span| span.end);
    let right = next.map_or(clause.end, |span| span.start);
    Around {
        left: Span::new(left.min(mention.start), mention.start),
        right: Span::new(mention.end, right.max(mention.end)),
        clause,
        follows_mention: previous.is_some(),
        in_brackets: bracket.is_some(),
        enclosed: bracket.is_some() || is_enclosed(scene, mention.start),
    }
}
