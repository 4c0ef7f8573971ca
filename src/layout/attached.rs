//! What is issued with a notice (附件, 印发的方案): it has the notice's date and issuer.

use super::document::Layout;
use super::imprint::is_imprint;
use super::shape;
use crate::lexicon::attachments::TABLE;
use crate::model::{Dated, DocumentKind, Metadata, Span, Stated};
use crate::text::window_after;

/// The most characters of a notice in which the titles of what it issues are looked for.
const COMPARED: usize = 3000;

/// The most notices that pass one another on: a city's that of its province, that of the state.
const PASSED_ON: usize = 3;

/// What stands behind the word that heads what is issued with a text: 附件2, 附：项目情况表.
pub(super) fn headed(text: &str) -> Option<&str> {
    let (row, rest) = TABLE.behind(text)?;
    (row.bare || rest.trim().is_empty() || rest.starts_with(['：', ':'])).then_some(rest)
}

/// Gives a document that a notice before it issues the notice's date and issuer, where it states
/// none itself. They have no place in its text.
pub(super) fn inherit(documents: &mut [Layout]) {
    // The last notices, which may pass one another on, and the beginning of their words.
    let mut notices: Vec<(usize, String)> = Vec::new();
    for at in 0..documents.len() {
        let own = &documents[at];
        let mut last = notices.iter().rev().take(PASSED_ON);
        let Some(&(above, _)) = last.find(|(_, words)| is_issued(words, own)) else {
            if own.kind != DocumentKind::Notice {
                notices.clear();
            } else if own.metadata.date.is_some() {
                notices.drain(..notices.len().saturating_sub(PASSED_ON - 1));
                notices.push((at, shape::dense(window_after(&own.text, 0, COMPARED))));
            }
            continue;
        };
        let Metadata { date, issuer, .. } = documents[above].metadata.clone();
        let date = date.map(|date| Dated { span: None, ..date });
        let issuer = issuer.map(|issuer| Stated {
            span: None,
            ..issuer
        });
        let own = &mut documents[at];
        let own_date = own.metadata.date.take();
        own.metadata.date = match own_date {
            Some(sent) if is_in_imprint(own, sent.span) => date.or(Some(sent)),
            own_date => own_date.or(date),
        };
        let own_issuer = own.metadata.issuer.take();
        own.metadata.issuer = match own_issuer {
            Some(sender) if is_in_imprint(own, sender.span) => issuer.or(Some(sender)),
            own_issuer => own_issuer.or(issuer),
        };
        if own.kind == DocumentKind::Other {
            own.kind = DocumentKind::Notice;
        }
    }
}

/// Whether a place is in the line of a document that says who sent it out, with its notice, and when.
fn is_in_imprint(document: &Layout, place: Option<Span>) -> bool {
    let line = place.and_then(|span| {
        let mut blocks = document.blocks.iter();
        blocks.find(|block| block.span.contains(span.start))
    });
    line.is_some_and(|line| is_imprint(line.span.of(&document.text)))
}

/// Whether a notice with these `words` names the title of `document`, or `document` is headed 附件.
fn is_issued(words: &str, document: &Layout) -> bool {
    let own = &document.metadata;
    let stands_alone =
        own.document_number.is_some() || own.addressee.is_some() || !own.authors.is_empty();
    let named = || {
        document.title.as_deref().is_some_and(|title| {
            let title = shape::dense(title);
            title.chars().count() > 3 && words.contains(&title)
        })
    };
    !stands_alone && (headed(&document.text).is_some() || named())
}
