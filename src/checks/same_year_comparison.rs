//! # same-year-comparison
//!
//! ## zh: 同年相比
//!
//! 同一年和自己比：由2024年的多少增加到2024年的多少；“2024年至2024年”；并列的年份写了两个一样的。
//! 同年不同月份相比不算。
//!
//! Why: 多半是改年份时把两处都改了，或者沿用去年的稿子；所说的增长就没有了基数。
//!
//! Source: 《出版物上数字用法》（GB/T 15835—2011）；编校惯例
//!
//! ## en: Same year compared
//!
//! A year is compared with itself: from 2024 to 2024; a list of years that names one twice.
//! Different months of one year are left alone.
//!
//! Why: One of the two was overwritten, or the sentence was copied from last year; the stated
//! growth has no base.
//!
//! Source: GB/T 15835—2011; editors’ practice
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.same-year-comparison | “{start}”：前后都是 {year} 年，无从比较。请核对年份。 | “{start}”: both years are {year}, so nothing is compared. Check the years. |
//!
//! ## Trips
//!
//! ```text
//! 全县种养大户由2024年的120户发展到2024年的300户。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 全县种养大户由2023年的120户发展到2024年的300户。
//! ```

use super::years::Year;
use super::{Context, Findings, Role};
use crate::model::Span;
use crate::reading::time::year_before;
use crate::text::{in_chinese, is_plain, window_after, window_before};

/// The words that open the base of a comparison.
const FROM: [char; 8] = ['由', '从', '自', '比', '较', '与', '同', '和'];
/// The words that lead to its result, before the second year.
const TO: [char; 4] = ['到', '至', '为', '达'];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let years = context.years().iter().filter(|year| year.written);
    let years: Vec<Year> = years.copied().collect();
    let counted: Vec<Year> = counted(text).collect();
    let pairs = years.iter().zip(years.iter().skip(1));
    let compared = pairs.filter_map(|(first, second)| {
        let same = first.value == second.value && first.span.end <= second.span.start;
        (same && same_moment(text, *first, *second) && compares(text, *first, *second)).then(|| {
            // At 由 or 从, where one stands before the year.
            let head = &text[..first.span.start];
            let start = head.strip_suffix(FROM).unwrap_or(head).len();
            (Span::new(start, second.span.end), first.value)
        })
    });
    let lists = years.iter().chain(&counted);
    let lists = lists.filter_map(|year| twice_in_list(text, *year));
    let spans = years.iter().filter_map(|year| no_span(text, *year));
    let mut found: Vec<(Span, i32)> = compared.chain(lists).chain(spans).collect();
    found.sort_by_key(|(span, _)| *span);
    found.dedup_by(|later, earlier| earlier.0.overlaps(later.0));
    for (span, year) in found {
        findings.report(span, "", &[("year", &year.to_string())]);
    }
}

/// What narrows a year down: a month, a half, the end. Two moments in one year may be compared.
fn detail(text: &str, year: Year) -> &str {
    let rest = &text[year.span.end..];
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || in_chinese(c));
    match behind.strip_prefix('月') {
        Some(behind_month) if behind.len() < rest.len() => &rest[..rest.len() - behind_month.len()],
        _ => Role::Moment.begins(rest).unwrap_or_default(),
    }
}

fn same_moment(text: &str, first: Year, second: Year) -> bool {
    let (base, result) = (detail(text, first), detail(text, second));
    base == result || Role::YearEnd.is(base) && result.is_empty()
}

/// Whether the words around two years compare the one with the other.
fn compares(text: &str, first: Year, second: Year) -> bool {
    let between = &text[first.span.end..second.span.start];
    if !is_plain(between, 40, &['。', '；', '\n', '！', '？', ';']) {
        return false;
    }
    let head = window_before(text, first.span.start, 1);
    let opened = head.contains(['由', '从', '自']);
    if opened && between.ends_with(TO) && !Role::FromThen.stands_in(between) {
        return true;
    }
    // 比2024年的…，2024年增长: the base, a comma, the result.
    let measured = Role::Measured.stands_in(window_after(text, second.span.end, 12));
    let compared = Role::Compared.behind(between);
    head.contains(['与', '同', '和'])
        && compared.is_some_and(|rest| rest.starts_with(['，', ',']))
        && between.chars().count() <= 4
        && detail(text, first) == detail(text, second)
        || Role::Than.is(between) && measured
}

