//! Numbers with their units: the mentions of a sentence.

mod counted;
mod found;
mod quantity;
mod rank;
mod tokens;
mod unit;

use super::quotation;
use crate::model::Span;
use crate::reading::{Kind, Reading};
use crate::text::{after, before, is_digit};

pub use found::{Form, Mention, UnitKind};
use tokens::Tokens;
pub use unit::unit_of_people;

/// The mentions of a sentence, in order; nothing inside times or inside names is one.
pub fn find(reading: &Reading, sentence: Span) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let tokens = Tokens::new(reading, sentence);
    let mut at = 0;
    while let Some(token) = tokens.token(at) {
        let place = token.span.start;
        let (mention, next) = match token.kind {
            Kind::Number if is_broken(reading.text, sentence, token.span) => (None, at + 1),
            Kind::Number if let Some(behind) = tokens.ordinals(at) => (None, behind),
            Kind::Number => match before(reading.text, place) {
                // 排名第|9
                Some(mark @ '第') => tokens.rank(place - mark.len_utf8(), at, false),
                _ => tokens.quantity(at),
            },
            Kind::Word => match after(reading.text, place) {
                Some('第' | '前') => {
                    let listed = mentions.last().is_some_and(|last| {
                        last.form == Form::Rank && tokens.is_listed(last.span, at)
                    });
                    tokens.rank(place, at, listed)
                }
                Some('翻') => (tokens.doubling(at))
                    .map_or((None, at + 1), |(mention, next)| (Some(mention), next)),
                _ => (None, at + 1),
            },
            Kind::Time | Kind::Mark => (None, at + 1),
        };
        if let Some(mut mention) = mention {
            if token.kind == Kind::Number && tokens.is_negative(at) {
                mention.value = -mention.value;
                mention.span.start = tokens.tokens[at - 1].span.start;
            }
            mentions.push(mention);
        }
        at = next;
    }
    if !mentions.is_empty() {
        let names = quotation::names(reading.text, tokens.tokens);
        let is_named = |place| names.iter().any(|name| name.contains(place));
        mentions.retain(|mention| !is_named(mention.span.start));
        if has_address(sentence.of(reading.text)) {
            mentions.retain(|mention| !is_in_address(reading.text, sentence, mention.span));
        }
    }
    mentions
}

/// Whether a number is a piece of a web address: http://…/%E5%85%9A.
fn is_in_address(text: &str, sentence: Span, number: Span) -> bool {
    let is_other = |sign: char| !sign.is_ascii_graphic();
    let before = &text[sentence.start..number.start];
    let start = (before.char_indices().rev())
        .find(|(_, sign)| is_other(*sign))
        .map_or(sentence.start, |(at, sign)| {
            sentence.start + at + sign.len_utf8()
        });
    let behind = &text[number.start..sentence.end];
    let end = number.start + behind.find(is_other).unwrap_or(behind.len());
    has_address(&text[start..end])
}

/// Whether an address, or signs written by their bytes as in one, stands among words.
fn has_address(words: &str) -> bool {
    words.contains("://") || words.contains("www.") || is_encoded(words)
}

/// Whether signs are written by their bytes in a word: %E5%85.
fn is_encoded(word: &str) -> bool {
    let bytes = word.as_bytes();
    let is_byte = |at: usize| {
        let digits = bytes.get(at + 1..at + 3);
        bytes[at] == b'%' && digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    (0..bytes.len().saturating_sub(3)).any(|at| is_byte(at) && is_byte(at + 3))
}

/// Whether a line break divides a number, so that its value cannot be told: 1286.⏎4亿元.
fn is_broken(text: &str, sentence: Span, number: Span) -> bool {
    let points = ['.', '．'];
    let head = &text[..number.start];
    let line = head.trim_end();
    let behind = text[sentence.end..].trim_start();
    number.start == sentence.start
        && line.len() < head.len()
        && line.trim_end_matches(points).ends_with(is_digit)
        || text[number.end..sentence.end]
            .trim_start_matches(points)
            .is_empty()
            && behind.len() < text.len() - sentence.end
            && behind.starts_with(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::for_tests;

    fn mentions(text: &str) -> Vec<(String, f64, Option<String>)> {
        let layouts = crate::layout::lay_out(text);
        let Some(layout) = layouts.documents.first() else {
            return Vec::new();
        };
        let reading = Reading::new(layout, &[], &for_tests());
        find(&reading, Span::new(0, layout.text.len()))
            .into_iter()
            .map(|m| {
                (
                    m.span.of(&layout.text).to_owned(),
                    m.value,
                    m.unit.map(String::from),
                )
            })
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
    fn a_list_that_is_shared_out_has_the_unit_of_its_last() {
        let told = |text: &str| -> Vec<_> {
            let mentions = mentions(text).into_iter();
            mentions
                .map(|(_, value, unit)| (value, unit.unwrap_or_default()))
                .collect()
        };
        let points = |value: f64| (value, "pp".to_owned());
        assert_eq!(
            told("增速分别加快0.4、1.2和2.5个百分点"),
            [points(0.4), points(1.2), points(2.5)]
        );
        assert_eq!(
            told("农业和林业分别增长7和8.5%"),
            [(7.0, "%".to_owned()), (8.5, "%".to_owned())]
        );
        assert_eq!(
            told("对增长的拉动分别为-0.2、3.1、-1.5个百分点"),
            [points(-0.2), points(3.1), points(-1.5)]
        );
    }

    #[test]
    fn what_is_no_mention() {
        for text in [
            "2024年3月15日召开",
            "“十四五”期间",
            "第三次全体会议",
            "县委九届三次、四次全会",
            "市五届人大二次会议精神",
            "具体措施：1．2031年6月底前提出事项",
            "建成泵站三期",
            "学习“三个代表”重要思想",
            "沿G207线和5G基站",
            "云政发〔2024〕15号",
            "一个民族也不能少",
            "千方百计抓落实",
            "《云汀市2024年十件实事》",
            "三次产业结构为12：38：50",
            "PM2.5浓度",
            "详见http://yunxi.example/zwgk/%E5%85%9A%E4%B8?id=50",
            "网址是www.yunxi.example/2031/07/t20310705_118.html",
            "沿国道318线改造",
            "十分重要",
            "报送下列第2至5项材料",
            "核对第3、4、6项内容",
            "打破二元结构",
            "随时办理7*24小时服务",
            "敷设跨境陆缆",
        ] {
            assert_eq!(mentions(text), [], "{text}");
        }
    }
}
