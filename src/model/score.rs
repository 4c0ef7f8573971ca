//! Scores and the counts behind them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Span;

/// A figure and the counts that it is made of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Score {
    /// 0–100 unless the score's definition says otherwise; `null` where there is nothing to count.
    #[serde(serialize_with = "crate::export::number::serialize_option")]
    pub value: Option<f64>,
    /// The counts, by name.
    #[serde(serialize_with = "crate::export::number::serialize_map")]
    pub parts: BTreeMap<Cow<'static, str>, f64>,
}

/// The scores of a document and of every section.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Scores {
    /// Of the whole document.
    pub document: ScoreSet,
    /// Of the sections, in the order of the outline, parents before children.
    pub sections: Vec<SectionScores>,
}

/// The scores of one section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SectionScores {
    /// The section's span, as in its heading.
    pub section: Span,
    /// Its scores.
    pub scores: ScoreSet,
}

/// One of each score.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ScoreSet {
    /// 实度
    pub specificity: Score,
    /// 套话率
    pub formula_density: Score,
    /// 可督办度
    pub accountability: Score,
    /// 目标硬度
    pub target_firmness: Score,
    /// 前瞻
    pub outlook: Score,
    /// 可读性: its parts are figures of their own, its value is always `null`.
    pub readability: Score,
    /// 排比
    pub parallelism: Score,
}
