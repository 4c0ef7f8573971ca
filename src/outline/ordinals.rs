//! 第一、 as a heading: where a line has nothing but it, and where its fellows are headings.

use std::collections::BTreeSet;

use super::entry::Entry;
use crate::model::Block;
use crate::numbering::Form;

/// The most characters of a heading that ends with a full stop.
const SHORT: usize = 30;

/// Makes headings of the ordinals that begin paragraphs where they have the line to themselves, or
/// where the one before or after in the list is a heading.
pub(super) fn promote(text: &str, blocks: &[Block], at_start: &mut [Option<Entry>]) {
    let entries = at_start.iter().flatten();
    let ordinals =
        entries.filter(|entry| matches!(entry.form, Form::Ordinal | Form::OrdinalHeading));
    let numbers: BTreeSet<u32> = ordinals.map(|entry| entry.number).collect();
    for index in 0..at_start.len() {
        let is_ordinal = |at: usize| matches!(at_start.get(at), Some(Some(entry)) if entry.form == Form::Ordinal);
        // One alone is a phrase: 第一、二产业.
        let fellow = at_start[index].as_ref().is_some_and(|entry| {
            numbers.contains(&(entry.number + 1))
                || numbers.contains(&(entry.number.wrapping_sub(1)))
        });
        if !is_ordinal(index) || !fellow {
            continue;
        }
        let line = blocks[index].span.of(text);
        // Lines of one sentence each are a list, not headings, where they follow one another.
        let apart = !is_ordinal(index + 1)
            && !index.checked_sub(1).is_some_and(is_ordinal)
            && index + 1 < blocks.len();
        let bare = line.trim_end_matches('。');
        let heads = alone(line) || apart && bare.chars().count() <= SHORT && alone(bare);
        if let Some(entry) = at_start[index].as_mut().filter(|_| heads) {
            entry.form = Form::OrdinalHeading;
            entry.span.end = blocks[index].span.start + bare.len();
        }
    }
    follow(text, at_start.iter_mut(), 1);
    follow(text, at_start.iter_mut().rev(), -1);
}

/// Whether a line holds one heading and no sentence.
fn alone(line: &str) -> bool {
    /// The most bytes of a line that is looked at.
    const LONGEST: usize = 240;
    line.len() <= LONGEST && !line.contains(['。', '；', ';', '！', '!', '？', '?', '：'])
}

/// Makes a heading of each ordinal that is `step` from the heading before it in `entries`.
fn follow<'e>(text: &str, entries: impl Iterator<Item = &'e mut Option<Entry>>, step: i32) {
    /// The most bytes of words that can be a title.
    const LONGEST: usize = 150;
    let mut due = None;
    for entry in entries.flatten() {
        match entry.form {
            Form::Ordinal if due == Some(entry.number) && entry.span.of(text).len() <= LONGEST => {
                entry.form = Form::OrdinalHeading;
            }
            // Another heading above ends the list, as does another number.
            Form::Ordinal => due = None,
            form if form.heads() && form.rank() < Form::Article.rank() => due = None,
            _ => {}
        }
        if entry.form == Form::OrdinalHeading {
            due = entry.number.checked_add_signed(step);
        }
    }
}
