//! The 虚实 ladder: the first step that fits a sentence.

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

/// The step of each sentence.
pub fn grade(
    reading: &Reading,
    claims: &[Claim],
    tasks: &[Task],
    wording: &[Hit],
) -> Vec<Option<Ladder>> {
    let mut measured = vec![false; reading.sentences.len()];
    for claim in claims.iter().filter(|claim| claim.status != Status::Other) {
        if let Some(measured) = measured.get_mut(claim.sentence) {
            *measured = true;
        }
    }
    let mut assigned = vec![false; reading.sentences.len()];
    for task in tasks {
        // What a note adds stands in another sentence.
        let mut owners = task.owners.iter();
        let owned = owners.any(|owner| task.span.covers(owner.span) && !is_anybody(&owner.name));
        let mut deadlines = task.deadlines.iter();
        if (owned || deadlines.any(|deadline| task.span.covers(deadline.span)))
            && let Some(assigned) = assigned.get_mut(reading.sentence_at(task.span.start))
        {
            *assigned = true;
        }
    }
    let particulars = Particulars::of(reading, wording);
    reading
        .sentences
        .iter()
        .enumerate()
        .map(|(index, sentence)| {
            let text = sentence.of(reading.text);
            if reading.sentence_is_heading[index] || !is_gradable(text) {
                return None;
            }
            Some(if measured[index] {
                Ladder::Measurable
            } else if assigned[index] || particulars.any_in(*sentence) {
                Ladder::Concrete
            } else if is_formulaic(reading, *sentence, wording) {
                Ladder::Formulaic
            } else {
                Ladder::General
            })
        })
        .collect()
}

fn is_gradable(text: &str) -> bool {
    text.chars()
        .filter(|&c| is_letter(c))
        .nth(SHORTEST - 1)
        .is_some()
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
