//! What a paragraph is, by itself and by its neighbours.

use super::byline::Byline;
use crate::lexicon::page_labels::States;
use crate::numbering::Marker;

/// What a paragraph is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Class {
    /// Running text.
    #[default]
    Body,
    /// A numbered heading that has its line to itself.
    Heading(Marker),
    /// A numbered paragraph: its first sentence may be a heading.
    Numbered(Marker),
    /// Short, without a closing mark: a title, a plain heading, a body's name.
    Short,
    /// Names of people.
    Names(Byline),
    /// A post or a body on the line above a name.
    Post,
    /// A date, or a date and an occasion.
    Date,
    /// A row of document data.
    Label(Data),
    /// 云政发〔2024〕3号
    Number,
    /// 同志们：
    Salutation,
    /// 各区县人民政府：
    Addressees,
    /// A line of a table.
    Cell(Cell),
    /// 附件1
    Attachment,
    /// What stands below a text: 作者单位：…, （此件公开发布）, 抄送：…
    Trailer,
    /// 目录
    Contents,
    /// 第一篇：, with the bytes of the marker.
    Collected(usize),
}

/// What a line of a table holds; the row of its heads is row 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// All cells of a row.
    Row(usize),
    /// A cell that has the line to itself.
    Alone { row: usize, column: usize },
    /// Such a cell of a table whose first column names who acts.
    Acting { row: usize, column: usize },
    /// A cell whose place is not known.
    Loose,
}

/// What a row of document data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Data {
    /// A label with its value; what it states.
    Stated(States),
    /// The value of the label on the line above.
    Value,
    /// Where and when the text was printed.
    Published,
    /// Where the authors work.
    Affiliation,
    /// The red letters above a document.
    Letterhead,
    /// The account that put the text up.
    Account,
    /// A line of a table of contents.
    Contents,
}

impl Class {
    /// The number that it begins with, of a heading or a numbered paragraph.
    pub fn number(&self) -> Option<Marker> {
        match self {
            Self::Heading(number) | Self::Numbered(number) => Some(*number),
            _ => None,
        }
    }
}
