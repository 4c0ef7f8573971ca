//! The kind of an article (文种), by its title, its salutation and how it begins.

use std::borrow::Cow;

use super::address::{self, is_to_deputies};
use super::dispatch;
use super::imprint::is_imprint;
use super::occasion::begins_as;
use super::shape;
use crate::lexicon::date_words::Role as When;
use crate::lexicon::title_endings::Kind;
use crate::lexicon::work_reports::{Role, TABLE};
use crate::model::{Block, BlockKind, DocumentKind, Metadata};
use crate::text::window_after;

/// What tells the kind.
pub(super) struct Signs<'a> {
    /// The title.
    pub title: Option<&'a str>,
    /// The clean text.
    pub text: &'a str,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// What the text states of itself.
    pub metadata: &'a Metadata,
}

/// The most characters in which a text says what it is.
const HEAD: usize = 600;

/// The kind of text.
pub(super) fn kind(signs: &Signs) -> DocumentKind {
    let head = window_after(signs.text, 0, HEAD);
    let first_of = |kind: BlockKind| {
        let block = signs.blocks.iter().find(|block| block.kind == kind)?;
        Some(block.span.of(signs.text))
    };
    let salutation = first_of(BlockKind::Salutation);
    let first = first_of(BlockKind::Paragraph).unwrap_or_default();
    let greeting = address::greeting(first);
    let deputies = salutation.is_some_and(is_to_deputies) || greeting.is_some_and(is_to_deputies);
    let reports = || {
        TABLE.stands_in(head, Role::Head)
            || deputies && TABLE.stands_in(head, Role::SpeaksFor) && head.contains("报告")
    };
    let ending = signs.title.and_then(shape::title_kind);
    let government =
        (signs.title).is_some_and(|title| TABLE.stands_in(&without_named(title), Role::Title));
    // 央视网消息: what a headline says of a decision makes it none.
    if dispatch::is_own(first) {
        return DocumentKind::News;
    }
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
    } else if salutation.is_some_and(address::is_salutation)
        || greeting.is_some()
        || signs.metadata.occasion.is_some() && !signs.metadata.authors.is_empty()
    {
        DocumentKind::Speech
    } else if salutation.is_some() || signs.metadata.document_number.is_some() || is_issued(signs) {
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

/// Whether its last lines say who sent it out: …办公室2031年3月15日印发
fn is_issued(signs: &Signs) -> bool {
    let mut lines = signs
        .blocks
        .iter()
        .rev()
        .take_while(|block| block.kind == BlockKind::Metadata);
    lines.any(|block| is_imprint(block.span.of(signs.text)))
}

/// 7月11日下午，…; 近日，…: how a report on an event begins.
fn is_dateline(text: &str) -> bool {
    if begins_as(text, When::Recent).is_some_and(|rest| rest.starts_with('，')) {
        return true;
    }
    let day = counted(text, '月').and_then(|rest| counted(rest, '日'));
    day.is_some_and(|rest| {
        begins_as(rest, When::Hour).is_some() || rest.starts_with(['，', '至', '—'])
    })
}

/// What stands behind a number of one or two digits and its mark.
fn counted(text: &str, mark: char) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let fits = (1..3).contains(&(text.len() - rest.len()));
    rest.strip_prefix(mark).filter(|_| fits)
}

/// A title without what it names in 《》 beside other words: 区政府召开《政府工作报告》任务部署会 is none of a report.
fn without_named(title: &str) -> Cow<'_, str> {
    let whole = title.trim().strip_prefix('《');
    let whole = whole.and_then(|rest| rest.strip_suffix('》'));
    if whole.is_some_and(|inside| !inside.contains('》')) {
        return Cow::Borrowed(title);
    }
    let mut depth = 0_u32;
    let mut outside = title.to_owned();
    outside.retain(|character| {
        match character {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    Cow::Owned(outside)
}
