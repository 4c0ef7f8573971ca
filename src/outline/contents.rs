//! Tables of contents (目录): lines that name the headings of the text before it begins.

use std::collections::BTreeSet;
use std::ops::Range;

use super::entry::Entry;
use crate::model::{Block, BlockKind};

/// The fewest lines of a table of contents.
const FEWEST: usize = 3;

/// The most characters of one of its lines, dots and page number included.
const LONGEST: usize = 80;

/// Takes the entries of tables of contents out.
pub(super) fn strike(text: &str, blocks: &[Block], at_start: &mut [Option<Entry>]) {
    for at in rows(text, blocks).into_iter().flatten() {
        at_start[at] = None;
    }
}

/// The blocks that are tables of contents: rows of headings with no text between, most of which
/// stand again further on.
pub(super) fn rows(text: &str, blocks: &[Block]) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let listing = |row: &[Block]| row.iter().all(|block| may_list(text, block));
    if !blocks.windows(FEWEST).any(listing) {
        return rows;
    }
    // From the back, so that each row is compared with what stands after it.
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut end = blocks.len();
    while end > 0 {
        let mut start = end;
        while start > 0 && may_list(text, &blocks[start - 1]) {
            start -= 1;
        }
        // The last line of a row may be the first heading of the text itself.
        let (mut again, mut last) = (0, start);
        for at in (start.min(end - 1)..end).rev() {
            let words = blocks[at].span.of(text);
            let title = words.split(['。', '；', ';']).next().unwrap_or(words);
            if title.len() > LONGEST * 3 {
                continue;
            }
            if !known.insert(bare(title)) && at >= start {
                again += 1;
                last = last.max(at);
            }
        }
        let row = start..end.min(last + 1);
        // A table of contents names each heading once; numbering that begins over and over does not.
        let titles = blocks[row.clone()]
            .iter()
            .map(|block| bare(block.span.of(text)));
        let once: BTreeSet<&str> = titles.collect();
        if again >= FEWEST && again * 3 >= row.len() * 2 && once.len() == row.len() {
            rows.push(row);
        }
        end = start.min(end - 1);
    }
    rows
}

/// Whether a block can be a line of a table of contents.
fn may_list(text: &str, block: &Block) -> bool {
    let words = block.span.of(text);
    matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph)
        && words.len() <= LONGEST * 3
        && !words.ends_with(['。', '；', ';', '！', '!', '？', '?', '：'])
}

/// A title without the dots and the page number after it.
fn bare(title: &str) -> &str {
    title
        .trim()
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ')' | '）' | '(' | '（'))
        .trim_end_matches([
            '.', '…', '·', '．', '-', '—', '。', ' ', '\u{3000}', '\t', '／', '/',
        ])
}
