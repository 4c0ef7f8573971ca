//! Commitments to act.

use serde::{Deserialize, Serialize};

use super::Span;

/// A commitment to act (任务).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Task {
    /// Where it stands.
    pub span: Span,
    /// The action, from its verb on.
    pub action: String,
    /// Who is to do it.
    pub owners: Vec<String>,
    /// By when: a date, month, quarter, half-year or year as in [`super::Claim::period`], or the
    /// words as they stand (年底前) where the text does not say in which year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub deadline: Option<String>,
    /// The indices of the claims that measure it.
    pub claims: Vec<usize>,
    /// The titles of the headings above it, outermost first.
    pub section: Vec<String>,
    /// What a supervisor would ask for.
    pub missing: Vec<Missing>,
}

/// What a task lacks before it can be supervised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// 责任单位
    Owner,
    /// 完成时限
    Deadline,
    /// 量化目标
    Measure,
}
