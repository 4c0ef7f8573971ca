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

use super::scan::{Year, chinese_number, contains_any, starts_with_any};
use super::sought::Sought;
use super::{Context, Findings, Group, Rule, related};
use crate::lexicon::PLANS;
use crate::model::{Severity, Span};

pub(super) static RULE: Rule = Rule {
    id: "plan-period-mismatch",
    group: Group::Dates,
    severity: Severity::Error,
    check,
};

/// The most bytes between a year and the plan that it is put in relation to.
const FARTHEST: usize = 90;

/// A plan named in the text.
struct Plan {
    span: Span,
    name: &'static str,
    first: i32,
    last: i32,
}

/// What the text says that the year is to the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Within,
    First,
    Last,
    Nth(i32),
}

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let plans = plans(context);
    if plans.is_empty() {
        return;
    }
    let mut years = context.years().to_vec();
    years.extend(context.relative_years());
    years.sort_by_key(|year| year.span);
    for plan in &plans {
        if let Some((year, place)) = stated(reading.text, &years, plan) {
            judge(plan, year, place, findings);
        }
    }
}

/// What stands behind the number of a plan: 第十四个五年规划.
pub(super) const NUMBERED: &str = "个五年";

/// “十四五” and 第十四个五年规划.
fn plans(context: &Context) -> Vec<Plan> {
    let text = context.reading.text;
    let mut found = Vec::new();
    // A plan's name holds no mark, so that the next one must close it.
    for pair in context.signs().windows(2) {
        let [(at, open), (end, close)] = *pair else {
            continue;
        };
        if !matches!(open, '“' | '"' | '「') || !matches!(close, '”' | '"' | '」') {
            continue;
        }
        let name = &text[at + open.len_utf8()..end];
        if let Some(row) = PLANS.iter().find(|row| row[0] == name) {
            found.extend(plan(row, Span::new(at, end + close.len_utf8())));
        }
    }
    for hit in context.hits(Sought::Plan) {
        let at = hit.span.start;
        let head = super::scan::window_before(text, at, 4);
        let Some(start) = head.rfind('第') else {
            continue;
        };
        let start = at - head.len() + start;
        for row in PLANS {
            if let Some(alias) = row[3]
                .split(',')
                .find(|alias| !alias.is_empty() && text[start..].starts_with(alias))
            {
                found.extend(plan(row, Span::new(start, start + alias.len())));
            }
        }
    }
    found.sort_by_key(|plan| plan.span);
    found
}

fn plan(row: &'static [&'static str; 4], span: Span) -> Option<Plan> {
    Some(Plan {
        span,
        name: row[0],
        first: row[1].parse().ok()?,
        last: row[2].parse().ok()?,
    })
}

/// The year that the text puts in relation to a plan, and the relation.
fn stated(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    is_year_of(text, years, plan)
        .or_else(|| opening_year(text, years, plan))
        .or_else(|| year_after(text, years, plan))
}

/// 2024年是“十五”计划的收官之年.
fn is_year_of(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let index = years
        .partition_point(|year| year.span.end <= plan.span.start)
        .checked_sub(1)?;
    let year = years[index];
    let between = &text[year.span.end..plan.span.start];
    if between.len() > FARTHEST {
        return None;
    }
    let verb = between.trim_start_matches(['，', ',', ' ']);
    let said = verb
        .strip_prefix('是')
        .or_else(|| verb.strip_prefix("作为"))?;
    if said.chars().count() > 10
        || contains_any(
            said,
            &[
                "，", "。", "、", "和", "向", "谋划", "编制", "制定", "衔接", "承", "启", "后",
                "前", "迈", "转", "“",
            ],
        )
    {
        return None;
    }
    let rest = after_plan(text, plan);
    let clause = &rest[..rest
        .find(['，', '。', '；', '\n', ','])
        .unwrap_or(rest.len())];
    if contains_any(clause, &["编制", "谋划", "“", "前一年", "前夕", "下一"]) {
        return None;
    }
    Some((year, place_in(clause)?))
}

/// The text after the plan's name and 规划, 计划, 时期.
fn after_plan<'a>(text: &'a str, plan: &Plan) -> &'a str {
    let rest = super::scan::window_after(text, plan.span.end, FARTHEST / 3);
    let word = starts_with_any(rest, &["规划", "计划", "时期", "期间"]).unwrap_or_default();
    &rest[word.len()..]
}

