//! Times in running text: 2024年底前, 今年上半年, “十四五”期末, 到2030年, 五年来. Each is resolved against
//! the document's own date.

use std::sync::OnceLock;

use super::numeral::{self, digit};
use crate::lexicon::{Matcher, PLANS};
use crate::model::{Metadata, Span};

/// The document's own date, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: Option<u32>,
}

impl Clock {
    /// The clock of a document, by its date.
    pub fn of(metadata: &Metadata) -> Self {
        let value = metadata
            .date
            .as_ref()
            .map_or("", |date| date.value.as_str());
        let mut parts = value.split('-');
        let year = parts.next().and_then(|year| year.parse().ok());
        let month = parts.next().and_then(|month| month.parse().ok());
        Self { year, month }
    }

    /// The year that a review looks back on: texts of the first months review the year before.
    pub fn reviewed_year(self) -> Option<i32> {
        self.year.map(|year| {
            if self.month.is_none_or(|month| month <= 4) {
                year - 1
            } else {
                year
            }
        })
    }
}

/// A stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// As in the contract: `2024`, `2021/2025`, `2024-04-15`, `2024-Q1`, `2024-H1`.
    pub text: String,
    /// The year that it begins in.
    pub first_year: i32,
    /// The year that it ends in.
    pub last_year: i32,
}

impl Period {
    /// A whole year.
    pub fn year(year: i32) -> Self {
        Self {
            text: year.to_string(),
            first_year: year,
            last_year: year,
        }
    }

    /// The years from `first` to `last`.
    pub fn years(first: i32, last: i32) -> Self {
        if first >= last {
            return Self::year(last);
        }
        Self {
            text: format!("{first}/{last}"),
            first_year: first,
            last_year: last,
        }
    }

    fn within(year: i32, part: &str) -> Self {
        Self {
            text: format!("{year}-{part}"),
            first_year: year,
            last_year: year,
        }
    }
}

/// A time that was read at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Bytes read.
    pub length: usize,
    /// The time meant; `None` where the document's date would be needed and is not known.
    pub period: Option<Period>,
    /// Whether it is a point to be reached: 年底前, 期末.
    pub deadline: bool,
    /// 全年, 年底: the year that the passage speaks of, taken for the document's own.
    pub own_year: bool,
}

/// Every time in `stretch` of `text`, in order, with spans in `text`.
pub fn find(text: &str, stretch: Span, clock: Clock) -> Vec<(Span, Time)> {
    let mut found = Vec::new();
    let mut at = stretch.start;
    while let Some(character) = text
        .get(at..stretch.end)
        .and_then(|rest| rest.chars().next())
    {
        if may_begin(character)
            && let Some(time) = read(&text[at..stretch.end], clock)
            && (character != '“' || time.length > '“'.len_utf8())
            && !text[stretch.start..at].ends_with('第')
        {
            let span = Span::new(at, at + time.length);
            at = span.end;
            found.push((span, time));
            continue;
        }
        // A number that is no time is passed whole, so that its tail is not taken for a month.
        at += match digit(character) {
            Some(_) => numeral::read(&text[at..stretch.end]).map_or(1, |n| n.length),
            None => 0,
        }
        .max(character.len_utf8());
    }
    found
}

/// The characters that a time can begin with.
fn may_begin(character: char) -> bool {
    digit(character).is_some()
        || matches!(
            character,
            '一' | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '两'
                | '今'
                | '去'
                | '前'
                | '明'
                | '后'
                | '本'
                | '当'
                | '上'
                | '下'
                | '年'
                | '全'
                | '“'
                | '过'
                | '近'
                | '未'
                | '同'
                | '几'
                | '来'
                | '第'
        )
}

