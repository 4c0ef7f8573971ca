//! The 虚实 ladder, the scores and the plain counts. Every score is a formula over counts that stand
//! beside it; `docs/scores.md` gives each with its source and its limits.

mod accountability;
mod counts;
mod figure;
mod formula_density;
mod ladder;
mod letters;
mod outlook;
mod parallelism;
mod particulars;
mod pattern;
mod readability;
mod reference;
mod specificity;
mod statistics;
mod target_firmness;

use crate::model::{
    Claim, Heading, HeadingStyle, Ladder, Score, ScoreSet, Scores, SectionScores, Span, Statistics,
    Task, Term,
};
use crate::reading::Reading;
use crate::terms::Hit;
use counts::Counts;
pub(crate) use figure::{figures, round};

/// The step of each sentence, given the uses of fixed wording in the text.
pub fn ladder(
    reading: &Reading,
    claims: &[Claim],
    tasks: &[Task],
    wording: &[Hit],
) -> Vec<Option<Ladder>> {
    ladder::grade(reading, claims, tasks, wording)
}

/// The scores of the document and of its sections.
pub fn score(
    reading: &Reading,
    claims: &[Claim],
    tasks: &[Task],
    terms: &[Term],
    ladder: &[Option<Ladder>],
) -> Scores {
    let counts = Counts::new(reading, claims, tasks, terms, ladder);
    let whole = Span::new(0, reading.text.len());
    let mut document = set(&counts, whole);
    document.target_firmness.evidence = target_firmness::evidence(&counts);
    document.outlook.evidence = outlook::evidence(reading);
    document.parallelism.evidence = parallelism::evidence(&counts);
    let warnings = reference::doubts(reading, &counts, whole);
    if warnings.is_empty() {
        reference::place(&mut document);
    }
    let sections = scored_sections(reading)
        .map(|section| SectionScores {
            section,
            scores: set(&counts, section),
        })
        .collect();
    Scores {
        document,
        sections,
        reference: reference::set(),
        warnings,
    }
}

/// Gives the parts of readability that are known their percentiles.
pub(crate) fn place_readability(score: &mut Score) {
    reference::place_one("readability", score);
}

/// The sections that are scored, in the order of the outline.
pub(crate) fn scored_sections(reading: &Reading) -> impl Iterator<Item = Span> {
    reading
        .sections
        .iter()
        .filter(|section| is_scored(reading, section.heading))
        .map(|section| section.heading.section)
}

/// Whether a section is scored: every heading's, and an item's where it holds two sentences or
/// more. Shares of one sentence are all or nothing and tell no more than its ladder step.
fn is_scored(reading: &Reading, heading: &Heading) -> bool {
    let item = matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash);
    !item || {
        let sentences = &reading.sentences;
        let first = sentences.partition_point(|sentence| sentence.start < heading.section.start);
        sentences
            .get(first + 1)
            .is_some_and(|second| second.end <= heading.section.end)
    }
}

/// The scores of one stretch of the text.
fn set(counts: &Counts, stretch: Span) -> ScoreSet {
    ScoreSet {
        specificity: specificity::score(counts, stretch),
        formula_density: formula_density::score(counts, stretch),
        accountability: accountability::score(counts, stretch),
        target_firmness: target_firmness::score(counts, stretch),
        outlook: outlook::score(counts, stretch),
        readability: readability::score(counts, stretch),
        parallelism: parallelism::score(counts, stretch),
    }
}

/// Plain counts.
pub fn statistics(reading: &Reading) -> Statistics {
    statistics::count(reading)
}

#[cfg(test)]
mod tests;
