//! 目标硬度: the share of targets with a hard bound among those that are hard or soft.
//!
//! Hard is an exact figure, 以上 or 以内, and whatever 确保 or 必须 governs; soft is 左右, 约, and
//! whatever 力争 or 努力 governs. A target that is neither (a range) counts on neither side.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::counts::Counts;
use super::figure;
use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role;
use crate::model::{Bound, Claim, Score, Span, Status};

/// The score of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let claims = stretch.begun(counts.claims, |claim| claim.span.start);
    let (mut hard, mut soft, mut neither) = (0.0, 0.0, 0.0);
    for claim in claims.iter().filter(|claim| claim.status == Status::Target) {
        match is_hard(claim) {
            Some(true) => hard += 1.0,
            Some(false) => soft += 1.0,
            None => neither += 1.0,
        }
    }
    figure::share(
        hard,
        hard + soft,
        &[("hard", hard), ("soft", soft), ("neither", neither)],
    )
}

/// Where the targets of each kind stand in the document.
pub fn evidence(counts: &Counts) -> BTreeMap<Cow<'static, str>, Vec<Span>> {
    let mut places: BTreeMap<Cow<'static, str>, Vec<Span>> = BTreeMap::new();
    for claim in counts.claims {
        if claim.status == Status::Target {
            let kind = match is_hard(claim) {
                Some(true) => "hard",
                Some(false) => "soft",
                None => "neither",
            };
            places.entry(kind.into()).or_default().push(claim.span);
        }
    }
    places
}

/// The word that governs a target says more than its bound.
fn is_hard(claim: &Claim) -> Option<bool> {
    let commitment = claim.commitment.as_deref().unwrap_or_default();
    let roles = LEXICON.roles_in(commitment);
    if roles.has(Role::Strives) || claim.bound == Bound::About {
        return Some(false);
    }
    if roles.has(Role::Commits) {
        return Some(true);
    }
    match claim.bound {
        Bound::Exact | Bound::AtLeast | Bound::AtMost => Some(true),
        Bound::About => Some(false),
        Bound::Range => None,
    }
}
