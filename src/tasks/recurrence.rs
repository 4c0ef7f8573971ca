//! How often something is to be done (频次): 每季度, 每月10日前, 按月.

use crate::lexicon::duty_words::Role;
use crate::lexicon::time_words;
use crate::model::{Recurrence, Span};
use crate::reading::{Kind, Reading, Token};

/// The recurrences that a stretch names, in order.
pub(super) fn find(reading: &Reading, stretch: Span) -> Vec<Recurrence> {
    let mut found: Vec<Recurrence> = Vec::new();
    for hit in reading.hits.within(stretch) {
        let known = found.last().is_some_and(|last| last.span.covers(hit.span));
        if known || !hit.lexeme.duties.has(Role::Recurs) {
            continue;
        }
        let span = Span::new(hit.span.start, end(reading, hit.span.end, stretch.end));
        found.push(Recurrence {
            text: span.of(reading.text).to_owned(),
            span,
        });
    }
    found
}

/// The end of a recurrence whose first word ends at `from`: the day in it (每月|10日前, 每季度|末月|20日前) belongs to it.
fn end(reading: &Reading, from: usize, to: usize) -> usize {
    let word = |token: &Token| token.span.of(reading.text);
    let is_part = |token: &Token| match token.kind {
        Kind::Time => true,
        Kind::Word => word(token).starts_with(UNITS) || time_words::TABLE.has(word(token)),
        Kind::Number | Kind::Mark => false,
    };
    let tokens = reading.tokens_in(Span::new(from, to));
    // 每年|100户: a number is no day unless one is said of it.
    let belongs = |token: &&Token| token.kind == Kind::Number || is_part(token);
    let day = tokens.iter().take_while(belongs);
    let last = day.filter(|token| is_part(token)).last();
    last.map_or(from, |token| token.span.end)
}

/// What a number of days or months stands before.
const UNITS: [char; 3] = ['日', '号', '月'];
