//! A paragraph of a source, as its lines were joined.

use std::borrow::Cow;

use super::class::Class;
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
    /// Whether it is the caption of a picture: the credit stood behind it.
    pub caption: bool,
    /// Whether furniture stands before it that ends an article.
    pub ended: bool,
    /// What it is.
    pub class: Class,
}

impl Paragraph<'_> {
    /// Takes in the words that go on here.
    pub fn append(&mut self, rest: &mut Self) {
        self.spans.append(&mut rest.spans);
        self.text.to_mut().push_str(&rest.text);
    }
}

/// What the paragraph at a place is, where there is one.
pub(super) fn class_at<'p>(paragraphs: &'p [Paragraph], at: usize) -> Option<&'p Class> {
    paragraphs.get(at).map(|paragraph| &paragraph.class)
}
