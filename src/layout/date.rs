//! Written dates: Arabic, full-width and Chinese numerals, in every form that pages use.

use crate::lexicon::date_words::{self, Role};
use crate::model::Span;
use crate::text::numeral;

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    /// ISO 8601: `2024-01-03`, `2024-01` or `2024`.
    pub value: String,
    /// Where it stands: bytes of the text that was searched.
    pub span: Span,
}

/// The first date in `text` that has a year, and at least a month unless `年` follows the year.
pub(crate) fn first_date(text: &str) -> Option<WrittenDate> {
    let mut previous_is_digit = false;
    for (at, character) in text.char_indices() {
        let digit = digit(character);
        if digit.is_some()
            && !previous_is_digit
            && let Some(date) = date_at(text, at)
        {
            return Some(date);
        }
        previous_is_digit = digit.is_some();
    }
    None
}

/// The date that begins at `start`.
pub(crate) fn date_at(text: &str, start: usize) -> Option<WrittenDate> {
    let mut reader = Reader { text, at: start };
    let year = reader.year()?;
    reader.spaces();
    let mark = reader.peek()?;
    let divider = match mark {
        '年' => '月',
        '-' | '/' | '.' | '．' | '－' | '—' | '–' => mark,
        _ => return None,
    };
    reader.skip(mark);
    let after_year = reader.at;
    reader.spaces();
    let written = |value: String, end: usize| {
        Some(WrittenDate {
            value,
            span: Span::new(start, end),
        })
    };
    let Some(month) = reader.month() else {
        return if mark == '年' {
            written(format!("{year:04}"), after_year)
        } else {
            None
        };
    };
    let before_divider = reader.at;
    reader.spaces();
    if reader.peek() != Some(divider) {
        return match mark {
            '年' => written(format!("{year:04}"), after_year),
            // 2024.5 is a number as well as a month.
            _ => None,
        };
    }
    reader.skip(divider);
    let after_month = if mark == '年' {
        reader.at
    } else {
        before_divider
    };
    reader.spaces();
    if let Some(day) = reader.number(31) {
        let end = reader.at;
        reader.spaces();
        if mark == '年' {
            if matches!(reader.peek(), Some('日' | '号')) {
                let end = reader.at + '日'.len_utf8();
                return written(format!("{year:04}-{month:02}-{day:02}"), end);
            }
        } else {
            return written(format!("{year:04}-{month:02}-{day:02}"), end);
        }
    }
    if mark == '年' {
        written(format!("{year:04}-{month:02}"), after_month)
    } else {
        None
    }
}

/// Whether `text` is nothing but a date, with brackets, a time of day or a weekday around it.
pub(crate) fn is_date_line(text: &str) -> bool {
    let mut previous_is_digit = false;
    for (at, character) in text.char_indices() {
        let is_digit = digit(character).is_some();
        if is_digit
            && !previous_is_digit
            && let Some(date) = date_at(text, at)
        {
            let around = |part: &str| part.chars().all(stands_around);
            return around(&text[..at]) && around(&text[date.span.end..]);
        }
        // Most lines are told off by their first character.
        if !is_digit && !stands_around(character) {
            return false;
        }
        previous_is_digit = is_digit;
    }
    false
}

/// Whether a character may stand beside a date on its line: brackets, a time of day, a weekday.
fn stands_around(character: char) -> bool {
    character.is_ascii_digit()
        || [
            '（', '(', ')', '）', '【', '】', '[', ']', ':', '：', '—', '-', '星', '期', '一',
            '二', '三', '四', '五', '六', '日', '天', '周', '时', '分', '秒', '上', '下', '午',
        ]
        .contains(&character)
        || character.is_whitespace()
}

