//! Numbers with their units: the mentions of a sentence.

mod counted;
mod fraction;
mod kind;
mod quantity;
mod rank;
mod unit;

use super::quotation;
use crate::model::Span;
use crate::reading::time::Time;
use crate::text::numeral::{self, Numeral};

pub use kind::UnitKind;
use unit::Unit;
pub use unit::unit_of_people;

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

/// The mentions of a sentence, in order; nothing inside `times` or inside names is one.
pub fn find(text: &str, sentence: Span, times: &[(Span, Time)]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let next = |from: usize| {
        let rest = text.get(from..sentence.end)?;
        let (skipped, character) = rest.char_indices().find(|&(_, c)| may_begin(c))?;
        Some((from + skipped, character))
    };
    let mut candidate = next(sentence.start);
    if candidate.is_none() {
        return mentions;
    }
    let mut skips = times
        .iter()
        .map(|(span, _)| *span)
        .chain(quotation::names(text, sentence))
        .collect::<Vec<_>>();
    skips.sort_unstable();
    let mut skip = 0;
    while let Some((place, character)) = candidate {
        let mut at = place;
        while skip < skips.len() && skips[skip].end <= at {
            skip += 1;
        }
        if let Some(name) = skips.get(skip).filter(|span| span.contains(at)) {
            candidate = next(name.end);
            continue;
        }
        let before = &text[sentence.start..at];
        let rest = &text[at..sentence.end];
        if is_broken(text, sentence, at) {
            at += numeral::read(rest)
                .map_or(0, |read| read.length)
                .max(character.len_utf8());
            candidate = next(at);
            continue;
        }
        let step = match character {
            '第' => rank::rank(before, rest, at),
            '前' => rank::leading_rank(rest, at),
            '翻' => rank::doubling(rest, at),
            _ => quantity::quantity(before, rest, at),
        };
        match step {
            Step::Found(mut mention) => {
                at = mention.span.end;
                if quantity::is_negative(before) {
                    mention.value = -mention.value;
                    mention.span.start -= before.chars().next_back().map_or(0, char::len_utf8);
                }
                mentions.push(mention);
            }
            Step::Pass(length) => at += length.max(character.len_utf8()),
        }
        candidate = next(at);
    }
    mentions
}

/// Whether a mention can begin with a character: a number, 第一, 前三, 翻番.
fn may_begin(character: char) -> bool {
    matches!(character, '第' | '前' | '翻') || numeral::may_begin(character)
}

/// Whether a line break divides the number at a place, so that its value cannot be told: 1286.⏎4亿元.
fn is_broken(text: &str, sentence: Span, at: usize) -> bool {
    let is_digit = |c: char| numeral::digit(c).is_some();
    if at == sentence.start {
        let before = &text[..at];
        let line = before.trim_end();
        return line.len() < before.len()
            && line.trim_end_matches(['.', '．']).ends_with(is_digit)
            && text[at..].starts_with(is_digit);
    }
    let end = text[at..sentence.end]
        .find(|c: char| !(is_digit(c) || matches!(c, '.' | '．')))
        .map_or(sentence.end, |length| at + length);
    let behind = &text[end..];
    end > at
        && end == sentence.end
        && behind.trim_start().len() < behind.len()
        && behind.trim_start().starts_with(is_digit)
}

enum Step {
    /// A mention, and reading goes on behind it.
    Found(Mention),
    /// So many bytes that hold none.
    Pass(usize),
}

fn build(before: &str, at: usize, length: usize, read: &Numeral, unit: Option<&Unit>) -> Mention {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::time::{Clock, find as find_times};

    fn mentions(text: &str) -> Vec<(String, f64, Option<String>)> {
        let sentence = Span::new(0, text.len());
        let times = find_times(
            text,
            sentence,
            Clock {
                year: Some(2026),
                month: Some(1),
            },
        );
        find(text, sentence, &times)
            .into_iter()
            .map(|m| (m.span.of(text).to_owned(), m.value, m.unit))
            .collect()
    }

    fn one(text: &str, mention: &str, value: f64, unit: Option<&str>) {
        assert_eq!(
            mentions(text),
            [(mention.to_owned(), value, unit.map(str::to_owned))],
            "{text}"
        );
    }

    #[test]
    fn numbers_with_units_of_every_form() {
        one(
            "全市生产总值达到812.6亿元",
            "812.6亿元",
            81_260_000_000.0,
            Some("元"),
        );
        one("增速回落0.4个百分点", "0.4个百分点", 0.4, Some("pp"));
        one("占全省的百分之十二点五", "百分之十二点五", 12.5, Some("%"));
        one("约三分之一的村庄", "三分之一", 33.33, Some("%"));
        one("七成以上企业复工", "七成", 70.0, Some("%"));
        one("产值翻两番", "翻两番", 4.0, Some("倍"));
        one("是五年前的3.2倍", "3.2倍", 3.2, Some("倍"));
        one("引进项目10—12项", "10—12项", 10.0, Some("项"));
        one("转移劳动力1500余人", "1500余人", 1500.0, Some("人"));
        one("2.6万困难职工解困脱困", "2.6万", 26_000.0, Some("人"));
        one("总量居全省第三位", "第三位", 3.0, Some("位"));
        one("进入全国前二十名", "前二十名", 20.0, Some("位"));
        one("存栏羊１２．５万只", "１２．５万只", 125_000.0, Some("只"));
        one("同比增长18；", "18", 18.0, None);
    }

    #[test]
    fn what_is_no_mention() {
        for text in [
            "2024年3月15日召开",
            "“十四五”期间",
            "第三次全体会议",
            "学习“三个代表”重要思想",
            "沿G207线和5G基站",
            "云政发〔2024〕15号",
            "一个民族也不能少",
            "千方百计抓落实",
            "《云汀市2024年十件实事》",
            "三次产业结构为12：38：50",
            "PM2.5浓度",
            "沿国道318线改造",
            "十分重要",
        ] {
            assert_eq!(mentions(text), [], "{text}");
        }
    }
}
