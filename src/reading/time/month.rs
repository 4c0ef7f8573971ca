//! Months, days and quarters: 6月底前, 3月15日, 1—10月, 一季度.

use super::moment::{Clock, Period};
use super::words;
use crate::lexicon::time_words::Role;
use crate::text::numeral::{self, range_mark};

pub(super) fn dated_period(year: i32, month: u32, day: Option<u32>) -> Period {
    match day {
        Some(day) => Period::within(year, &format!("{month:02}-{day:02}")),
        None => Period::within(year, &format!("{month:02}")),
    }
}

const MONTH: &str = "月";
const MONTHS: &str = "个月";
const QUARTER: &str = "季度";
const DAYS: [&str; 2] = ["日", "号"];

/// A number under 100 in Arabic or Chinese numerals.
pub(super) fn small_number(text: &str) -> Option<(u32, usize)> {
    let number = words::trimmed(text);
    let (value, length) = numeral::small(number).filter(|(value, _)| *value > 0)?;
    Some((value, text.len() - number.len() + length))
}

/// 第一季度, 一季度, 1季度.
pub(super) fn quarter(text: &str) -> Option<(u32, usize)> {
    let counted = text.strip_prefix('第').unwrap_or(text);
    let (number, length) = small_number(counted)?;
    let end = text.len() - counted.len() + length;
    let mark = words::mark(&text[end..], QUARTER)?;
    (1..=4).contains(&number).then_some((number, end + mark))
}

/// 3月, 3月15日, 三月底.
pub(super) fn month_and_day(text: &str) -> Option<(u32, Option<u32>, usize)> {
    let (month, length) = small_number(text).filter(|(month, _)| *month <= 12)?;
    let mut at = length;
    at += words::mark(&text[at..], MONTH)?;
    if let Some((day, length)) = small_number(&text[at..])
        && day <= days_in(None, month)
        && let Some(mark) = DAYS
            .iter()
            .find_map(|day| words::mark(&text[at + length..], day))
    {
        return Some((month, Some(day), at + length + mark));
    }
    at += words::length(&text[at..], Role::MonthPart);
    Some((month, None, at))
}

/// The days of a month, none where there is no such month; 29 for February where the year is not known, for
/// 2月30日 is none in any, and a check says so.
pub fn days_in(year: Option<i32>, month: u32) -> u32 {
    match month {
        2 => match year {
            Some(year) if year % 4 != 0 || year % 100 == 0 && year % 400 != 0 => 28,
            _ => 29,
        },
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// 1—10月, 一至三月.
pub(super) fn months(text: &str) -> Option<(u32, u32, usize)> {
    let (first, mut length) = small_number(text)?;
    // 11月至12月
    if let Some(month) = words::mark(&text[length..], MONTH)
        && range_mark(&text[length + month..]) > 0
    {
        length += month;
    }
    let mark = range_mark(&text[length..]);
    let (last, last_length) = small_number(text.get(length + mark..)?)?;
    let end = length + mark + last_length;
    let end = end + words::mark(&text[end..], MONTH)?;
    (mark > 0 && first < last && last <= 12).then(|| {
        let rest = &text[end..];
        (
            first,
            last,
            text.len() - rest.strip_prefix('份').unwrap_or(rest).len(),
        )
    })
}

/// 前三季度, 前10个月: what has gone by of a year, up to the month.
pub(super) fn gone_by(text: &str) -> Option<(u32, usize)> {
    let head = '前'.len_utf8();
    let (number, length) = small_number(text.strip_prefix('前')?)?;
    let end = head + length;
    let (mark, months, known) = match words::mark(&text[end..], QUARTER) {
        Some(mark) => (mark, 3 * number, 2..=3),
        None => (words::mark(&text[end..], MONTHS)?, number, 2..=11),
    };
    known.contains(&number).then_some((months, end + mark))
}

/// The year of what has gone by up to a month: that before, where the document is older.
pub(super) fn year_gone_by(clock: Clock, last: u32) -> Option<i32> {
    let year = clock.year?;
    Some(match clock.month {
        Some(month) if month < last => year - 1,
        _ => year,
    })
}

/// The months from `first` to `last` of a year.
pub(super) fn months_of(year: i32, first: u32, last: u32) -> Period {
    Period {
        text: format!("{year}-{first:02}/{year}-{last:02}"),
        first_year: year,
        last_year: year,
    }
}
