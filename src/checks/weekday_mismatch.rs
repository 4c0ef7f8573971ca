//! # weekday-mismatch
//!
//! ## zh: 日期与星期不符
//!
//! 日期与所注的星期不符。没有写明年份的按本文的日期算；本文也没有日期可依据时不报。
//!
//! Why: 会议通知写错星期，会有一半的人在错误的日子来。
//!
//! Source: 公历（GB/T 7408）
//!
//! ## en: Weekday mismatch
//!
//! The weekday does not belong to the date. A date without a year is one near the document’s own; silent where neither
//! gives a year.
//!
//! Why: With a wrong weekday half of those invited come on the wrong day.
//!
//! Source: The Gregorian calendar (GB/T 7408)
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.weekday-mismatch | “{date}”是星期{right}，不是星期{stated}。请核对。 | “{date}” is a {right_en}, not a {stated_en}. Check it. |
//!
//! ## Trips
//!
//! ```text
//! 会议定于2024年5月1日（星期四）上午召开，请准时参加。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 会议定于2024年5月1日（星期三）上午召开，请准时参加。
//! ```

use std::ops::RangeInclusive;

use super::day::Day;
use super::years::Year;
use super::{Context, Findings, Role};
use crate::model::{Severity, Span};
use crate::reading::time::parts_of_date;
use crate::text::numeral::small;
use crate::text::{window_after, window_before};

const WEEKDAYS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
const ENGLISH: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for day in context.days() {
        let told =
            weekday_after(text, day.span.end).or_else(|| weekday_before(text, day.span.start));
        let Some((stated, name)) = told else {
            continue;
        };
        report(context, day, (stated, name), findings);
        // 10月1日（星期二）至7日（星期一）: the last day is of the same month.
        let rest = &text[name.end..];
        let more = rest.trim_start_matches(['）', ')']);
        let next = more.strip_prefix(['至', '—', '-', '、', '和', '到']);
        if let Some((last, length)) = next.and_then(small).filter(|(last, _)| *last > day.day)
            && let Some(behind) = next.and_then(|next| next[length..].strip_prefix('日'))
            && let Some(told) = weekday_after(text, text.len() - behind.len())
        {
            let start = text.len() - next.map_or(0, str::len);
            let last = Day {
                span: Span::new(start, text.len() - behind.len()),
                day: last,
                ..*day
            };
            report(context, &last, told, findings);
        }
    }
}

/// Reports a day whose weekday is another one than the stated.
fn report(context: &Context, day: &Day, told: (usize, Span), findings: &mut Findings) {
    let text = context.reading.text;
    let (stated, name) = told;
    let years = years_of(context, day);
    let on = |year: &i32| weekday(*year, day.month, day.day);
    let Some(right) = years.first().and_then(on) else {
        return;
    };
    if years.iter().any(|year| on(year) == Some(stated)) {
        return;
    }
    let [stated_en, right_en] = [stated, right].map(|day| ENGLISH[day]);
    let [stated, right] = [stated, right].map(|day| WEEKDAYS[day].to_string());
    let values = [
        ("date", day.span.of(text)),
        ("stated", &stated),
        ("right", &right),
        ("stated_en", stated_en),
        ("right_en", right_en),
    ];
    let span = Span::new(day.span.start.min(name.start), day.span.end.max(name.end));
    let mut finding = findings.report(span, "", &values);
    if day.year.is_none() {
        finding.set(Severity::Warning);
    }
    finding.suggest(name, right);
}

/// How many days before and behind its own date a document calls by month and day alone, and means no others.
const NEAR: RangeInclusive<i64> = -10..=100;

/// 2019年7月10日8:00至8月9日16:00: the year of the day from which a stretch runs that ends later in it.
fn year_of_stretch(context: &Context, day: &Day) -> Option<i32> {
    /// The most bytes between the two days.
    const APART: usize = 60;
    let days = context.days();
    let at = days.partition_point(|other| other.span.start < day.span.start);
    let first = days.get(at.checked_sub(1)?)?;
    let between = context.reading.text.get(first.span.end..day.span.start)?;
    let runs = between.len() <= APART
        && between.ends_with(['至', '到', '—', '-'])
        && !between.contains(['。', '；', '\n']);
    let is_later = (day.month, day.day) > (first.month, first.day);
    first.year.filter(|_| runs && is_later)
}