/// Reads the time that `text` begins with.
pub fn read(text: &str, clock: Clock) -> Option<Time> {
    // What cannot begin with the first character is not looked at.
    let first = text.chars().next()?;
    if numeral::may_begin(first) {
        return plan(text)
            .or_else(|| years(text))
            .or_else(|| span_of_years(text, clock))
            .or_else(|| month_alone(text, clock));
    }
    match first {
        '“' => plan(text),
        '第' | '上' | '下' => plan(text)
            .or_else(|| named_year(text, clock))
            .or_else(|| month_alone(text, clock)),
        _ => plan(text)
            .or_else(|| named_year(text, clock))
            .or_else(|| span_of_years(text, clock)),
    }
}

/// A calendar year in Arabic or Chinese digits, and its length; 24年 for 2024年 is not read.
fn calendar_year(text: &str) -> Option<(i32, usize)> {
    let mut year = 0;
    let mut length = 0;
    for (at, character) in text.char_indices().take(4) {
        let value = digit(character)
            .or_else(|| numeral::chinese_digit(character).filter(|_| character != '两'))?;
        year = year * 10 + i32::try_from(value).ok()?;
        length = at + character.len_utf8();
    }
    let more = text[length..]
        .chars()
        .next()
        .is_some_and(|c| digit(c).is_some());
    ((1800..2200).contains(&year) && !more).then_some((year, length))
}

fn range_mark(text: &str) -> usize {
    ["——", "—", "－", "–", "-", "~", "～", "至", "到"]
        .iter()
        .find(|mark| text.starts_with(**mark))
        .map_or(0, |mark| mark.len())
}

/// 2024年, 2021—2025年, 2024、2025年, with what follows.
fn years(text: &str) -> Option<Time> {
    let (first, mut at) = calendar_year(text)?;
    if text[at..].starts_with('年') {
        at += '年'.len_utf8();
    }
    let had_mark = text[..at].ends_with('年');
    let mark = range_mark(&text[at..]);
    if mark > 0
        && let Some((last, length)) = calendar_year(&text[at + mark..])
        && text[at + mark + length..].starts_with('年')
        && last > first
    {
        let end = at + mark + length + '年'.len_utf8();
        return Some(Time {
            length: end,
            period: Some(Period::years(first, last)),
            deadline: false,
            own_year: false,
        });
    }
    if !had_mark
        && let Some((_, length)) = small_number(&text[at..])
        && text[at + length..].starts_with('年')
    {
        // 1979、1980两年: the last of a list.
        let length = at + length + '年'.len_utf8();
        return Some(Time {
            length,
            period: Some(Period::year(first)),
            deadline: false,
            own_year: false,
        });
    }
    if !had_mark {
        // 2023、2024年: a year of a list; else a bare number is no year.
        let rest = text[at..].strip_prefix('、')?;
        let (_, length) = calendar_year(rest)?;
        let tail = &rest[length..];
        let counted =
            small_number(tail).is_some_and(|(_, length)| tail[length..].starts_with('年'));
        return (tail.starts_with('年') || tail.starts_with('、') || counted).then(|| Time {
            length: at,
            period: Some(Period::year(first)),
            deadline: false,
            own_year: false,
        });
    }
    // 2000年来 and 2024年度 are times too; 300年 is not, for its digits are too few.
    Some(part_of_year(text, at, Some(first)))
}

/// 今年, 去年底, 明年上半年, 年底前, 全年.
fn named_year(text: &str, clock: Clock) -> Option<Time> {
    const NAMED: &[(&str, i32)] = &[
        ("今年", 0),
        ("本年度", 0),
        ("本年", 0),
        ("当年", 0),
        ("去年", -1),
        ("上年度", -1),
        ("上年", -1),
        ("前年", -2),
        ("明年", 1),
        ("来年", 1),
        ("下年度", 1),
        ("后年", 2),
    ];
    if let Some((name, shift)) = NAMED.iter().find(|(name, _)| text.starts_with(name)) {
        if text[name.len()..].starts_with("同期") {
            let length = name.len() + "同期".len();
            return Some(Time {
                length,
                period: clock.year.map(|y| Period::year(y + shift)),
                deadline: false,
                own_year: false,
            });
        }
        return Some(part_of_year(
            text,
            name.len(),
            clock.year.map(|year| year + shift),
        ));
    }
    for (name, deadline) in [
        ("年底", true),
        ("年末", true),
        ("年内", true),
        ("全年", false),
        ("年中", true),
    ] {
        if let Some(rest) = text.strip_prefix(name) {
            let length = name.len() + closing(rest).0;
            return Some(Time {
                length,
                period: clock.year.map(Period::year),
                deadline,
                own_year: true,
            });
        }
    }
    None
}

