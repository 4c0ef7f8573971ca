//! Footnotes: smaller rows at the foot of a page that begin with a mark, or much smaller ones that a gap sets off. They are
//! read behind the text, so that a sentence goes on over the column and the page.

use std::collections::HashMap;

use super::{Column, Line, pitch};

/// How small a note is, as a share of the text's size.
const SMALL: f32 = 0.92;

/// The same of one without a mark, and how far it stands below the text at least, in sizes of the text.
const MUCH_SMALLER: f32 = 0.8;
const APART: f32 = 1.7;

/// Takes the footnotes out of the columns of the pages: the small lines that a column ends with.
pub(super) fn take(columns: &mut [Column]) -> Vec<Column> {
    let text = text_size(columns);
    let size = text * SMALL;
    let mut notes = Vec::new();
    let mut page = None;
    // What goes on in the next column is small text, and no note.
    let next = columns.iter().skip(1);
    let next = next.map(|column| column.lines.first().is_some_and(|line| line.size <= size));
    let go_on: Vec<bool> = next.chain([false]).collect();
    for (column, goes_on) in columns.iter_mut().zip(go_on) {
        let lines = &mut column.lines;
        let small = lines.iter().rev().take_while(|line| line.size <= size);
        let mut small = lines.len() - small.count()..lines.len();
        let is_set_off = !goes_on && is_set_off(lines, small.start, text);
        let mark = match is_set_off {
            true => Some(small.start),
            false => small.find(|at| begins_with_mark(&lines[*at].text)),
        };
        let here = lines.first().map(|line| line.page);
        // A page of nothing but small lines is a page of small text.
        if let Some(mark) = mark.filter(|mark| *mark > 0 || page == here) {
            notes.push(Column {
                lines: lines.split_off(mark),
                ..*column
            });
        }
        page = here;
    }
    notes
}

/// Whether the lines from a place on are much smaller than the text above them, a gap before them, and no table.
fn is_set_off(lines: &[Line], start: usize, text: f32) -> bool {
    let (body, foot) = lines.split_at(start);
    let (Some(above), Some(first)) = (body.last(), foot.first()) else {
        return false;
    };
    let rows = foot.iter().filter(|line| line.is_row).count();
    foot.len() > 1
        && rows * 4 < foot.len()
        && foot.iter().all(|line| line.size <= text * MUCH_SMALLER)
        && first.y - above.y > (text * APART).max(pitch::of(body) * pitch::WIDER)
}

/// ① , [1], 〔1〕, 注
pub(super) fn begins_with_mark(text: &str) -> bool {
    let mut characters = text.trim_start().chars();
    match characters.next() {
        Some('①'..='⑳' | '*' | '＊') => true,
        Some('[' | '［' | '〔') => characters.next().is_some_and(char::is_numeric),
        _ => false,
    }
}

/// The size that most characters have.
fn text_size(columns: &[Column]) -> f32 {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for line in columns.iter().flat_map(|column| &column.lines) {
        let tenths = (line.size * 10.0).round().clamp(0.0, 1e6) as u32;
        *counts.entry(tenths).or_default() += line.text.chars().count();
    }
    let most = counts
        .into_iter()
        .max_by_key(|(tenths, count)| (*count, *tenths));
    most.map_or(0.0, |(tenths, _)| tenths as f32 / 10.0)
}
