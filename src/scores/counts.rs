//! What the scores count, gathered once for the whole document and summed for any stretch.

use crate::model::{Claim, Ladder, Span, Task, Term, TermKind};
use crate::reading::{Reading, Tense};

use super::letters::letters;
use super::pattern::{self, Pattern, Run};

/// The counts of a document.
pub struct Counts<'a> {
    /// Those of all sentences before each; one more than there are sentences.
    sums: Vec<Sums>,
    sentence_starts: Vec<usize>,
    clause_starts: Vec<usize>,
    /// The claims of the document.
    pub claims: &'a [Claim],
    /// The tasks of the document.
    pub tasks: &'a [Task],
    /// The runs of parallel clauses.
    pub runs: Vec<Run>,
}

/// What is counted of sentences. Headings count for no score: their wording is a title's, not the text's.
#[derive(Clone, Copy, Default)]
struct Sums {
    /// Characters of words, marks and white space aside.
    characters: usize,
    /// Those of the sentences of each step: measurable, concrete, formulaic, general.
    by_step: [usize; 4],
    /// Those of the forward-looking sentences.
    forward: usize,
    /// Those that stand in set phrases, slogans and stock phrases.
    fixed: usize,
    /// The sentences themselves.
    sentences: usize,
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
        let fixed = union(terms);
        let patterns = pattern::patterns(reading);
        let lengths = letters_of_sentences(reading, &patterns);
        let mut all = Sums::default();
        let mut sums = vec![all];
        let mut next_fixed = 0;
        for (index, &sentence) in reading.sentences.iter().enumerate() {
            let length = lengths[index];
            all.characters += length;
            if let Some(step) = ladder.get(index).copied().flatten() {
                all.by_step[step as usize] += length;
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
        let clauses = reading.clauses.iter();
        let plain = clauses.filter(|clause| !reading.sentence_is_heading[clause.sentence]);
        Self {
            sums,
            sentence_starts: reading.sentences.iter().map(|span| span.start).collect(),
            clause_starts: plain.map(|clause| clause.span.start).collect(),
            claims,
            tasks,
            runs: pattern::runs(&patterns),
        }
    }

    /// The sum over the sentences that begin in a stretch.
    fn sum(&self, of: impl Fn(&Sums) -> usize, stretch: Span) -> f64 {
        let before = |at: usize| {
            let sentences = self.sentence_starts.partition_point(|&start| start < at);
            of(&self.sums[sentences])
        };
        (before(stretch.end) - before(stretch.start)) as f64
    }

    /// Characters, marks and white space and headings aside.
    pub fn characters(&self, stretch: Span) -> f64 {
        self.sum(|sums| sums.characters, stretch)
    }

    /// Characters in sentences of a step.
    pub fn in_step(&self, step: Ladder, stretch: Span) -> f64 {
        self.sum(|sums| sums.by_step[step as usize], stretch)
    }

    /// Characters in graded sentences.
    pub fn graded(&self, stretch: Span) -> f64 {
        self.sum(|sums| sums.by_step.iter().sum(), stretch)
    }

    /// Characters in forward-looking sentences.
    pub fn forward(&self, stretch: Span) -> f64 {
        self.sum(|sums| sums.forward, stretch)
    }

    /// Characters in set phrases, slogans and stock phrases.
    pub fn fixed(&self, stretch: Span) -> f64 {
        self.sum(|sums| sums.fixed, stretch)
    }

    /// Sentences, headings aside.
    pub fn sentences(&self, stretch: Span) -> f64 {
        self.sum(|sums| sums.sentences, stretch)
    }

    /// Clauses, those of headings aside.
    pub fn clauses(&self, stretch: Span) -> f64 {
        stretch.begun(&self.clause_starts, |&start| start).len() as f64
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
