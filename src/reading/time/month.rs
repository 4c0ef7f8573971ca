//! Months, days and quarters: 6月底前, 3月15日, 1—10月, 一季度.

use super::year::part_of_year;
use super::{Clock, Period, Time};
use crate::text::numeral::{self, range_mark};

pub(super) fn dated_period(year: i32, month: u32, day: Option<u32>) -> Period {
    match day {
        Some(day) => Period::within(year, &format!("{month:02}-{day:02}")),
        None => Period::within(year, &format!("{month:02}")),
    }
}

/// A number under 100 in Arabic or Chinese numerals.
pub(super) fn small_number(text: &str) -> Option<(u32, usize)> {
    numeral::small(text).filter(|(value, _)| *value > 0)
}

/// 第一季度, 一季度, 1季度.
pub(super) fn quarter(text: &str) -> Option<(u32, usize)> {
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
pub(super) fn month_and_day(text: &str) -> Option<(u32, Option<u32>, usize)> {
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
pub(super) fn longest(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// 1—10月, 一至三月.
pub(super) fn months(text: &str) -> Option<(u32, u32, usize)> {
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

/// 前三季度, 前10个月: what has gone by of a year, up to the month.
pub(super) fn gone_by(text: &str) -> Option<(u32, usize)> {
    let head = '前'.len_utf8();
    let (number, length) = small_number(text.strip_prefix('前')?)?;
    let tail = &text[head + length..];
    if tail.starts_with("季度") && (2..=3).contains(&number) {
        return Some((3 * number, head + length + "季度".len()));
    }
    (tail.starts_with("个月") && (2..=11).contains(&number))
        .then_some((number, head + length + "个月".len()))
}

/// The year of what has gone by up to a month: that before, where the document is older.
fn year_gone_by(clock: Clock, last: u32) -> Option<i32> {
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

/// 6月底前, 上半年, 一季度: of the document's own year.
pub(super) fn month_alone(text: &str, clock: Clock) -> Option<Time> {
    let from_january = months(text)
        .filter(|(first, ..)| *first == 1)
        .map(|(_, last, length)| (last, length));
    if let Some((last, length)) = gone_by(text).or(from_january) {
        return Some(Time {
            length,
            period: year_gone_by(clock, last).map(|year| months_of(year, 1, last)),
            deadline: false,
            own_year: false,
        });
    }
    let mut time = part_of_year(text, 0, clock.year);
    // 3月底前 in a text of November is the next year's.
    if let (Some(own), Some((month, day, _)), Some(year)) =
        (clock.month, month_and_day(text), clock.year)
        && text[..time.length].ends_with('前')
        && month < own
    {
        time.period = Some(dated_period(year + 1, month, day));
    }
    let is_month = text[..time.length].contains('月') && !text[..time.length].contains('个');
    let is_part =
        text.starts_with("上半年") || text.starts_with("下半年") || quarter(text).is_some();
    (time.length > 0 && (is_month || is_part)).then_some(time)
}
