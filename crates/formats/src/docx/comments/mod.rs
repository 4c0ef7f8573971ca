//! A document with comments, every other part of its package byte for byte as it was.

mod marks;
mod parts;

use super::parts::Parts;
use super::told;
use crate::archive::{Package, rewrite};
use crate::error::OfficeError;
use crate::kind::{Kind, kind_of};
use crate::limits::Limits;
use crate::model::{HintKind, Span};
use crate::xml::decode;

use marks::Piece;

/// A comment on a stretch of the document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What it is about: bytes of [`crate::OfficeText::text`], as [`crate::read`] gives it.
    pub span: Span,
    /// Whose it is.
    pub author: String,
    /// What it says; each line is a paragraph.
    pub text: String,
}

/// The docx `bytes` with further comments, each at its run; runs are split where one begins or ends inside. A comment on
/// what is no run's (an automatic number) stands at the run behind it, one on a box or a note where that hangs on the text.
///
/// # Errors
///
/// [`OfficeError::NoComments`] where the file is no docx, and what [`crate::read`] says where it cannot be read.
pub fn with_comments(
    bytes: &[u8],
    comments: &[Comment],
    limits: &Limits,
) -> Result<Vec<u8>, OfficeError> {
    if kind_of(bytes, limits)? != Kind::Docx {
        return Err(OfficeError::NoComments);
    }
    if comments.is_empty() {
        return Ok(bytes.to_vec());
    }
    let mut package = Package::open(bytes, limits)?;
    let parts = Parts::find(&mut package, limits);
    let (text, traces) = told(&mut package, &parts, limits, Some(Vec::new()))?;
    let pieces = text.hints.iter().filter_map(|hint| match hint.kind {
        HintKind::Run(number) => Some(Piece {
            span: hint.span,
            trace: traces.get(number as usize)?,
        }),
        _ => None,
    });
    let pieces: Vec<Piece<'_>> = pieces.collect();
    let document = package.needed(&parts.document)?;
    let document = decode(&document);
    let space = parts::Space::of(&document);
    let existing = parts::comments(&mut package, &parts, limits)?;
    let first = existing.next;
    let marked = marks::put(&document, &pieces, comments, first, &space);
    let mut changed = vec![(parts.document.clone(), parts::in_utf8(&marked))];
    changed.extend(parts::with(
        &mut package,
        &parts,
        existing,
        &parts::written(comments, first, &space),
        &space,
        limits,
    )?);
    rewrite(bytes, &changed, limits)
}
