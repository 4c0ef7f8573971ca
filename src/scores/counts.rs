//! What the scores count, gathered once for the whole document and summed for any stretch.

use crate::model::{Claim, Ladder, Span, Task, Term, TermKind};
use crate::reading::{Reading, Tense};

use super::letters::letters;
use super::pattern::{self, Pattern, Run};

/// The counts of a document.
pub struct Counts<'a> {
    /// Characters of words (marks and white space aside) before each sentence; one entry more than
    /// there are sentences.
    characters: Vec<usize>,
    /// As `characters`, of the sentences of each step: measurable, concrete, formulaic, general.
    by_step: [Vec<usize>; 4],
    /// As `characters`, of the forward-looking sentences.
    forward: Vec<usize>,
    /// As `characters`, of what stands in set phrases, slogans and stock phrases.
    fixed: Vec<usize>,
    sentence_starts: Vec<usize>,
    clause_starts: Vec<usize>,
    /// The sentences that are no headings, summed as `characters`.
    plain_sentences: Vec<usize>,
    /// The claims of the document.
    pub claims: &'a [Claim],
    /// The tasks of the document.
    pub tasks: &'a [Task],
    /// The runs of parallel clauses.
    pub runs: Vec<Run>,
}

impl<'a> Counts<'a> {
    /// Counts once over everything.
    pub fn new(
        reading: &Reading,
        claims: &'a [Claim],
        tasks: &'a [Task],
        terms: &[Term],
        ladder: &[Option<Ladder>],
    ) -> Self {
        let fixed_spans = union(terms);
        let patterns = pattern::patterns(reading);
        let lengths = letters_of_sentences(reading, &patterns);
        let mut characters = vec![0];
        let mut by_step: [Vec<usize>; 4] = std::array::from_fn(|_| vec![0]);
        let mut forward = vec![0];
        let mut fixed = vec![0];
        let mut plain_sentences = vec![0];
        let mut next_fixed = 0;
        for (index, sentence) in reading.sentences.iter().enumerate() {
            // Headings count for no score: their wording is a title's, not the text's.
            let is_plain = !reading.sentence_is_heading[index];
            let length = lengths[index];
            push(&mut characters, length);
            push(&mut plain_sentences, usize::from(is_plain));
            let step = ladder.get(index).copied().flatten();
            for (place, sums) in by_step.iter_mut().enumerate() {
                let is_this = step.is_some_and(|step| step as usize == place);
                push(sums, if is_this { length } else { 0 });
            }
            let is_forward = reading.outlook.sentences[index] == Tense::Future;
            push(&mut forward, if is_forward { length } else { 0 });
            let mut covered = 0;
            while let Some(span) = fixed_spans.get(next_fixed) {
                if span.start >= sentence.end {
                    break;
                }
                let start = span.start.max(sentence.start);
                let end = span.end.min(sentence.end);
                if is_plain && start < end {
                    covered += letters(Span::new(start, end).of(reading.text));
                }
                if span.end > sentence.end {
                    break;
                }
                next_fixed += 1;
            }
            push(&mut fixed, covered);
        }
        Self {
            characters,
            by_step,
            forward,
            fixed,
            sentence_starts: reading.sentences.iter().map(|span| span.start).collect(),
            clause_starts: reading
                .clauses
                .iter()
                .filter(|clause| !reading.sentence_is_heading[clause.sentence])
                .map(|clause| clause.span.start)
                .collect(),
            plain_sentences,
            claims,
            tasks,
            runs: pattern::runs(&patterns),
        }
    }

    /// The sentences that begin in a stretch.
    fn within(&self, stretch: Span) -> (usize, usize) {
        (
            self.sentence_starts
                .partition_point(|&at| at < stretch.start),
            self.sentence_starts.partition_point(|&at| at < stretch.end),
        )
    }

    fn sum(&self, sums: &[usize], stretch: Span) -> f64 {
        let (from, to) = self.within(stretch);
        (sums[to] - sums[from]) as f64
    }

    /// Characters, marks and white space and headings aside.
    pub fn characters(&self, stretch: Span) -> f64 {
        self.sum(&self.characters, stretch)
    }

    /// Characters in sentences of a step.
    pub fn in_step(&self, step: Ladder, stretch: Span) -> f64 {
        self.sum(&self.by_step[step as usize], stretch)
    }

    /// Characters in graded sentences.
    pub fn graded(&self, stretch: Span) -> f64 {
        self.by_step
            .iter()
            .map(|sums| self.sum(sums, stretch))
            .sum()
    }

    /// Characters in forward-looking sentences.
    pub fn forward(&self, stretch: Span) -> f64 {
        self.sum(&self.forward, stretch)
    }

    /// Characters in set phrases, slogans and stock phrases.
    pub fn fixed(&self, stretch: Span) -> f64 {
        self.sum(&self.fixed, stretch)
    }

    /// Sentences, headings aside.
    pub fn sentences(&self, stretch: Span) -> f64 {
        self.sum(&self.plain_sentences, stretch)
    }

    /// Clauses, those of headings aside.
    pub fn clauses(&self, stretch: Span) -> f64 {
        let from = self.clause_starts.partition_point(|&at| at < stretch.start);
        let to = self.clause_starts.partition_point(|&at| at < stretch.end);
        (to - from) as f64
    }
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

fn push(sums: &mut Vec<usize>, value: usize) {
    sums.push(sums.last().copied().unwrap_or_default() + value);
}

/// Where fixed wording stands, joined where it overlaps, in order.
fn union(terms: &[Term]) -> Vec<Span> {
    let mut spans: Vec<Span> = terms
        .iter()
        .filter(|term| term.kind != TermKind::Keyword)
        .flat_map(|term| term.occurrences.iter().copied())
        .collect();
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
