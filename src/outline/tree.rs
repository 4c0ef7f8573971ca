//! A row of headings and items grown into a tree.

use super::depth::{DEEPEST, depths};
use super::entry::Entry;
use crate::model::{Heading, Span};

/// Grows the tree; the last sections end at `end`.
pub(super) fn grow(text: &str, mut entries: Vec<Entry>, end: usize) -> Vec<Heading> {
    let depths = depths(&mut entries);
    let ends = ends(end, &entries, &depths);
    let mut roots: Vec<Heading> = Vec::new();
    let mut path: Vec<Heading> = Vec::new();
    for ((entry, depth), end) in entries.into_iter().zip(depths).zip(ends) {
        fold(&mut path, &mut roots, depth);
        path.push(Heading {
            level: depth + 1,
            style: entry.form.style(),
            number: (entry.number > 0).then_some(entry.number),
            title: entry.span.of(text).to_owned(),
            span: entry.span,
            section: Span::new(entry.span.start, end),
            children: Vec::new(),
        });
    }
    fold(&mut path, &mut roots, 0);
    roots
}

/// Puts finished headings under their parents until `depth` are left open.
fn fold(path: &mut Vec<Heading>, roots: &mut Vec<Heading>, depth: usize) {
    while path.len() > depth {
        let Some(done) = path.pop() else { return };
        path.last_mut()
            .map_or(&mut *roots, |parent| &mut parent.children)
            .push(done);
    }
}

/// Where every section ends.
fn ends(last: usize, entries: &[Entry], depths: &[usize]) -> Vec<usize> {
    // From the back: the start of the next entry at each depth or above.
    let mut next = [last; DEEPEST + 1];
    let mut ends = vec![last; entries.len()];
    for index in (0..entries.len()).rev() {
        let (entry, depth) = (&entries[index], depths[index].min(DEEPEST));
        let mut end = next[depth];
        if !entry.form.heads() && !entry.goes_on {
            end = end.min(entry.block_end);
        }
        ends[index] = end.max(entry.span.end);
        for slot in &mut next[depth..] {
            *slot = entry.span.start;
        }
    }
    // An item whose own list goes on past its paragraph holds all of that list.
    let mut path: Vec<usize> = Vec::new();
    for (index, &depth) in depths.iter().enumerate() {
        path.truncate(depth);
        for &above in &path {
            ends[above] = ends[above].max(ends[index]);
        }
        path.push(index);
    }
    ends
}
