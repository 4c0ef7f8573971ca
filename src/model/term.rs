//! Set phrases, slogans, stock phrases and keywords.

use serde::{Deserialize, Serialize};

use super::Span;

/// A term and every place where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// Its words.
    pub text: String,
    /// Where it stands, in order.
    pub occurrences: Vec<Span>,
    /// How much it counts among terms of its kind: occurrences, or a keyword's weight.
    #[serde(serialize_with = "crate::model::number::serialize")]
    pub weight: f64,
    /// What it stands for: the members of a numeric slogan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The members of a numeric slogan that is known (四个意识: 政治意识, 大局意识, …), in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "contract", ts(optional, as = "Option<Vec<String>>"))]
    pub members: Vec<String>,
    /// The year in which a central document first had the slogan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<u16>,
    /// Of a set phrase and a slogan: the years in which dated official texts have it, `data/phrase-years.tsv`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<SeenYears>,
}

/// The years in which a phrase stands in a set of dated texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SeenYears {
    /// The year of the first text that has it.
    pub first: u16,
    /// The year of the last text that has it.
    pub last: u16,
    /// How many texts have it, two at least.
    pub texts: u16,
}

/// The kinds of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// 提法
    SetPhrase,
    /// 数字提法: 四个意识
    Slogan,
    /// 套话
    StockPhrase,
    /// 关键词
    Keyword,
}
