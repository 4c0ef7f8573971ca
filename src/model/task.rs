//! Commitments to act.

use serde::{Deserialize, Serialize};

use super::Span;

/// A commitment to act (任务).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Task {
    /// Where it stands.
    pub span: Span,
    /// Whether something is to be done, or only to be reached.
    pub kind: TaskKind,
    /// The action, from its verb on; of a goal all that it says.
    pub action: String,
    /// Who is to do it, as the text names them: in the sentence, or in a note that covers it.
    pub owners: Vec<Owner>,
    /// The points by which it, or a part of it, is to be reached.
    pub deadlines: Vec<Deadline>,
    /// How often it is to be done (每季度, 每月10日前), as it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "contract", ts(as = "Option<Vec<Recurrence>>", optional))]
    pub recurrence: Vec<Recurrence>,
    /// The indices of the claims that measure it.
    pub claims: Vec<usize>,
    /// The titles of the headings above it, outermost first.
    pub section: Vec<String>,
    /// What a supervisor would ask for.
    pub missing: Vec<Missing>,
}

/// What a task asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// An act (行动): 新建水库3座.
    Act,
    /// A goal without an act (目标): 粮食产量达到5亿斤.
    Goal,
}

/// How often something is to be done (频次).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Recurrence {
    /// The words as they stand: 每月10日前.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// Who is to act (责任单位).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Owner {
    /// The name as it stands, without 等.
    pub name: String,
    /// The part that it plays.
    pub role: OwnerRole,
    /// Where the name stands.
    pub span: Span,
}

/// The part that an owner plays in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OwnerRole {
    /// 牵头, 主办
    Lead,
    /// 配合, 协办, 会同
    Support,
    /// 负责, 责任单位, or the subject of the act
    Responsible,
}

/// A point by which something is to be reached (时限).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Deadline {
    /// A date, month, quarter, half-year or year as in [`super::Claim::period`]; none where the text does
    /// not say in which year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The words as they stand: 年底前.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

impl Deadline {
    /// The value, or the words where there is none.
    pub fn told(&self) -> &str {
        self.value.as_deref().unwrap_or(&self.text)
    }
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
