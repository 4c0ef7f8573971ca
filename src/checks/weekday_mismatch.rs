//! # weekday-mismatch
//!
//! ## zh: 日期与星期不符
//!
//! 日期与所注的星期不符。没有写明年份、文中也没有日期可依据时不报。
//!
//! Why: 会议通知写错星期，会有一半的人在错误的日子来。
//!
//! Source: 公历（GB/T 7408）
//!
//! ## en: Weekday mismatch
//!
//! The weekday does not belong to the date. Silent where neither the date nor the document gives a
//! year.
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

use super::{Context, Findings, Role};
use crate::model::{Severity, Span};

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
    let own = context.reading.clock.year;
    for day in context.days() {
        let on = |year: Option<i32>| weekday(year?, day.month, day.day);
        let Some((stated, name)) = weekday_after(text, day.span.end) else {
            continue;
        };
        let Some(right) = on(day.year.or(own)) else {
            continue;
        };
        // Without a year of its own a date may belong to the year before or after.
        let near = |shift: i32| on(own.map(|year| year + shift)) == Some(stated);
        if right == stated || day.year.is_none() && (near(-1) || near(1)) {
            continue;
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
        let mut finding = findings.report(Span::new(day.span.start, name.end), "", &values);
        if day.year.is_none() {
            finding.set(Severity::Warning);
        }
        finding.suggest(name, right);
    }
}

/// The weekday that a text gives right after a date, 0 for Monday, and its sign: the 四 of 星期四.
fn weekday_after(text: &str, at: usize) -> Option<(usize, Span)> {
    let rest = text[at..].trim_start_matches(['（', '(', ' ', '，', ',']);
    if text.len() - at - rest.len() > 6 {
        return None;
    }
    let mut behind = Role::Week.behind(rest)?.chars();
    let name = behind.next()?;
    let index = match name {
        '天' => 6,
        other => WEEKDAYS.iter().position(|weekday| *weekday == other)?,
    };
    // 周一次 and 周六届 are no weekdays.
    let marks = ['）', ')', '，', '。', ' ', '上', '下', '晚', '至', '前'];
    let rest = behind.as_str();
    let told = text[at..].starts_with(['（', '(']) || rest.is_empty() || rest.starts_with(marks);
    let end = text.len() - rest.len();
    told.then_some((index, Span::new(end - name.len_utf8(), end)))
}

/// The weekday of a day, 0 for Monday (Zeller's congruence).
fn weekday(year: i32, month: u32, day: u32) -> Option<usize> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (year, month) = if month < 3 {
        (year - 1, month as i32 + 12)
    } else {
        (year, month as i32)
    };
    let saturday_first =
        (day as i32 + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;
    Some(((saturday_first + 5) % 7) as usize)
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
                "⟦2021年7月1日（礼拜五⟧）举行。",
                "⟦2020年1月1日(星期四⟧)放假。",
                "⟦1999年12月20日，星期二⟧，澳门回归。",
                "⟦2019年10月1日（星期天⟧）庆典。",
                "⟦二〇二四年五月一日（星期五⟧）召开。",
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
        let next_year = Page::dated("2024-12-20", "定于1月8日（星期三）召开。");
        assert_eq!(next_year.check("weekday-mismatch").len(), 0);
    }
}
