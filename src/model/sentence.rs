//! Sentences and the 虚实 ladder.

use serde::{Deserialize, Serialize};

use super::Span;

/// A sentence (句).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Sentence {
    /// Where it stands, the closing mark included.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
    /// Its step; `null` for titles, salutations, bylines, headings that only name what stands below them, and sentences of under 6 characters.
    pub ladder: Option<Ladder>,
    /// What speaks most for the step, the heaviest first: keys of `data/strings/`, or words of the sentence.
    pub because: Vec<String>,
}

/// The steps of the 虚实 ladder; the first that fits decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Ladder {
    /// 有数可考: holds a target or an actual.
    Measurable,
    /// 有事可查: names something that can be checked.
    Concrete,
    /// 套话: most of it stands in set phrases, slogans or stock phrases.
    Formulaic,
    /// 泛述: anything else.
    General,
}
