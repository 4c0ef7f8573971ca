//! # impossible-date
//!
//! ## zh: 日期不存在
//!
//! 日历上没有的日子：2月30日、平年的2月29日、4月31日、13月5日。农历日期不算。
//!
//! Why: 写在不存在的日子的期限，谁也不用遵守。
//!
//! Source: 公历（GB/T 7408）
//!
//! ## en: Impossible date
//!
//! A day that no calendar has: 30 February, 29 February of a common year, 31 April, month 13. Lunar
//! dates are left alone.
//!
//! Why: A deadline that does not exist binds nobody.
//!
//! Source: The Gregorian calendar (GB/T 7408)
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.impossible-date | 日历上没有“{date}”这一天。请核对。 | No calendar has the day “{date}”. Check it. |
//!
//! ## Trips
//!
//! ```text
//! 各县要在2月30日前完成整改，并书面报告。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 各县要在2024年2月29日前完成整改，并书面报告。
//! ```

use super::scan::{contains_any, small_number, window_before, year_before};
use super::{Context, Findings, Group, Rule};
use crate::model::{Severity, Span};

pub(super) static RULE: Rule = Rule {
    id: "impossible-date",
    group: Group::Dates,
    severity: Severity::Error,
    check,
};

/// A day as the text has it.
pub(super) struct Day {
    /// From the year, or else the month, to 日.
    pub span: Span,
    pub year: Option<i32>,
    pub month: u32,
    pub day: u32,
}

/// All days of a text that are written with 月 and 日 or 号, by its 月.
pub(super) fn days(text: &str, months: &[usize]) -> Vec<Day> {
    let mut found = Vec::new();
    for &at in months {
        let behind = at + '月'.len_utf8();
        let Some((start, month)) = number_before(text, at) else {
            continue;
        };
        let rest = &text[behind..];
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let Some((mut day, length)) = small_number(&rest[gap..]) else {
            continue;
        };
        let mut end = behind + gap + length;
        let mut tail = text[end..].trim_start_matches(' ');
        // 2月28—30日: the last day counts.
        if let Some(next) = tail.strip_prefix(['—', '-', '－', '至', '~', '～', '、', '和'])
            && let Some((last, length)) = small_number(next)
            && next[length..].starts_with(['日', '号'])
        {
            day = day.max(last);
            end = text.len() - next.len() + length;
            tail = &text[end..];
        }
        if !tail.starts_with(['日', '号']) {
            continue;
        }
        end = text.len() - tail.len() + '日'.len_utf8();
        let year = text[..start]
            .trim_end_matches(' ')
            .strip_suffix('年')
            .and_then(|head| year_before(text, head.len()));
        found.push(Day {
            span: Span::new(year.map_or(start, |(from, _)| from), end),
            year: year.map(|(_, year)| year),
            month,
            day,
        });
    }
    found
}

/// The number below 100 that ends at `at`.
fn number_before(text: &str, at: usize) -> Option<(usize, u32)> {
    let head = text[..at].trim_end_matches(' ');
    let start = head
        .char_indices()
        .rev()
        .take(4)
        .take_while(|(_, c)| {
            super::scan::digit(*c).is_some() || super::scan::in_chinese_numeral(*c)
        })
        .last()?
        .0;
    let (number, length) = small_number(&head[start..])?;
    (start + length == head.len()).then_some((start, number))
}

/// The days of a month; 29 for February where the year is not known.
fn days_in(year: Option<i32>, month: u32) -> u32 {
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

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    let impossible = context
        .days()
        .iter()
        .filter(|day| day.day == 0 || day.day > days_in(day.year, day.month))
        .filter(|day| {
            let near = window_before(text, day.span.start, 6);
            !contains_any(
                near,
                &["农历", "阴历", "夏历", "旧历", "藏历", "回历", "闰"],
            )
        });
    for day in impossible {
        if !findings.is_full(day.span) {
            findings.push(RULE.finding(
                day.span,
                "check.impossible-date",
                &[("date", day.span.of(text))],
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_days_that_no_calendar_has() {
        trips(
            &RULE,
            &[
                "请于⟦2月30日⟧前报送。",
                "截至⟦2023年2月29日⟧，完成80%。",
                "⟦4月31日⟧召开大会。",
                "⟦2024年13月5日⟧发布。",
                "⟦6月31号⟧前完成。",
                "⟦九月三十一日⟧举行仪式。",
                "⟦2022年11月31日⟧印发。",
                "⟦2月28—30日⟧集中培训。",
                "⟦0月5日⟧发布。".replace('0', "14").as_str(),
            ],
        );
    }

    #[test]
    fn keeps_silent_on_days_that_are() {
        silent(
            &RULE,
            &[
                "2024年2月29日召开会议。",
                "请于2月29日前报送。",
                "12月31日前完成。",
                "农历二月三十日是集日。",
                "1—3月30日均值下降。",
                "三月三十一日举行。",
                "2月28日至30日，连续降雨。",
                "每月30日报送进度。",
                "近3个月31日均有记录。",
            ],
        );
    }
}
