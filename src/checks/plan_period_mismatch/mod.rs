//! # plan-period-mismatch
//!
//! ## zh: 年份不在规划期内
//!
//! 把年份放进了它不属于的五年规划，或者把规划的开局之年、收官之年说错了。
//! 说“谋划下一个五年规划”不算。
//!
//! Why: 多半是年份被改过，或者整句沿用旧稿；规划从哪年到哪年，在座的人都清楚。
//!
//! Source: 历次五年计划和规划；data/plans.tsv
//!
//! ## en: Year outside its plan
//!
//! A year is put in a five-year plan that it lies outside of, or the first or last year of a plan
//! is another one. A year of preparing the next plan is left alone.
//!
//! Why: The year was overwritten, or the sentence was copied along; everyone in the room knows the
//! plan’s years.
//!
//! Source: The plans as passed; data/plans.tsv
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.plan-period-mismatch | “{plan}”是 {first}—{last} 年，与 {year} 年不符。请核对年份。 | The plan “{plan}” covers {first}–{last}, which does not fit {year}. Check the year. |
//! | check.plan-period-mismatch.year | 这里按 {year} 年核对；“{plan}”为 {first}—{last} 年 | Read as {year}; “{plan}” is {first}–{last} |
//!
//! ## Trips
//!
//! ```text
//! 2024年是“十三五”规划的收官之年，做好全年工作意义重大。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 2020年是“十三五”规划的收官之年，做好全年工作意义重大。
//! ```

use super::years::Year;
use super::{Context, Findings, Role};
use crate::lexicon::plans::{ROWS, Row, TABLE};
use crate::model::Span;
use crate::text::numeral::small_chinese;
use crate::text::{is_plain, window_after, window_before};

/// The most bytes between a year and the plan that it is put in relation to.
const FARTHEST: usize = 90;

/// A plan named in the text.
struct Plan {
    span: Span,
    row: &'static Row,
}

/// What the text says that the year is to the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Within,
    First,
    Last,
    Nth(i32),
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let (text, years) = (context.reading.text, context.years());
    for plan in plans(context) {
        let stated = is_year_of(text, years, &plan)
            .or_else(|| opening_year(text, years, &plan))
            .or_else(|| year_after(text, years, &plan));
        if let Some((year, place)) = stated {
            judge(&plan, year, place, findings);
        }
    }
}

/// “十四五” and 第十四个五年规划.
fn plans(context: &Context) -> Vec<Plan> {
    let text = context.reading.text;
    let mut found = Vec::new();
    // A plan's name holds no mark, so that the next one must close it.
    for pair in context.signs().windows(2) {
        let [(at, open), (end, close)] = *pair else {
            continue;
        };
        if matches!(open, '“' | '"' | '「')
            && matches!(close, '”' | '"' | '」')
            && let Some(row) = TABLE.get(&text[at + open.len_utf8()..end])
        {
            let span = Span::new(at, end + close.len_utf8());
            found.push(Plan { span, row });
        }
    }
    let numbers = Role::PlanNumber.words().iter();
    for (at, _) in numbers.flat_map(|number| text.match_indices(number)) {
        let head = window_before(text, at, 4);
        let Some(start) = head.rfind('第').map(|start| at - head.len() + start) else {
            continue;
        };
        let named = |name: &&&str| text[start..].starts_with(**name);
        found.extend(ROWS.iter().filter_map(|row| {
            let name = row.names.iter().find(named)?;
            let span = Span::new(start, start + name.len());
            Some(Plan { span, row })
        }));
    }
    found.sort_by_key(|plan| plan.span);
    found
}

/// The last year before a plan, with the words between them.
fn year_above<'a>(text: &'a str, years: &[Year], plan: &Plan) -> Option<(Year, &'a str)> {
    let before = years.partition_point(|year| year.span.end <= plan.span.start);
    let year = years[before.checked_sub(1)?];
    let between = &text[year.span.end..plan.span.start];
    (between.len() <= FARTHEST).then_some((year, between))
}

/// The clause that goes on behind a plan's name, up to one of `marks`.
fn clause_behind<'a>(text: &'a str, plan: &Plan, marks: &[char]) -> &'a str {
    let rest = window_after(text, plan.span.end, FARTHEST / 3);
    let rest = Role::PlanNoun.behind(rest).unwrap_or(rest);
    &rest[..rest.find(marks).unwrap_or(rest.len())]
}

/// 2024年是“十五”计划的收官之年.
fn is_year_of(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let (year, between) = year_above(text, years, plan)?;
    let verb = between.trim_start_matches(['，', ',', ' ']);
    let said = Role::Called.behind(verb)?;
    let clause = clause_behind(text, plan, &['，', '。', '；', '\n', ',']);
    let plain = is_plain(said, 10, &['，', '。', '、', '“'])
        && !Role::TowardsPlan.stands_in(said)
        && !clause.contains('“')
        && !Role::BeforePlan.stands_in(clause);
    Some((year, place_in(clause).filter(|_| plain)?))
}

/// What a clause calls the year: 收官之年, 开局之年, 第三年, 关键之年.
fn place_in(clause: &str) -> Option<Place> {
    let nth = || clause.find('第').and_then(|at| nth_year(&clause[at..]));
    if !clause.contains('年') {
        None
    } else if Role::FirstYear.stands_in(clause) {
        Some(Place::First)
    } else if Role::LastYear.stands_in(clause) {
        Some(Place::Last)
    } else if let Some((number, _)) = nth() {
        Some(Place::Nth(number))
    } else {
        Role::SomeYear.stands_in(clause).then_some(Place::Within)
    }
}

