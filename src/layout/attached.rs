//! What is issued with a notice (附件, 印发的方案): it has the notice's date and issuer.

use super::document::Layout;
use super::shape;
use crate::lexicon::attachments::TABLE;
use crate::model::{Dated, DocumentKind, Stated};
use crate::text::window_after;

/// The most characters of a notice in which the titles of what it issues are looked for.
const COMPARED: usize = 3000;

/// What stands behind the word that heads what is issued with a text: 附件2, 附：项目情况表.
pub(super) fn headed(text: &str) -> Option<&str> {
    let row = TABLE.longest(text)?;
    let rest = &text[row.word.len()..];
    (row.bare || rest.starts_with(['：', ':'])).then_some(rest)
}

/// Gives a document that a notice before it issues the notice's date and issuer, where it states
/// none itself. They have no place in its text.
pub(super) fn inherit(documents: &mut [Layout]) {
    // The last notice, and the beginning of its words.
    let mut notice: Option<(usize, String)> = None;
    for at in 0..documents.len() {
        let own = &documents[at];
        let issued = notice
            .as_ref()
            .filter(|(_, words)| is_issued(words, own))
            .map(|(above, _)| *above);
        let Some(above) = issued else {
            notice = (own.kind == DocumentKind::Notice && own.metadata.date.is_some())
                .then(|| (at, shape::dense(window_after(&own.text, 0, COMPARED))));
            continue;
        };
        let date = documents[above].metadata.date.as_ref().map(|date| Dated {
            value: date.value.clone(),
            span: None,
        });
        let issuer = documents[above]
            .metadata
            .issuer
            .as_ref()
            .map(|issuer| Stated {
                value: issuer.value.clone(),
                span: None,
            });
        let own = &mut documents[at];
        own.metadata.date = own.metadata.date.take().or(date);
        own.metadata.issuer = own.metadata.issuer.take().or(issuer);
        if own.kind == DocumentKind::Other {
            own.kind = DocumentKind::Notice;
        }
    }
}

/// Whether a notice with these `words` names the title of `document`, or `document` is headed 附件.
fn is_issued(words: &str, document: &Layout) -> bool {
    let metadata = &document.metadata;
    if metadata.document_number.is_some()
        || metadata.addressee.is_some()
        || !metadata.authors.is_empty()
    {
        return false;
    }
    let headed = headed(&document.text).is_some();
    let named = document.title.as_deref().is_some_and(|title| {
        let title = shape::dense(title);
        title.chars().count() > 3 && words.contains(&title)
    });
    headed || named
}
