//! Two texts beside each other.

use serde::{Deserialize, Serialize};

use super::Span;

/// What became of one text in another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextComparison {
    /// Which of the comparisons the two texts are for, as asked or as found.
    pub kind: ComparisonKind,
    /// The earlier or upper text.
    pub first: Compared,
    /// The later or lower text.
    pub second: Compared,
    /// Whether what was given first stands second.
    pub swapped: bool,
    /// How it was found which is first.
    pub order: ComparisonOrder,
    /// What can and what cannot be compared.
    pub notes: Vec<ComparisonNote>,
    /// The targets of the first text with what the second reports of them, in order.
    pub results: Vec<ResultRow>,
    /// The targets of both texts.
    pub targets: Vec<TargetRow>,
    /// The tasks of the first text with what the second makes of them, then those that only the second has.
    pub tasks: Vec<TaskRow>,
    /// Set phrases, slogans and stock phrases (提法) that one of the texts has.
    pub phrases: Vec<PhraseRow>,
    /// The sentences of the second text in order, each dropped one where it stood.
    pub sentences: Vec<SentenceRow>,
}

/// What two texts are compared for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ComparisonKind {
    /// What was promised, and what became of it.
    Promise,
    /// An upper document, and what a lower one takes up.
    Level,
    /// Two wordings of one text.
    Wording,
}

/// How it was found which of two texts is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ComparisonOrder {
    /// By the years that they are of.
    Dates,
    /// By the levels of the places that issue them.
    Levels,
    /// As they were given.
    Given,
}

/// One of two texts that are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Compared {
    /// The document's title, else the file's name.
    pub title: String,
    /// The year that it is of.
    pub year: Option<i32>,
    /// The place that it is of, as it stands.
    pub place: Option<String>,
}

/// A sentence on what can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ComparisonNote {
    /// The key of `data/strings/` that it was made from.
    pub code: String,
    /// In Chinese.
    pub message: String,
    /// In English.
    pub message_en: String,
}

/// A place in one of the texts that a row speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Cited {
    /// The figure, the task or the words.
    pub span: Span,
    /// The words of the sentence around it; of a task and a sentence its own.
    pub words: String,
    /// The figure in one form, with bound and unit: 增长≥7%.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// The index of the claim in [`super::Document::claims`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<usize>,
    /// The index of the task in [`super::Document::tasks`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<usize>,
}

/// A target and what a later text reports of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ResultRow {
    /// What is measured.
    pub indicator: String,
    /// The time that the target is for.
    pub period: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// The target.
    pub target: Cited,
    /// What the later text says of it.
    pub result: Option<Cited>,
    /// Why the two belong together.
    pub grounds: Vec<Ground>,
    /// Whether nothing about the match is doubtful.
    pub sure: bool,
}

/// What became of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 达到
    Met,
    /// 未达到
    Missed,
    /// Its time is not over: 未到期.
    Due,
    /// Spoken of without a figure that answers it: 未报数.
    Reported,
    /// 未提及
    Unmentioned,
}

/// A target that one or both texts have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TargetRow {
    /// What is measured.
    pub indicator: String,
    /// How it differs, in one or more ways.
    pub changes: Vec<TargetChange>,
    /// In the first text.
    pub first: Option<Cited>,
    /// In the second.
    pub second: Option<Cited>,
    /// Why the two belong together.
    pub grounds: Vec<Ground>,
    /// Whether nothing about the match is doubtful.
    pub sure: bool,
}

/// How a target of two texts differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TargetChange {
    /// Not at all.
    Same,
    /// The number is larger.
    Raised,
    /// The number is smaller.
    Lowered,
    /// Less binding: 以上 became 左右, 确保 became 力争.
    Softened,
    /// More binding.
    Hardened,
    /// For another time.
    Moved,
    /// Only the first text has it.
    Dropped,
    /// Only the second text has it.
    New,
}

/// A task that one or both texts have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TaskRow {
    /// What the lower text makes of it, in one or more ways.
    pub uptakes: Vec<Uptake>,
    /// The characters of the upper task that the lower one has letter for letter, in percent.
    pub copied: u32,
    /// In the upper text.
    pub first: Option<Cited>,
    /// In the lower text.
    pub second: Option<Cited>,
    /// Whether nothing about the match is doubtful.
    pub sure: bool,
}

/// What a lower text makes of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Uptake {
    /// Taken up word for word.
    Copied,
    /// Taken up in other words.
    Reworded,
    /// A figure was added.
    Figure,
    /// An owner was added.
    Owner,
    /// A deadline was added.
    Deadline,
    /// Less binding (必须 became 鼓励), or its figure is gone.
    Weaker,
    /// Not taken up.
    Absent,
    /// Only the lower text has it.
    Own,
}

/// A set phrase, slogan or stock phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PhraseRow {
    /// Its words.
    pub text: String,
    /// What became of it.
    pub change: PhraseChange,
    /// How often the first text has it.
    pub before: usize,
    /// How often the second text has it.
    pub after: usize,
    /// Where it first stands in the first text.
    pub first: Option<Cited>,
    /// Where it first stands in the second text.
    pub second: Option<Cited>,
}

/// What became of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PhraseChange {
    /// Only the second text has it.
    Came,
    /// Only the first text has it.
    Went,
    /// Both have it.
    Stayed,
}

/// A sentence that one or both texts have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SentenceRow {
    /// What became of it.
    pub change: SentenceChange,
    /// Whether it stands in another order, changed or not.
    pub moved: bool,
    /// How much of it is the same, in percent.
    pub alike: u32,
    /// Whether a word that binds became one that does not (必须 became 鼓励): below 0; the other way: above 0.
    pub firmness: i32,
    /// In the first text.
    pub first: Option<Cited>,
    /// In the second text.
    pub second: Option<Cited>,
}

/// What became of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SentenceChange {
    /// Letter for letter in its place.
    Same,
    /// Letter for letter in another place.
    Moved,
    /// In other words.
    Changed,
    /// Only the second text has it.
    New,
    /// Only the first text has it.
    Dropped,
}

/// Why two figures are of one matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The indicators are called the same.
    SameName,
    /// One indicator's name holds the other's.
    NamePart,
    /// The indicators' names have most characters in common.
    NameAlike,
    /// The sentence has the indicator's name.
    Named,
    /// The sentences have much in common.
    Context,
    /// The unit and the kind of amount are the same.
    SameMeasure,
    /// Counted in other units of one kind, or as another kind of amount.
    OtherMeasure,
    /// For the same time.
    SamePeriod,
    /// The time of one of them is left open.
    OpenPeriod,
    /// The figure is for another time.
    OtherPeriod,
}
