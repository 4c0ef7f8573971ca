//! The run of numbered parts that follows an announcement.

use super::finder::{Finder, Lead, Run, is_item};
use crate::numbering::Form;
use crate::reading::{PartMarker, Reading};

/// The run of parts that an announcement which ends at `from` leads into.
pub(super) fn follow(finder: &mut Finder, from: usize, lead: Lead) -> Option<Run> {
    let (markers, text) = (finder.markers, finder.reading.text);
    let mut at = markers.partition_point(|marker| marker.span.start < from);
    let first = markers.get(at)?;
    let between = text.get(from..first.span.start).unwrap_or_default();
    let at_once = !between.chars().any(char::is_alphanumeric);
    if !at_once {
        // Words stand between: only a heading of the first level can be what a speaker announced,
        // and only the first part that begins a paragraph what “以下” points to.
        at = match lead {
            Lead::Speaker => {
                let ahead = &markers[at..];
                let chapter = ahead
                    .iter()
                    .take(finder.steps)
                    .position(|marker| marker.opens_block && marker.form == Form::Chapter);
                finder.steps = finder.steps.saturating_sub(chapter.unwrap_or(ahead.len()));
                at + chapter?
            }
            Lead::Following if first.opens_block && between.matches('\n').count() <= 1 => at,
            _ => return None,
        };
    }
    from_marker(finder, at, markers.len())
}

/// The run that begins at marker `at`, before marker `until`: the parts of the same form, what is
/// nested passed over.
pub(super) fn from_marker(finder: &mut Finder, at: usize, until: usize) -> Option<Run> {
    let (reading, text) = (finder.reading, finder.reading.text);
    let first = *finder.markers.get(at)?;
    if first.number != 1 {
        return None;
    }
    let mut run = Run {
        parts: vec![first],
        restarts: false,
    };
    let section_end = section_end(reading, first.span.start);
    let mut nested = Vec::new();
    // The last number of a list of the same form inside a part.
    let mut inner: Option<u32> = None;
    for marker in finder.markers.get(at + 1..until).unwrap_or_default() {
        if finder.steps == 0 {
            return None;
        }
        finder.steps -= 1;
        let last = run.parts.last().copied().unwrap_or(first);
        if marker.form != first.form {
            if first.form.is_inline() && marker.opens_block && !marker.form.is_inline() {
                break;
            } else if marker.number == 1 {
                if !nested.contains(&marker.form) {
                    nested.push(marker.form);
                }
            } else if !nested.contains(&marker.form) {
                break;
            }
            continue;
        }
        let next = last.number + 1;
        let number = marker.number;
        match inner {
            None if number > last.number || number == last.number && number > 1 => {
                run.parts.push(*marker);
            }
            None if number == 1
                && marker.span.start < section_end
                && nests(text, first, last, marker) =>
            {
                inner = Some(1);
            }
            // A list that starts over elsewhere ends the run.
            None if number == 1 => break,
            Some(before) if number == before + 1 && number != next => inner = Some(number),
            Some(before) if number == next && number != before + 1 => {
                run.parts.push(*marker);
                inner = None;
            }
            _ => {
                inner = Some(1);
                break;
            }
        }
    }
    run.restarts = inner.is_some();
    Some(run)
}

/// Whether a list that begins at `marker` may stand inside the `last` part of one that begins with
/// `first`.
fn nests(text: &str, first: PartMarker, last: PartMarker, marker: &PartMarker) -> bool {
    let between = text.get(last.span.end..marker.span.start);
    let same_paragraph = between.is_none_or(|between| !between.contains('\n'));
    let elsewhere =
        first.form.is_inline() && !same_paragraph && first.opens_block == marker.opens_block;
    // 报告分六个部分：一、…；二、… ends with its paragraph.
    let in_line = !first.opens_block && marker.opens_block;
    !elsewhere && !in_line
}

/// Where the section ends whose parts the one at `position` is among: that of the heading above.
fn section_end(reading: &Reading, position: usize) -> usize {
    let mut at = reading.section_at(position);
    while let Some(index) = at {
        let section = &reading.sections[index];
        if !is_item(section.heading) && section.heading.span.end <= position {
            return section.heading.section.end;
        }
        at = section.parent;
    }
    reading.text.len()
}
