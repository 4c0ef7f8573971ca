//! Headings that are sentences: 28.严格落实国家减税政策。对中小企业…. A paragraph may begin with its topic (（一）加强组织领导。各地要…) or
//! with the first of its orders, and written alone the two look alike; its neighbours of the same rank tell.

use std::collections::BTreeMap;

use super::document::Section;
use crate::layout::LONGEST_TOPIC;
use crate::model::{HeadingStyle, Span};

/// So few headings of one rank tell nothing of each other.
const FEWEST: usize = 3;

/// Marks the sections whose headings their paragraphs run on from, where those of their rank are longer than topics are.
pub(super) fn mark_sentences(text: &str, sections: &mut [Section]) {
    let mut ranks: BTreeMap<(usize, HeadingStyle), Vec<usize>> = BTreeMap::new();
    let is_inside = |style| matches!(style, HeadingStyle::Inline | HeadingStyle::Dash);
    let own = sections
        .iter()
        .filter(|section| !is_inside(section.heading.style));
    for section in own {
        let heading = section.heading;
        let length = heading.span.of(text).chars().count();
        let rank = ranks.entry((heading.level, heading.style)).or_default();
        rank.push(length);
    }
    let is_of_orders = |lengths: &mut Vec<usize>| {
        let middle = lengths.len() / 2;
        let (_, median, _) = lengths.select_nth_unstable(middle);
        *median > LONGEST_TOPIC
    };
    ranks.retain(|_, lengths| lengths.len() >= FEWEST && is_of_orders(lengths));
    for section in sections {
        let heading = section.heading;
        section.is_sentence =
            ranks.contains_key(&(heading.level, heading.style)) && runs_on(text, heading.span);
    }
}

/// Whether a paragraph goes on behind its heading.
pub fn runs_on(text: &str, heading: Span) -> bool {
    text[heading.end..].starts_with(|mark: char| mark != '\n')
}
