//! What the scores count, gathered once for the whole document and summed for any stretch.

use std::ops::Sub;

use super::ladder::Step;
use super::pattern::{self, Pattern, Run};
use crate::model::{Claim, Span, Task, Term, TermKind};
use crate::reading::{Reading, Tense};
use crate::text::letters::letters;

/// The counts of a document.
pub struct Counts<'a> {
    /// Those of all sentences before each; one more than there are sentences.
    sums: Vec<Sums>,
    sentences: &'a [Span],
    claims: &'a [Claim],
    tasks: &'a [Task],
    patterns: Vec<Pattern>,
    /// The runs of parallel clauses.
    pub runs: Vec<Run>,
}

/// What is counted of sentences. Headings count for no score: their wording is a title's, not the text's.
#[derive(Clone, Copy, Default)]
pub struct Sums {
    /// Characters of words, marks and white space aside.
    pub characters: usize,
    /// Those of the sentences of each step: measurable, concrete, formulaic, general.
    pub by_step: [usize; 4],
    /// Those of the forward-looking sentences.
    pub forward: usize,
    /// Those that stand in set phrases, slogans and stock phrases.
    pub fixed: usize,
    /// The sentences themselves.
    pub sentences: usize,
}

impl Sub for Sums {
    type Output = Self;

    fn sub(self, before: Self) -> Self {
        Self {
            characters: self.characters - before.characters,
            by_step: std::array::from_fn(|step| self.by_step[step] - before.by_step[step]),
            forward: self.forward - before.forward,
            fixed: self.fixed - before.fixed,
            sentences: self.sentences - before.sentences,
        }
    }
}

/// What is counted of a stretch: of the sentences, and of all else that begins in it.
pub struct Stretch<'c> {
    /// The sums over its sentences.
    pub sums: Sums,
    /// Its clauses, those of headings aside.
    pub clauses: usize,
    /// Its claims.
    pub claims: &'c [Claim],
    /// Its tasks.
    pub tasks: &'c [Task],
    /// Its runs of parallel clauses.
    pub runs: &'c [Run],
}

impl<'a> Counts<'a> {
    /// Counts once over everything.
    pub fn new(
        reading: &'a Reading,
        claims: &'a [Claim],
        tasks: &'a [Task],
        terms: &[Term],
        ladder: &[Option<Step>],
    ) -> Self {
        let fixed = union(terms);
        let patterns = pattern::patterns(reading);
        let lengths = letters_of_sentences(reading, &patterns);
        let mut all = Sums::default();
        let mut sums = vec![all];
        let mut next_fixed = 0;
        for (index, &sentence) in reading.sentences.iter().enumerate() {
            let length = lengths[index];
            all.characters += length;
            if let Some(Some(step)) = ladder.get(index) {
                all.by_step[step.ladder as usize] += length;
            }
            if reading.outlook.sentences[index] == Tense::Future {
                all.forward += length;
            }
            let covered = covered(reading.text, sentence, &fixed, &mut next_fixed);
            if !reading.sentence_is_heading[index] {
                all.fixed += covered;
                all.sentences += 1;
            }
            sums.push(all);
        }
        Self {
            sums,
            sentences: &reading.sentences,
            claims,
            tasks,
            runs: pattern::runs(&patterns),
            patterns,
        }
    }

    /// Those of a stretch.
    pub fn of(&self, stretch: Span) -> Stretch<'_> {
        let before = |at: usize| self.sums[self.sentences.partition_point(|one| one.start < at)];
        Stretch {
            sums: before(stretch.end) - before(stretch.start),
            clauses: stretch
                .begun(&self.patterns, |clause| clause.span.start)
                .len(),
            claims: stretch.begun(self.claims, |claim| claim.span.start),
            tasks: stretch.begun(self.tasks, |task| task.span.start),
            runs: stretch.begun(&self.runs, |run| run.span.start),
        }
    }
}

/// The letters of a sentence that stand in `fixed` wording, from the `next` of it on.
fn covered(text: &str, sentence: Span, fixed: &[Span], next: &mut usize) -> usize {
    let mut covered = 0;
    while let Some(span) = fixed.get(*next).filter(|span| span.start < sentence.end) {
        let start = span.start.max(sentence.start);
        covered += letters(Span::new(start, span.end.min(sentence.end)).of(text));
        if span.end > sentence.end {
            break;
        }
        *next += 1;
    }
    covered
}

/// The letters of each sentence that is no heading: all of them stand in its clauses.
fn letters_of_sentences(reading: &Reading, patterns: &[Pattern]) -> Vec<usize> {
    let mut letters = vec![0; reading.sentences.len()];
    for pattern in patterns {
        if let Some(letters) = letters.get_mut(pattern.sentence) {
            *letters += pattern.length;
        }
    }
    letters
}

/// Where fixed wording stands, joined where it overlaps, in order.
fn union(terms: &[Term]) -> Vec<Span> {
    let terms = terms.iter().filter(|term| term.kind != TermKind::Keyword);
    let mut spans: Vec<Span> = terms.flat_map(|term| term.occurrences.clone()).collect();
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let joins = next.start <= last.end;
        last.end = if joins {
            last.end.max(next.end)
        } else {
            last.end
        };
        joins
    });
    spans
}
