//! Who is to act, and by when: by the words of a stretch, and by the notes that cover it.

use super::clauses::clauses;
use crate::model::{Deadline, Owner, OwnerRole, Span};
use crate::reading::owners::{self, is_anybody, is_everybody};
use crate::reading::{Kind, Reading};

/// The most words before the time that a sentence begins with: 力争|到|2030年.
const WORDS_BEFORE_TIME: usize = 3;

/// The points to be reached that a sentence begins with: 到2030年，…；…；… is said of all its parts.
pub(super) fn leading_deadlines(reading: &Reading, sentence: Span) -> Vec<Deadline> {
    let first = clauses(reading, sentence).next().unwrap_or(sentence);
    let before = (reading.tokens_in(first).iter()).find(|token| token.kind == Kind::Time);
    let leads = before.filter(|token| {
        let head = Span::new(first.start, token.span.start);
        reading.tokens_in(head).len() <= WORDS_BEFORE_TIME
    });
    let mut deadlines = deadlines(reading, first);
    deadlines.retain(|deadline| leads.is_some_and(|time| time.span == deadline.span));
    deadlines
}

/// The owners that a stretch itself names; everybody (各级各部门) is none.
pub(super) fn own_owners(reading: &Reading, stretch: Span) -> Vec<Owner> {
    let mut owners = owners::find(reading, stretch);
    let free = |owner: &Owner| reading.note_of(owner.span).is_none();
    // 各区、各有关部门要…: all of a kind beside everybody are everybody.
    let acts = |owner: &Owner| free(owner) && owner.role == OwnerRole::Responsible;
    let names_all = (owners.iter()).any(|owner| acts(owner) && is_everybody(&owner.name));
    let is_nobody = |owner: &Owner| {
        is_everybody(&owner.name) || names_all && acts(owner) && owners::is_each(&owner.name)
    };
    owners.retain(|owner| !free(owner) || !is_nobody(owner));
    let said = owners.iter().filter(|owner| !free(owner)).cloned();
    let said: Vec<Owner> = said.collect();
    owners.retain(|owner| !free(owner) || adds_to(&said, owner));
    owners
}

/// Whether a subject is an owner beside those of a note: 由县教育局组织…（县教育局牵头，县财政局配合） says all, and so does
/// any note of who leads.
fn adds_to(noted: &[Owner], owner: &Owner) -> bool {
    let leads = noted.iter().any(|other| other.role == OwnerRole::Lead);
    let again = || noted.iter().any(|other| other.name == owner.name);
    noted.is_empty()
        || owner.role != OwnerRole::Responsible
        || !leads && !is_anybody(&owner.name) && !again()
}

/// The times in a stretch that are points to be reached (6月底前, 到2027年).
pub(super) fn deadlines(reading: &Reading, stretch: Span) -> Vec<Deadline> {
    (reading.times_in(stretch).iter())
        .filter(|(span, time)| reading.is_due(*span, time))
        .map(|(span, time)| Deadline {
            value: time
                .period
                .as_ref()
                // 三年内: as it stands, for no calendar tells its last day.
                .filter(|_| !time.counted)
                // 2026—2028年: by its end.
                .and_then(|period| period.text.rsplit('/').next().map(str::to_owned)),
            text: span.of(reading.text).to_owned(),
            span: *span,
        })
        .collect()
}

/// What a part names itself, as far as the notes that cover it leave it, and what they add: who and by when.
pub(super) fn with_notes(
    reading: &Reading,
    part: Span,
    mut owners: Vec<Owner>,
    mut deadlines_known: Vec<Deadline>,
) -> (Vec<Owner>, Vec<Deadline>) {
    let mut noted: Vec<Owner> = Vec::new();
    for at in reading.notes_over(part.start) {
        let note = reading.notes[at].span;
        if part.covers(note) {
            continue;
        }
        owners::add(&mut noted, owners::find(reading, note));
        for deadline in deadlines(reading, note) {
            let same = |known: &Deadline| known.told() == deadline.told();
            if !deadlines_known.iter().any(same) {
                deadlines_known.push(deadline);
            }
        }
    }
    let of_note = |owner: &Owner| reading.note_of(owner.span).is_some();
    owners.retain(|owner| of_note(owner) || adds_to(&noted, owner));
    owners::add(&mut owners, noted);
    (owners, deadlines_known)
}
