//! How many parts a text says it has.

use serde::{Deserialize, Serialize};

use super::Span;

/// A number of parts that the text announces (四点意见, “三条底线”, 以下十方面工作), and the parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Announcement {
    /// The number and what is counted: 四点意见.
    pub span: Span,
    /// The clause that announces, or the heading: 下面我讲四点意见.
    pub clause: Span,
    /// The number announced, from 2.
    pub count: u32,
    /// What is counted: 意见; empty in 三点.
    pub noun: String,
    /// Whether the parts follow.
    pub state: AnnouncementState,
    /// The parts that follow, in order. Where the outline has a part, the span is that of its
    /// heading.
    pub items: Vec<AnnouncedItem>,
}

/// A part that was announced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct AnnouncedItem {
    /// Its number; absent where it bears none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Its words, the number included.
    pub span: Span,
}

/// Whether as many parts follow as were announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AnnouncementState {
    /// As many follow, or the last bears that number: a number left out is a finding of its own.
    Kept,
    /// Another number follows.
    Differs,
    /// None follows, and the text does not come back to it.
    Missing,
    /// The text does not tell: the parts bear no numbers, or the numbering starts again.
    Open,
}
