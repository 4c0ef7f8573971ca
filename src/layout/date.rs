//! Written dates: Arabic, full-width and Chinese numerals, in every form that pages use.

use super::notes_below::is_note_below;
use crate::lexicon::date_words::{Role, TABLE};
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
    first_before(text, text.len())
}

/// The first of them that begins before `end`.
fn first_before(text: &str, end: usize) -> Option<WrittenDate> {
    let mut inside = false;
    text[..end].char_indices().find_map(|(at, character)| {
        let goes_on = std::mem::replace(&mut inside, digit(character).is_some());
        (inside && !goes_on).then(|| date_at(text, at))?
    })
}

/// The date that begins at `start`.
pub(crate) fn date_at(text: &str, start: usize) -> Option<WrittenDate> {
    let mut reader = Reader { text, at: start };
    let year = reader.year()?;
    let mark = reader.mark(&['年', '-', '/', '.', '．', '－', '—', '–'])?;
    let mut value = format!("{year:04}");
    let mut end = reader.at;
    if mark != '年' {
        // 2024.5 is a number as well as a month.
        let month = reader.month()?;
        reader.mark(&[mark])?;
        value = format!(
            "{value}-{month:02}-{:02}",
            reader.day_before_hour().or_else(|| reader.number(31))?
        );
        end = reader.at;
    } else if let Some(month) = reader.month()
        && reader.mark(&['月']).is_some()
    {
        value = format!("{value}-{month:02}");
        end = reader.at;
        if let Some(day) = reader.number(31)
            && reader.mark(&['日', '号']).is_some()
        {
            value = format!("{value}-{day:02}");
            end = reader.at;
        }
    }
    let span = Span::new(start, end);
    Some(WrittenDate { value, span })
}

/// Whether `text` is nothing but a date, with brackets, a time of day or a weekday around it, or a note in brackets behind it:
/// 2024年3月5日（此件有删改）
pub(crate) fn is_date_line(text: &str) -> bool {
    if is_blank(text) {
        return true;
    }
    // Most lines are told off by their first character.
    let other = text.find(|c| !stands_around(c) && digit(c).is_none());
    let Some(date) = first_before(text, other.unwrap_or(text.len())) else {
        return false;
    };
    let around = |part: &str| part.chars().all(stands_around);
    let behind = text[date.span.end..].trim_start();
    around(&text[..date.span.start]) && (around(behind) || is_note_below(behind))
}

/// 2031年　月　日, 20XX年X月X日: whether a line is a date whose day is still to be filled in. Without its year it belongs to a
/// form.
pub(super) fn is_blank(text: &str) -> bool {
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return false;
    }
    let figure = |c: char| c.is_ascii_digit() || matches!(c, 'X' | 'x' | '×' | '_' | '*' | '○');
    let marks = text.trim_matches(['（', '(', '）', ')', ' ']);
    let left = marks.chars().filter(|c| !figure(*c) && !c.is_whitespace());
    let is_date = marks.starts_with(|c: char| c.is_ascii_digit()) && left.eq("年月日".chars());
    is_date && first_date(text).is_none_or(|date| date.value.len() < "2031-03-05".len())
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
        let is_hour =
            (1..3).contains(&hour.len()) && hour.bytes().all(|byte| byte.is_ascii_digit());
        is_hour && rest.starts_with(|c: char| c.is_ascii_digit())
    });
    clock || TABLE.stands_in(text, Role::Posted)
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

    /// The character that stands here, one of `marks`, behind spaces; it is passed.
    fn mark(&mut self, marks: &[char]) -> Option<char> {
        self.spaces();
        let mark = self.peek().filter(|mark| marks.contains(mark))?;
        self.at += mark.len_utf8();
        Some(mark)
    }

    fn spaces(&mut self) {
        let rest = &self.text[self.at..];
        self.at = self.text.len() - rest.trim_start_matches([' ', '\u{3000}', '\u{a0}']).len();
    }

    /// Four digits from 1900 to 2099; other numbers are no years.
    fn year(&mut self) -> Option<u32> {
        let mut year = 0;
        for _ in 0..4 {
            let character = self.peek()?;
            year = year * 10 + digit(character)?;
            self.at += character.len_utf8();
        }
        let follows = self.peek().and_then(digit).is_some();
        ((1900..2100).contains(&year) && !follows).then_some(year)
    }

    /// A month as a number, or 元 for the first.
    fn month(&mut self) -> Option<u32> {
        (self.mark(&['元']).map(|_| 1)).or_else(|| self.number(12))
    }

    /// The day of a stamp that has lost the space before its hour: 2031-03-0608:30.
    fn day_before_hour(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 5)?;
        let glued = digits[..4].iter().all(u8::is_ascii_digit) && digits[4] == b':';
        let day = glued.then(|| self.text[self.at..self.at + 2].parse().ok())??;
        (1..=31).contains(&day).then(|| {
            self.at += 2;
            day
        })
    }

    /// A number from 1 to `most` in digits or as 十二, 二十一; nothing is read where there is none.
    fn number(&mut self, most: u32) -> Option<u32> {
        self.spaces();
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
            ("2024-01-0314:59", true),
            ("2024年1月3日，会议召开", false),
            ("2024年工作要点", false),
        ] {
            assert_eq!(is_date_line(text), alone, "{text}");
        }
    }
}
