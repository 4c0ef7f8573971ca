//! The kind of an article (文种), by its title, its salutation and how it begins.

use super::address::{self, is_to_deputies};
use super::dispatch;
use super::occasion::begins_as;
use super::shape;
use crate::lexicon::date_words::Role as When;
use crate::lexicon::title_endings::Kind;
use crate::lexicon::work_reports::{self, Role};
use crate::model::{BlockKind, DocumentKind, Metadata};

/// What tells the kind.
pub(super) struct Signs<'a> {
    /// The title.
    pub title: Option<&'a str>,
    /// The clean text.
    pub text: &'a str,
    /// The kinds of its blocks with their words.
    pub blocks: &'a [(BlockKind, &'a str)],
    /// What the text states of itself.
    pub metadata: &'a Metadata,
}

/// The kind of text.
pub(super) fn kind(signs: &Signs) -> DocumentKind {
    let end = signs.text.char_indices().nth(600);
    let head = end.map_or(signs.text, |(end, _)| &signs.text[..end]);
    let salutation = signs
        .blocks
        .iter()
        .find(|(kind, _)| *kind == BlockKind::Salutation)
        .map(|(_, text)| *text);
    let first = signs
        .blocks
        .iter()
        .find(|(kind, _)| *kind == BlockKind::Paragraph)
        .map_or("", |(_, text)| *text);
    let greeting = address::greeting(first);
    let deputies = salutation.is_some_and(is_to_deputies) || greeting.is_some_and(is_to_deputies);
    let reports = || {
        says(head, Role::Head) || deputies && says(head, Role::SpeaksFor) && head.contains("报告")
    };
    let ending = signs.title.and_then(shape::title_kind);
    let government = signs.title.is_some_and(|title| says(title, Role::Title));
    match ending {
        Some(Kind::WorkReport) if government || reports() => return DocumentKind::WorkReport,
        Some(Kind::Speech) => return DocumentKind::Speech,
        Some(Kind::Notice) => return DocumentKind::Notice,
        _ if government => return DocumentKind::WorkReport,
        _ => {}
    }
    let mut authors = signs.metadata.authors.iter();
    let reported = authors.any(|author| author.role.as_deref().is_some_and(dispatch::is_reporter));
    if deputies && reports() {
        DocumentKind::WorkReport
    } else if salutation.is_some_and(address::is_salutation) || greeting.is_some() {
        DocumentKind::Speech
    } else if salutation.is_some() || signs.metadata.document_number.is_some() {
        DocumentKind::Notice
    } else if dispatch::may_begin(first) || reported {
        DocumentKind::News
    } else if !signs.metadata.authors.is_empty() {
        DocumentKind::Article
    } else if is_dateline(first) {
        DocumentKind::News
    } else {
        DocumentKind::Other
    }
}

/// Whether words of a government's report stand in `text`, as `role` says.
fn says(text: &str, role: Role) -> bool {
    let mut rows = work_reports::TABLE.inside(text);
    rows.any(|row| row.roles.has(role))
}

/// 7月11日下午，…; 近日，…: how a report on an event begins.
fn is_dateline(text: &str) -> bool {
    if begins_as(text, When::Recent).is_some_and(|rest| rest.starts_with('，')) {
        return true;
    }
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = number(text);
    let rest = &text[digits..];
    let rest = match rest.strip_prefix('月') {
        Some(rest) if (1..3).contains(&digits) => rest,
        _ => return false,
    };
    let digits = number(rest);
    (1..3).contains(&digits)
        && rest[digits..].strip_prefix('日').is_some_and(|rest| {
            begins_as(rest, When::Hour).is_some() || rest.starts_with(['，', '至', '—'])
        })
}
