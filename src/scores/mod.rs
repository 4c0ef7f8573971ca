//! The 虚实 ladder, the scores and the plain counts. Every score is a formula over counts that stand
//! beside it; `docs/scores.md` gives each with its source and its limits.

mod counts;
mod facts;
mod features;
mod figure;
mod ladder;
mod particulars;
mod pattern;
mod reference;
mod shares;
mod statistics;
mod target_firmness;
mod walk;

use crate::model::{
    Claim, Heading, HeadingStyle, ScoreSet, Scores, SectionScores, Span, Task, Term,
};
use crate::reading::{Reading, Tense};
use counts::{Counts, Stretch};
pub use facts::Known;
pub use features::{Eyes, Seen};
use figure::evidence;
pub(crate) use figure::{figures, round};
pub use ladder::{Step, graded, ladder};
pub use reference::group;
pub(crate) use reference::place;
pub use statistics::statistics;

/// The scores of the document and of its sections.
pub fn score(
    reading: &Reading,
    claims: &[Claim],
    tasks: &[Task],
    terms: &[Term],
    ladder: &[Option<Step>],
) -> Scores {
    let counts = Counts::new(reading, claims, tasks, terms, ladder);
    let whole = counts.of(Span::new(0, reading.text.len()));
    let mut document = set(&whole);
    document.target_firmness.evidence = target_firmness::places(claims);
    document.outlook.evidence = evidence([("forward_characters", forward(reading))]);
    let runs = counts.runs.iter().map(|run| run.span).collect();
    document.parallelism.evidence = evidence([("runs", runs)]);
    let reference = reference::set(reading);
    let warnings = reference::doubts(reading, &whole.sums, &reference);
    if warnings.is_empty() {
        for (name, score) in document.each_mut() {
            reference::place(&reference, name, score);
        }
    }
    let sections = scored_sections(reading).map(|section| SectionScores {
        section,
        scores: set(&counts.of(section)),
    });
    Scores {
        document,
        sections: sections.collect(),
        reference,
        warnings,
    }
}

/// The forward-looking sentences of the document.
fn forward(reading: &Reading) -> Vec<Span> {
    let sentences = reading.running_sentences();
    let forward = sentences.filter(|(index, _)| reading.outlook.sentences[*index] == Tense::Future);
    forward.map(|(_, sentence)| sentence).collect()
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
    let sentences = heading
        .section
        .begun(&reading.sentences, |sentence| sentence.start);
    let second = sentences.get(1);
    !item || second.is_some_and(|second| second.end <= heading.section.end)
}

/// The scores of one stretch of the text.
fn set(stretch: &Stretch) -> ScoreSet {
    ScoreSet {
        specificity: shares::specificity(&stretch.sums),
        formula_density: shares::formula_density(&stretch.sums),
        accountability: shares::accountability(stretch),
        target_firmness: target_firmness::score(stretch.claims),
        outlook: shares::outlook(&stretch.sums),
        readability: shares::readability(stretch),
        parallelism: shares::parallelism(stretch),
    }
}

#[cfg(test)]
mod tests;
