//! Positioned runs become text: lines, columns in their order, running heads and page numbers set aside, paragraphs.
//! One way for all formats of fixed pages.

mod boxes;
mod columns;
mod furniture;
mod lines;
mod notes;
mod paragraphs;
mod pitch;

use crate::error::OfficeError;
use crate::kind::Kind;
use crate::model::{OfficeText, WarningCode};
use crate::writing::Writer;

/// Characters at a place of a page. Units are the page's own; y grows downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Left edge.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// How far it reaches to the right.
    pub width: f32,
    /// Size of the letters.
    pub size: f32,
    /// The characters.
    pub text: String,
}

/// A page with its runs in whatever order.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What is written on it.
    pub runs: Vec<Run>,
}

/// A line of a column, from left to right.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    page: usize,
    left: f32,
    right: f32,
    y: f32,
    size: f32,
    text: String,
    /// Whether it is several cells, a tab between each.
    is_row: bool,
}

/// Lines of one column, or that stand across all, in their order.
#[derive(Debug, Default)]
struct Column {
    left: f32,
    right: f32,
    lines: Vec<Line>,
}

/// Adds a letter to the run before where it stands right behind it.
pub(crate) fn add(runs: &mut Vec<Run>, letter: Run) {
    if let Some(last) = runs.last_mut() {
        let gap = letter.x - (last.x + last.width);
        let fits = (letter.y - last.y).abs() < letter.size * 0.05 && gap.abs() < letter.size * 0.2;
        if fits && (letter.size - last.size).abs() < letter.size * 0.02 {
            last.width = letter.x + letter.width - last.x;
            last.text.push_str(&letter.text);
            return;
        }
    }
    runs.push(letter);
}

/// Ends a file of pages with their text. One that has pages and no text is a scan; one without pages is damaged.
pub(crate) fn finish(
    pages: &[Page],
    mut writer: Writer,
    kind: Kind,
) -> Result<OfficeText, OfficeError> {
    write(pages, &mut writer);
    match writer.is_empty() {
        false => Ok(writer.finish(kind)),
        true if pages.is_empty() => Err(OfficeError::Damaged),
        true => Err(OfficeError::Scan),
    }
}

/// Writes the pages' text.
fn write(pages: &[Page], writer: &mut Writer) {
    let mut all: Vec<Vec<Vec<lines::Segment>>> = pages.iter().map(lines::rows).collect();
    let empty = all.iter().filter(|rows| rows.is_empty()).count();
    if empty < pages.len() {
        writer.warn(WarningCode::PagesWithoutText, empty);
    }
    furniture::set_aside(pages, &mut all, writer);
    let mut gutter = None;
    let of = |(page, rows)| columns::of(rows, page, &mut gutter);
    let mut text: Vec<Column> = all.into_iter().enumerate().flat_map(of).collect();
    let notes = notes::take(&mut text);
    let text = boxes::behind(text);
    let mut lines = vec![0; pages.len()];
    paragraphs::write(text, false, &mut lines, writer);
    paragraphs::write(notes, true, &mut lines, writer);
}
