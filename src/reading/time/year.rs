//! Years, by their digits (2024年, 二〇二四年) and by name (今年, 年底), with what follows them.

use super::month::{
    dated_period, gone_by, month_and_day, months, months_of, quarter, small_number,
};
use super::{Clock, Period, Time};
use crate::text::numeral::{self, digit, range_mark};

/// A calendar year in Arabic or Chinese digits, and its length; 24年 for 2024年 is not read.
pub(super) fn calendar_year(text: &str) -> Option<(i32, usize)> {
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

/// 2024年, 2021—2025年, 2024、2025年, with what follows.
pub(super) fn years(text: &str) -> Option<Time> {
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
pub(super) fn named_year(text: &str, clock: Clock) -> Option<Time> {
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
        // 在稳中有进的基础上年均增长
        if *name == "上年" && text[name.len()..].starts_with('均') {
            return None;
        }
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
pub(super) fn closing(text: &str) -> (usize, bool) {
    ["以前", "之前", "前"]
        .iter()
        .find(|word| {
            text.starts_with(**word) && !text[word.len()..].starts_with(['列', '提', '沿'])
        })
        .map_or((0, false), |word| (word.len(), true))
}

/// What follows a year: 底, 末, 初, 上半年, 第一季度, 3月, 3月15日, 1—10月, 前.
pub(super) fn part_of_year(text: &str, at: usize, year: Option<i32>) -> Time {
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
        return dated(length, period, rest[..length].ends_with(['底', '末']));
    }
    if let Some((first, last, length)) =
        months(rest).or_else(|| gone_by(rest).map(|(last, length)| (1, last, length)))
    {
        return dated(length, year.map(|year| months_of(year, first, last)), false);
    }
    let length = if rest.starts_with('度') {
        '度'.len_utf8()
    } else {
        0
    };
    dated(length, year.map(Period::year), false)
}
