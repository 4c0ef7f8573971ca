//! Sentences that announce several counts in quotation marks (落实“两项原则”，打好“四场硬仗”), of which
//! the text takes up each in its turn.

use std::collections::BTreeMap;

use super::finder::{Finder, Quoted};
use crate::model::{AnnouncedItem, AnnouncementState};
use crate::text::window_before;

/// The most sentences whose counts are looked for in the rest of the text: each search reads all
/// of it.
const MOST_SEARCHES: usize = 40;

/// Ties the counts of one sentence to the places where they are taken up; where one is and another
/// never comes again, that one is missing.
pub(super) fn taken_up(finder: &mut Finder, quoted: &[Quoted]) {
    let text = finder.reading.text;
    let sentences = quoted.chunk_by(|a, b| a.sentence == b.sentence);
    let several = sentences.filter(|counts| (2..=8).contains(&counts.len()));
    for counts in several.take(MOST_SEARCHES) {
        let end = finder.reading.sentences[counts[0].sentence].end;
        let (up, left): (Vec<&Quoted>, Vec<&Quoted>) = counts
            .iter()
            .partition(|quoted| leads_later(text, end, quoted.count.span.of(text)));
        if up.is_empty() {
            continue;
        }
        for quoted in left {
            if !text[end..].contains(quoted.count.span.of(text)) {
                let missing = AnnouncementState::Missing;
                finder.push(&quoted.count, quoted.clause, missing, Vec::new());
            }
        }
        // What is taken up later, by the words that are counted: the first of each.
        let mut later: BTreeMap<&str, (AnnouncementState, Vec<AnnouncedItem>)> = BTreeMap::new();
        for found in finder.found.iter().filter(|found| found.span.start > end) {
            // Reported where it is taken up, not twice.
            let state = match found.state {
                AnnouncementState::Kept => AnnouncementState::Kept,
                _ => AnnouncementState::Open,
            };
            let first = || (state, found.items.clone());
            later.entry(found.span.of(text)).or_insert_with(first);
        }
        for quoted in up {
            if let Some((state, items)) = later.get(quoted.count.span.of(text)) {
                finder.push(&quoted.count, quoted.clause, *state, items.clone());
            }
        }
    }
}

/// Whether `words` stand after `from` as a heading or at the head of a paragraph.
fn leads_later(text: &str, from: usize, words: &str) -> bool {
    text[from..].match_indices(words).any(|(at, _)| {
        let head = window_before(text, from + at, 13);
        let line = head.rfind('\n').map(|end| &head[end + 1..]);
        line.is_some_and(|line| !line.contains(['，', '。', '；', ';']))
    })
}