/// Whether a line with a date says when a page was put up: it has a time of day, or a source.
pub(crate) fn is_posted(text: &str) -> bool {
    let Some(date) = first_date(text) else {
        return false;
    };
    let after = text[date.span.end..].trim_start();
    let clock = after.split_once([':', '：']).is_some_and(|(hour, rest)| {
        is_number(hour) && rest.starts_with(|c: char| c.is_ascii_digit())
    });
    clock
        || date_words::TABLE
            .inside(text)
            .any(|row| row.roles.has(Role::Posted))
}

fn is_number(text: &str) -> bool {
    (1..3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of a digit of a date: ASCII, full-width or Chinese; letters and rings stand for 〇.
fn digit(character: char) -> Option<u32> {
    match character {
        'O' | 'Ｏ' | 'О' | '◯' => Some(0),
        '两' | '兩' => None,
        _ => numeral::digit(character).or_else(|| numeral::chinese_digit(character)),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn skip(&mut self, character: char) {
        self.at += character.len_utf8();
    }

    fn spaces(&mut self) {
        while let Some(character @ (' ' | '\u{3000}' | '\u{a0}')) = self.peek() {
            self.skip(character);
        }
    }

    /// Four digits from 1900 to 2099; other numbers are no years.
    fn year(&mut self) -> Option<u32> {
        let mut year = 0;
        for _ in 0..4 {
            let character = self.peek()?;
            year = year * 10 + digit(character)?;
            self.skip(character);
        }
        let follows = self.peek().and_then(digit).is_some();
        ((1900..2100).contains(&year) && !follows).then_some(year)
    }

    /// A month as a number, or 元 for the first.
    fn month(&mut self) -> Option<u32> {
        if self.peek() == Some('元') {
            self.skip('元');
            return Some(1);
        }
        self.number(12)
    }

    /// A number from 1 to `most` in digits or as 十二, 二十一; nothing is read where there is none.
    fn number(&mut self, most: u32) -> Option<u32> {
        let (value, length) = numeral::small(&self.text[self.at..])?;
        (1..=most).contains(&value).then(|| {
            self.at += length;
            value
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_written_form() {
        for (text, value, written) in [
            ("（2024年1月3日）", "2024-01-03", "2024年1月3日"),
            (
                "二〇二六年一月二十七日",
                "2026-01-27",
                "二〇二六年一月二十七日",
            ),
            (
                "二○二五年十二月三十一日",
                "2025-12-31",
                "二○二五年十二月三十一日",
            ),
            ("二零一九年十月十日", "2019-10-10", "二零一九年十月十日"),
            ("发布日期:2024-01-03 14:59", "2024-01-03", "2024-01-03"),
            (
                "２０２３ 年 ７ 月 ５ 日",
                "2023-07-05",
                "２０２３ 年 ７ 月 ５ 日",
            ),
            ("2023/11/08", "2023-11-08", "2023/11/08"),
            ("2022.06.30", "2022-06-30", "2022.06.30"),
            ("印发于2021年5月", "2021-05", "2021年5月"),
            ("2019年工作总结", "2019", "2019年"),
            ("2024年2月5日至7日", "2024-02-05", "2024年2月5日"),
            ("2022年元月6日", "2022-01-06", "2022年元月6日"),
            ("二O二四年四月八日", "2024-04-08", "二O二四年四月八日"),
        ] {
            let date = first_date(text);
            let found = date.as_ref().map(|d| (d.value.as_str(), d.span.of(text)));
            assert_eq!(found, Some((value, written)), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in [
            "20241年",
            "3000年",
            "1年",
            "2024.5",
            "13800138000",
            "二三四年",
            "2024-15-01",
            "项目2023个",
        ] {
            assert_eq!(first_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_line_holds_nothing_else() {
        for (text, alone) in [
            ("（2024年1月3日）", true),
            ("2023年10月29日 星期日", true),
            ("2024-01-03 14:59", true),
            ("2024年1月3日，会议召开", false),
            ("2024年工作要点", false),
        ] {
            assert_eq!(is_date_line(text), alone, "{text}");
        }
    }
}
