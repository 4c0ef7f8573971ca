//! Years, by their digits (2024年, 二〇二四年) and by name (今年, 年底), with what follows them.

use super::super::tense::Tense;
use super::moment::{Clock, Period, Time};
use super::month::{
    dated_period, gone_by, month_and_day, months, months_of, quarter, small_number, year_gone_by,
};
use super::words;
use crate::lexicon::date_words::{Role as Named, TABLE};
use crate::lexicon::time_words::Role;
use crate::lexicon::verbs;
use crate::text::numeral::{self, digit, is_digit, range_mark};
use crate::text::{before, is_longer, window_before};

/// A calendar year in Arabic or Chinese digits, and its length; 24年 for 2024年 is not read.
pub fn calendar_year(text: &str) -> Option<(i32, usize)> {
    let mut year = 0;
    let mut length = 0;
    for (at, character) in text.char_indices().take(4) {
        let value = digit(character)
            .or_else(|| numeral::chinese_digit(character).filter(|_| character != '两'))?;
        year = year * 10 + i32::try_from(value).ok()?;
        length = at + character.len_utf8();
    }
    let more = text[length..].starts_with(is_digit);
    ((1800..2200).contains(&year) && !more).then_some((year, length))
}

/// The calendar year whose figures end at `end`, and where they begin; none where more stand before them:
/// 12024年.
pub fn year_before(text: &str, end: usize) -> Option<(usize, i32)> {
    let figures = window_before(text, end, 4);
    let (year, length) = calendar_year(figures)?;
    let start = end - figures.len();
    let goes_on = |c| c == '.' || is_digit(c) || numeral::chinese_digit(c).is_some();
    let longer = before(text, start).is_some_and(goes_on);
    (length == figures.len() && !longer).then_some((start, year))
}

/// 2024年, 2021—2025年, 2024、2025年, with what follows.
pub(super) fn years(text: &str) -> Option<Time> {
    let (first, mut at) = calendar_year(text)?;
    let year_mark = words::mark(&text[at..], YEAR);
    at += year_mark.unwrap_or(0);
    let mark = range_mark(&text[at..]);
    if mark > 0
        && let Some((last, length)) = calendar_year(&text[at + mark..])
        && let Some(closing) = words::mark(&text[at + mark + length..], YEAR)
        && last > first
    {
        let end = at + mark + length + closing;
        return Some(Time::new(end, Some(Period::years(first, last))));
    }
    if year_mark.is_some() {
        // 2000年来 and 2024年度 are times too; 300年 is not, for its digits are too few.
        return Some(part_of_year(text, at, Some(first)));
    }
    let year = Some(Period::year(first));
    if let Some((_, length)) = small_number(&text[at..])
        && text[at + length..].starts_with('年')
    {
        // 1979、1980两年: the last of a list.
        return Some(Time::new(at + length + YEAR.len(), year));
    }
    // 2023、2024年: a year of a list; else a bare number is no year.
    let rest = text[at..].strip_prefix('、')?;
    let (_, length) = calendar_year(rest)?;
    let tail = &rest[length..];
    let counted = small_number(tail).is_some_and(|(_, length)| tail[length..].starts_with('年'));
    (tail.starts_with(['年', '、']) || counted).then(|| Time::new(at, year))
}

/// 2016年以来: from that year to the one that the text looks back on; what else follows a time leaves it as it is.
pub(super) fn since(text: &str, time: Time, clock: Clock) -> Time {
    let (Some(first), Some(last)) = (&time.period, clock.reviewed_year()) else {
        return time;
    };
    // 2018年来 may be 来华.
    let word = words::word(&text[time.length..], Role::Since);
    let Some(word) = word.filter(|word| word.ends_with("以来") && first.last_year < last) else {
        return time;
    };
    Time {
        looks: Tense::Past,
        ..Time::new(
            time.length + word.len(),
            Some(Period::years(first.first_year, last)),
        )
    }
}

const YEAR: &str = "年";
const SAME_PERIOD: &str = "同期";

/// The names of years, by how far they are from the document's own.
const NAMED: [(Role, i32); 5] = [
    (Role::ThisYear, 0),
    (Role::LastYear, -1),
    (Role::YearBeforeLast, -2),
    (Role::NextYear, 1),
    (Role::YearAfterNext, 2),
];

