//! Where a text contradicts itself, the calendar or its form: one rule a file, and the registry of
//! them all, from which page, command line and documentation list the rules.

mod announced_count;
mod conflicting_values;
mod context;
mod day;
mod deadline_passed;
mod decrease_by_multiple;
mod document_number;
mod documentation;
mod event_year_mismatch;
mod findings;
mod growth_mismatch;
mod heading_style;
mod impossible_date;
mod level_skip;
mod mark_width;
mod missing_unit;
mod numbering;
mod numbering_gap;
mod numbering_repeat;
mod part_number;
mod percent_point;
mod place_hierarchy;
mod placeholder;
mod plan_period_mismatch;
mod precision;
mod range_notation;
mod repeated_mark;
mod repeated_text;
mod rule;
mod same_year_comparison;
mod scan;
mod share_mismatch;
mod slogan_slip;
mod sought;
mod spliced_text;
mod stray_latin;
mod sum_mismatch;
#[cfg(test)]
mod testing;
mod truncated;
mod unpaired_mark;
mod weekday_mismatch;
mod words;

pub use context::Context;
pub use documentation::Documentation;
pub use findings::Findings;
pub use rule::{Group, Rule};

use std::sync::LazyLock;

use crate::model::{Announcement, Claim, Finding};
use crate::reading::Markers;
use crate::reading::Reading;
use findings::{related, suggest};
use sought::Lists;

/// All rules, in the order in which they are listed.
pub static RULES: &[&Rule] = &[
    &announced_count::RULE,
    &numbering_gap::RULE,
    &numbering_repeat::RULE,
    &level_skip::RULE,
    &heading_style::RULE,
    &repeated_text::RULE,
    &spliced_text::RULE,
    &truncated::RULE,
    &placeholder::RULE,
    &stray_latin::RULE,
    &missing_unit::RULE,
    &sum_mismatch::RULE,
    &growth_mismatch::RULE,
    &share_mismatch::RULE,
    &conflicting_values::RULE,
    &percent_point::RULE,
    &decrease_by_multiple::RULE,
    &impossible_date::RULE,
    &weekday_mismatch::RULE,
    &same_year_comparison::RULE,
    &plan_period_mismatch::RULE,
    &event_year_mismatch::RULE,
    &deadline_passed::RULE,
    &unpaired_mark::RULE,
    &mark_width::RULE,
    &range_notation::RULE,
    &repeated_mark::RULE,
    &document_number::RULE,
    &slogan_slip::RULE,
    &place_hierarchy::RULE,
];

/// The words that the rules look for.
static SOUGHT: LazyLock<Lists> =
    LazyLock::new(|| Lists::new(RULES.iter().flat_map(|rule| rule.seeks).copied().collect()));

/// The findings of all rules, by place.
pub fn run(
    reading: &Reading,
    claims: &[Claim],
    announcements: &[Announcement],
    markers: &Markers,
) -> Vec<Finding> {
    let context = Context::new(reading, claims, announcements, markers, &SOUGHT);
    let mut findings: Vec<Finding> = RULES
        .iter()
        .flat_map(|rule| found(rule, &context))
        .collect();
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    findings
}

/// The findings of one rule.
fn found(rule: &Rule, context: &Context) -> Vec<Finding> {
    let mut findings = Findings::default();
    (rule.check)(context, &mut findings);
    findings.shown()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
        for id in &ids {
            assert!(
                id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
                "{id}"
            );
        }
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), RULES.len());
    }

    #[test]
    fn a_rule_that_finds_too_much_says_how_much_more() {
        let most = findings::MOST_PER_RULE;
        let text = "任务完成。。".repeat(most + 7);
        let kept = testing::of_rule(&repeated_mark::RULE, &text);
        assert_eq!(kept.len(), most);
        assert!(kept.last().is_some_and(|last| last.message.contains('7')));
    }

    #[test]
    fn no_rule_panics_on_odd_input() {
        for text in [
            "",
            "\n\n",
            "年",
            "第",
            "（",
            "“",
            "、",
            "%",
            "2024年",
            "“十五”",
            "月日",
            "一是",
            "\u{feff}\u{200b}",
            "𠀀年𠀀月𠀀日",
            "《《《》》",
            "2月30日星期",
            "下降倍",
            "〔2024〕号",
        ] {
            testing::all(text);
        }
    }
}
