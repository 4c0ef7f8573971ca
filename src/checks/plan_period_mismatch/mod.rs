//! # plan-period-mismatch
//!
//! ## zh: 年份不在规划期内
//!
//! 把年份放进了它不属于的五年规划（“（2015—2020年）”“其中2020年”也算），把规划的开局之年、收官之年说错了，
//! 或者到规划期以后才说完成规划。
//! 说“谋划下一个五年规划”不算。
//!
//! Why: 多半是年份被改过，或者整句沿用旧稿；规划从哪年到哪年，在座的人都清楚。
//!
//! Source: 历次五年计划和规划；data/plans.tsv
//!
//! ## en: Year outside its plan
//!
//! A year is put in a five-year plan that it lies outside of, an end of the plan’s years and a part of what it brought
//! (其中2020年) included; the first or last year of a plan is another one; or a plan is done by a year behind it. A year of preparing the next plan is left alone.
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

mod plan;
mod stated;

use plan::{Place, Plan, plans};

use super::years::Year;
use super::{Context, Findings};
use crate::lexicon::plans::Row;
use crate::model::Span;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    for plan in plans(context) {
        let years = stated::years(context, &plan).into_iter();
        let wrong = years.filter(|(year, place)| !is_right(plan.row, year.value, *place));
        if let Some((year, _)) = wrong.min_by_key(|(year, _)| year.span) {
            report(&plan, year, findings);
        }
    }
}

/// Whether a year has this place in a plan.
fn is_right(plan: &Row, year: i32, place: Place) -> bool {
    let (first, last) = (plan.first as i32, plan.last as i32);
    match place {
        Place::Within => (first..=last).contains(&year),
        Place::First => year == first,
        Place::Last => year == last,
        Place::Nth(number) => year == first + number - 1,
        Place::By => year <= last,
    }
}

