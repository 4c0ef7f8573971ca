//! Parts that bear no number: plain headings, dashes, 首先…其次…最后….

use super::count::Count;
use super::finder::{Finder, Lead};
use crate::model::{AnnouncedItem, HeadingStyle, Span};
use crate::text::character::is_letter;

/// The parts after `from`, where the outline has just as many in a row as were announced: without
/// numbers nothing else ties them to the announcement.
pub(super) fn follow(
    finder: &mut Finder,
    count: &Count,
    from: usize,
    lead: Lead,
) -> Option<Vec<AnnouncedItem>> {
    let reading = finder.reading;
    let sections = &reading.sections;
    let at = sections.partition_point(|section| section.heading.span.start < from);
    let first = sections.get(at)?;
    let style = first.heading.style;
    if first.heading.number.is_some() && style != HeadingStyle::Inline {
        return None;
    }
    let between = Span::new(from, first.heading.span.start).of(reading.text);
    if lead != Lead::Speaker && between.contains(is_letter) {
        return None;
    }
    let mut items = Vec::new();
    for section in &sections[at..] {
        if finder.steps == 0 || section.parent < first.parent {
            break;
        }
        finder.steps -= 1;
        if section.parent != first.parent {
            continue;
        }
        // A part of another kind ends the row, as does one too many.
        if section.heading.style != style || items.len() > count.number as usize {
            break;
        }
        items.push(AnnouncedItem {
            number: section.heading.number,
            span: section.heading.span,
        });
    }
    (items.len() == count.number as usize).then_some(items)
}
