//! The kind of an article (文种), by its title, its salutation and how it begins.

use super::address;
use super::dispatch;
use super::shape;
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
    let begins = |words: &str| {
        let first = signs
            .blocks
            .iter()
            .find(|(kind, _)| *kind == BlockKind::Paragraph);
        first.is_some_and(|(_, text)| text.starts_with(words))
    };
    let deputies = salutation.is_some_and(|text| text.contains("代表")) || begins("各位代表");
    let reports = || {
        head.contains("政府工作报告")
            || head.contains("报告政府工作")
            || deputies
                && (head.contains("代表国务院") || head.contains("人民政府"))
                && head.contains("报告")
    };
    let ending = signs.title.and_then(shape::title_kind);
    let government = signs
        .title
        .is_some_and(|title| title.contains("政府工作报告"));
    match ending {
        Some("work_report") if government || reports() => return DocumentKind::WorkReport,
        Some("speech") => return DocumentKind::Speech,
        Some("notice") => return DocumentKind::Notice,
        _ if government => return DocumentKind::WorkReport,
        _ => {}
    }
    let first = signs
        .blocks
        .iter()
        .find(|(kind, _)| *kind == BlockKind::Paragraph)
        .map_or("", |(_, text)| *text);
    let dispatch = dispatch::begins(first)
        || ["新华社", "中新社", "本报记者", "人民网", "央视网"]
            .iter()
            .any(|words| {
                first
                    .trim_start_matches(['（', '(', '【'])
                    .starts_with(words)
            });
    let reporter = signs.metadata.authors.iter().any(|author| {
        author
            .role
            .as_deref()
            .is_some_and(|role| role.contains("记者") || role.contains("通讯员"))
    });
    if deputies && reports() {
        DocumentKind::WorkReport
    } else if salutation.is_some_and(address::is_salutation) || begins("同志们") {
        DocumentKind::Speech
    } else if salutation.is_some() || signs.metadata.document_number.is_some() {
        DocumentKind::Notice
    } else if dispatch || reporter {
        DocumentKind::News
    } else if !signs.metadata.authors.is_empty() {
        DocumentKind::Article
    } else if is_dateline(first) {
        DocumentKind::News
    } else {
        DocumentKind::Other
    }
}

/// 7月11日下午，…; 近日，…: how a report on an event begins.
fn is_dateline(text: &str) -> bool {
    if [
        "近日，",
        "日前，",
        "昨日，",
        "昨天，",
        "昨日上午，",
        "昨日下午，",
        "连日来，",
    ]
    .iter()
    .any(|words| text.starts_with(words))
    {
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
            ["，", "上午", "下午", "晚", "至", "—"]
                .iter()
                .any(|words| rest.starts_with(words))
        })
}
