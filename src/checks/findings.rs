//! What a rule found, no more of it than is shown.

use crate::model::{Finding, Related, Span, Suggestion};
use crate::strings::say;

/// The most findings of one rule in one document; the last one says how many more there are.
pub(super) const MOST_PER_RULE: usize = 50;

/// The first findings of a rule by place, and how many follow them.
#[derive(Debug, Default)]
pub struct Findings {
    kept: Vec<Finding>,
    rest: usize,
}

impl Findings {
    /// Whether a finding at `span` would only be counted. It is counted then, so that a rule need
    /// not put its message into words.
    pub(super) fn is_full(&mut self, span: Span) -> bool {
        let full = self.kept.len() == MOST_PER_RULE
            && self.kept.last().is_some_and(|last| last.span <= span);
        self.rest += usize::from(full);
        full
    }

    /// Takes a finding in at its place; gives it back if it is shown.
    pub(super) fn push(&mut self, finding: Finding) -> Option<&mut Finding> {
        let at = self.kept.partition_point(|kept| kept.span <= finding.span);
        self.kept.insert(at, finding);
        if self.kept.len() > MOST_PER_RULE {
            self.kept.pop();
            self.rest += 1;
        }
        self.kept.get_mut(at)
    }

    /// Takes several in.
    pub(super) fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            if !self.is_full(finding.span) {
                self.push(finding);
            }
        }
    }

    /// The findings that are shown; the last one tells the count of the rest.
    pub(super) fn shown(mut self) -> Vec<Finding> {
        if self.rest > 0
            && let Some(last) = self.kept.last_mut()
        {
            let more = say("check.more", &[("count", &self.rest.to_string())]);
            last.message.push_str(&more.zh);
            last.message_en.push(' ');
            last.message_en.push_str(&more.en);
        }
        self.kept
    }
}

/// A place that belongs to a finding; its message is the string `key` filled with `values`.
pub(super) fn related(span: Span, key: &str, values: &[(&str, &str)]) -> Related {
    let said = say(key, values);
    Related {
        span,
        message: said.zh,
        message_en: said.en,
    }
}

/// What to write in place of `span`.
pub(super) fn suggest(span: Span, replacement: impl Into<String>) -> Option<Suggestion> {
    Some(Suggestion {
        span,
        replacement: replacement.into(),
    })
}
