//! # range-notation
//!
//! ## zh: 数值范围写法
//!
//! 数值范围的前一个数丢了百分号，或者相邻两个数字表示概数时中间加了顿号。
//!
//! Why: “10~90%”可以读成从数字10到90%，“七、八十人”可以读成7和80，“十七、八个”可以读成17和8。
//!
//! Source: 《出版物上数字用法》（GB/T 15835—2011）4.2.3、5.1.4
//!
//! ## en: Range notation
//!
//! The first number of a range lost its percent sign, or an estimate of two neighbouring numbers
//! has a mark between them.
//!
//! Why: 10~90% may be read as the number 10 up to 90%; 七、八十人 may be read as 7 and 80.
//!
//! Source: GB/T 15835—2011, 4.2.3 and 5.1.4
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.range-notation | “{words}”：范围两端都应带“%”，写作“{form}”。 | “{words}”: both ends of a range take the percent sign: “{form}”. |
//! | check.range-notation.estimate | “{words}”：相邻两个数字表示概数，中间不用顿号，写作“{form}”。 | “{words}”: neighbouring numbers of an estimate take no mark between them: “{form}”. |
//!
//! ## Trips
//!
//! ```text
//! 预计全年财政收入增长8—10%，好于去年。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 预计全年财政收入增长8%—10%，好于去年。
//! ```

use super::{Context, Findings, Role};
use crate::model::Span;
use crate::text::numeral::magnitude;
use crate::text::{after, before, chinese_digit, in_chinese, is_digit, is_han, window_before};

const RANGE_MARKS: [char; 9] = ['—', '–', '-', '－', '~', '～', '〜', '至', '到'];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for &(at, sign) in context.signs() {
        let end = at + sign.len_utf8();
        if matches!(sign, '%' | '％')
            && let Some((start, first, rest)) = half_marked(text, at)
        {
            let form = format!("{first}{sign}{rest}{sign}");
            findings.correct(Span::new(start, end), "", &form, &[]);
        }
        if sign == '、'
            && let Some(span) = divided_estimate(context, at, end)
        {
            let form = span.of(text).replace('、', "");
            findings.correct(span, ".estimate", &form, &[]);
        }
    }
}

/// A range that ends just before the sign at `end`, without one behind its first number: where it
/// begins, the first number, and the mark with the second.
fn half_marked(text: &str, end: usize) -> Option<(usize, &str, &str)> {
    let second = number_start(text, end)?;
    let marks = text[..second].trim_end_matches(RANGE_MARKS);
    let mark = &text[marks.len()..second];
    if mark.is_empty() || mark.chars().count() > 2 {
        return None;
    }
    let first = number_start(text, marks.len())?;
    let number = &text[first..marks.len()];
    // A year, a code or a date is no end of a range of percents: 2020—5%, A-5%, 3-1-5%.
    let plain =
        number.chars().count() <= 5 && !(number.len() == 4 && number.starts_with(['1', '2']));
    let free = before(text, first).is_none_or(|c| {
        !c.is_ascii_alphanumeric()
            && !matches!(c, '/' | ':' | '：' | '_')
            // 达到30~85%: the word before it is a verb.
            && (is_han(c) || !RANGE_MARKS.contains(&c))
    });
    (plain && free).then(|| (first, number, &text[marks.len()..end]))
}

/// Where the number in digits begins that ends at `end`.
fn number_start(text: &str, end: usize) -> Option<usize> {
    let near = window_before(text, end, 9);
    let lead = near.trim_end_matches(|c| is_digit(c) || matches!(c, '.' | '．'));
    near[lead.len()..]
        .starts_with(is_digit)
        .then(|| end - near.len() + lead.len())
}

/// What an estimate counts. 月 and 日 are left out, for 三、四月 are two months.
const COUNTERS: [char; 17] = [
    '个', '年', '天', '次', '里', '斤', '倍', '家', '岁', '人', '户', '名', '所', '公', '亩', '吨',
    '项',
];

/// Two neighbouring Chinese digits around the mark from `at` to `end`, with what they count.
fn divided_estimate(context: &Context, at: usize, end: usize) -> Option<Span> {
    let text = context.reading.text;
    let (left, right) = (before(text, at)?, after(text, end)?);
    let (low, high) = (chinese_digit(left)?, chinese_digit(right)?);
    let digit = at - left.len_utf8();
    // 十七、八 is one numeral, 一百七、八十 another.
    let numeral = text[..at].trim_end_matches(in_chinese).len();
    let lead = before(text, numeral).filter(|&c| c != '\n')?;
    let behind = &text[end + right.len_utf8()..];
    let counted = behind.chars().next()?;
    // 第三、四章 lists; a line that begins with 一、 is a heading.
    let listed = matches!(lead, '第' | '、' | '初' | '“' | '（' | '点' | '：') || is_digit(lead);
    // 三、四年级 and 一、二次产业 are told apart by number.
    let counts = magnitude(counted).is_some()
        || COUNTERS.contains(&counted) && Role::AfterOrdinal.begins(behind).is_none();
    // 一百、二百 lists; so does 之一、两次, where a word ends in the digit.
    let above = before(text, digit)
        .filter(|_| numeral < digit)
        .and_then(magnitude);
    let whole = numeral == digit
        || above.is_some_and(|above| magnitude(counted).map_or(above < 11.0, |less| above > less));
    let token = context.reading.tokens_in(Span::new(numeral, end)).first();
    let free = token.is_some_and(|token| token.span.start == numeral);
    // At the beginning of a clause 一、二十… may be the number of a part.
    let opens = is_han(lead) || matches!(lead, '，' | '。' | '；') && (low > 1 || numeral < digit);
    (low > 0 && high == low + 1 && opens && counts && whole && free && !listed)
        .then(|| Span::new(numeral, end + right.len_utf8() + counted.len_utf8()))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_half_marked_ranges_and_divided_estimates() {
        trips(
            "range-notation",
            &[
                "出勤率在⟦10~90%⟧之间。",
                "工业投资增长⟦8—10%⟧。",
                "亩产提高⟦5.5-6.5％⟧。",
                "损耗控制在⟦3至5%⟧。",
                "占比约为⟦20～30％⟧。",
                "现场来了⟦七、八十⟧人。",
                "用⟦三、四年⟧时间完成改造。",
                "跑了⟦五、六次⟧还没办成。",
                "请了⟦两、三个⟧技术员。",
                "扶持大户⟦六、七户⟧。",
                "每户增收⟦一百七、八十⟧元。",
                "村里有⟦十七、八个⟧青年外出。",
                "小伙子⟦二十五、六岁⟧。",
                "只用⟦一、两年⟧就建成了。",
                "单价提高⟦3.5到5%⟧。",
                "参保率达到⟦60~75%⟧之间。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_whole_ranges_and_lists() {
        silent(
            "range-notation",
            &[
                "工业投资增长8%—10%。",
                "出勤率在10%~90%之间。",
                "1—5月增长8%。",
                "现场来了七八十人。",
                "依照第三、四章办理。",
                "面向三、四年级学生。",
                "三、四月间播种。",
                "2021—2025年增长5%。",
                "型号A3-5%不变。",
                "一、二十大精神学习情况",
                "完成二、四个项目。",
                "比例由3%降至1%。",
                "第二十七、八条作了修改。",
                "这是原因之一、两个部门都有责任。",
                "每季统一、两个窗口合并。",
                "标准为一百、二百元两档。",
            ],
        );
    }
}
