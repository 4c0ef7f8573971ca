//! An owner with the role that the words beside its name give it.

use super::list::starts_bracket;
use crate::lexicon::Set;
use crate::lexicon::duty_words::Role;
use crate::model::{Owner, OwnerRole, Span};
use crate::reading::Reading;

/// An owner by its name; what stands in a bracket behind it (市教育局（牵头）) is its own role.
pub(super) fn owner(reading: &Reading, mut name: Span, mut role: OwnerRole) -> Owner {
    if let [.., open, duty, _] = reading.tokens_in(name)
        && starts_bracket(reading, open)
        && let mut hits = reading.hits.starting(duty.span.start)
        && let Some(own) = hits.find(|hit| hit.lexeme.duties.has(Role::Duty))
    {
        role = self::role(own.lexeme.duties);
        name.end = open.span.start;
    }
    Owner {
        name: name.of(reading.text).to_owned(),
        role,
        span: name,
    }
}

/// The role of who does what a word says.
pub(super) fn role(roles: Set<Role>) -> OwnerRole {
    if roles.has(Role::Lead) {
        OwnerRole::Lead
    } else if roles.has(Role::Support) {
        OwnerRole::Support
    } else {
        OwnerRole::Responsible
    }
}
