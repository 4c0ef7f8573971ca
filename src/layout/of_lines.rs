//! Layouts for the tests of later stages: a text whose lines are paragraphs.

use super::Layout;
use crate::model::{Block, BlockKind, Dated, DocumentKind, Metadata, Span};

impl Layout {
    /// Every line of `text` is a paragraph; nothing else is known.
    pub(crate) fn of_lines(text: &str) -> Self {
        let mut at = 0;
        let blocks = text.split('\n').map(|line| {
            let span = Span::new(at, at + line.len());
            at = span.end + 1;
            let kind = BlockKind::Paragraph;
            Block { kind, span }
        });
        Self {
            title: None,
            kind: DocumentKind::Other,
            metadata: Metadata::default(),
            source_map: vec![(0, 0, text.len())],
            blocks: blocks.collect(),
            text: text.to_owned(),
            cells: Vec::new(),
            figures: Vec::new(),
            set_aside: Vec::new(),
        }
    }

    /// The same with a title.
    pub(crate) fn titled(self, title: &str) -> Self {
        let title = Some(title.to_owned());
        Self { title, ..self }
    }

    /// The same with the date that the document bears, in ISO form.
    pub(crate) fn dated(mut self, date: &str) -> Self {
        let value = date.to_owned();
        self.metadata.date = Some(Dated { value, span: None });
        self
    }
}
