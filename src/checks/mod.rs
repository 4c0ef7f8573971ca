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
mod share_mismatch;
mod slogan_slip;
mod spliced_text;
mod stray_latin;
mod sum_mismatch;
#[cfg(test)]
mod testing;
mod truncated;
mod unpaired_mark;
mod weekday_mismatch;
mod words;
mod years;

pub use context::Context;
pub use documentation::Documentation;
pub use findings::Findings;
pub use rule::{Group, Rule};

use crate::model::{Announcement, Claim, Finding, Severity};
use crate::reading::Markers;
use crate::reading::Reading;
use Group::{Dates, Figures, Language, Structure};
use Severity::{Error, Info, Warning};

/// All rules, in the order in which they are listed.
pub static RULES: &[Rule] = &[
    Rule::new("announced-count", Structure, Error, announced_count::check),
    Rule::new("numbering-gap", Structure, Error, numbering_gap::check),
    Rule::new(
        "numbering-repeat",
        Structure,
        Error,
        numbering_repeat::check,
    ),
    Rule::new("level-skip", Structure, Info, level_skip::check),
    Rule::new("heading-style", Structure, Info, heading_style::check),
    Rule::new("repeated-text", Structure, Warning, repeated_text::check),
    Rule::new("spliced-text", Structure, Warning, spliced_text::check),
    Rule::new("truncated", Structure, Warning, truncated::check),
    Rule::new("placeholder", Structure, Warning, placeholder::check),
    Rule::new("stray-latin", Structure, Warning, stray_latin::check),
    Rule::new("missing-unit", Figures, Warning, missing_unit::check),
    Rule::new("sum-mismatch", Figures, Error, sum_mismatch::check),
    Rule::new("growth-mismatch", Figures, Error, growth_mismatch::check),
    Rule::new("share-mismatch", Figures, Error, share_mismatch::check),
    Rule::new(
        "conflicting-values",
        Figures,
        Warning,
        conflicting_values::check,
    ),
    Rule::new("percent-point", Figures, Warning, percent_point::check),
    Rule::new(
        "decrease-by-multiple",
        Figures,
        Warning,
        decrease_by_multiple::check,
    ),
    Rule::new("impossible-date", Dates, Error, impossible_date::check),
    Rule::new("weekday-mismatch", Dates, Error, weekday_mismatch::check),
    Rule::new(
        "same-year-comparison",
        Dates,
        Error,
        same_year_comparison::check,
    ),
    Rule::new(
        "plan-period-mismatch",
        Dates,
        Error,
        plan_period_mismatch::check,
    ),
    Rule::new(
        "event-year-mismatch",
        Dates,
        Error,
        event_year_mismatch::check,
    ),
    Rule::new("deadline-passed", Dates, Warning, deadline_passed::check),
    Rule::new("unpaired-mark", Language, Warning, unpaired_mark::check),
    Rule::new("mark-width", Language, Info, mark_width::check),
    Rule::new("range-notation", Language, Info, range_notation::check),
    Rule::new("repeated-mark", Language, Warning, repeated_mark::check),
    Rule::new("document-number", Language, Info, document_number::check),
    Rule::new("slogan-slip", Language, Warning, slogan_slip::check),
    Rule::new("place-hierarchy", Language, Warning, place_hierarchy::check),
];

/// The findings of all rules, by place.
pub fn run(
    reading: &Reading,
    claims: &[Claim],
    announcements: &[Announcement],
    markers: &Markers,
) -> Vec<Finding> {
    let context = Context::new(reading, claims, announcements, markers);
    let mut findings: Vec<Finding> = RULES
        .iter()
        .flat_map(|rule| found(rule, &context))
        .collect();
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    findings
}

/// The findings of one rule.
fn found(rule: &Rule, context: &Context) -> Vec<Finding> {
    let mut findings = Findings::of(rule.id, rule.severity);
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
        let kept = testing::of_rule("repeated-mark", &text);
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
