//! A mention, and what a reader of one gives back.

use super::kind::UnitKind;
use super::unit::Unit;
use crate::model::Span;
use crate::text::numeral::Numeral;

/// A number with its unit, as it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Number and unit.
    pub span: Span,
    /// The amount in the base unit; percent as percent.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// As in the contract.
    pub unit: Option<String>,
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// Whether 多 or 余 stands in it.
    pub or_more: bool,
    /// A word directly before the number that says it is rounded: 近, 约.
    pub near: bool,
    /// Written as a Chinese numeral of one sign: 三个.
    pub small: bool,
    /// A magnitude without a digit: 百亿, 千人.
    pub bare: bool,
    /// How the number is written.
    pub form: Form,
}

/// How a mention is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number and a unit.
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

pub(super) enum Step {
    /// A mention, and reading goes on behind it.
    Found(Mention),
    /// So many bytes that hold none.
    Pass(usize),
}

pub(super) fn build(
    before: &str,
    at: usize,
    length: usize,
    read: &Numeral,
    unit: Option<&Unit>,
) -> Mention {
    Mention {
        span: Span::new(at, at + length),
        value: read.value,
        value_max: None,
        unit: unit.map(|unit| unit.name.clone()),
        kind: unit.map_or(UnitKind::None, |unit| unit.kind),
        or_more: read.or_more,
        near: ["近", "约", "接近", "大约"]
            .iter()
            .any(|word| before.ends_with(word)),
        small: !read.arabic && read.signs == 1 && !read.bare,
        bare: read.bare,
        form: Form::Plain,
    }
}
