//! What a rule found, no more of it than is shown.

use crate::model::{Finding, Related, Severity, Span, Suggestion};
use crate::strings::say;

/// The most findings of one rule in one document; the last one says how many more there are.
pub(super) const MOST_PER_RULE: usize = 50;

/// The first findings of a rule by place, and how many follow them.
pub struct Findings {
    rule: &'static str,
    severity: Severity,
    kept: Vec<Finding>,
    rest: usize,
}

/// A finding that was taken in, for what else belongs to it; nothing where so many are shown that it is
/// only counted.
pub(super) struct Reported<'f>(Option<&'f mut Finding>);

impl Findings {
    /// Nothing of the rule with this id is found yet; its findings are so bad.
    pub(super) fn of(rule: &'static str, severity: Severity) -> Self {
        Self {
            rule,
            severity,
            kept: Vec::new(),
            rest: 0,
        }
    }

    /// Takes a finding in at its place; its message is the string `key` filled with `values`.
    pub(super) fn report(
        &mut self,
        span: Span,
        key: &str,
        values: &[(&str, &str)],
    ) -> Reported<'_> {
        let at = self.kept.partition_point(|kept| kept.span <= span);
        if at == MOST_PER_RULE {
            self.rest += 1;
            return Reported(None);
        }
        let said = say(key, values);
        let finding = Finding {
            rule: self.rule.to_owned(),
            severity: self.severity,
            span,
            message: said.zh,
            message_en: said.en,
            related: Vec::new(),
            suggestion: None,
        };
        self.kept.insert(at, finding);
        if self.kept.len() > MOST_PER_RULE {
            self.kept.pop();
            self.rest += 1;
        }
        Reported(self.kept.get_mut(at))
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

/// The first characters of a stretch, for messages.
pub(super) fn short(title: &str) -> String {
    const LENGTH: usize = 14;
    let mut short: String = title.chars().take(LENGTH).collect();
    if title.chars().count() > LENGTH {
        short.push('…');
    }
    short
}

impl Reported<'_> {
    /// Adds a place that belongs to it; its message is the string `key` filled with `values`.
    pub fn relate(&mut self, span: Span, key: &str, values: &[(&str, &str)]) {
        if let Some(finding) = &mut self.0 {
            let said = say(key, values);
            finding.related.push(Related {
                span,
                message: said.zh,
                message_en: said.en,
            });
        }
    }

    /// Suggests what to write in place of `span`.
    pub fn suggest(self, span: Span, replacement: impl Into<String>) {
        if let Some(finding) = self.0 {
            finding.suggestion = Some(Suggestion {
                span,
                replacement: replacement.into(),
            });
        }
    }

    /// Makes it a warning.
    pub fn warn(&mut self) {
        if let Some(finding) = &mut self.0 {
            finding.severity = Severity::Warning;
        }
    }
}
