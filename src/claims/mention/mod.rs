//! Numbers with their units: the mentions of a sentence.

mod counted;
mod fraction;
mod kind;
mod quantity;
mod rank;
mod step;
mod unit;

use super::quotation;
use crate::model::Span;
use crate::reading::time::Time;
use crate::text::numeral;

pub use kind::UnitKind;
use step::Step;
pub use step::{Form, Mention};
pub use unit::unit_of_people;

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
