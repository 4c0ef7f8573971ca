//! Heads and feet that run over pages, and numbers of pages.

use std::collections::HashMap;

use super::Page;
use super::lines::Segment;
use super::notes::begins_with_mark;
use crate::model::{Place, SetAsideKind};
use crate::writing::Writer;

/// The share of a page's height, at its top and at its foot, that furniture stands in.
const EDGE: f32 = 0.13;

/// Takes furniture out of the rows of the pages.
pub(super) fn set_aside(pages: &[Page], all: &mut [Vec<Vec<Segment>>], writer: &mut Writer) {
    let mut seen: HashMap<(String, u8), usize> = HashMap::new();
    for (page, rows) in pages.iter().zip(&*all) {
        let mut here: Vec<_> = edges(page, rows)
            .map(|(at, _)| shape(page, &rows[at]))
            .collect();
        here.sort();
        here.dedup();
        here.into_iter()
            .for_each(|shape| *seen.entry(shape).or_default() += 1);
    }
    // Heads of left and right pages differ.
    let wanted = (pages.len() / 3).max(2);
    for (index, (page, rows)) in pages.iter().zip(all.iter_mut()).enumerate() {
        let place = Place {
            page: u32::try_from(index + 1).ok(),
            ..Place::default()
        };
        let mut out: Vec<usize> = Vec::new();
        for (at, is_top) in edges(page, rows) {
            let text = joined(&rows[at]);
            if begins_with_mark(&text) {
                continue;
            }
            let kind = if is_page_number(&text) {
                SetAsideKind::PageNumber
            } else if seen
                .get(&shape(page, &rows[at]))
                .is_some_and(|count| *count >= wanted)
            {
                if is_top {
                    SetAsideKind::Head
                } else {
                    SetAsideKind::Foot
                }
            } else {
                continue;
            };
            writer.set_aside(kind, &text, place);
            out.push(at);
        }
        let mut at = 0;
        rows.retain(|_| {
            at += 1;
            !out.contains(&(at - 1))
        });
    }
}

/// Rows in the edges of a page: at most three above and three below; whether they are above.
fn edges<'a>(page: &'a Page, rows: &'a [Vec<Segment>]) -> impl Iterator<Item = (usize, bool)> + 'a {
    let y = |row: &[Segment]| row.first().map_or(0.0, |segment| segment.y);
    let top = rows.iter().take(3).enumerate();
    let top = top.filter(move |(_, row)| y(row) < page.height * EDGE);
    let first = rows.len().saturating_sub(3).max(top.clone().count());
    let foot = rows.iter().enumerate().skip(first);
    let foot = foot.filter(move |(_, row)| y(row) > page.height * (1.0 - EDGE));
    let top = top.map(|(at, _)| (at, true));
    top.chain(foot.map(|(at, _)| (at, false)))
}

fn joined(row: &[Segment]) -> String {
    let texts: Vec<&str> = row.iter().map(|segment| segment.text.trim()).collect();
    texts.join("\t")
}

/// A row without its digits, which count pages, and its height on the page in hundredths.
fn shape(page: &Page, row: &[Segment]) -> (String, u8) {
    let y = row.first().map_or(0.0, |segment| segment.y);
    let height = (y / page.height.max(1.0) * 100.0).round() as u8;
    let letters = joined(row)
        .chars()
        .filter(|c| !c.is_numeric() && !c.is_whitespace())
        .collect();
    (letters, height)
}

/// 12, — 12 —, 第12页, 第 3 页 共 8 页, 3/8
fn is_page_number(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = letters.chars().filter(|c| c.is_numeric()).count();
    let is_mark = |c: char| {
        matches!(
            c,
            '-' | '—' | '–' | '－' | '·' | '•' | '/' | '第' | '页' | '共' | '頁'
        )
    };
    digits > 0
        && digits <= 8
        && letters.chars().count() <= 14
        && letters.chars().all(|c| c.is_numeric() || is_mark(c))
}