/// What a clause calls the year: 收官之年, 开局之年, 第三年, 关键之年.
fn place_in(clause: &str) -> Option<Place> {
    let year = contains_any(clause, &["之年", "一年", "年"]);
    if !year {
        return None;
    }
    if contains_any(
        clause,
        &["开局", "起步之年", "起始之年", "第一年", "头一年", "首年"],
    ) {
        return Some(Place::First);
    }
    if contains_any(
        clause,
        &[
            "收官",
            "收局",
            "收关",
            "最后一年",
            "末年",
            "决战之年",
            "决胜之年",
            "完成之年",
        ],
    ) {
        return Some(Place::Last);
    }
    if let Some((number, _)) = clause.find('第').and_then(|at| nth_year(&clause[at..])) {
        return Some(Place::Nth(number));
    }
    contains_any(clause, &["之年", "一年"]).then_some(Place::Within)
}

/// 第二年 at the beginning of a text: the number, and what stands behind.
fn nth_year(text: &str) -> Option<(i32, &str)> {
    let rest = text.strip_prefix('第')?;
    let (number, length) = chinese_number(rest)?;
    Some((number as i32, rest[length..].strip_prefix('年')?))
}

/// “十四五”开局之年的2021年; “十五”末的2005年; “十五”期间的2003年.
fn year_after(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let index = years.partition_point(|year| year.span.start < plan.span.end);
    let year = *years.get(index)?;
    let between = &text[plan.span.end..year.span.start];
    if between.len() > FARTHEST {
        return None;
    }
    let words = between.trim_end_matches(['的', '（', '(', ' ', '—', '，', ',']);
    let joined = !between.ends_with(['，', ',']);
    if !joined {
        return None;
    }
    let word = starts_with_any(words, &["规划", "计划", "时期", "期间"]).unwrap_or_default();
    let stem = words[word.len()..].trim_start_matches('的');
    let place = match stem {
        "末" | "期末" | "末期" | "末年" | "最后一年" | "收官之年" => Place::Last,
        "开局之年" | "第一年" | "头一年" | "初" | "期初" => Place::First,
        "" if matches!(word, "时期" | "期间") => Place::Within,
        _ => Place::Nth(nth_year(stem).filter(|(_, behind)| behind.is_empty())?.0),
    };
    // “十五”期间的2001—2003年 has its first year without 年.
    Some((year, place))
}

/// “十四五”开局之年，2021年 is not looked at; 2021年，“十四五”开局之年 is.
fn opening_year(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let index = years
        .partition_point(|year| year.span.end <= plan.span.start)
        .checked_sub(1)?;
    let year = years[index];
    let between = &text[year.span.end..plan.span.start];
    if !matches!(between, "，" | "（" | "(" | ",") {
        return None;
    }
    let rest = after_plan(text, plan);
    let clause = &rest[..rest
        .find(['，', '。', '；', '\n', ',', '）', ')'])
        .unwrap_or(rest.len())];
    let bare = clause.trim_start_matches('的');
    let short = bare.chars().count() <= 5;
    short
        .then(|| place_in(bare))
        .flatten()
        .map(|place| (year, place))
        .or_else(|| {
            let end = matches!(bare, "末" | "期末" | "末期") && matches!(between, "（" | "(");
            end.then_some((year, Place::Last))
        })
}

fn judge(plan: &Plan, year: Year, place: Place, findings: &mut Findings) {
    let (from, to) = match place {
        Place::Within => (plan.first, plan.last),
        Place::First => (plan.first, plan.first),
        Place::Last => (plan.last, plan.last),
        Place::Nth(number) => (plan.first + number - 1, plan.first + number - 1),
    };
    if (from..=to).contains(&year.value) {
        return;
    }
    let span = Span::new(
        year.span.start.min(plan.span.start),
        year.span.end.max(plan.span.end),
    );
    if findings.is_full(span) {
        return;
    }
    let values = [
        ("plan", plan.name.to_owned()),
        ("first", plan.first.to_string()),
        ("last", plan.last.to_string()),
        ("year", year.value.to_string()),
    ];
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let mut finding = RULE.finding(span, "check.plan-period-mismatch", &values);
    finding.related.push(related(
        year.span,
        "check.plan-period-mismatch.year",
        &values,
    ));
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{Page, silent, trips};

    #[test]
    fn finds_years_outside_their_plan() {
        trips(
            &RULE,
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
            &RULE,
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
        assert_eq!(Page::dated("2023-02-01", text).check(&RULE).len(), 1);
        assert_eq!(Page::dated("2021-02-01", text).check(&RULE).len(), 0);
        assert_eq!(Page::new(text).check(&RULE).len(), 0);
    }
}
