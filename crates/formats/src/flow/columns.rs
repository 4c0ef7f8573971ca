//! Rows to columns: where nearly no row crosses a gutter, what is left of it is read before what is right.

use super::lines::Segment;
use super::{Column, Line};

type Rows = Vec<Vec<Segment>>;

/// The columns of a page in the order of reading.
pub(super) fn of(rows: Rows, page: usize) -> Vec<Column> {
    let mut columns = Vec::new();
    split(rows, page, 4, &mut columns);
    columns
}

fn split(rows: Rows, page: usize, depth: usize, columns: &mut Vec<Column>) {
    let gutter = gutter(&rows).filter(|_| depth > 0);
    let Some(gutter) = gutter else {
        columns.extend(column(rows, page));
        return;
    };
    let crosses = |row: &Vec<Segment>| {
        row.iter()
            .any(|segment| segment.left < gutter && segment.right > gutter)
    };
    let mut zone: Rows = Vec::new();
    let mut across: Rows = Vec::new();
    for row in rows {
        if crosses(&row) {
            sides(std::mem::take(&mut zone), gutter, page, depth, columns);
            across.push(row);
        } else {
            if !across.is_empty() {
                split(std::mem::take(&mut across), page, depth - 1, columns);
            }
            zone.push(row);
        }
    }
    sides(zone, gutter, page, depth, columns);
    if !across.is_empty() {
        split(across, page, depth - 1, columns);
    }
}

/// Reads the left of a gutter, then the right.
fn sides(rows: Rows, gutter: f32, page: usize, depth: usize, columns: &mut Vec<Column>) {
    let (mut left, mut right) = (Rows::new(), Rows::new());
    for row in rows {
        let (before, behind): (Vec<_>, Vec<_>) =
            row.into_iter().partition(|segment| segment.right <= gutter);
        if !before.is_empty() {
            left.push(before);
        }
        if !behind.is_empty() {
            right.push(behind);
        }
    }
    for side in [left, right] {
        if !side.is_empty() {
            split(side, page, depth - 1, columns);
        }
    }
}

/// A place between columns of text, if there is one: crossed by few rows, with lines at both sides that are long and
/// mostly fill their column. Cells of a table do not.
fn gutter(rows: &Rows) -> Option<f32> {
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
    let mut best: Option<(usize, f32)> = None;
    for x in inner.take(400) {
        let at = x - 0.1;
        let crossing = segments
            .iter()
            .filter(|s| s.left < at && s.right > at)
            .count();
        if best.is_none_or(|(least, _)| crossing < least) && is_gutter(&segments, at, crossing) {
            best = Some((crossing, at));
        }
    }
    best.map(|(_, at)| at)
}

fn is_gutter(segments: &[&Segment], at: f32, crossing: usize) -> bool {
    let before: Vec<_> = segments
        .iter()
        .filter(|segment| segment.right <= at)
        .collect();
    let behind: Vec<_> = segments
        .iter()
        .filter(|segment| segment.left >= at)
        .collect();
    let least = before.len().min(behind.len());
    if least < 4 || crossing * 3 > before.len() + behind.len() {
        return false;
    }
    [before, behind].iter().all(|side| {
        let edge = side
            .iter()
            .map(|segment| segment.right)
            .max_by(f32::total_cmp);
        let edge = edge.unwrap_or(0.0);
        let fills = |segment: &&&Segment| segment.right > edge - segment.size * 2.5;
        let full = side.iter().filter(|segment| fills(segment)).count();
        let characters: usize = side
            .iter()
            .map(|segment| segment.text.chars().count())
            .sum();
        full * 2 >= side.len() && characters >= side.len() * 7
    })
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
