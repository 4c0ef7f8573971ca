//! The names of severities.

use xushi::model::Severity;
use xushi::strings::say;

use crate::arguments::Language;

/// What a severity is called.
pub fn severity_name(severity: Severity, language: Language) -> String {
    language.of(match severity {
        Severity::Error => say("cli.severity.error", &[]),
        Severity::Warning => say("cli.severity.warning", &[]),
        Severity::Info => say("cli.severity.info", &[]),
    })
}