/// 今年, 去年底, 明年上半年, 年底前, 全年.
pub(super) fn named_year(text: &str, clock: Clock) -> Option<Time> {
    for (role, shift) in NAMED {
        let Some(name) = words::word(text, role) else {
            continue;
        };
        let rest = &text[name.len()..];
        // 在稳中有进的基础上年均增长
        if rest.starts_with('均') && !name.starts_with(['今', '本', '去']) {
            return None;
        }
        let looks = match shift {
            ..0 => Tense::Past,
            0 => Tense::Open,
            1.. => Tense::Future,
        };
        let year = clock.year.map(|year| year + shift);
        if rest.starts_with(SAME_PERIOD) {
            return Some(Time {
                looks,
                same_period: true,
                ..Time::new(name.len() + SAME_PERIOD.len(), year.map(Period::year))
            });
        }
        return Some(Time {
            looks,
            ..part_of_year(text, name.len(), year)
        });
    }
    let (role, length) = words::any(text, &[Role::OwnEnd, Role::OwnWhole])?;
    Some(Time {
        deadline: role == Role::OwnEnd,
        own_year: true,
        ..Time::new(
            length + closing(&text[length..]),
            clock.year.map(Period::year),
        )
    })
}

/// The bytes of 前, 以前, 之前, with the weekday in brackets before it: （星期一）前; 0 where there is none.
fn closing(text: &str) -> usize {
    let day = weekday(text);
    words::word(&text[day..], Role::Before)
        .filter(|word| {
            let behind = &text[day + word.len()..];
            // 7月底前提交
            let acts = || verbs::TABLE.longest(behind).is_some();
            !behind.starts_with(['列', '沿']) && (!behind.starts_with('提') || acts())
        })
        .map_or(0, |word| day + word.len())
}

/// The bytes of a weekday in brackets at the head of `text`, 0 where there is none.
fn weekday(text: &str) -> usize {
    let close = match text.chars().next() {
        Some('（') => '）',
        Some('(') => ')',
        _ => return 0,
    };
    let end = text.find(close).unwrap_or(0);
    let inside = text[..end].trim_start_matches(['（', '(']);
    // 星期 and the day.
    let names = TABLE.beginning(inside, Named::Weekday).is_some() && !is_longer(inside, 3);
    if names { end + close.len_utf8() } else { 0 }
}

/// What follows a year: 底, 末, 初, 上半年, 第一季度, 3月, 3月15日, 1—10月, 前.
pub(super) fn part_of_year(text: &str, at: usize, year: Option<i32>) -> Time {
    let rest = &text[at..];
    let dated = |length: usize, period: Option<Period>, deadline: bool| {
        let closed = closing(&text[at + length..]);
        Time {
            deadline: deadline || closed > 0,
            ..Time::new(at + length + closed, period)
        }
    };
    let within = |part: &str| year.map(|year| Period::within(year, part));
    let named = [Role::End, Role::Start, Role::FirstHalf, Role::SecondHalf];
    match words::any(rest, &named) {
        Some((Role::FirstHalf, length)) => return dated(length, within("H1"), false),
        Some((Role::SecondHalf, length)) => return dated(length, within("H2"), false),
        Some((role, length)) => {
            return dated(length, year.map(Period::year), role == Role::End);
        }
        None => {}
    }
    if let Some((quarter, length)) = quarter(rest) {
        return dated(length, within(&format!("Q{quarter}")), false);
    }
    if let Some((first, last, length)) =
        months(rest).or_else(|| gone_by(rest).map(|(last, length)| (1, last, length)))
    {
        return dated(length, year.map(|year| months_of(year, first, last)), false);
    }
    if let Some((month, day, length)) = month_and_day(rest) {
        let period = year.map(|year| dated_period(year, month, day));
        return dated(length, period, rest[..length].ends_with(['底', '末']));
    }
    let length = rest.len() - rest.strip_prefix('度').unwrap_or(rest).len();
    dated(length, year.map(Period::year), false)
}

/// 6月底前, 上半年, 一季度: of the document's own year.
pub(super) fn month_alone(text: &str, clock: Clock) -> Option<Time> {
    let from_january = months(text)
        .filter(|(first, ..)| *first == 1)
        .map(|(_, last, length)| (last, length));
    if let Some((last, length)) = gone_by(text).or(from_january) {
        let period = year_gone_by(clock, last).map(|year| months_of(year, 1, last));
        return Some(Time::new(length, period));
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
        words::any(text, &[Role::FirstHalf, Role::SecondHalf]).is_some() || quarter(text).is_some();
    (time.length > 0 && (is_month || is_part)).then_some(time)
}
