//! # document-date
//!
//! ## zh: 成文日期不合规范
//!
//! 落款处的成文日期：月、日前编了虚位（2024年01月05日），年份不全（24年1月5日），用点、横线代替年月日
//! （2024.1.5、2024-01-05）；有发文字号的公文用汉字写日期（二〇二四年一月五日，2012年以后），只作提示。
//! 正文里和网页信息栏里的日期不管。
//!
//! Why: 成文日期是公文生效的依据，格式由国家标准规定。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.3.5.4；《出版物上数字用法》（GB/T 15835—2011）
//!
//! ## en: Date of a document
//!
//! The date in the signature has noughts before month or day (2024年01月05日), a year cut short (24年1月5日), points or
//! dashes (2024.1.5); one in Chinese numerals, in a document that bears a number, of 2012 and later, is only pointed out.
//! Dates in the text and in what a page says of itself are left alone.
//!
//! Why: The date makes the document valid, and the standard says how it is written.
//!
//! Source: GB/T 9704—2012, 7.3.5.4; GB/T 15835—2011
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.document-date | 成文日期“{words}”应写作“{form}”。 | The date “{words}” should be written “{form}”. |
//! | check.document-date.short | 成文日期“{words}”年份不全，应写四位年份。 | The date “{words}” lacks the century: write four digits. |
//! | check.document-date.chinese | 成文日期“{words}”应当用阿拉伯数字：“{form}”。 | The date “{words}” should be in figures: “{form}”. |
//!
//! ## Trips
//!
//! ```text
//! 云溪县水务局关于做好防汛工作的通知
//! 各乡镇人民政府：
//! 汛期将至，请立即排查水库隐患，落实值班制度。
//! 云溪县水务局
//! 2031年05月06日
//! ```
//!
//! ## Silent
//!
//! ```text
//! 云溪县水务局关于做好防汛工作的通知
//! 各乡镇人民政府：
//! 汛期将至，请立即排查水库隐患，落实值班制度。
//! 云溪县水务局
//! 2031年5月6日
//! ```

use super::official::{kind_of, last_paragraphs, signature};
use super::{Context, Findings};
use crate::model::{Severity, Span};
use crate::text::is_digit;
use crate::text::numeral::{chinese_digit, small};

/// From this year on the standard wants figures.
const FIGURES_SINCE: u32 = 2013;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let numbered = reading.metadata.document_number.is_some();
    let last = last_paragraphs(reading, 1).filter(|_| kind_of(reading).is_some());
    for (line, signs) in signature(reading)
        .map(|line| (line, true))
        .chain(last.map(|line| (line, false)))
    {
        let words = line.of(reading.text);
        let date = Date::at_end(words);
        // A short year is no date to the layout: it stands alone in the last line.
        let Some(date) = date.filter(|date| signs || date.words == words.trim()) else {
            continue;
        };
        let start = line.start + words.len() - date.words.len();
        let end = start + date.words.trim_end().len();
        let span = Span::new(start, end);
        let Date {
            year, month, day, ..
        } = date;
        let form = format!("{year}年{month}月{day}日");
        let figures = date.words.starts_with(is_digit);
        if year < 100 && figures {
            findings.report(span, ".short", &[]);
        } else if form == span.of(reading.text) {
            continue;
        } else if year >= FIGURES_SINCE && numbered && !figures {
            let mut reported = findings.report(span, ".chinese", &[("form", &form)]);
            reported.set(Severity::Info);
            reported.suggest(span, form);
        } else if figures && year > 1900 && !date.words.contains(' ') {
            findings.correct(span, "", &form, &[]);
        }
    }
}

/// A date that ends a line.
struct Date<'a> {
    words: &'a str,
    year: u32,
    month: u32,
    day: u32,
}

impl<'a> Date<'a> {
    /// The date that a line ends with, in figures or Chinese numerals, whatever stands between them.
    fn at_end(line: &'a str) -> Option<Self> {
        let bare = line.trim_end();
        let in_date = |c: char| is_digit(c) || "年月日.-/．〇○零一二三四五六七八九十".contains(c);
        let words = &bare[bare.trim_end_matches(in_date).len()..];
        let parts: Vec<&str> = words
            .split(['年', '月', '日', '.', '-', '/', '．'])
            .filter(|part| !part.is_empty())
            .collect();
        let [year, month, day] = parts[..] else {
            return None;
        };
        let small = |part: &str| {
            let bare = part.trim_start_matches('0');
            small(bare).filter(|(_, length)| *length == bare.len())
        };
        let (month, _) = small(month)?;
        let (day, _) = small(day)?;
        let real = (1..=12).contains(&month) && (1..=31).contains(&day);
        real.then_some(Self {
            words,
            year: year_of(year)?,
            month,
            day,
        })
    }
}

/// A year written with four signs or two.
fn year_of(words: &str) -> Option<u32> {
    let count = words.chars().count();
    let mut digits = words.chars();
    let digit = |c: char| c.to_digit(10).or(chinese_digit(c));
    let value = digits.try_fold(0, |value, c| Some(value * 10 + digit(c)?))?;
    (count == 4 || count == 2).then_some(value)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::in_file;

    fn found(date: &str) -> usize {
        let text = format!(
            "云溪县水务局关于做好防汛工作的通知\n云水发〔2031〕5号\n各乡镇人民政府：\n汛期将至，请立即排查水库隐患。\n云溪县水务局\n{date}\n"
        );
        in_file("document-date", &text).len()
    }

    #[test]
    fn finds_dates_in_another_form() {
        for date in [
            "2031年05月06日",
            "2031年5月06日",
            "2031年05月6日",
            "2031.5.6",
            "2031-05-06",
            "31年5月6日",
            "二〇三一年五月六日",
        ] {
            assert_eq!(found(date), 1, "{date}");
        }
    }

    #[test]
    fn keeps_silent_on_dates_in_form() {
        for date in ["2031年5月6日", "2031年12月16日", "2031年10月20日"] {
            assert_eq!(found(date), 0, "{date}");
        }
    }
}