/// 第二年 at the beginning of a text: the number, and what stands behind.
fn nth_year(text: &str) -> Option<(i32, &str)> {
    let rest = text.strip_prefix('第')?;
    let (number, length) = small_chinese(rest)?;
    Some((number as i32, rest[length..].strip_prefix('年')?))
}

/// “十四五”开局之年的2021年; “十五”末的2005年; “十五”期间的2003年.
fn year_after(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let index = years.partition_point(|year| year.span.start < plan.span.end);
    let year = *years.get(index)?;
    let between = &text[plan.span.end..year.span.start];
    if between.len() > FARTHEST || between.ends_with(['，', ',']) {
        return None;
    }
    let words = between.trim_end_matches(['的', '（', '(', ' ', '—', '，', ',']);
    let word = Role::PlanNoun.begins(words).unwrap_or_default();
    let stem = words[word.len()..].trim_start_matches('的');
    let place = match stem {
        _ if Role::PlanEnd.is(stem) => Place::Last,
        _ if Role::PlanStart.is(stem) => Place::First,
        "" if Role::PlanTime.is(word) => Place::Within,
        _ => Place::Nth(nth_year(stem).filter(|(_, behind)| behind.is_empty())?.0),
    };
    // “十五”期间的2001—2003年 has its first year without 年.
    Some((year, place))
}

/// “十四五”开局之年，2021年 is not looked at; 2021年，“十四五”开局之年 is.
fn opening_year(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let (year, between) = year_above(text, years, plan)?;
    if !matches!(between, "，" | "（" | "(" | ",") {
        return None;
    }
    let clause = clause_behind(text, plan, &['，', '。', '；', '\n', ',', '）', ')']);
    let bare = clause.trim_start_matches('的');
    let short = bare.chars().count() <= 5;
    let end = Role::PlanEnd.is(bare) && matches!(between, "（" | "(");
    let place = short.then(|| place_in(bare)).flatten();
    Some((year, place.or(end.then_some(Place::Last))?))
}

fn judge(plan: &Plan, year: Year, place: Place, findings: &mut Findings) {
    let (first, last) = (plan.row.first as i32, plan.row.last as i32);
    let is_right = match place {
        Place::Within => (first..=last).contains(&year.value),
        Place::First => year.value == first,
        Place::Last => year.value == last,
        Place::Nth(number) => year.value == first + number - 1,
    };
    if is_right {
        return;
    }
    let span = Span::new(
        year.span.start.min(plan.span.start),
        year.span.end.max(plan.span.end),
    );
    let values = [
        ("plan", plan.row.plan),
        ("first", &first.to_string()),
        ("last", &last.to_string()),
        ("year", &year.value.to_string()),
    ];
    findings
        .report(span, "", &values)
        .relate(year.span, ".year", &values);
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, silent, trips};

    #[test]
    fn finds_years_outside_their_plan() {
        trips(
            "plan-period-mismatch",
            &[
                "⟦2024年是“十三五”⟧规划的收官之年，任务很重。",
                "⟦2022年是“十四五”⟧规划的开局之年。",
                "⟦2019年，是实施“十四五”⟧规划的关键之年。",
                "⟦2013年是“十二五”⟧规划的第二年。",
                "到⟦“十一五”末的2012年⟧，全县产值翻一番。",
                "⟦“十五”期间的2007年⟧，遭遇大旱。",
                "⟦2018年，“十三五”⟧开局之年，全县实现良好开局。",
                "⟦2026年是第十四个五年规划⟧的最后一年。",
                "⟦二〇一六年是“十二五”⟧计划的收官之年。",
                "⟦“十三五”时期的最后一年2019年⟧，脱贫攻坚进入收尾。",
                "⟦“十二五”规划第二年的2013年⟧，水库开工。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_the_year_lies_inside_or_beside() {
        silent(
            "plan-period-mismatch",
            &[
                "2020年是“十三五”规划的收官之年，任务很重。",
                "2021年是“十四五”规划的开局之年。",
                "2020年是谋划“十四五”的重要一年。",
                "2010年是完成“十一五”规划、谋划“十二五”的关键之年。",
                "“十三五”时期，全县投资翻番，2021年再创新高。",
                "根据“十四五”规划，到2035年基本实现现代化。",
                "2012年是“十二五”规划的第二年。",
                "2020年与“十二五”末的2015年相比，翻了一番。",
                "2016年制定了“十三五”规划。",
                "“十三五”时期的最后一年2020年，任务全面完成。",
                "“十二五”规划第三年的2013年，水库开工。",
                "“十二五”规划第二年比上年快，2011年只增长5%。",
                "2005年是“十五”计划最后一年，也是编制“十一五”规划的一年。",
            ],
        );
    }

    #[test]
    fn this_year_is_the_document_s() {
        let text = "今年是“十四五”规划的开局之年。";
        assert_eq!(
            Page::dated("2023-02-01", text)
                .check("plan-period-mismatch")
                .len(),
            1
        );
        assert_eq!(
            Page::dated("2021-02-01", text)
                .check("plan-period-mismatch")
                .len(),
            0
        );
        assert_eq!(Page::new(text).check("plan-period-mismatch").len(), 0);
    }
}
