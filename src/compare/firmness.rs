//! How firmly words bind.

use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role;
use crate::model::{Bound, Claim};

/// How firmly some words bind: 2 where they must (必须), 0 where they only urge or try (鼓励, 力争), else 1.
pub fn of_words(words: &str) -> i32 {
    let roles = LEXICON.roles_in(words);
    if roles.has(Role::Commits) {
        2
    } else if [Role::Urges, Role::Permits, Role::Strives]
        .iter()
        .any(|&role| roles.has(role))
    {
        0
    } else {
        1
    }
}

/// How firmly a target binds: by its bound, then by the word that commits to it.
pub fn of_target(claim: &Claim) -> (i32, i32) {
    let bound = match claim.bound {
        Bound::AtLeast | Bound::AtMost => 2,
        Bound::Exact | Bound::Range => 1,
        Bound::About => 0,
    };
    (bound, claim.commitment.as_deref().map_or(1, of_words))
}
