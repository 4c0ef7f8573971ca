//! Sentences that announce several counts in quotation marks (落实“两项原则”，打好“四场硬仗”), of which
//! the text takes up each in its turn.

use std::collections::BTreeMap;

use super::finder::{Finder, Quoted};
use crate::model::{Announcement, AnnouncementState};
use crate::text::window_before;

/// The most sentences whose counts are looked for in the rest of the text: each search reads all
/// of it.
const MOST_SEARCHES: usize = 40;

/// Ties the counts of one sentence to the places where they are taken up; where one is and another
/// never comes again, that one is missing.
pub(super) fn taken_up(finder: &mut Finder, quoted: &[Quoted]) {
    let text = finder.reading.text;
    let mut searches = MOST_SEARCHES;
    let sentences = quoted.chunk_by(|a, b| a.sentence == b.sentence);
    for counts in sentences.filter(|counts| (2..=8).contains(&counts.len())) {
        if searches == 0 {
            return;
        }
        searches -= 1;
        let end = finder.reading.sentences[counts[0].sentence].end;
        let (up, left): (Vec<&Quoted>, Vec<&Quoted>) = counts
            .iter()
            .partition(|quoted| leads_later(text, end, quoted.count.span.of(text)));
        if up.is_empty() {
            continue;
        }
        for quoted in left {
            if !text[end..].contains(quoted.count.span.of(text)) {
                finder.push(
                    &quoted.count,
                    quoted.clause,
                    AnnouncementState::Missing,
                    Vec::new(),
                );
            }
        }
        let known = by_words(text, &finder.found);
        let later: Vec<_> = up
            .into_iter()
            .filter_map(|quoted| {
                let places = known.get(quoted.count.span.of(text))?;
                let later = places
                    .iter()
                    .map(|&place| &finder.found[place])
                    .find(|found| found.span.start > end)?;
                // Reported where it is taken up, not twice.
                let state = match later.state {
                    AnnouncementState::Kept => AnnouncementState::Kept,
                    _ => AnnouncementState::Open,
                };
                Some((quoted, state, later.items.clone()))
            })
            .collect();
        for (quoted, state, items) in later {
            finder.push(&quoted.count, quoted.clause, state, items);
        }
    }
}

/// Whether `words` stand after `from` as a heading or at the head of a paragraph.
fn leads_later(text: &str, from: usize, words: &str) -> bool {
    text[from..].match_indices(words).any(|(at, _)| {
        let head = window_before(text, from + at, 13);
        let line = head.rfind('\n').map(|end| &head[end + 1..]);
        line.is_some_and(|line| !line.contains(['，', '。', '；']))
    })
}

/// The announcements by the words that are counted, for those that are taken up later.
fn by_words<'a>(text: &'a str, found: &[Announcement]) -> BTreeMap<&'a str, Vec<usize>> {
    let mut by_words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, announcement) in found.iter().enumerate() {
        by_words
            .entry(announcement.span.of(text))
            .or_default()
            .push(index);
    }
    by_words
}
