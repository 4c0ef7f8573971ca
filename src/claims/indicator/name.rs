//! The name of what a number measures.

use crate::lexicon::verbs::Verb;

/// The name found for a mention.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Named {
    /// The indicator; empty where the text names none.
    pub indicator: String,
    /// Where its first word stands.
    pub start: usize,
    /// What the verb does that the number is the object of.
    pub verb: Option<Verb>,
    /// Whether the noun stands behind the number.
    pub behind: bool,
    /// Whether it was carried from an earlier clause.
    pub carried: bool,
}
