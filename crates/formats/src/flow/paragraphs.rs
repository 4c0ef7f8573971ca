//! Lines to paragraphs: a line that is full goes on in the next, unless that is indented, larger or further off.

use super::notes::begins_with_mark;
use super::{Column, Line, pitch};
use crate::model::{Hint, HintKind, Place, Span};
use crate::writing::{Writer, push_visible};

/// Writes the columns' lines as paragraphs. A paragraph goes on over columns and pages; a note begins with its mark.
/// `lines` counts the lines of each page.
pub(super) fn write(columns: Vec<Column>, are_notes: bool, lines: &mut [u32], writer: &mut Writer) {
    let mut open: Option<Open> = None;
    let mut count = Count {
        rows: 0,
        notes: are_notes.then_some(0),
    };
    for column in columns {
        let shape = Shape::of(&column);
        let mut before: Option<&Line> = None;
        for line in &column.lines {
            let goes_on = open.as_ref().is_some_and(|open| {
                if are_notes {
                    !begins_with_mark(&line.text)
                } else {
                    goes_on(open, before, line, &shape)
                }
            });
            let mut is_certain = true;
            if !goes_on && let Some(done) = open.take() {
                let after_gap = before.is_some_and(|before| is_behind_gap(before, line, &shape));
                is_certain = !done.is_full || done.text.ends_with(ENDS) || after_gap;
                done.write(writer, &mut count);
            }
            let place = place(line, lines);
            match &mut open {
                Some(open) => open.add(line, place, &shape),
                None => open = Some(Open::begin(line, place, is_certain, &shape)),
            }
            before = Some(line);
        }
    }
    if let Some(done) = open {
        done.write(writer, &mut count);
    }
}

/// Where the next line of its page stands.
fn place(line: &Line, lines: &mut [u32]) -> Place {
    let count = lines.get_mut(line.page).map(|count| {
        *count += 1;
        *count
    });
    Place {
        page: u32::try_from(line.page + 1).ok(),
        line: count,
        ..Place::default()
    }
}

/// Marks that end a paragraph, whatever the line looks like.
pub(super) const ENDS: [char; 8] = ['。', '！', '？', '；', '：', '”', '）', '…'];

/// Width of a figure or a Latin letter, in sizes of the letters.
const LATIN: f32 = 0.5;

/// Rows, or notes, so far.
struct Count {
    rows: u32,
    notes: Option<u32>,
}

/// What lines of a column have in common.
struct Shape {
    left: f32,
    right: f32,
    /// Between baselines, mostly.
    pitch: f32,
}

impl Shape {
    fn of(column: &Column) -> Self {
        let lines = &column.lines;
        // The left edge is that of lines that go on: of those that begin left of most.
        let mut lefts: Vec<f32> = lines.iter().map(|line| line.left).collect();
        lefts.sort_by(f32::total_cmp);
        let mut rights: Vec<f32> = lines.iter().map(|line| line.right).collect();
        rights.sort_by(f32::total_cmp);
        let at = |edges: &[f32], share: f32, or: f32| {
            let index = (edges.len() as f32 * share) as usize;
            edges
                .get(index.min(edges.len().saturating_sub(1)))
                .copied()
                .unwrap_or(or)
        };
        Self {
            left: at(&lefts, 0.05, column.left),
            right: at(&rights, 0.9, column.right),
            pitch: pitch::of(lines),
        }
    }
}

/// A paragraph that is not at its end yet.
struct Open {
    text: String,
    /// Where its lines begin in the text, and on which page.
    places: Vec<(usize, Place)>,
    size: f32,
    is_full: bool,
    is_row: bool,
    /// Whether the one above ended for certain.
    is_certain: bool,
    /// Whether its last two lines end at one edge.
    is_even: bool,
    right: f32,
    /// What is left of its last line up to the column's edge.
    room: f32,
}

impl Open {
    fn begin(line: &Line, place: Place, is_certain: bool, shape: &Shape) -> Self {
        let mut text = String::new();
        push_visible(&mut text, line.text.trim());
        Self {
            text,
            places: vec![(0, place)],
            size: line.size,
            is_full: is_full(line, shape),
            is_row: line.is_row,
            is_certain,
            is_even: false,
            right: line.right,
            room: shape.right - line.right,
        }
    }

