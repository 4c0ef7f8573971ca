//! A paragraph of a source, as its lines were joined.

use std::borrow::Cow;

use crate::model::Span;

/// A paragraph, a heading or another stretch that stands for itself.
#[derive(Debug, Default)]
pub(super) struct Paragraph<'a> {
    /// The verbatim stretches of the source that it is made of.
    pub spans: Vec<Span>,
    /// Its words.
    pub text: Cow<'a, str>,
    /// The level of its Markdown heading mark, or 0.
    pub mark: u8,
    /// Whether it begins with an indent.
    pub indent: bool,
    /// Whether it stops in the middle of a sentence.
    pub broken: bool,
    /// Whether furniture stands before it that ends an article.
    pub ended: bool,
}
