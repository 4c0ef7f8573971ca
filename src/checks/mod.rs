//! Where a text contradicts itself, the calendar or its form: one rule a file, and the registry of
//! them all, from which page, command line and documentation list the rules.

mod announced_count;
mod attachment_list;
mod closing_words;
mod conflicting_values;
mod confused_word;
mod context;
mod day;
mod deadline_passed;
mod decrease_by_multiple;
mod document_date;
mod document_number;
mod documentation;
mod event_year_mismatch;
mod findings;
mod former_place;
mod growth_mismatch;
mod heading_style;
mod identity;
mod impossible_date;
mod level_skip;
mod mark_width;
mod missing_unit;
mod numbering;
mod numbering_gap;
mod numbering_repeat;
mod official;
mod part_number;
mod percent_point;
mod place_hierarchy;
mod placeholder;
mod plan_period_mismatch;
mod precision;
pub mod profile;
mod range_notation;
mod repeated_mark;
mod repeated_text;
mod repeated_word;
mod request_form;
mod rule;
mod same_year_comparison;
mod share_mismatch;
mod signature_issuer;
mod slogan_slip;
mod spliced_text;
mod stray_latin;
mod sum_mismatch;
mod table_sum;
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
use crate::reading::{Markers, Reading};
use Group::{Dates, Figures, Language, Structure};
use Severity::{Error, Info, Warning};
use words::Role;

/// All rules, in the order in which they are listed.
pub static RULES: &[Rule] = &[
    Structure.rule(Error, "announced-count", announced_count::check),
    Structure.rule(Error, "numbering-gap", numbering_gap::check),
    Structure.rule(Error, "numbering-repeat", numbering_repeat::check),
    Structure.rule(Info, "level-skip", level_skip::check),
    Structure.rule(Info, "heading-style", heading_style::check),
    Structure.rule(Warning, "repeated-text", repeated_text::check),
    Structure.rule(Warning, "spliced-text", spliced_text::check),
    Structure.rule(Warning, "truncated", truncated::check),
    Structure.rule(Warning, "placeholder", placeholder::check),
    Structure.rule(Warning, "stray-latin", stray_latin::check),
    Structure.rule(Warning, "closing-words", closing_words::check),
    Structure.rule(Warning, "request-form", request_form::check),
    Structure.rule(Warning, "document-date", document_date::check),
    Structure.rule(Warning, "attachment-list", attachment_list::check),
    Structure.rule(Warning, "signature-issuer", signature_issuer::check),
    Figures.rule(Warning, "missing-unit", missing_unit::check),
    Figures.rule(Error, "sum-mismatch", sum_mismatch::check),
    Figures.rule(Warning, "table-sum", table_sum::check),
    Figures.rule(Error, "growth-mismatch", growth_mismatch::check),
    Figures.rule(Error, "share-mismatch", share_mismatch::check),
    Figures.rule(Warning, "conflicting-values", conflicting_values::check),
    Figures.rule(Warning, "percent-point", percent_point::check),
    Figures.rule(Warning, "decrease-by-multiple", decrease_by_multiple::check),
    Dates.rule(Error, "impossible-date", impossible_date::check),
    Dates.rule(Error, "weekday-mismatch", weekday_mismatch::check),
    Dates.rule(Error, "same-year-comparison", same_year_comparison::check),
    Dates.rule(Error, "plan-period-mismatch", plan_period_mismatch::check),
    Dates.rule(Error, "event-year-mismatch", event_year_mismatch::check),
    Dates.rule(Warning, "deadline-passed", deadline_passed::check),
    Language.rule(Warning, "unpaired-mark", unpaired_mark::check),
    Language.rule(Info, "mark-width", mark_width::check),
    Language.rule(Info, "range-notation", range_notation::check),
    Language.rule(Warning, "repeated-mark", repeated_mark::check),
    Language.rule(Info, "document-number", document_number::check),
    Language.rule(Warning, "slogan-slip", slogan_slip::check),
    Language.rule(Warning, "repeated-word", repeated_word::check),
    Language.rule(Warning, "confused-word", confused_word::check),
    Language.rule(Warning, "place-hierarchy", place_hierarchy::check),
    Language.rule(Warning, "former-place", former_place::check),
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
    let mut findings = Findings::of(rule.id, rule.severity, context.reading.text);
    (rule.check)(context, &mut findings);
    let mut shown = findings.shown();
    identity::identify(&mut shown, context.reading.text);
    shown
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
