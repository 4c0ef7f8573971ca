//! A mention as it was found.

use std::borrow::Cow;

use crate::lexicon::units::Kind;
use crate::model::Span;

/// A number with its unit, as it stands in the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mention {
    /// Number and unit.
    pub span: Span,
    /// The amount in the base unit; percent as percent.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// As in the contract.
    pub unit: Option<Cow<'static, str>>,
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// Whether 多 or 余 stands in it.
    pub or_more: bool,
    /// A word directly before the number that says it is rounded: 近, 约.
    pub near: bool,
    /// Written as a Chinese numeral of one sign: 三个.
    pub small: bool,
    /// Whether a number so small before this unit is as likely part of a name: 三个, 五项.
    pub vague: bool,
    /// A magnitude without a digit: 百亿, 千人.
    pub bare: bool,
    /// How the number is written.
    pub form: Form,
}

/// What a number counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnitKind {
    /// A unit of the table: 亿元, 公里, 个.
    Of(Kind),
    /// People, named by the noun behind the number: 3.8万贫困人口.
    PeopleNoun,
    /// Things, named by the noun behind a number without a unit.
    Noun,
    /// A place in an order: 第一位.
    Rank,
    /// The places up to one: 前三位.
    LeadingRank,
    /// The text gives none.
    #[default]
    None,
}

/// How a mention is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A number and a unit.
    #[default]
    Plain,
    /// 三分之一, 1/4
    Fraction,
    /// 七成
    Tenths,
    /// 翻一番
    Doubling,
    /// 第一, 前三位
    Rank,
}