fn report(plan: &Plan, year: Year, findings: &mut Findings) {
    let span = Span::new(
        year.span.start.min(plan.span.start),
        year.span.end.max(plan.span.end),
    );
    let values = [
        ("plan", plan.row.plan),
        ("first", &plan.row.first.to_string()),
        ("last", &plan.row.last.to_string()),
        ("year", &year.value.to_string()),
    ];
    findings
        .report(span, "", &values)
        .relate(year.span, ".year", &values);
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, in_file, silent, trips};

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
                "⟦“十三五”时期（2015⟧—2020年），公路里程翻番。",
                "⟦“十二五”规划（2011-2016⟧）由县政府印发。",
                "⟦“十四五”规划期为2020⟧年至2025年。",
                "⟦2020年至2025年“十四五”⟧期间，新建水库三座。",
                "⟦“十四五”以来，全县新建水库三座，其中2020年⟧一座、2022年两座。",
                "⟦2024年是建县80周年，也是“十四五”⟧规划的收官之年。",
                "⟦2019年，是决战脱贫攻坚和“十三五”⟧规划收官之年。",
                "⟦2019年是“十三五”⟧收官、“十四五”谋划之年。",
                "⟦2017年，全县圆满完成“十二五”⟧规划最后一年的任务。",
                "⟦到2026年，全面完成“十四五”⟧规划目标。",
                "⟦2016年，“十二五”⟧规划圆满收官。",
                "⟦到2026年“十四五”⟧末，实现村村通客车。",
                "到⟦“十四五”末，即2026年⟧，实现村村通客车。",
                "⟦2019年是“七五”⟧规划的收官之年，普法工作任务很重。",
                "⟦2023年是建县40周年，是全面贯彻落实县委新部署的关键之年，是实施“十四五”⟧规划的收官之年。",
                "到⟦一九八六年全面完成第六个五年计划⟧的任务。",
                "⟦“十一五”时期县财政投入水利资金2亿元，其中2011年⟧投入5000万元。",
                "编制⟦“十四五”应急能力提升规划（2020⟧—2025年），印发执行。",
                "⟦2026年，全县将全面完成“十四五”⟧规划各项任务。",
                "⟦一九七六年完成第四个五年计划⟧，水利建设上了台阶。",
                "⟦2022年是建县40周年，是实施“十三五”⟧规划的关键一年。",
                "⟦2002年是跨入新世纪、实施“十五”⟧计划的第一年。",
                "⟦一九八五年到一九九〇年的第七个五年计划⟧，确定了改革方向。",
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
                "2025年是“十四五”规划收官之年，也是为“十五五”良好开局夯实基础的关键之年。",
                "2010年是完成“十一五”规划、谋划“十二五”的关键之年。",
                "“十三五”时期，全县投资翻番，2021年再创新高。",
                "“十一五”时期县财政投入水利资金2亿元，其中2010年投入5000万元。",
                "根据“十四五”规划，到2035年基本实现现代化。",
                "2012年是“十二五”规划的第二年。",
                "2020年与“十二五”末的2015年相比，翻了一番。",
                "2016年制定了“十三五”规划。",
                "“十三五”时期的最后一年2020年，任务全面完成。",
                "“十二五”规划第三年的2013年，水库开工。",
                "“十二五”规划第二年比上年快，2011年只增长5%。",
                "2005年是“十五”计划最后一年，也是编制“十一五”规划的一年。",
                "“十三五”时期（2016—2020年），公路里程翻番。",
                "“十三五”前三年（2016—2018年），公路里程翻番。",
                "“十四五”以来，新建水库三座，其中2021年一座，比2020年多一座。",
                "2016年，我们总结“十二五”规划最后一年的工作。",
                "2021年，在圆满完成“十三五”规划收官之年任务的基础上，开启新征程。",
                "2021年，“十三五”规划圆满收官的势头得到保持。",
                "到2035年，在全面完成“十四五”目标的基础上再翻一番。",
                "到2025年，全面完成“十四五”规划目标。",
                "2024年，提前完成“十四五”规划目标。",
                "2021年，全面完成“十三五”规划目标的审计。",
                "2023年是贯彻新部署的开局之年，也是“十四五”规划承上启下的关键之年。",
                "2020年是“十三五”收官、“十四五”谋划之年。",
                "2020年是“十三五”收官之年，也是“十四五”蓄势之年。",
                "“十四五”期间，财政收入由2020年的8亿元增加到12亿元。",
                "“十二五”规划纲要（2016年修订）。",
                "2025年是“八五”普法规划的收官之年，也是普法“八五”规划验收之年。",
                "2020年是“七五”全民普法的收官之年。",
                "2021年是实施“五五”改革纲要的关键之年。",
                "2025年是“十四五”规划收官之年，也是为“十五五”良好开局打牢基础之年。",
                "2025年是布局“十五五”的关键一年，也是对接“十五五”的重要一年。",
                "编制“十四五”应急能力提升规划（2021—2025年），印发执行。",
                "编制“十四五”和中长期交通规划（2021—2035年）。",
                "一九七五年完成第四个五年计划，水利建设上了台阶。",
                "2022年完成“十三五”规划的评估。",
                "2001年是跨入新世纪、实施“十五”计划的第一年。",
                "一九八六年到一九九〇年的第七个五年计划，确定了改革方向。",
                "2020年是建县40周年，是谋划“十四五”的关键一年。",
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
        // What is reckoned from the years that a text reviews is no ground for an error.
        let reviewed = "一、“十三五”时期工作回顾\n修了路。\n二、2023年重点任务\n今年是“十四五”规划的开局之年。";
        assert_eq!(in_file("plan-period-mismatch", reviewed).len(), 1);
        let reckoned =
            "一、“十四五”时期工作回顾\n修了路。\n二、下步打算\n今年是“十四五”规划的开局之年。";
        assert!(in_file("plan-period-mismatch", reckoned).is_empty());
    }
}
