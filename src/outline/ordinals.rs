//! 第一、 as a heading: where a line has nothing but it, and where its fellows are headings.

use std::collections::BTreeSet;

use super::entry::Entry;
use crate::model::{Block, Span};
use crate::numbering::Form;

/// The most characters of a heading that ends with a full stop.
const SHORT: usize = 30;

/// Makes headings of the ordinals that begin paragraphs where they have the line to themselves, or
/// where the one before or after in the list is a heading.
pub(super) fn promote(text: &str, blocks: &[Block], at_start: &mut [Option<Entry>]) {
    let numbers: BTreeSet<u32> = at_start
        .iter()
        .flatten()
        .filter(|entry| matches!(entry.form, Form::Ordinal | Form::OrdinalHeading))
        .map(|entry| entry.number)
        .collect();
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
    let order: Vec<usize> = (0..at_start.len()).collect();
    let reverse: Vec<usize> = order.iter().rev().copied().collect();
    follow(text, at_start, &order, 1);
    follow(text, at_start, &reverse, -1);
}

/// Whether a line holds one heading and no sentence.
fn alone(line: &str) -> bool {
    /// The most bytes of a line that is looked at.
    const LONGEST: usize = 240;
    line.len() <= LONGEST && !line.contains(['。', '；', '！', '？', '：'])
}

/// Makes a heading of each ordinal that is `step` from the heading before it in `order`.
fn follow(text: &str, at_start: &mut [Option<Entry>], order: &[usize], step: i64) {
    let mut last = None;
    for &index in order {
        let Some(entry) = &mut at_start[index] else {
            continue;
        };
        match entry.form {
            Form::OrdinalHeading => last = Some(entry.number),
            Form::Ordinal => {
                let due = last.map(|number| i64::from(number) + step);
                if due == Some(i64::from(entry.number)) && shortish(text, entry.span) {
                    entry.form = Form::OrdinalHeading;
                    last = Some(entry.number);
                } else {
                    last = None;
                }
            }
            // Another heading above ends the list.
            form if form.heads() && form.rank() < Form::Article.rank() => last = None,
            _ => {}
        }
    }
}

/// Whether the words can be a title.
fn shortish(text: &str, span: Span) -> bool {
    const LONGEST: usize = 150;
    span.of(text).len() <= LONGEST
}