/// The years that a day may be of, the likeliest first: its own; or the document's, and where the day lies not just
/// behind its date the years beside.
fn years_of(context: &Context, day: &Day) -> Vec<i32> {
    let years = context.years();
    let next = years.partition_point(|year| year.span.end < day.span.start);
    let named = |year: &&Year| year.span.end == day.span.start;
    let named = years.get(next).filter(named).map(|year| year.value);
    if let Some(year) = day.year.or(named).or_else(|| year_of_stretch(context, day)) {
        return vec![year];
    }
    let reading = context.reading;
    let Some(own) = reading.clock.year else {
        return Vec::new();
    };
    let years = [own, own - 1, own + 1];
    let date = reading.metadata.date.as_ref();
    let date = date.and_then(|date| parts_of_date(&date.value));
    let near = |year: &&i32| {
        date.filter(|date| date.2 > 0).is_some_and(|date| {
            NEAR.contains(&(number(**year, day.month, day.day) - number(date.0, date.1, date.2)))
        })
    };
    match years.iter().find(near) {
        Some(year) => vec![*year],
        None => years.to_vec(),
    }
}

/// The most characters of brackets that hold a weekday: （农历八月初八，星期一）.
const BRACKETS: usize = 14;

/// The weekday that a text gives right after a date, 0 for Monday, and its sign: the 四 of 星期四.
fn weekday_after(text: &str, at: usize) -> Option<(usize, Span)> {
    let rest = Role::DayPart.behind_all(text[at..].trim_start_matches(' '));
    if let Some(inside) = rest.strip_prefix(['（', '(']) {
        let inside = window_after(inside, 0, BRACKETS)
            .split(['）', ')'])
            .next()?;
        let last = inside.rsplit(['，', ',', '、', ' ']).next()?;
        let start = text.len() - rest.len() + rest.find(inside)?;
        let told =
            weekday_at(text, start).or_else(|| weekday_at(text, start + inside.len() - last.len()));
        return told.map(|(index, name, _)| (index, name));
    }
    let bare = rest.trim_start_matches(['，', ',']);
    let (index, name, behind) = weekday_at(text, text.len() - bare.len())?;
    // 周一次 and 周六届 are no weekdays.
    let goes_on =
        |next: char| next.is_alphanumeric() && !matches!(next, '上' | '下' | '晚' | '至' | '前');
    (!behind.starts_with(goes_on)).then_some((index, name))
}

/// The weekday in whose brackets a date stands: 星期四（9月10日）.
fn weekday_before(text: &str, start: usize) -> Option<(usize, Span)> {
    let head = text[..start].strip_suffix(['（', '('])?;
    let from = head.len() - window_before(head, head.len(), 3).len();
    let starts = head[from..].char_indices().map(|(at, _)| from + at);
    // 每周五（5月1日起） is every one.
    let mut single = starts.filter(|at| Role::Every.ends(&head[..*at]).is_none());
    let told = single.find_map(|at| weekday_at(head, at));
    let (index, name, _) = told.filter(|(_, name, _)| name.end == head.len())?;
    Some((index, name))
}

/// The weekday whose name begins at a place, its sign, and what stands behind.
fn weekday_at(text: &str, at: usize) -> Option<(usize, Span, &str)> {
    let rest = Role::ThisWeek.behind_all(&text[at..]);
    let mut behind = Role::Week.behind(rest)?.chars();
    let name = behind.next()?;
    let index = match name {
        '天' => 6,
        other => WEEKDAYS.iter().position(|weekday| *weekday == other)?,
    };
    let rest = behind.as_str();
    let end = text.len() - rest.len();
    Some((index, Span::new(end - name.len_utf8(), end), rest))
}

