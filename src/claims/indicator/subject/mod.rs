//! The subject before a number or its link: a noun phrase of whole words, read backwards from its head.

mod bounds;
mod named;
mod step;
mod walk;

use walk::Walk;
pub(super) use walk::{Subject, links};

use crate::claims::mention::UnitKind;
use crate::claims::scene::Scene;
use crate::model::Span;

/// The subject at the end of a stretch before a number of a `kind`, `linked` to it by other words or not.
pub(super) fn subject(scene: &Scene, stretch: Span, linked: bool, kind: UnitKind) -> Subject {
    let mut walk = Walk::new(scene, stretch, linked, kind);
    if !linked && let Some(behind) = walk.verb_at_end() {
        return behind;
    }
    let start = walk.start();
    walk.front_verb(start);
    let start = walk.within_length(start);
    walk.named(start)
}

/// The list at the end of a stretch that is shared out among numbers, however long.
pub(super) fn list(scene: &Scene, stretch: Span, kind: UnitKind) -> Span {
    let mut walk = Walk::new(scene, stretch, true, kind);
    let start = walk.start();
    walk.named(start).name
}
