//! 目标硬度: the share of targets with a hard bound among those that are hard or soft.
//!
//! Hard is an exact figure, 以上 or 以内, and whatever 确保 or 必须 governs; soft is 左右, 约, and
//! whatever 力争 or 努力 governs. A target that is neither (a range) counts on neither side.

use super::figure::{Evidence, evidence, share};
use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role;
use crate::model::{Bound, Claim, Score, Span, Status};

/// The score of a stretch with such claims.
pub fn score(claims: &[Claim]) -> Score {
    let [hard, soft, neither] = targets(claims).map(|(kind, targets)| (kind, targets.len()));
    share(hard.1, hard.1 + soft.1, &[hard, soft, neither])
}

/// Where the targets of each kind stand in the document.
pub fn places(claims: &[Claim]) -> Evidence {
    evidence(targets(claims))
}

/// The targets of each kind.
fn targets(claims: &[Claim]) -> [(&'static str, Vec<Span>); 3] {
    let kinds = [
        ("hard", Some(true)),
        ("soft", Some(false)),
        ("neither", None),
    ];
    kinds.map(|(name, kind)| {
        let targets = claims.iter().filter(|claim| claim.status == Status::Target);
        let of_kind = targets.filter(|claim| is_hard(claim) == kind);
        (name, of_kind.map(|claim| claim.span).collect())
    })
}

/// The word that governs a target says more than its bound.
fn is_hard(claim: &Claim) -> Option<bool> {
    let commitment = claim.commitment.as_deref().unwrap_or_default();
    let roles = LEXICON.roles_in(commitment);
    match claim.bound {
        Bound::About => Some(false),
        _ if roles.has(Role::Strives) => Some(false),
        Bound::Range => roles.has(Role::Commits).then_some(true),
        Bound::Exact | Bound::AtLeast | Bound::AtMost => Some(true),
    }
}
