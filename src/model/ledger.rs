//! The task ledger (任务台账).

use serde::{Deserialize, Serialize};

use super::{Missing, Span};

/// The ledger of a document, in both ways to divide it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Ledger {
    /// The document's title.
    pub title: Option<String>,
    /// A row a task.
    pub sentences: Vec<LedgerRow>,
    /// A row a paragraph that holds tasks.
    pub items: Vec<LedgerRow>,
}

/// What a later report says of a row of a ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Progress {
    /// Where the row stands in the plan.
    pub span: Span,
    /// The sentences that speak of it, each once.
    pub sentences: Vec<String>,
    /// The figures that answer its targets, each once.
    pub figures: Vec<String>,
    /// How far it is by that, for people to decide: of several targets the one that is worst off. Nothing where the report
    /// is silent.
    pub state: Option<ProposedState>,
}

/// How far a task is, by what a report says; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ProposedState {
    /// A figure is below its target.
    Late,
    /// It is spoken of.
    Running,
    /// All its targets are met.
    Done,
}

/// What a supervising office asks about later (立项事项): one row of a ledger, its figures and dates in words of
/// Chinese prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LedgerRow {
    /// The number of the paragraph, as it stands: （一）; absent where it has none.
    pub number: Option<String>,
    /// The titles of the headings above it, outermost first.
    pub section: Vec<String>,
    /// The act as it stands, without number and notes; of an item its sentences.
    pub content: String,
    /// Its target figures: 城镇新增就业 ≥55万人（2026）.
    pub targets: Vec<String>,
    /// Who leads (牵头).
    pub lead: Vec<String>,
    /// Who is responsible (责任).
    pub responsible: Vec<String>,
    /// Who supports (配合).
    pub support: Vec<String>,
    /// By when: a period as in [`super::Claim::period`], else the words as they stand.
    pub deadlines: Vec<String>,
    /// How often: 每季度, as it stands.
    pub recurrence: Vec<String>,
    /// What a supervisor would ask for.
    pub missing: Vec<Missing>,
    /// Where it stands.
    pub span: Span,
    /// The indices of its tasks in [`super::Document::tasks`].
    pub tasks: Vec<usize>,
}