/// The number of a day, from any one on.
fn number(year: i32, month: u32, day: u32) -> i64 {
    let (year, month) = (i64::from(year) - i64::from(month < 3), i64::from(month));
    let month = (month + 9) % 12;
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + i64::from(day)
}

/// The weekday of a day, 0 for Monday.
fn weekday(year: i32, month: u32, day: u32) -> Option<usize> {
    let real = (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then(|| (number(year, month, day) + 1).rem_euclid(7) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{Page, of_rule, silent, trips};

    #[test]
    fn weekdays_are_reckoned() {
        assert_eq!(weekday(2024, 5, 1), Some(2));
        assert_eq!(weekday(2000, 1, 1), Some(5));
        assert_eq!(weekday(1949, 10, 1), Some(5));
        assert_eq!(weekday(2023, 12, 31), Some(6));
    }

    #[test]
    fn finds_wrong_weekdays() {
        trips(
            "weekday-mismatch",
            &[
                "定于⟦2024年5月1日（星期四⟧）召开。",
                "定于⟦2023年12月31日（周六⟧）召开。",
                "⟦2022年3月5日 星期日⟧ 上午9时。",
                "发布日期：⟦2022-03-05 星期日⟧\n各乡镇要抓好落实。",
                "⟦2021年7月1日（礼拜五⟧）举行。",
                "⟦2020年1月1日(星期四⟧)放假。",
                "⟦1999年12月20日，星期二⟧，澳门回归。",
                "⟦2019年10月1日（星期天⟧）庆典。",
                "⟦二〇二四年五月一日（星期五⟧）召开。",
                "⟦2024年5月1日（农历三月廿三，星期五⟧）庙会开市。",
                "⟦2024年5月1日上午（星期五⟧）召开。",
                "定于星期⟦五（2024年5月1日⟧）召开。",
                "报名到⟦2024年5月1日（本周五⟧）为止。",
                "⟦2024.5.1（星期五⟧）开标。",
                "2024年5月1日（星期三）至⟦3日（星期六⟧）放假。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_right_and_unknown_weekdays() {
        silent(
            "weekday-mismatch",
            &[
                "定于2024年5月1日（星期三）召开。",
                "定于2023年12月31日（周日）召开。",
                "2022年3月5日 星期六 上午9时。",
                "5月1日（星期四）召开。",
                "2021年7月1日，周边群众参加。",
                "2020年1月1日起，周一次例会。",
                "2019年10月1日（星期二）庆典。",
                "2024年5月1日周三次调度。",
                "定于星期三（2024年5月1日）召开。",
                "每逢周五（2024年5月1日起）开放。",
                "2024年5月1日（星期三）至3日（星期五）放假。",
                "2024年5月1日（劳动节，三天假）。",
            ],
        );
    }

    #[test]
    fn suggests_the_right_weekday_in_place_of_the_wrong_sign() {
        let text = "会议定于2024年5月1日（星期四）召开。";
        let found = of_rule("weekday-mismatch", text);
        let suggestion = found[0].suggestion.as_ref();
        let change = suggestion.map(|one| (one.span.of(text), &*one.replacement));
        assert_eq!(change, Some(("四", "三")));
    }

    #[test]
    fn a_date_without_a_year_takes_the_document_s() {
        let wrong = Page::dated("2024-04-01", "定于5月1日（星期日）召开。");
        assert_eq!(wrong.check("weekday-mismatch").len(), 1);
        // 2025年5月14日 is a Wednesday, but nobody calls for it a year before.
        let other_year = Page::dated("2024-05-10", "定于5月14日（星期三）召开。");
        assert_eq!(other_year.check("weekday-mismatch").len(), 1);
        let named = Page::dated("2024-05-10", "去年5月14日（星期日）发生险情。");
        assert_eq!(named.check("weekday-mismatch").len(), 0);
        let next_year = Page::dated("2024-12-20", "定于1月8日（星期三）召开。");
        assert_eq!(next_year.check("weekday-mismatch").len(), 0);
    }
}
