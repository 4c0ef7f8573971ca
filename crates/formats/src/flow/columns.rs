//! Rows to columns: where nearly no row crosses a gutter, what is left of it is read before what is right.

use super::lines::Segment;
use super::{Column, Line};

type Rows = Vec<Vec<Segment>>;

/// Rows at the top of a page that a title is looked for in.
const HEAD: usize = 8;

/// Letters that are spread over one line, at least: a running head.
const SPREAD: usize = 4;

/// A place between columns, and where the text at both sides of it begins and ends.
#[derive(Clone, Copy)]
pub(super) struct Gutter {
    at: f32,
    left: f32,
    right: f32,
    /// Where lines of the column before it end.
    edge: f32,
}

/// The columns of a page in the order of reading. `known` is the gutter of a page before: a few lines on a last page say
/// nothing of theirs.
pub(super) fn of(rows: Rows, page: usize, known: &mut Option<Gutter>) -> Vec<Column> {
    let mut columns = Vec::new();
    let found = gutter(&rows).or_else(|| known.filter(|known| goes_on(&rows, known)));
    if found.is_some() {
        *known = found;
    }
    split(rows, found, page, 4, &mut columns);
    columns
}

fn split(rows: Rows, gutter: Option<Gutter>, page: usize, depth: usize, columns: &mut Vec<Column>) {
    let Some(gutter) = gutter.filter(|_| depth > 0) else {
        columns.extend(column(rows, page));
        return;
    };
    let above = gutter.above(&rows);
    let mut zone: Rows = Vec::new();
    let mut across: Rows = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        if at < above || crosses(&row, gutter.at) {
            sides(std::mem::take(&mut zone), gutter, page, depth, columns);
            across.push(row);
        } else {
            again(&mut across, page, depth, columns);
            zone.push(row);
        }
    }
    sides(zone, gutter, page, depth, columns);
    again(&mut across, page, depth, columns);
}

/// Rows that no gutter of those around them divides.
fn again(rows: &mut Rows, page: usize, depth: usize, columns: &mut Vec<Column>) {
    if !rows.is_empty() {
        let rows = std::mem::take(rows);
        let gutter = gutter(&rows);
        split(rows, gutter, page, depth - 1, columns);
    }
}

fn crosses(row: &[Segment], at: f32) -> bool {
    row.iter()
        .any(|segment| segment.left < at && segment.right > at)
}

impl Gutter {
    /// Whether a line fills its column.
    fn is_filled(&self, segment: &Segment) -> bool {
        let (left, right) = match segment.right <= self.at {
            true => (self.left, self.edge),
            false => (self.at, self.right),
        };
        let reach = segment.size * 2.5;
        segment.left < left + reach && segment.right > right - reach
    }

    /// How many rows are a title above the columns, which may be narrower than the middle one of three, or letters spread
    /// over the page's width, and what stands above them.
    fn above(&self, rows: &Rows) -> usize {
        let is_centred = |row: &Vec<Segment>| {
            let [segment] = row.as_slice() else {
                return false;
            };
            let middle = (segment.left + segment.right - self.left - self.right) / 2.0;
            middle.abs() < segment.size && segment.left > self.left + segment.size * 2.5
        };
        let free = rows.iter().take(HEAD);
        let free = free.take_while(|row| !row.iter().any(|segment| self.is_filled(segment)));
        let is_letter = |segment: &&Segment| segment.text.trim().chars().count() < 3;
        let is_spread = |row: &Vec<Segment>| {
            row.len() >= SPREAD && row.iter().filter(is_letter).count() * 2 >= row.len()
        };
        let title =
            (rows[..free.count()].iter()).rposition(|row| is_centred(row) || is_spread(row));
        title.map_or(0, |at| at + 1)
    }
}

/// Reads the left of a gutter, then the right.
fn sides(rows: Rows, gutter: Gutter, page: usize, depth: usize, columns: &mut Vec<Column>) {
    // Words at both ends of one line are no columns: none of them fills one.
    if rows.len() < 3
        && rows.iter().any(|row| row.len() > 1)
        && !rows
            .iter()
            .flatten()
            .any(|segment| gutter.is_filled(segment))
    {
        columns.extend(column(rows, page));
        return;
    }
    let (mut left, mut right) = (Rows::new(), Rows::new());
    for row in rows {
        let (before, behind): (Vec<_>, Vec<_>) = row
            .into_iter()
            .partition(|segment| segment.right <= gutter.at);
        if !before.is_empty() {
            left.push(before);
        }
        if !behind.is_empty() {
            right.push(behind);
        }
    }
    again(&mut left, page, depth, columns);
    again(&mut right, page, depth, columns);
}

/// Whether a few lines stand in the columns of the page before.
fn goes_on(rows: &Rows, known: &Gutter) -> bool {
    let segments = || rows.iter().flatten();
    let stands = |segment: &Segment| {
        let left = match segment.right <= known.at {
            true => known.left,
            false => known.at,
        };
        (left - 1.0..left + segment.size * 2.5).contains(&segment.left)
    };
    !rows.iter().any(|row| crosses(row, known.at))
        && segments().all(stands)
        && segments().any(|segment| segment.left >= known.at)
        && segments().any(|segment| segment.right > known.edge - segment.size)
}

