//! Addresses at the foot of a page: 地址：…　邮编：…, 电子邮箱：….

use super::furniture::of_line;
use super::lines::Line;
use crate::lexicon::contact_labels;
use crate::model::NoiseKind;

/// The most lines at the end of a source that are its foot.
const LONGEST: usize = 20;

/// The first of the lines at the end of `source` that are the foot of its page; the number of lines
/// where there is none. An address is part of it where a line beside it is surely the site's: a
/// notice ends with an address of its own.
pub(super) fn foot(source: &str, lines: &[Line]) -> usize {
    let mut sure = false;
    let mut first = lines.len();
    for at in (lines.len().saturating_sub(LONGEST)..lines.len()).rev() {
        let text = lines[at].span.of(source);
        match of_line(text) {
            Some(NoiseKind::SiteControls | NoiseKind::Advertisement) => sure = true,
            Some(_) => {}
            None if is_address(text) => {}
            None => break,
        }
        first = at;
    }
    if sure { first } else { lines.len() }
}

/// Whether every field of `line` is labelled as a part of an address.
pub(super) fn is_address(line: &str) -> bool {
    line.len() < 360
        && contact_labels::TABLE.longest(line).is_some_and(|row| {
            line[row.label.len()..]
                .trim_start()
                .starts_with(['：', ':'])
        })
        && !line.contains(['。', '；'])
}
