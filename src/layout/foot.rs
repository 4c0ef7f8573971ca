//! The foot of a page: addresses (地址：…　邮编：…), links of the site, the note on a text's licence.

use super::furniture::of_line;
use super::lines::Line;
use crate::lexicon::foot_words::{Role, TABLE};
use crate::model::NoiseKind;

/// The most lines at the end of a source that hold addresses.
const MOST_ADDRESSES: usize = 20;

/// The most lines of a note, and its most bytes.
const MOST_NOTES: usize = 60;
const LONGEST_NOTE: usize = 3000;

/// The first of the lines at the end of `source` that are the foot of its page; the number of lines
/// where there is none. An address is part of it where a line beside it is surely the site's: a
/// notice ends with an address of its own.
pub(super) fn foot(source: &str, lines: &[Line]) -> usize {
    let end = note(source, lines);
    let mut sure = false;
    let mut first = end;
    for at in (end.saturating_sub(MOST_ADDRESSES)..end).rev() {
        let text = lines[at].span.of(source);
        match of_line(text) {
            Some(NoiseKind::SiteControls | NoiseKind::Advertisement) => sure = true,
            None if !is_address(text) => break,
            _ => {}
        }
        first = at;
    }
    if sure { first } else { end }
}

/// The first of the lines at the end of `source` that belong to the note on its licence.
fn note(source: &str, lines: &[Line]) -> usize {
    let text = |at: usize| lines[at].span.of(source);
    let leftover = |at: &usize| TABLE.is(text(*at), Role::Leftover);
    let end = lines.len() - (0..lines.len()).rev().take_while(leftover).count();
    let near = |at: &usize| source.len() - lines[*at].span.start <= LONGEST_NOTE;
    let mut places = (lines.len().saturating_sub(MOST_NOTES)..end)
        .rev()
        .take_while(near);
    let opens = places.find(|&at| {
        lines[at].gap
            && TABLE.beginning(text(at), Role::Opens).is_some()
            && TABLE.stands_in(&source[lines[at].span.start..], Role::Subject)
    });
    opens.unwrap_or(end)
}

/// Whether every field of `line` is labelled as a part of an address.
pub(super) fn is_address(line: &str) -> bool {
    let label = TABLE.beginning(line, Role::Label);
    let value = label.and_then(|row| line.strip_prefix(row.words));
    line.len() < 360
        && value.is_some_and(|value| value.trim_start().starts_with(['：', ':']))
        && !line.contains(['。', '；', ';'])
}
