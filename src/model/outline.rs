//! The heading tree.

use serde::{Deserialize, Serialize};

use super::Span;

/// A heading (标题) or an inline item (一是…), with all that stands under it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Heading {
    /// Depth in the tree, from 1.
    pub level: usize,
    /// The form of its number.
    pub style: HeadingStyle,
    /// The number, from 1; absent where the heading has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The words, the number included.
    pub title: String,
    /// Where the words stand.
    pub span: Span,
    /// From the heading's start to the next heading of the same or a higher level.
    pub section: Span,
    /// The headings under this one.
    pub children: Vec<Heading>,
}

/// The forms that headings and items take (GB/T 9704—2012, 7.3.3, and what people write beside).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeadingStyle {
    /// 一、
    Chapter,
    /// （一）
    Section,
    /// 1.
    Article,
    /// （1）
    Item,
    /// 一是, 一要, 第一，, 首先
    Inline,
    /// ——
    Dash,
    /// No number.
    Plain,
}
