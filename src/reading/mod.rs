//! Blocks to language: sentences, clauses, words, times, owners, and where each looks.

#[cfg(feature = "dictionary")]
mod built_in;
mod clock;
pub mod dictionary;
mod document;
mod due;
mod frames;
mod hits;
mod horizon;
mod joints;
mod making;
mod markers;
mod marks;
mod modality;
pub mod names;
mod note;
mod notes;
mod outlook;
pub mod owners;
mod phrase;
mod pos;
mod presents;
mod recurrence;
mod refusal;
mod says;
mod sentences;
mod standing;
mod tense;
pub mod time;
mod token;
mod topics;
mod verbs;
mod words;

pub use dictionary::DictionaryError;
pub use document::{Clause, Reading, Section};
pub use frames::HeadingFrame;
pub use hits::{Hit, Hits};
pub use horizon::{Goal, Horizon};
pub use markers::Markers;
pub(crate) use markers::PartMarker;
pub use marks::{ends_clause, ends_sentence};
pub use modality::{Modalities, Modality};
pub use names::{Name, NameKind};
pub use note::Note;
pub use pos::Pos;
pub use tense::{Outlook, Scope, Tense};
pub use token::{Kind, Number, Token};
pub use topics::runs_on;
pub use verbs::Head;
#[cfg(test)]
pub(crate) use words::for_tests;
pub use words::{Dictionary, Word};
