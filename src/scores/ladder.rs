//! The 虚实 ladder: the first step that fits a sentence.

use std::collections::BTreeSet;

use super::particulars::Particulars;
use crate::lexicon::stance_words::Stance;
use crate::model::{Claim, Ladder, Span, Status, Task};
use crate::reading::Reading;
use crate::reading::owners::is_anybody;
use crate::terms::{self, Hit};
use crate::text::character::is_letter;

/// A sentence of fewer characters, marks aside, is not graded.
const SHORTEST: usize = 6;
/// The share of fixed wording from which a sentence is formulaic (套话).
const FORMULAIC: f64 = 0.6;

/// The step of each sentence, given the uses of fixed wording in the text.
pub fn ladder(
    reading: &Reading,
    claims: &[Claim],
    tasks: &[Task],
    wording: &[Hit],
) -> Vec<Option<Ladder>> {
    let claims = claims.iter().filter(|claim| claim.status != Status::Other);
    let measured: BTreeSet<usize> = claims.map(|claim| claim.sentence).collect();
    let tasks = tasks.iter().filter(|task| {
        // What a note adds stands in another sentence.
        let mut owners = task.owners.iter();
        let owned = owners.any(|owner| task.span.covers(owner.span) && !is_anybody(&owner.name));
        let mut deadlines = task.deadlines.iter();
        owned || deadlines.any(|deadline| task.span.covers(deadline.span))
    });
    let assigned: BTreeSet<usize> = tasks
        .map(|task| reading.sentence_at(task.span.start))
        .collect();
    let particulars = Particulars::of(reading, wording);
    let grade = |(index, &sentence): (usize, &Span)| {
        let mut letters = sentence.of(reading.text).chars().filter(|&c| is_letter(c));
        if reading.sentence_is_heading[index] || letters.nth(SHORTEST - 1).is_none() {
            return None;
        }
        Some(if measured.contains(&index) {
            Ladder::Measurable
        } else if assigned.contains(&index) || particulars.any_in(sentence) {
            Ladder::Concrete
        } else if is_formulaic(reading, sentence, wording) {
            Ladder::Formulaic
        } else {
            Ladder::General
        })
    };
    reading.sentences.iter().enumerate().map(grade).collect()
}

fn is_formulaic(reading: &Reading, sentence: Span, wording: &[Hit]) -> bool {
    if terms::cover(reading.text, sentence, wording).share() < FORMULAIC {
        return false;
    }
    let does = |stance: Stance| {
        let mut hits = reading.hits.within(sentence);
        hits.any(|hit| hit.lexeme.stance == Some(stance))
    };
    // A sentence that admits is one that does not set out to mend in the same breath.
    let admits = does(Stance::Admits) && !does(Stance::Mends);
    !admits && !does(Stance::Explains)
}
