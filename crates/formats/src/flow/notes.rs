//! Footnotes: smaller rows at the foot of a page that begin with a mark. They are read behind the text, so that a
//! sentence goes on over the page.

use std::collections::HashMap;

use super::lines::Segment;

/// Rows of footnotes with the index of their page.
pub(super) type Notes = Vec<(usize, Vec<Vec<Segment>>)>;

/// How small a note is, as a share of the text's size.
const SMALL: f32 = 0.92;

/// Takes the footnotes out of the rows of the pages.
pub(super) fn take(all: &mut [Vec<Vec<Segment>>]) -> Notes {
    let size = text_size(all) * SMALL;
    let mut notes = Vec::new();
    for (page, rows) in all.iter_mut().enumerate() {
        let small = rows
            .iter()
            .rev()
            .take_while(|row| row.iter().all(|segment| segment.size <= size));
        let first = rows.len() - small.count();
        let mark = (first..rows.len()).find(|at| {
            rows[*at]
                .first()
                .is_some_and(|segment| begins_with_mark(&segment.text))
        });
        // A page of nothing but small rows is a page of small text.
        if let Some(mark) = mark.filter(|mark| *mark > 0) {
            notes.push((page, rows.split_off(mark)));
        }
    }
    notes
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
fn text_size(all: &[Vec<Vec<Segment>>]) -> f32 {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for segment in all.iter().flatten().flatten() {
        let tenths = (segment.size * 10.0).round().clamp(0.0, 1e6) as u32;
        *counts.entry(tenths).or_default() += segment.text.chars().count();
    }
    let most = counts
        .into_iter()
        .max_by_key(|(tenths, count)| (*count, *tenths));
    most.map_or(0.0, |(tenths, _)| tenths as f32 / 10.0)
}