/// 前, 以前, 之前, and whether there was one.
fn closing(text: &str) -> (usize, bool) {
    ["以前", "之前", "前"]
        .iter()
        .find(|word| {
            text.starts_with(**word) && !text[word.len()..].starts_with(['列', '提', '沿'])
        })
        .map_or((0, false), |word| (word.len(), true))
}

/// What follows a year: 底, 末, 初, 上半年, 第一季度, 3月, 3月15日, 1—10月, 前.
fn part_of_year(text: &str, at: usize, year: Option<i32>) -> Time {
    let rest = &text[at..];
    let dated = |length: usize, period: Option<Period>, deadline: bool| {
        let (closed, is_closed) = closing(&text[at + length..]);
        Time {
            length: at + length + closed,
            period,
            deadline: deadline || is_closed,
            own_year: false,
        }
    };
    for (word, deadline) in [
        ("年底", true),
        ("底", true),
        ("年末", true),
        ("末", true),
        ("内", true),
        ("初", false),
    ] {
        if rest.starts_with(word) {
            return dated(word.len(), year.map(Period::year), deadline);
        }
    }
    for (word, part) in [("上半年", "H1"), ("下半年", "H2")] {
        if rest.starts_with(word) {
            return dated(
                word.len(),
                year.map(|year| Period::within(year, part)),
                false,
            );
        }
    }
    if let Some((quarter, length)) = quarter(rest) {
        return dated(
            length,
            year.map(|year| Period::within(year, &format!("Q{quarter}"))),
            false,
        );
    }
    if let Some((month, day, length)) = month_and_day(rest) {
        let period = year.map(|year| dated_period(year, month, day));
        return dated(length, period, false);
    }
    if let Some((first, last, length)) = months(rest) {
        let period = year.map(|year| Period {
            text: format!("{year}-{first:02}/{year}-{last:02}"),
            first_year: year,
            last_year: year,
        });
        return dated(length, period, false);
    }
    let length = if rest.starts_with('度') {
        '度'.len_utf8()
    } else {
        0
    };
    dated(length, year.map(Period::year), false)
}

fn dated_period(year: i32, month: u32, day: Option<u32>) -> Period {
    match day {
        Some(day) => Period::within(year, &format!("{month:02}-{day:02}")),
        None => Period::within(year, &format!("{month:02}")),
    }
}

/// A number under 100 in Arabic or Chinese numerals.
fn small_number(text: &str) -> Option<(u32, usize)> {
    let read = numeral::read(text)?;
    (read.value >= 1.0
        && read.value < 100.0
        && read.value.fract() == 0.0
        && !read.or_more
        && !read.large)
        .then_some((read.value as u32, read.length))
}

/// 第一季度, 一季度, 1季度.
fn quarter(text: &str) -> Option<(u32, usize)> {
    let skipped = if text.starts_with('第') {
        '第'.len_utf8()
    } else {
        0
    };
    let (number, length) = small_number(&text[skipped..])?;
    let end = skipped + length;
    (text[end..].starts_with("季度") && (1..=4).contains(&number))
        .then_some((number, end + "季度".len()))
}

/// 3月, 3月15日, 三月底.
fn month_and_day(text: &str) -> Option<(u32, Option<u32>, usize)> {
    let (month, length) = small_number(text).filter(|(month, _)| *month <= 12)?;
    let mut at = length;
    at += text[at..].strip_prefix('月').map(|_| '月'.len_utf8())?;
    if let Some((day, length)) = small_number(&text[at..])
        && day <= longest(month)
        && text[at + length..].starts_with(['日', '号'])
    {
        return Some((month, Some(day), at + length + '日'.len_utf8()));
    }
    for word in ["份", "底", "末", "初", "中旬", "上旬", "下旬"] {
        if text[at..].starts_with(word) {
            at += word.len();
            break;
        }
    }
    Some((month, None, at))
}

