//! Where a whole text looks.

use super::super::clock;
use super::super::document::Reading;
use super::super::modality::Modality;
use super::super::tense::{Scope, Tense};
use crate::lexicon::Set;
use crate::model::DocumentKind;

/// Where the whole text looks: by its title; a notice asks for things throughout; an untitled text whose
/// sentences look ahead and hardly ever back is a plan, and one that tells of the year that it opens with a review.
pub(super) fn root(reading: &Reading) -> Scope {
    let by_title = reading.title.map_or(Tense::Open, Tense::of_title);
    if by_title != Tense::Open {
        return Scope::firm(by_title);
    }
    match reading.kind {
        DocumentKind::Notice => Scope::firm(Tense::Future),
        DocumentKind::Other if plans_throughout(reading) => Scope {
            tense: Tense::Future,
            firm: false,
        },
        DocumentKind::Other if reading.title.is_none() && clock::of_review(reading).is_some() => {
            Scope {
                tense: Tense::Past,
                firm: false,
            }
        }
        _ => Scope::default(),
    }
}

/// Whether many sentences look ahead, or begin with an order, and few report.
fn plans_throughout(reading: &Reading) -> bool {
    let (ahead, back) = (Set::of(Modality::AHEAD), Set::of(Modality::BACK));
    let (mut plans, mut reports, mut all) = (0, 0, 0);
    for (_, sentence) in reading.running_sentences() {
        let said = reading.modalities.of_stretch(sentence);
        all += 1;
        if said.meets(back) {
            reports += 1;
        } else if said.meets(ahead)
            || (reading.times_in(sentence).iter()).any(|(_, time)| time.deadline)
            || (reading.verb_at_head(sentence)).is_some_and(|head| head.is_act)
        {
            plans += 1;
        }
    }
    plans * 2 >= all && plans >= 4 * reports && plans >= FEWEST_PLANS
}

/// The fewest sentences that make a plan of a text without a title.
const FEWEST_PLANS: usize = 5;
