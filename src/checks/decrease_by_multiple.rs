//! # decrease-by-multiple
//!
//! ## zh: 减少用了倍数
//!
//! 减少、下降的幅度用了倍数。“下降到原来的0.5倍”“增长2倍”不算。
//!
//! Why: 减少一倍就什么都没有了，“减少2倍”没有意义；要说的大概是减少三分之二、减少一半，
//! 或者本来是增加。
//!
//! Source: 《出版物上数字用法》（GB/T 15835—2011）：减少用分数或百分数
//!
//! ## en: Decrease by a multiple
//!
//! A decrease is given as a multiple. 下降到原来的0.5倍 and 增长2倍 are none.
//!
//! Why: Once the whole is taken away nothing is left; 减少2倍 means nothing. What is meant is two
//! thirds less, half as much, or an increase.
//!
//! Source: GB/T 15835—2011: decreases are given as fractions or percent
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.decrease-by-multiple | “{words}”：减少不能用倍数表示，请改用百分比或分数。 | “{words}”: a decrease cannot be given as a multiple. Use a percentage or a fraction. |
//!
//! ## Trips
//!
//! ```text
//! 改造后，单位产品能耗下降2倍，效益明显提高。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 改造后，单位产品能耗下降三分之二，产量增长2倍。
//! ```

use super::{Context, Findings, Role};
use crate::model::Span;
use crate::text::{figure_length, in_chinese, is_digit, window_after};

/// How far behind the word its 倍 is looked for, in characters.
const REACH: usize = 20;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for word in context.places(Role::Lessens) {
        let near = window_after(text, word.end, REACH);
        let Some((head, _)) = near.split_once('倍') else {
            continue;
        };
        let end = word.end + head.len() + '倍'.len_utf8();
        let filling = ['了', '将', '近', '约', '超', '过', '达', '整', ' '];
        let bare =
            before_figure(head).is_some_and(|lead| lead.trim_end_matches(filling).is_empty());
        // 下降两倍以上 is one as well; 减少2倍体 is a word of biology.
        if bare && !text[end..].starts_with(['体', '率']) {
            findings.report(Span::new(word.start, end), "", &[]);
        }
    }
}

/// The words before the number that `head` ends in.
fn before_figure(head: &str) -> Option<&str> {
    let tail = head.trim_end_matches(['多', '余', '几', '数']);
    let in_number = |c: char| is_digit(c) || matches!(c, '.' | '．' | '点') || in_chinese(c);
    let lead = tail.trim_end_matches(in_number);
    let figures = &tail[lead.len()..];
    let whole = figure_length(figures) == figures.len() || !figures.contains(is_digit);
    (whole && lead.len() < head.len()).then_some(lead)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_decreases_by_a_multiple() {
        trips(
            "decrease-by-multiple",
            &[
                "单位能耗⟦下降2倍⟧。",
                "事故起数⟦减少了三倍⟧。",
                "办理时限⟦缩短1.5倍⟧。",
                "成本⟦降低近两倍⟧。",
                "亏损面⟦缩小3倍⟧以上。",
                "库存⟦锐减数倍⟧。",
                "价格⟦下跌一倍⟧多。",
                "排放量⟦压减了2倍⟧。",
                "表格⟦精简了一倍⟧半。",
                "投诉量⟦下滑1.5倍⟧。",
                "运费⟦下调将近两倍⟧。",
                "起数⟦降幅达2倍⟧。",
                "用水⟦节约了整整3倍⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_levels_and_increases() {
        silent(
            "decrease-by-multiple",
            &[
                "产量增长2倍。",
                "单位能耗下降到原来的0.5倍。",
                "降幅是去年的2倍。",
                "下降20%，是全省平均降幅的1.5倍。",
                "事故减少三分之二。",
                "由3倍缩小到2.5倍。",
                "收入比缩小，投资增加3倍。",
                "倍加珍惜，减少浪费。",
                "节约用水，产量是去年的2倍。",
                "降幅为全省平均降幅的2倍。",
                "投产两年，下滑的价格是去年的2倍。",
            ],
        );
    }
}
