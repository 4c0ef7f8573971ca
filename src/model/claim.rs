//! Quantitative claims.

use serde::{Deserialize, Serialize};

use super::{Span, Stated};

/// One quantity mention (量化表述) and what it says: which indicator, how much, in which sense,
/// promised or done, and for when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Claim {
    /// The mention: the number and its unit.
    pub span: Span,
    /// The words of the mention.
    pub text: String,
    /// The amount in the base unit: 万 and 亿 multiplied out, percent as percent; negative for a
    /// decrease.
    #[serde(serialize_with = "crate::model::number::serialize")]
    pub value: f64,
    /// The upper end of a range.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "crate::model::number::serialize_option"
    )]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub value_max: Option<f64>,
    /// `%`, `pp` (个百分点), `倍`, `位` (a rank), or the unit as it stands without 万 and 亿.
    pub unit: Option<String>,
    /// How the number bounds the amount.
    pub bound: Bound,
    /// What kind of amount it is.
    pub measure: Measure,
    /// What is measured, in the text's own words; empty where the text does not name it.
    pub indicator: String,
    /// The indicator in the form that is common to all ways to write it (规上工业增加值, 规模以上工业增加值), without the
    /// place that it is told of and without quotation marks.
    pub name: String,
    /// Whose amount it is: the place (全市) and the kind (城镇, 规模以上) that the indicator is limited to, as they stand.
    pub scope: Vec<String>,
    /// The whole that a share is a part of (全市生产总值 in 占全市生产总值的12%), or that a rank is held in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub of: Option<Stated>,
    /// What the value is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub compared_with: Option<Comparison>,
    /// Promised or done.
    pub status: Status,
    /// The time that the value is for: `2024`, `2021/2025`, `2024-04-15`, `2024-Q1`, `2024-H1`;
    /// `null` where the text leaves it open.
    pub period: Option<String>,
    /// Who is to see to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub owner: Option<String>,
    /// The word that says how firm a target is (确保, 力争), where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub commitment: Option<String>,
    /// The index of the sentence that it stands in.
    pub sentence: usize,
    /// The titles of the headings above it, outermost first.
    pub section: Vec<String>,
    /// The rules that gave status and measure, for the card: keys of `data/strings/`.
    pub because: Vec<String>,
}

/// What a value is compared with: 上年 in 比上年增长5%, 全国 in 高于全国0.5个百分点.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Comparison {
    /// Where the words stand.
    pub span: Span,
    /// The words.
    pub text: String,
    /// What they name.
    pub basis: Basis,
    /// The time of the other value, written as [`Claim::period`]; absent where it is no time or cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub period: Option<String>,
}

/// What a value is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The indicator's own value at another time: 上年, 2020年, 同比.
    Period,
    /// What was planned: 预算, 年度目标.
    Plan,
    /// The value of another place: 全国, 全省平均.
    Place,
    /// Another value: GDP增速.
    Other,
}

#[cfg(test)]
impl Claim {
    /// A bare target, for tests that say what else they need: so much of an indicator, at no place.
    pub(crate) fn target(indicator: &str, value: f64, unit: &str) -> Self {
        Self {
            span: Span::default(),
            text: String::new(),
            value,
            value_max: None,
            unit: Some(unit.to_owned()),
            bound: Bound::Exact,
            measure: Measure::Level,
            indicator: indicator.to_owned(),
            name: indicator.to_owned(),
            scope: Vec::new(),
            of: None,
            compared_with: None,
            status: Status::Target,
            period: None,
            owner: None,
            commitment: None,
            sentence: 0,
            section: Vec::new(),
            because: Vec::new(),
        }
    }
}

/// How a number bounds the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Just so much.
    Exact,
    /// 以上, 不低于, 超过, 多, 余
    AtLeast,
    /// 以内, 以下, 不超过, 不足
    AtMost,
    /// 左右, 约, 近
    About,
    /// 10—12
    Range,
}

/// What kind of amount a claim holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The indicator's own amount, count or rate.
    Level,
    /// A rate of change.
    Growth,
    /// An absolute increase or decrease.
    Change,
    /// A part of a whole.
    Share,
    /// 倍, 翻番
    Multiple,
    /// 第一位
    Rank,
}

/// Promised or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 目标: planned, required, promised.
    Target,
    /// 完成值: reported as done, or standing now.
    Actual,
    /// Thresholds, prices, durations, background: no goal and no result.
    Other,
}