    fn add(&mut self, line: &Line, place: Place, shape: &Shape) {
        let next = line.text.trim();
        let is_letter = |c: char| c.is_ascii_alphabetic();
        let is_latin = |c: char| c.is_ascii_alphanumeric();
        if self.text.ends_with('-') && next.starts_with(|c: char| c.is_ascii_lowercase()) {
            // A word that was broken.
            let broken = self.text.trim_end_matches('-').ends_with(is_letter);
            if broken {
                self.text.pop();
            }
        } else if self.text.ends_with([',', '.', ';']) && next.starts_with(is_letter)
            || self.text.ends_with(is_latin) && next.starts_with(is_letter)
        {
            self.text.push(' ');
        }
        self.places.push((self.text.len(), place));
        push_visible(&mut self.text, next);
        self.is_full = is_full(line, shape);
        self.is_even = (self.right - line.right).abs() < line.size * 0.4;
        self.right = line.right;
        self.room = shape.right - line.right;
    }

    /// Whether the last line ends where it does for the next one's first word, a figure or Latin, which is not broken.
    fn makes_way(&self, line: &Line) -> bool {
        let letters = line.text.trim_start().chars();
        let letters = letters.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ','));
        let width = letters.count() as f32 * line.size * LATIN;
        // Marks may hang over the edge that is known.
        let fits = width + line.size <= self.room;
        width > 0.0 && !fits && !self.text.ends_with(['。', '！', '？'])
    }

    fn write(self, writer: &mut Writer, count: &mut Count) {
        let mut hints = Vec::new();
        let span = Span {
            start: 0,
            end: self.text.len(),
        };
        if let Some(notes) = &mut count.notes {
            *notes += 1;
            hints.push(Hint {
                span,
                kind: HintKind::Note(*notes),
            });
        } else if self.is_row {
            count.rows += 1;
            hints.push(Hint {
                span,
                kind: HintKind::Row {
                    table: 1,
                    row: count.rows,
                },
            });
        }
        if self.is_certain && !self.is_row {
            let kind = HintKind::Paragraph;
            hints.push(Hint { span, kind });
        }
        writer.paragraph_of(&self.text, &hints, &self.places);
    }
}

/// Whether two long lines end at one right edge: a block that is narrower than its column.
fn is_even(before: &Line, line: &Line) -> bool {
    before.text.chars().count() >= 15
        && (before.right - line.right).abs() < line.size * 0.4
        && line.left <= before.left + line.size * 0.4
}

/// Whether a line reaches the right edge; marks may stand a little before it.
fn is_full(line: &Line, shape: &Shape) -> bool {
    line.right >= shape.right - line.size * 1.6
}

/// Whether the paragraph goes on in a line; `before` is the line above in the same column.
fn goes_on(open: &Open, before: Option<&Line>, line: &Line, shape: &Shape) -> bool {
    if open.is_row || line.is_row {
        return false;
    }
    // The last line of a block ends anywhere, and begins where the one before does.
    let in_block = before.is_some_and(|before| {
        is_even(before, line)
            || (open.is_even
                && line.right < before.right
                && (before.left - line.left).abs() < line.size * 0.4)
    });
    let is_full = open.is_full || open.makes_way(line);
    if !is_full && !in_block {
        return false;
    }
    let ratio = line.size / open.size.max(0.01);
    if !(0.87..1.15).contains(&ratio) {
        return false;
    }
    let indent = line.left - shape.left;
    if (is_full || !in_block) && indent > line.size * 1.2 {
        return false;
    }
    // Over columns and pages: a sentence that is at its end may be a paragraph's end.
    before.is_none_or(|before| !is_apart(before, line, shape))
}

/// Whether a line stands further below the one before it than lines of a paragraph do.
fn is_apart(before: &Line, line: &Line, shape: &Shape) -> bool {
    // A column of few lines says little of their pitch.
    line.y - before.y > (shape.pitch * pitch::WIDER).clamp(line.size * 1.9, line.size * 3.2)
}

/// Whether no more than an empty line stands between both: a picture may interrupt a paragraph.
fn is_behind_gap(before: &Line, line: &Line, shape: &Shape) -> bool {
    is_apart(before, line, shape) && line.y - before.y < line.size * 5.0
}
