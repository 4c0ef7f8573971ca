//! Headings that announce parts: 三、完成四大任务, （二）坚守“三条底线”.

use super::count::{counts, named_again, namesakes};
use super::finder::{Finder, Run};
use super::run;
use crate::model::{AnnouncementState, Heading};
use crate::text::character::is_letter;

/// Looks for a count in a heading, and for the parts in its section.
pub(super) fn heading(finder: &mut Finder, heading: &Heading) {
    let reading = finder.reading;
    let title = heading.span.of(reading.text);
    let announced = counts(title, heading.span.start);
    if announced.is_empty() {
        return;
    }
    let markers = finder.markers;
    let from = markers.partition_point(|marker| marker.span.start < heading.span.end);
    let until = markers.partition_point(|marker| marker.span.start < heading.section.end);
    let Some(first) = run::from_marker(finder, from, until).filter(|_| from < until) else {
        return;
    };
    let next = first.parts[0].span.start;
    let between = reading.text.get(heading.span.end..next).unwrap_or_default();
    let at_once = !between.chars().any(is_letter);
    let items = finder.items(&first);
    for count in &announced {
        let at_the_end = title.ends_with(count.span.of(reading.text)) || count.quoted;
        let echoed = named_again(reading.text, count.noun, &items);
        if !(echoed || at_the_end && count.names_parts()) {
            continue;
        }
        let state = finder.state(count, &first);
        if state == AnnouncementState::Kept {
            finder.push(count, heading.span, state, items.clone());
        } else if let named = namesakes(reading.text, count.noun, &items)
            && named.len() as u32 == count.number
        {
            // “两个转变” of four parts, of which two name a 转变.
            finder.push(count, heading.span, AnnouncementState::Kept, named);
        } else if let Some(run) = other(finder, count.number, from + 1, until) {
            let items = finder.items(&run);
            finder.push(count, heading.span, AnnouncementState::Kept, items);
        } else if echoed || at_once {
            finder.push(count, heading.span, state, items.clone());
        }
    }
}

/// A run of `number` parts further on in the section.
fn other(finder: &mut Finder, number: u32, from: usize, until: usize) -> Option<Run> {
    // A run that does not begin with 1 is none.
    let mut runs = (from..until).filter_map(|at| run::from_marker(finder, at, until));
    runs.find(|run| run.parts.len() as u32 == number)
}