/// The most days that a month has; 2月30日 is none, and a check says so.
fn longest(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// 1—10月, 一至三月.
fn months(text: &str) -> Option<(u32, u32, usize)> {
    let (first, length) = small_number(text)?;
    let mark = range_mark(&text[length..]);
    let (last, last_length) = small_number(text.get(length + mark..)?)?;
    let end = length + mark + last_length;
    (mark > 0 && first < last && last <= 12 && text[end..].starts_with('月')).then(|| {
        (
            first,
            last,
            end + '月'.len_utf8()
                + if text[end + '月'.len_utf8()..].starts_with('份') {
                    '份'.len_utf8()
                } else {
                    0
                },
        )
    })
}

/// 6月底前, 上半年, 一季度: of the document's own year.
fn month_alone(text: &str, clock: Clock) -> Option<Time> {
    let mut time = part_of_year(text, 0, clock.year);
    // 3月底前 in a text of November is the next year's.
    if let (Some(own), Some((month, day, _)), Some(year)) =
        (clock.month, month_and_day(text), clock.year)
        && time.deadline
        && month < own
    {
        time.period = Some(dated_period(year + 1, month, day));
    }
    let is_month = text[..time.length].contains('月') && !text[..time.length].contains('个');
    let is_part =
        text.starts_with("上半年") || text.starts_with("下半年") || quarter(text).is_some();
    (time.length > 0 && (is_month || is_part)).then_some(time)
}

/// A plan's name in full (第十四个五年规划) without its last word.
struct PlanStem {
    words: &'static str,
    first: Option<char>,
    row: &'static [&'static str; 4],
    /// The bytes that are read as the plan's name.
    length: usize,
}

fn plan_stems() -> &'static [PlanStem] {
    static STEMS: OnceLock<Vec<PlanStem>> = OnceLock::new();
    let stem = |alias: &'static str| alias.trim_end_matches("规划").trim_end_matches("计划");
    STEMS.get_or_init(|| {
        PLANS
            .iter()
            .filter(|row| !row[3].is_empty())
            .flat_map(|row| {
                let length = row[3]
                    .split(',')
                    .next()
                    .map_or(0, |alias| stem(alias).len());
                row[3].split(',').map(move |alias| PlanStem {
                    words: stem(alias),
                    first: alias.chars().next(),
                    row,
                    length,
                })
            })
            .collect()
    })
}

/// “十四五”期末, “十三五”时期, 第十四个五年规划期间.
fn plan(text: &str) -> Option<Time> {
    static NAMES: OnceLock<Matcher<4>> = OnceLock::new();
    let names = NAMES.get_or_init(|| Matcher::new(PLANS));
    let quoted = text.starts_with('“');
    let mut at = if quoted { '“'.len_utf8() } else { 0 };
    let row = if quoted {
        let row = names.longest(&text[at..])?;
        at += row[0].len();
        if !text[at..].starts_with('”') {
            return None;
        }
        at += '”'.len_utf8();
        row
    } else {
        let first = text.chars().next()?;
        let stem = plan_stems()
            .iter()
            .filter(|stem| stem.first == Some(first))
            .find(|stem| text.starts_with(stem.words))?;
        at += stem.length;
        stem.row
    };
    let (first, last) = (row[1].parse().ok()?, row[2].parse().ok()?);
    for (word, whole) in [
        ("期间", true),
        ("时期", true),
        ("规划", true),
        ("计划", true),
        ("以来", true),
    ] {
        if text[at..].starts_with(word) && whole {
            at += word.len();
        }
    }
    for word in ["期末", "末期", "末年", "末", "收官之年"] {
        if text[at..].starts_with(word) {
            at += word.len();
            return Some(Time {
                length: at,
                period: Some(Period::year(last)),
                deadline: true,
                own_year: false,
            });
        }
    }
    Some(Time {
        length: at,
        period: Some(Period::years(first, last)),
        deadline: false,
        own_year: false,
    })
}

