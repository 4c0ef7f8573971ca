//! The order of a note that tells who leads: 责任单位列第一位的为牵头单位，下同.

use super::anybody::is_everybody;
use crate::lexicon::duty_words::{Role, TABLE};
use crate::model::{Owner, OwnerRole, Span};
use crate::reading::Reading;

/// Whether a text says that of the bodies in its notes the first one leads: a place at the head of a list and who leads
/// stand in one clause.
pub(in super::super) fn first_leads(reading: &Reading) -> bool {
    let text = reading.text;
    let words = TABLE.words(|row| row.roles.has(Role::First));
    let mut places = words.iter().flat_map(|word| text.match_indices(*word));
    let mut last = None;
    places.any(|(at, _)| {
        let index = reading
            .clauses
            .partition_point(|clause| clause.span.end <= at);
        let clause = reading.clauses.get(index);
        // A clause is asked once, however often it says so.
        let is_new = last.replace(index) != Some(index);
        clause.is_some_and(|clause| {
            let mut words = reading.hits.within(clause.span);
            is_new
                && clause.span.start <= at
                && words.any(|hit| {
                    hit.lexeme.duties.has(Role::Lead) && hit.lexeme.duties.has(Role::Label)
                })
        })
    })
}

/// The owners of a part of a note, the first of several as the one who leads where the text says so and the note does
/// not name another; `before` are those that the note has named.
pub(super) fn lead_first(
    reading: &Reading,
    part: Span,
    mut found: Vec<Owner>,
    before: &[Owner],
) -> Vec<Owner> {
    let alike = |owner: &Owner| owner.role == OwnerRole::Responsible;
    if !reading.first_leads || found.len() < 2 || !found.iter().all(alike) {
        return found;
    }
    let Some(note) = reading.note_of(part) else {
        return found;
    };
    // 各有关部门和单位 at the head of a list are many, of whom none leads.
    let is_one = !is_everybody(&found[0].name);
    if is_one && !before.iter().any(|owner| note.covers(owner.span)) {
        found[0].role = OwnerRole::Lead;
    }
    found
}
