//! What a file gives: its text, what is certain of the parts of the text, and what was left out.

use crate::kind::Kind;
use crate::ledger::LedgerSheet;
use crate::words::{Language, counted};

/// A stretch of [`OfficeText::text`], in UTF-8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
}

/// The text of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeText {
    /// What the file is, by its content.
    pub kind: Kind,
    /// The text: a paragraph, or a row of a table with tabs between its cells, is a line.
    pub text: String,
    /// Where each line of the text comes from, ascending; on fixed pages each line of a page.
    pub stretches: Vec<Stretch>,
    /// What the file says of parts of the text, ascending by beginning.
    pub hints: Vec<Hint>,
    /// What the file says of itself.
    pub properties: Properties,
    /// Text of the file that is not part of what it says.
    pub set_aside: Vec<SetAside>,
    /// Names of the sheets that [`Place::sheet`] counts.
    pub sheets: Vec<String>,
    /// Those of the sheets that are task ledgers.
    pub ledgers: Vec<LedgerSheet>,
    /// What a reader should know, each once.
    pub warnings: Vec<Warning>,
    /// What the file held that is no text.
    pub unread: Vec<Unread>,
}

impl OfficeText {
    /// The paragraphs and rows whose ends are certain, ascending, each with the level of its heading: from 1, a title
    /// above all others; 0 for what is no heading.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<(Span, u8)> {
        let has_title = self.hints.iter().any(|hint| hint.kind == HintKind::Title);
        let titled = u8::from(has_title);
        let mut paragraphs: Vec<(Span, u8)> = Vec::new();
        for hint in &self.hints {
            let level = match hint.kind {
                HintKind::Paragraph | HintKind::Row { .. } => 0,
                HintKind::Title => 1,
                HintKind::Heading(level) => level.saturating_add(titled),
                _ => continue,
            };
            match paragraphs.last_mut() {
                Some((span, known)) if *span == hint.span => *known = level.max(*known),
                _ => paragraphs.push((hint.span, level)),
            }
        }
        paragraphs
    }
}

/// What a file says of itself, as it stands there: often out of date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Properties {
    /// Title.
    pub title: Option<String>,
    /// Author, or the body that published a page.
    pub author: Option<String>,
    /// Date, as the file writes it.
    pub date: Option<String>,
}

/// A line of the text, or of a page, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The line without its end.
    pub span: Span,
    /// Where it stands in the file.
    pub place: Place,
}

/// Where something stands in a file; all numbers begin at 1 but for the sheet's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// Page, where the file has pages.
    pub page: Option<u32>,
    /// Line of the page in the order of reading, heads and feet left out.
    pub line: Option<u32>,
    /// Paragraph of the file, empty ones counted.
    pub paragraph: Option<u32>,
    /// Index into [`OfficeText::sheets`].
    pub sheet: Option<usize>,
    /// Row of the sheet.
    pub row: Option<u32>,
}

/// What a file says of a stretch of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// The stretch; empty where the hint is of a point.
    pub span: Span,
    /// What it is.
    pub kind: HintKind,
}

/// What a stretch of text is, by the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HintKind {
    /// A whole paragraph: both its ends are certain. On fixed pages one that begins below a line that was not full, or
    /// below a mark that ends a sentence.
    Paragraph,
    /// The document's title.
    Title,
    /// A heading; 1 is the highest level.
    Heading(u8),
    /// The number of a list's item, which the file's program counts; 1 is the highest level.
    Number(u8),
    /// An item with a bullet that is not in the text; 1 is the highest level.
    Bullet(u8),
    /// A row of a table; both count from 1.
    Row {
        /// Which table of the file.
        table: u32,
        /// Which of its rows.
        row: u32,
    },
    /// A cell; all count from 1, columns of merged cells included.
    Cell {
        /// Which table of the file.
        table: u32,
        /// Which of its rows.
        row: u32,
        /// Which column.
        column: u32,
    },
    /// Text of a box that floats beside the text.
    TextBox,
    /// A footnote or an endnote.
    Note(u32),
    /// The place in the text that a note belongs to.
    NoteMark(u32),
    /// A new page begins here.
    PageBreak,
    /// Characters of one run of a docx, numbered; only while comments are put.
    Run(u32),
}

/// Text that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// What it is.
    pub kind: SetAsideKind,
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// Why text was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetAsideKind {
    /// Head of the pages.
    Head,
    /// Foot of the pages.
    Foot,
    /// The number of a page.
    PageNumber,
    /// A table of contents that the file's program made.
    Contents,
    /// Menus, links and the foot of a web page.
    Menu,
    /// A comment.
    Comment,
    /// Another cell of a sheet's row that holds a text.
    Cell,
}

/// What a reader should know of a file that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// What it is about.
    pub code: WarningCode,
    /// How many places.
    pub count: usize,
}

impl Warning {
    /// What it is and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        counted(self.code.key(), self.count, language)
    }
}

/// What a warning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WarningCode {
    /// Passages that tracked changes delete.
    Deleted,
    /// Passages that tracked changes insert.
    Inserted,
    /// Comments.
    Comments,
    /// Hidden passages.
    Hidden,
    /// The file carries macros.
    Macros,
    /// Characters without a meaning outside of a font.
    UnknownCharacters,
    /// Parts that could not be read.
    PartDamaged,
    /// Pages of pictures.
    PagesWithoutText,
    /// The text went on.
    Cut,
    /// Bytes that do not fit the encoding.
    BadEncoding,
    /// Formulas without a result.
    NoValue,
    /// Hidden sheets.
    HiddenSheets,
    /// A sheet that looks like a ledger and has no head; the count is its first row, from 1.
    NoHead,
}

impl WarningCode {
    fn key(self) -> &'static str {
        match self {
            Self::Deleted => "warning.deleted",
            Self::Inserted => "warning.inserted",
            Self::Comments => "warning.comments",
            Self::Hidden => "warning.hidden",
            Self::Macros => "warning.macros",
            Self::UnknownCharacters => "warning.unknown-characters",
            Self::PartDamaged => "warning.part-damaged",
            Self::PagesWithoutText => "warning.pages-without-text",
            Self::Cut => "warning.cut",
            Self::BadEncoding => "warning.bad-encoding",
            Self::NoValue => "warning.no-value",
            Self::HiddenSheets => "warning.hidden-sheets",
            Self::NoHead => "warning.no-head",
        }
    }
}

/// What a file held that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    /// What it is.
    pub kind: UnreadKind,
    /// How many.
    pub count: usize,
}

impl Unread {
    /// The kind in words, with its count.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        counted(self.kind.key(), self.count, language)
    }
}

/// A kind of content that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnreadKind {
    /// Pictures.
    Picture,
    /// Files and objects inside.
    Object,
    /// Charts.
    Chart,
    /// Macro projects.
    Macro,
    /// Signatures and seals.
    Signature,
    /// Sound and film.
    Media,
    /// Files of an archive.
    File,
}

impl UnreadKind {
    fn key(self) -> &'static str {
        match self {
            Self::Picture => "unread.picture",
            Self::Object => "unread.object",
            Self::Chart => "unread.chart",
            Self::Macro => "unread.macro",
            Self::Signature => "unread.signature",
            Self::Media => "unread.media",
            Self::File => "unread.file",
        }
    }
}
