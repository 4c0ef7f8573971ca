//! A rule: what it is called, how bad its findings are, and what it puts into them.

use super::context::Context;
use super::findings::Findings;
use super::sought::Sought;
use crate::model::{Finding, Severity, Span};
use crate::strings::say;

/// The groups that rules are listed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Headings, items, paragraphs (结构).
    Structure,
    /// Numbers and units (数字).
    Figures,
    /// Years, days, plan periods (日期).
    Dates,
    /// Marks and notation (语言文字).
    Language,
}

/// A rule: what it is called and the function that applies it.
pub struct Rule {
    /// The name that findings carry, for instance `announced-count`.
    pub id: &'static str,
    /// The group it is listed in.
    pub group: Group,
    /// How sure and how bad its findings are, unless one says less.
    pub severity: Severity,
    /// The words that it has looked for in the one walk over a text.
    pub(super) seeks: &'static [&'static Sought],
    /// Applies the rule.
    pub check: fn(&Context, &mut Findings),
}

impl Rule {
    /// A finding of this rule; its message is the string `key` filled with `values`.
    pub(super) fn finding(&self, span: Span, key: &str, values: &[(&str, &str)]) -> Finding {
        let said = say(key, values);
        Finding {
            rule: self.id.to_owned(),
            severity: self.severity,
            span,
            message: said.zh,
            message_en: said.en,
            related: Vec::new(),
            suggestion: None,
        }
    }

    /// Takes a finding of this rule in, and hands it out for what else belongs to it; nothing where so
    /// many are shown that it is only counted.
    pub(super) fn report<'f>(
        &self,
        findings: &'f mut Findings,
        span: Span,
        key: &str,
        values: &[(&str, &str)],
    ) -> Option<&'f mut Finding> {
        if findings.is_full(span) {
            return None;
        }
        findings.push(self.finding(span, key, values))
    }
}
