//! Where headings stand: blocks of their own, the first sentence of a paragraph, or, where the
//! numbering proves it, the middle of one.

use super::inline;
use super::numbering::{Form, Marker, counts_on, marker};
use crate::model::{Block, BlockKind, Span};

/// A heading or an item before the tree is grown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The written form of its number.
    pub form: Form,
    /// Its number; 0 where it has none.
    pub number: u32,
    /// Its words, the number included.
    pub span: Span,
    /// Where its block ends.
    pub block_end: usize,
    /// For items: whether another item of the same list follows.
    pub goes_on: bool,
}

/// The most characters of a heading that is the first sentence of a paragraph.
const LONGEST_TITLE: usize = 60;

/// Headings and items in the order of the text.
pub(super) fn entries(text: &str, blocks: &[Block]) -> Vec<Entry> {
    let mut at_start: Vec<Option<Entry>> = Vec::with_capacity(blocks.len());
    for block in blocks {
        at_start.push(block_entry(text, block));
    }
    let upcoming = Upcoming::of(&at_start);
    let mut entries: Vec<Entry> = Vec::new();
    let mut lists = inline::Lists::default();
    let mut counted = Counted::default();
    for (index, block) in blocks.iter().enumerate() {
        let mut from = block.span.start;
        if let Some(entry) = at_start[index].take() {
            from = entry.span.end;
            if entry.form.heads() {
                lists.finish(&mut entries);
                counted.see(&entry);
                entries.push(entry);
            } else {
                lists.take(entry, &mut entries);
            }
        }
        if block.kind != BlockKind::Paragraph {
            continue;
        }
        scan(
            text,
            block,
            from,
            &upcoming.at(index),
            &mut counted,
            &mut lists,
            &mut entries,
        );
    }
    lists.finish(&mut entries);
    entries.sort_by_key(|entry| entry.span.start);
    entries
}

/// The heading or item that a block is or begins with.
fn block_entry(text: &str, block: &Block) -> Option<Entry> {
    let words = block.span.of(text);
    let number = marker(words).filter(|number| !counts_on(words, *number));
    let entry = |number: Marker, end: usize| Entry {
        form: number.form,
        number: number.number,
        span: Span::new(block.span.start, block.span.start + end),
        block_end: block.span.end,
        goes_on: false,
    };
    match block.kind {
        BlockKind::Heading => {
            let end = words.trim_end_matches(['。', '：', ':', '；', ' ']).len();
            let plain = Marker {
                form: Form::Plain,
                number: 0,
                length: 0,
            };
            let number = match number {
                Some(number) if number.form.heads() => number,
                Some(number) if number.form == Form::Ordinal => Marker {
                    form: Form::OrdinalHeading,
                    ..number
                },
                _ => plain,
            };
            Some(entry(number, end.max(number.length)))
        }
        BlockKind::Paragraph => {
            let number = number?;
            let end = if number.form.heads() {
                title_end(words, number.length, LONGEST_TITLE)
            } else {
                inline::item_end(words, number.length)
            };
            Some(entry(number, end))
        }
        _ => None,
    }
}

/// Where the title of a paragraph ends: after its first sentence, or its first clause where that
/// is too long.
pub(super) fn title_end(words: &str, from: usize, longest: usize) -> usize {
    let mut clause = None;
    let mut depth = 0_usize;
    for (count, (at, character)) in words[from..].char_indices().enumerate() {
        let at = from + at;
        match character {
            '“' | '《' | '（' | '(' => depth += 1,
            '”' | '》' | '）' | ')' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' | '；' if depth == 0 => return at,
            '：' | ':' if depth == 0 && count > 1 => return at,
            '\u{3000}' if depth == 0 && count > 3 => return at,
            '，' | ',' if count > 3 && clause.is_none() => clause = Some(at),
            _ => {}
        }
        if count >= longest {
            return clause.unwrap_or(at);
        }
    }
    words.len()
}

/// For each block the number of the next heading of a form.
struct Upcoming {
    chapters: Vec<u32>,
    sections: Vec<u32>,
}

impl Upcoming {
    fn of(at_start: &[Option<Entry>]) -> Self {
        let mut chapters = vec![0; at_start.len() + 1];
        let mut sections = vec![0; at_start.len() + 1];
        for index in (0..at_start.len()).rev() {
            chapters[index] = chapters[index + 1];
            sections[index] = sections[index + 1];
            match &at_start[index] {
                Some(entry) if entry.form == Form::Chapter => {
                    chapters[index] = entry.number;
                    // Sections are counted anew in every chapter.
                    sections[index] = 0;
                }
                Some(entry) if entry.form == Form::Section => sections[index] = entry.number,
                _ => {}
            }
        }
        Self { chapters, sections }
    }

    /// The numbers of the next chapter and section after block `index`; 0 where there is none.
    fn at(&self, index: usize) -> [u32; 2] {
        [self.chapters[index + 1], self.sections[index + 1]]
    }
}

/// The last chapter's and section's number.
#[derive(Default)]
struct Counted {
    chapter: u32,
    section: u32,
}

impl Counted {
    fn see(&mut self, entry: &Entry) {
        match entry.form {
            Form::Chapter => {
                self.chapter = entry.number;
                self.section = 0;
            }
            Form::Section => self.section = entry.number,
            _ => {}
        }
    }

    /// Whether a number in the middle of a paragraph is the one that the headings lack.
    fn lacks(&self, number: Marker, upcoming: &[u32; 2]) -> bool {
        let (last, next) = match number.form {
            Form::Chapter => (self.chapter, upcoming[0]),
            Form::Section => (self.section, upcoming[1]),
            _ => return false,
        };
        number.number == last + 1 && next == number.number + 1
    }
}

/// Looks for items, and for headings run into the text, in the paragraph `block` after `from`.
fn scan(
    text: &str,
    block: &Block,
    from: usize,
    upcoming: &[u32; 2],
    counted: &mut Counted,
    lists: &mut inline::Lists,
    entries: &mut Vec<Entry>,
) {
    let words = Span::new(from, block.span.end).of(text);
    let mut boundary = from == block.span.start;
    let mut after_sentence = false;
    for (at, character) in words.char_indices() {
        if boundary && inline::may_begin(character) {
            let rest = &words[at..];
            if let Some(number) = marker(rest) {
                let start = from + at;
                let entry = |end: usize| Entry {
                    form: number.form,
                    number: number.number,
                    span: Span::new(start, start + end),
                    block_end: block.span.end,
                    goes_on: false,
                };
                if after_sentence && counted.lacks(number, upcoming) && !counts_on(rest, number) {
                    let entry = entry(title_end(rest, number.length, LONGEST_TITLE));
                    lists.finish(entries);
                    counted.see(&entry);
                    entries.push(entry);
                } else if inline::is_item(number.form) {
                    lists.take(entry(inline::item_end(rest, number.length)), entries);
                }
            }
        }
        if character == ' ' || character == '\u{3000}' {
            continue;
        }
        after_sentence = matches!(character, '。' | '！' | '？' | '；' | '：' | ':' | '”');
        boundary =
            after_sentence || matches!(character, '，' | ',' | '、' | ';' | '—' | '）' | ')');
    }
}
