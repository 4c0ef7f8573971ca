//! What the layout makes of a source: its documents, each with its clean text.

use crate::lexicon::Set;
use crate::lexicon::duty_words::Role;
use crate::model::{Block, DocumentKind, Metadata, SetAside, Span, Warning};

/// The documents of a source.
pub struct Layouts {
    /// In the order of the source; none where the source has no words.
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
    /// The cells below the heads of tables whose columns say who is to act or when, in order.
    pub cells: Vec<TableCell>,
    /// The cells of tables that hold a number and stand below a head, in order.
    pub figures: Vec<FigureCell>,
    /// What was taken out; spans in bytes of the source.
    pub set_aside: Vec<SetAside>,
}

/// A cell of a table that holds a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureCell {
    /// Where it stands in the text.
    pub span: Span,
    /// What names its row: the first cell, or that behind the row's number.
    pub row: Span,
    /// The head of its column.
    pub head: Span,
    /// Where the table begins.
    pub table: usize,
}

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableCell {
    /// Where it stands in the text.
    pub span: Span,
    /// From the first cell of its row to the last.
    pub row: Span,
    /// What the head of its column says: 责任单位, 完成时限; nothing where it is about neither.
    pub duties: Set<Role>,
}
