//! Numbered paragraphs that state and head nothing: the provisions of a rule, the duties of bodies, the terms of a plan. A
//! paragraph of several sentences looks alike whether its first one is a topic (（一）加快转型。…) or the first of what it says;
//! the others of its list tell.

use std::collections::BTreeMap;

use super::entry::Entry;
use crate::layout::ends_once;
use crate::model::{Block, BlockKind, Span};
use crate::text::is_longer;

/// The most characters of a topic, its number among them. In lists of real texts the median of first sentences was at most 35 where
/// they headed, and 43 and more where they did not.
const LONGEST: usize = 40;

/// So few paragraphs of one list tell nothing of each other; all that the text numbers so tell then.
const FEWEST: usize = 3;

/// The paragraphs of a list: how many there are, and how many of them state.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    all: usize,
    stating: usize,
}

impl Tally {
    fn see(&mut self, states: bool) {
        self.all += 1;
        self.stating += usize::from(states);
    }

    fn states(self) -> bool {
        self.stating * 2 > self.all
    }
}

/// For each block, whether it is one of a list of such paragraphs.
pub(super) fn provisions(text: &str, blocks: &[Block], at_start: &[Option<Entry>]) -> Vec<bool> {
    let mut lists: Vec<Tally> = Vec::new();
    let mut of_rank: BTreeMap<u8, Tally> = BTreeMap::new();
    // The list of each rank that goes on.
    let mut open: BTreeMap<u8, usize> = BTreeMap::new();
    let list_of = blocks.iter().zip(at_start).map(|(block, entry)| {
        let entry = entry.as_ref().filter(|entry| entry.form.heads())?;
        let rank = entry.form.rank();
        open.split_off(&(rank + 1));
        if entry.number == 0 || block.kind != BlockKind::Paragraph {
            return None;
        }
        let states = states(text, block, entry);
        let list = *open.entry(rank).or_insert(lists.len());
        if list == lists.len() {
            lists.push(Tally::default());
        }
        lists[list].see(states);
        of_rank.entry(rank).or_default().see(states);
        Some((list, rank))
    });
    let list_of: Vec<Option<(usize, u8)>> = list_of.collect();
    let is_of_provisions = |(list, rank): (usize, u8)| {
        let own = lists[list];
        let tally = if own.all < FEWEST { of_rank[&rank] } else { own };
        tally.states()
    };
    let of = |place: Option<(usize, u8)>| place.is_some_and(is_of_provisions);
    list_of.into_iter().map(of).collect()
}

/// Whether a paragraph is a whole statement, or its first sentence is longer than topics are.
fn states(text: &str, block: &Block, entry: &Entry) -> bool {
    let words = Span::new(entry.span.start, block.span.end).of(text);
    if ends_once(words) {
        return true;
    }
    let end = words.find(['。', '！', '？', '；', '：', ':']);
    let first = &words[..end.unwrap_or(words.len())];
    // What heads it ends before a mark of another kind, or is cut off at its first clause.
    let is_cut = text[entry.span.end..].starts_with(['，', ',']);
    is_longer(first, LONGEST) && (is_cut || is_longer(entry.span.of(text), LONGEST))
}