/// Years that a count follows: 2020、2020两年.
fn counted(text: &str) -> impl Iterator<Item = Year> {
    text.match_indices('年').filter_map(|(at, mark)| {
        let end = Role::YearCount.before(&text[..at + mark.len()])?.len();
        let (start, value) = year_before(text, end)?;
        Some(Year {
            span: Span::new(start, end),
            value,
            written: true,
        })
    })
}

/// The year that ends `head`, with its 年 or without.
fn year_at_end(head: &str) -> Option<(usize, i32)> {
    year_before(head, head.strip_suffix('年').unwrap_or(head).len())
}

/// A year that stands twice in the list that ends with `year`: 2024、2024、2024年连续三年.
fn twice_in_list(text: &str, year: Year) -> Option<(Span, i32)> {
    /// A longer list is a table.
    const LONGEST: usize = 20;
    let mut start = year.span.start;
    let mut values = vec![year.value];
    while let Some(head) = text[..start].strip_suffix(['、', '，', ',', '和', '与'])
        && let Some((earlier, value)) = year_at_end(head)
    {
        values.push(value);
        if values.len() > LONGEST {
            break;
        }
        start = earlier;
    }
    values.sort_unstable();
    let twice = values.windows(2).find(|pair| pair[0] == pair[1])?;
    // 2023年、2023年底 names two moments; a list of bare years does not.
    let above = &text[start..year.span.start];
    let bare = !above.contains('年');
    let one_moment = detail(text, year).is_empty() && !above.contains(['，', ',']);
    (bare || one_moment).then(|| (Span::new(start, year.span.end), twice[0]))
}

/// A span of years whose ends are the same: 2024—2024年.
fn no_span(text: &str, year: Year) -> Option<(Span, i32)> {
    let lead = &text[..year.span.start];
    let head = lead.trim_end_matches(['—', '-', '－', '~', '～', '至', '–', '到']);
    let (start, value) = year_at_end(head)?;
    let same = value == year.value && detail(text, year).is_empty();
    (head.len() < lead.len() && same).then(|| (Span::new(start, year.span.end), value))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_years_compared_with_themselves() {
        trips(
            "same-year-comparison",
            &[
                "全县工业产值⟦由2023年的12亿元增长到2023年⟧的18亿元。",
                "个体户⟦从2022年的120户发展到2022年⟧的300户。",
                "⟦2021、2021、2021年⟧接连受灾。",
                "⟦2020年至2020年⟧，全镇修路30公里。",
                "⟦2022—2022年⟧累计投资5亿元。",
                "⟦与2023年相比，2023年⟧粮食产量增长3%。",
                "企业⟦由2024年底的2家增加到2024年⟧的14家。",
                "⟦2019年、2019年⟧连续两年丰收。",
                "⟦2019、2019⟧两年连续丰收。",
                "人均收入⟦由二〇二三年的一万元提高到二〇二三年⟧的一万五千元。",
                "⟦2023年比2023年⟧增长5%。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_the_moments_differ() {
        silent(
            "same-year-comparison",
            &[
                "产值由2022年的12亿元增长到2023年的18亿元。",
                "户数由2024年1月的120户增加到2024年12月的300户。",
                "产值由2024年初的2亿元增加到2024年底的3亿元。",
                "2021、2022、2023年连续三年增产。",
                "2021、2022两年连续增产。",
                "2024年，全县经济稳步增长。2024年，全县财政收入突破10亿元。",
                "从2024年起，到2024年底，全面完成整改。",
                "2024年是攻坚之年，2024年的任务很重。",
                "2024年上半年、2024年下半年各安排一次检查。",
                "根据2024年计划，2024年投资5亿元。",
                "比2023年增长5%，2023年为3%。",
            ],
        );
    }
}
