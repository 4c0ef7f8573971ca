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
//! | check.impossible-date | 日历上没有“{words}”这一天。请核对。 | No calendar has the day “{words}”. Check it. |
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

use super::{Context, Findings, Role};
use crate::reading::time::days_in;
use crate::text::window_before;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for day in context.days() {
        let lunar = || Role::Lunar.stands_in(window_before(text, day.span.start, 6));
        // 00月00日 is a blank to be filled in.
        let blank = day.month == 0 || day.day == 0;
        if !blank && !(1..=days_in(day.year, day.month)).contains(&day.day) && !lunar() {
            findings.report(day.span, "", &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_days_that_no_calendar_has() {
        trips(
            "impossible-date",
            &[
                "请于⟦2月30日⟧前报送。",
                "截至⟦2023年2月29日⟧，完成80%。",
                "⟦4月31日⟧召开大会。",
                "⟦2024年13月5日⟧发布。",
                "⟦6月31号⟧前完成。",
                "⟦九月三十一日⟧举行仪式。",
                "⟦2022年11月31日⟧印发。",
                "⟦2月28—30日⟧集中培训。",
                "会议于⟦2031-02-29⟧召开。",
                "发布日期：⟦2030-11-31⟧，有效期三年。",
                "⟦0月5日⟧发布。".replace('0', "14").as_str(),
            ],
        );
    }

    #[test]
    fn keeps_silent_on_days_that_are() {
        silent(
            "impossible-date",
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
                "兹定于00月00日上午开会。",
                "2028-02-29召开，电话010-12-45678，编号2031-02-290。",
            ],
        );
    }
}
