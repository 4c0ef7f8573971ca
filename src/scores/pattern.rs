//! The patterns of clauses, and runs of clauses of one.
//!
//! Two clauses have one pattern where their lengths differ by at most one character and they begin
//! or end with the same character, or where they begin with the same two characters.

use crate::model::Span;
use crate::reading::{Clause, Reading};
use crate::text::character::is_letter;
use crate::text::letters::letters;

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
    let clauses = reading.clauses.iter();
    let patterns = clauses.filter(|clause| !reading.sentence_is_heading[clause.sentence]);
    let pattern = |clause: &Clause| {
        let text = clause.span.of(reading.text);
        let mut characters = text.chars().filter(|&c| is_letter(c)).fuse();
        Pattern {
            span: clause.span,
            sentence: clause.sentence,
            length: letters(text),
            head: [(); 2].map(|()| characters.next().unwrap_or(' ')),
            last: text.chars().rev().find(|&c| is_letter(c)).unwrap_or(' '),
        }
    };
    patterns.map(pattern).collect()
}

/// The runs of a document with such clauses, in order.
pub fn runs(patterns: &[Pattern]) -> Vec<Run> {
    let runs = patterns
        .chunk_by(is_parallel)
        .filter(|run| run.len() >= LEAST);
    let run = |run: &[Pattern]| Run {
        span: Span::new(run[0].span.start, run[run.len() - 1].span.end),
        characters: run.iter().map(|one| one.length).sum(),
    };
    runs.map(run).collect()
}

fn is_parallel(one: &Pattern, next: &Pattern) -> bool {
    let near = next.sentence - one.sentence <= 1;
    let long_enough = one.length >= 3 && next.length >= 3;
    let same_length = one.length.abs_diff(next.length) <= 1;
    let same_edge = one.head[0] == next.head[0] || one.last == next.last;
    near && long_enough && (same_length && same_edge || one.head == next.head)
}
