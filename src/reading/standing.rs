//! Owners whom a text names once for all that follows, as they are known to a reading.

use crate::model::{Owner, Span};

/// Owners whom every note within a stretch names besides those that it names itself.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    /// The sentence that names them.
    pub span: Span,
    /// Where it holds.
    pub reach: Span,
    /// Whether it holds for its own note too: 各县（区）人民政府均为责任单位，以下不再列出.
    pub is_own: bool,
    pub owners: Vec<Owner>,
}

/// All of a text.
#[derive(Debug, Clone, Default)]
pub struct AllStanding {
    /// The sentences that name them, in order.
    pub(super) sentences: Vec<Span>,
    /// Whom they name, nobody twice.
    pub(super) named: Vec<Standing>,
}

impl AllStanding {
    /// Whether a part of a note is such a sentence, and names none of the note's own.
    pub(super) fn says(&self, part: Span) -> bool {
        let sentences = &self.sentences;
        let at = sentences.partition_point(|sentence| sentence.end < part.end);
        sentences
            .get(at)
            .is_some_and(|sentence| sentence.covers(part))
    }

    /// Those who stand for a note.
    pub(super) fn of_note(&self, note: Span) -> impl Iterator<Item = &Owner> {
        let stands = move |standing: &&Standing| {
            standing.is_own && note.covers(standing.span) || standing.reach.contains(note.start)
        };
        (self.named.iter())
            .filter(stands)
            .flat_map(|standing| &standing.owners)
    }
}
