//! The parts of a sentence that semicolons divide: each may have its own owner and its own binding word.

use crate::model::Span;

/// What divides a sentence into parts.
const MARKS: [char; 2] = ['；', ';'];

/// The part of a sentence that holds a place, the marks at its ends left out.
pub(super) fn around(text: &str, sentence: Span, place: Span) -> Span {
    let head = Span::new(sentence.start, place.start).of(text);
    let tail = Span::new(place.end, sentence.end).of(text);
    let start = head.rmatch_indices(MARKS).next();
    Span::new(
        start.map_or(sentence.start, |(at, mark)| {
            sentence.start + at + mark.len()
        }),
        tail.find(MARKS).map_or(sentence.end, |at| place.end + at),
    )
}
