//! Scores and the counts behind them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Span, Warning};

/// A figure and the counts that it is made of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Score {
    /// 0–100 unless the score's definition says otherwise; `null` where there is nothing to count.
    #[serde(serialize_with = "crate::model::number::serialize_option")]
    pub value: Option<f64>,
    /// The counts, by name.
    #[serde(serialize_with = "crate::model::number::serialize_map")]
    pub parts: BTreeMap<Cow<'static, str>, f64>,
    /// The share of the reference set's texts (0–100) that score lower, those that score the same
    /// counted half: see [`Scores::reference`]. Only of whole documents, and only where the set
    /// fits the text and there is a value.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "crate::model::number::serialize_option"
    )]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub percentile: Option<f64>,
    /// As `percentile`, of parts that are figures of their own (those of `readability`).
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "crate::model::number::serialize_map"
    )]
    #[cfg_attr(
        feature = "contract",
        ts(optional, as = "Option<BTreeMap<Cow<'static, str>, f64>>")
    )]
    pub part_percentiles: BTreeMap<Cow<'static, str>, f64>,
    /// The places that a part counts, by its name, in order. Only of whole documents, and only for
    /// parts that no other field shows: `hard`, `soft` and `neither` (targets), `forward_characters`
    /// (sentences), `runs` (of parallel clauses). The rest stands in the sentences' steps, the terms'
    /// occurrences and what the tasks lack.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "contract",
        ts(optional, as = "Option<BTreeMap<Cow<'static, str>, Vec<Span>>>")
    )]
    pub evidence: BTreeMap<Cow<'static, str>, Vec<Span>>,
}

/// The scores of a document and of every section.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Scores {
    /// Of the whole document.
    pub document: ScoreSet,
    /// Of the sections, in the order of the outline, parents before children.
    pub sections: Vec<SectionScores>,
    /// The texts that percentiles compare with.
    #[serde(default)]
    pub reference: Reference,
    /// Why the scores of this document say less than those of others, or are not compared with the
    /// reference set.
    #[serde(default)]
    pub warnings: Vec<Warning>,
}

/// A set of texts whose scores are known (参照文本).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Reference {
    /// Which set: the kind of text and its first year, `work_report-1980`; empty where the text's kind has none.
    pub key: String,
    /// What the texts are, in Chinese.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// The day on which the set was scored, ISO 8601.
    pub date: String,
    /// The number of texts.
    pub texts: usize,
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

impl ScoreSet {
    /// The scores by their names in the contract.
    pub fn each_mut(&mut self) -> [(&'static str, &mut Score); 7] {
        [
            ("specificity", &mut self.specificity),
            ("formula_density", &mut self.formula_density),
            ("accountability", &mut self.accountability),
            ("target_firmness", &mut self.target_firmness),
            ("outlook", &mut self.outlook),
            ("readability", &mut self.readability),
            ("parallelism", &mut self.parallelism),
        ]
    }
}
