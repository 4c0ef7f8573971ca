//! Findings of the checks.

use serde::{Deserialize, Serialize};

use super::Span;

/// A place where the text contradicts itself, the calendar or its form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Finding {
    /// The rule's id, for instance `announced-count`.
    pub rule: String,
    /// What tells it from others of its document, in whatever state of the text it is found again: a
    /// hash of its rule, its words and those around them, and `.2` where it is the second such.
    pub identity: String,
    /// How sure and how bad.
    pub severity: Severity,
    /// The place.
    pub span: Span,
    /// What is wrong, in Chinese.
    pub message: String,
    /// What is wrong, in English.
    pub message_en: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// What to write instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
    /// What to write elsewhere as well, where one finding stands for many places; ascending, behind the
    /// suggestion's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "contract", ts(optional, as = "Option<Vec<Suggestion>>"))]
    pub elsewhere: Vec<Suggestion>,
}

/// A place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What it has to do with the finding, in Chinese.
    pub message: String,
    /// The same in English.
    pub message_en: String,
}

/// What to write in place of a stretch of text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Suggestion {
    /// What to replace.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
}

/// How sure and how bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The text contradicts itself or the calendar.
    Error,
    /// Very likely a slip.
    Warning,
    /// Worth a look.
    Info,
}
