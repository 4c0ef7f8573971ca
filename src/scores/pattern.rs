//! The patterns of clauses, and runs of clauses of one.

use super::letters::letters;
use crate::model::Span;
use crate::reading::Reading;
use crate::text::character::is_letter;

/// The fewest clauses of a run.
const LEAST: usize = 3;

/// A run of parallel clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// From the first clause to the last.
    pub span: Span,
    /// Its characters, marks aside.
    pub characters: usize,
}

/// What a clause is compared by.
pub struct Pattern {
    /// Where it stands.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: usize,
    /// Its characters, marks aside.
    pub length: usize,
    head: [char; 2],
    last: char,
}

/// The patterns of the clauses of a document, those of headings aside.
pub fn patterns(reading: &Reading) -> Vec<Pattern> {
    reading
        .clauses
        .iter()
        .filter(|clause| !reading.sentence_is_heading[clause.sentence])
        .map(|clause| {
            let text = clause.span.of(reading.text);
            let mut characters = text.chars().filter(|&c| is_letter(c));
            let first = characters.next().unwrap_or(' ');
            let second = characters.next().unwrap_or(' ');
            Pattern {
                span: clause.span,
                sentence: clause.sentence,
                length: letters(text),
                head: [first, second],
                last: text.chars().rev().find(|&c| is_letter(c)).unwrap_or(' '),
            }
        })
        .collect()
}

/// The runs of a document with such clauses, in order.
pub fn runs(patterns: &[Pattern]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut from = 0;
    for at in 1..=patterns.len() {
        let goes_on = patterns
            .get(at)
            .is_some_and(|next| is_parallel(&patterns[at - 1], next));
        if goes_on {
            continue;
        }
        if at - from >= LEAST {
            runs.push(Run {
                span: Span::new(patterns[from].span.start, patterns[at - 1].span.end),
                characters: patterns[from..at].iter().map(|one| one.length).sum(),
            });
        }
        from = at;
    }
    runs
}

fn is_parallel(one: &Pattern, next: &Pattern) -> bool {
    let near = next.sentence - one.sentence <= 1;
    let long_enough = one.length >= 3 && next.length >= 3;
    let same_length = one.length.abs_diff(next.length) <= 1;
    let same_edge = one.head[0] == next.head[0] || one.last == next.last;
    near && long_enough && (same_length && same_edge || one.head == next.head)
}
