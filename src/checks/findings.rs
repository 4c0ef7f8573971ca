//! What a rule found, no more of it than is shown.

use crate::model::{Finding, Related, Severity, Span, Suggestion};
use crate::strings::{Said, say};
use crate::text::window_after;

/// The most slips with marks and units that a writer leaves in a text.
pub(super) const MOST_OF_A_WRITER: usize = 12;

/// The most findings of one rule in one document; the last one says how many more there are.
pub(super) const MOST_PER_RULE: usize = 50;

/// The first findings of a rule by place, and how many follow them.
pub struct Findings<'t> {
    text: &'t str,
    rule: &'static str,
    severity: Severity,
    kept: Vec<Finding>,
    rest: usize,
}

/// A finding that was taken in, for what else belongs to it; nothing where so many are shown that it is
/// only counted.
pub(super) struct Reported<'f> {
    text: &'f str,
    finding: Option<&'f mut Finding>,
}

impl<'t> Findings<'t> {
    /// Nothing of the rule with this id is found yet in `text`; its findings are so bad.
    pub(super) fn of(rule: &'static str, severity: Severity, text: &'t str) -> Self {
        Self {
            text,
            rule,
            severity,
            kept: Vec::new(),
            rest: 0,
        }
    }

    /// Takes a finding in at its place; its message is the rule's own for the `case`, filled as
    /// [`message`] does.
    pub(super) fn report(
        &mut self,
        span: Span,
        case: &str,
        values: &[(&str, &str)],
    ) -> Reported<'_> {
        let at = self.kept.partition_point(|kept| kept.span <= span);
        let mut reported = Reported {
            text: self.text,
            finding: None,
        };
        if at == MOST_PER_RULE {
            self.rest += 1;
            return reported;
        }
        let said = message(self.rule, case, span.of(self.text), values);
        let finding = Finding {
            rule: self.rule.to_owned(),
            identity: String::new(),
            severity: self.severity,
            span,
            message: said.zh,
            message_en: said.en,
            related: Vec::new(),
            suggestion: None,
            elsewhere: Vec::new(),
        };
        self.kept.insert(at, finding);
        if self.kept.len() > MOST_PER_RULE {
            self.kept.pop();
            self.rest += 1;
        }
        reported.finding = self.kept.get_mut(at);
        reported
    }

    /// As [`Self::report`], with the `{form}` that should stand in place of `span`.
    pub(super) fn correct(&mut self, span: Span, case: &str, form: &str, values: &[(&str, &str)]) {
        let values = [values, &[("form", form)]].concat();
        self.report(span, case, &values).suggest(span, form);
    }

    /// Tells all as hints where they are more than `most`: a scan was read badly, the text is a form, or its figures are
    /// of several places. No draft is written so.
    pub(super) fn damp(&mut self, most: usize) {
        if self.kept.len() > most {
            self.kept
                .iter_mut()
                .for_each(|finding| finding.severity = Severity::Info);
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

/// What a rule says for one of its cases (`.open` of `check.unpaired-mark.open`, or nothing where it
/// has but one), filled with `values` and, of the place itself, its `{words}` and the first of them,
/// `{start}`.
fn message(rule: &str, case: &str, words: &str, values: &[(&str, &str)]) -> Said {
    const LENGTH: usize = 14;
    let mut start = window_after(words, 0, LENGTH).to_owned();
    if start.len() < words.len() {
        start.push('…');
    }
    let values = [values, &[("words", words), ("start", &start)]].concat();
    say(&format!("check.{rule}{case}"), &values)
}

impl Reported<'_> {
    /// Adds a place that belongs to it, with a message as [`Findings::report`] has it.
    pub fn relate(&mut self, span: Span, case: &str, values: &[(&str, &str)]) {
        if let Some(finding) = &mut self.finding {
            let said = message(&finding.rule, case, span.of(self.text), values);
            finding.related.push(Related {
                span,
                message: said.zh,
                message_en: said.en,
            });
        }
    }

    /// Suggests what to write in place of `span`.
    pub fn suggest(self, span: Span, replacement: impl Into<String>) {
        if let Some(finding) = self.finding {
            finding.suggestion = Some(Suggestion {
                span,
                replacement: replacement.into(),
            });
        }
    }

    /// Suggests what to write at many places that this finding stands for, of which so many are told; they ascend.
    pub fn suggest_each<'s>(self, forms: impl IntoIterator<Item = (Span, &'s str)>) {
        const MOST: usize = 5000;
        if let Some(finding) = self.finding {
            let mut all = forms.into_iter().take(MOST).map(|(span, form)| Suggestion {
                span,
                replacement: form.to_owned(),
            });
            finding.suggestion = all.next();
            finding.elsewhere = all.collect();
        }
    }

    /// Makes it as bad as `severity`, where it is less sure than its rule.
    pub fn set(&mut self, severity: Severity) -> &mut Self {
        if let Some(finding) = &mut self.finding {
            finding.severity = severity;
        }
        self
    }
}
