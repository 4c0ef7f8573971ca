//! A rule: what it is called and how bad its findings are.

use super::context::Context;
use super::findings::Findings;
use crate::model::Severity;

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
    /// Applies the rule.
    pub check: fn(&Context, &mut Findings),
}

impl Rule {
    /// A line of the registry.
    pub(super) const fn new(
        id: &'static str,
        group: Group,
        severity: Severity,
        check: fn(&Context, &mut Findings),
    ) -> Self {
        Self {
            id,
            group,
            severity,
            check,
        }
    }
}