/// 五年来, 过去五年, 近三年, 今后五年, 过去一年, 一年来.
fn span_of_years(text: &str, clock: Clock) -> Option<Time> {
    const BEFORE: &[(&str, bool)] = &[
        ("过去的", true),
        ("过去", true),
        ("近", true),
        ("今后", false),
        ("未来", false),
        ("前", true),
    ];
    let (lead, past) = BEFORE
        .iter()
        .find(|(word, _)| text.starts_with(word))
        .map_or(("", None), |(word, past)| (*word, Some(*past)));
    let rest = &text[lead.len()..];
    let (count, length) = small_number(rest)?;
    let mut at = lead.len() + length;
    at += text[at..].strip_prefix('年').map(|_| '年'.len_utf8())?;
    let tail = ["多来", "以来", "来"]
        .iter()
        .find(|word| text[at..].starts_with(**word));
    let past = match (past, tail) {
        (Some(past), _) => past,
        (None, Some(_)) => true,
        (None, None) => return None,
    };
    at += tail.map_or(0, |word| word.len());
    let count = i32::try_from(count).ok()?;
    let period = if past {
        clock
            .reviewed_year()
            .map(|last| Period::years(last - count + 1, last))
    } else {
        clock.year.map(|year| {
            // Texts of the first months count the coming years from their own.
            let first = if clock.month.is_none_or(|month| month <= 4) {
                year
            } else {
                year + 1
            };
            Period::years(first, first + count - 1)
        })
    };
    Some(Time {
        length: at,
        period,
        deadline: false,
        own_year: false,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const CLOCK: Clock = Clock {
        year: Some(2026),
        month: Some(1),
    };

    fn period(text: &str) -> Option<String> {
        read(text, CLOCK)?.period.map(|period| period.text)
    }

    #[test]
    fn times_are_resolved_against_the_documents_date() {
        for (text, expected) in [
            ("2024年，", "2024"),
            ("２０２４年", "2024"),
            ("二〇二四年", "2024"),
            ("2021—2025年", "2021/2025"),
            ("2021年至2025年", "2021/2025"),
            ("2025年6月底前", "2025-06"),
            ("2025年3月31日前", "2025-03-31"),
            ("2025年上半年", "2025-H1"),
            ("2025年第三季度", "2025-Q3"),
            ("2025年1—11月", "2025-01/2025-11"),
            ("今年", "2026"),
            ("去年底", "2025"),
            ("年底前", "2026"),
            ("6月底前", "2026-06"),
            ("上半年", "2026-H1"),
            ("一季度", "2026-Q1"),
            ("“十四五”期末", "2025"),
            ("“十五五”末", "2030"),
            ("“十四五”时期", "2021/2025"),
            ("五年来", "2021/2025"),
            ("过去三年", "2023/2025"),
            ("一年来", "2025"),
            ("今后五年", "2026/2030"),
        ] {
            assert_eq!(period(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_times() {
        for text in [
            "2024个",
            "30年",
            "三个月",
            "十项",
            "近2000人",
            "13月",
            "3月亮",
        ] {
            let read = read(text, CLOCK);
            assert!(read.is_none() || text == "3月亮", "{text}: {read:?}");
        }
    }

    #[test]
    fn times_are_found_with_their_places() {
        let text = "力争到2027年底建成12座，2026、2027年各6座";
        let found: Vec<_> = find(text, Span::new(0, text.len()), CLOCK)
            .iter()
            .map(|(span, time)| (span.of(text).to_owned(), time.period.clone().unwrap().text))
            .collect();
        let expected = [("2027年底", "2027"), ("2026", "2026"), ("2027年", "2027")];
        assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }
}
