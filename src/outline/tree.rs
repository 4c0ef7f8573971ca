//! A row of headings and items grown into a tree.

use super::headings::Entry;
use super::numbering::Form;
use crate::model::{Heading, Span};

/// The deepest level: numbering that starts anew without end must not nest without end.
const DEEPEST: usize = 9;

/// Grows the tree; the last sections end at `end`.
pub(super) fn grow(text: &str, entries: Vec<Entry>, end: usize) -> Vec<Heading> {
    let depths = depths(&entries);
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

/// The depth of every entry, from 0.
fn depths(entries: &[Entry]) -> Vec<usize> {
    let mut path: Vec<usize> = Vec::new();
    let mut depths = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let depth = if entry.form.heads() {
            while path.last().is_some_and(|&top| !entries[top].form.heads()) {
                path.pop();
            }
            heading_depth(entries, &path, entry)
        } else {
            item_depth(entries, &mut path, entry)
        };
        let depth = depth.min(DEEPEST).min(path.len());
        path.truncate(depth);
        path.push(index);
        depths.push(depth);
    }
    depths
}

fn heading_depth(entries: &[Entry], path: &[usize], entry: &Entry) -> usize {
    let same = |at: &usize| entries[*at].form == entry.form;
    let follows = |at: &usize| same(at) && entries[*at].number + 1 == entry.number;
    if entry.form == Form::Closing {
        return 0;
    }
    if entry.form == Form::Plain {
        return path.iter().rposition(same).unwrap_or(path.len());
    }
    if let Some(depth) = path.iter().rposition(follows) {
        return depth;
    }
    let last = path.iter().rposition(same);
    if entry.number == 1 {
        // A list that starts over stands under the heading between, or beside its like.
        return match last {
            Some(depth)
                if depth + 1 == path.len()
                    && (heads_line(entry) || entries[path[depth]].number < 2) =>
            {
                depth
            }
            _ => path.len(),
        };
    }
    if let Some(depth) = last {
        return depth;
    }
    // The first of its kind, and not numbered 1: where such headings usually stand.
    path.iter()
        .position(|&at| entries[at].form.rank() >= entry.form.rank())
        .unwrap_or(path.len())
}

/// Whether a heading has its line to itself.
fn heads_line(entry: &Entry) -> bool {
    entry.block_end <= entry.span.end + '。'.len_utf8()
}

fn item_depth(entries: &[Entry], path: &mut Vec<usize>, entry: &Entry) -> usize {
    // A list that has ended with its paragraph holds nothing of a later one.
    while let Some(&top) = path.last() {
        let ended = !entries[top].goes_on && entries[top].block_end <= entry.span.start;
        if entries[top].form.heads() || !ended {
            break;
        }
        path.pop();
    }
    let items = path
        .iter()
        .rposition(|&at| entries[at].form.heads())
        .map_or(0, |at| at + 1);
    let like = path[items..]
        .iter()
        .rposition(|&at| entries[at].form == entry.form);
    like.map_or(path.len(), |at| items + at)
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