/// A place between columns of text, if there is one: crossed by few rows, with lines at both sides that are long and
/// mostly fill their column. Cells of a table do not.
fn gutter(rows: &Rows) -> Option<Gutter> {
    let segments: Vec<&Segment> = rows.iter().flatten().collect();
    let left = segments
        .iter()
        .map(|segment| segment.left)
        .min_by(f32::total_cmp)?;
    let right = segments
        .iter()
        .map(|segment| segment.right)
        .max_by(f32::total_cmp)?;
    let mut candidates: Vec<f32> = segments.iter().map(|segment| segment.left).collect();
    candidates.sort_by(f32::total_cmp);
    candidates.dedup_by(|one, other| (*one - *other).abs() < 1.0);
    let inner = candidates.into_iter().filter(|x| {
        let share = (x - left) / (right - left).max(1.0);
        (0.12..0.88).contains(&share)
    });
    let mut best: Option<(usize, Gutter)> = None;
    for x in inner.take(400) {
        let at = x - 0.1;
        let crossing = segments
            .iter()
            .filter(|s| s.left < at && s.right > at)
            .count();
        if best.is_none_or(|(least, _)| crossing < least)
            && let Some(edge) = edge_before(rows, at, crossing)
        {
            let gutter = Gutter {
                at,
                left,
                right,
                edge,
            };
            best = Some((crossing, gutter));
        }
    }
    best.map(|(_, gutter)| gutter)
}

/// Where the column before a gutter ends, if it is one: the lines next to it fill theirs.
fn edge_before(rows: &Rows, at: f32, crossing: usize) -> Option<f32> {
    let before = rows
        .iter()
        .filter_map(|row| row.iter().rfind(|segment| segment.right <= at));
    let behind = rows
        .iter()
        .filter_map(|row| row.iter().find(|segment| segment.left >= at));
    let sides: [Vec<&Segment>; 2] = [before.collect(), behind.collect()];
    let least = sides.iter().map(Vec::len).min()?;
    if least < 4 || crossing * 3 > sides.iter().map(Vec::len).sum() {
        return None;
    }
    let [one, other] = sides.map(|side| Side::of(&side));
    let (one, other) = (one?, other?);
    let widths = (one.edge - one.left, other.edge - at);
    let are_alike = (widths.0 - widths.1).abs() < widths.0.max(widths.1) * ALIKE;
    let may_be_short = are_alike && least >= MANY;
    let is_column = |side: &Side, beside: &Side| {
        side.full >= HALF || may_be_short && beside.full >= HALF && side.full >= FIFTH
    };
    (is_column(&one, &other) && is_column(&other, &one)).then_some(one.edge)
}

/// The share of lines that fill a column of running text, whatever stands beside it.
const HALF: f32 = 0.5;

/// The same of a column of short items beside running text, where both are of one width: cells of a table seldom are.
const FIFTH: f32 = 0.2;

/// The lines of such columns, at least: a table of so many lines has wide and narrow columns.
const MANY: usize = 12;

/// How far two widths that are alike may be apart, as a share.
const ALIKE: f32 = 0.15;

/// The lines at one side of a gutter.
struct Side {
    left: f32,
    edge: f32,
    /// The share of lines that reach the edge.
    full: f32,
}

impl Side {
    /// Nothing where the lines are too short for text.
    fn of(lines: &[&Segment]) -> Option<Self> {
        let edges = lines.iter().map(|segment| segment.right);
        let edge = edges.max_by(f32::total_cmp)?;
        let lefts = lines.iter().map(|segment| segment.left);
        let left = lefts.min_by(f32::total_cmp)?;
        let fills = |segment: &&&Segment| segment.right > edge - segment.size * 2.5;
        let full = lines.iter().filter(fills).count() as f32 / lines.len() as f32;
        let characters = lines.iter().map(|segment| segment.text.chars().count());
        (characters.sum::<usize>() >= lines.len() * 7).then_some(Self { left, edge, full })
    }
}

/// Rows that no gutter divides: their segments are cells, or parts of a line.
fn column(rows: Rows, page: usize) -> Option<Column> {
    let edges = rows.iter().flatten();
    let left = edges
        .clone()
        .map(|segment| segment.left)
        .min_by(f32::total_cmp)?;
    let right = edges.map(|segment| segment.right).max_by(f32::total_cmp)?;
    let line = |row: Vec<Segment>| {
        let is_row = row.len() > 1;
        let widest = row
            .iter()
            .max_by(|one, other| (one.right - one.left).total_cmp(&(other.right - other.left)));
        let (size, y) = widest.map_or((1.0, 0.0), |segment| (segment.size, segment.y));
        let texts: Vec<&str> = row.iter().map(|segment| segment.text.trim()).collect();
        Line {
            page,
            left: row.first().map_or(left, |segment| segment.left),
            right: row.last().map_or(right, |segment| segment.right),
            y,
            size,
            text: texts.join("\t"),
            is_row,
        }
    };
    let lines = rows.into_iter().map(line).collect();
    Some(Column { left, right, lines })
}
