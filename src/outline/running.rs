//! Paragraphs: the items in them, and headings that were run into them.

use super::entry::Entry;
use super::inline;
use super::title::{LONGEST_TITLE, item_end, title_end};
use crate::model::{Block, Span};
use crate::numbering::{Form, Marker, counts_on, marker};
use crate::source::turns;

/// For each block, and behind the last, the numbers of the next chapter and section; 0 where there is
/// none.
pub(super) fn upcoming(at_start: &[Option<Entry>]) -> Vec<Counted> {
    let mut next = vec![Counted::default(); at_start.len() + 1];
    for index in (0..at_start.len()).rev() {
        next[index] = next[index + 1];
        if let Some(entry) = &at_start[index] {
            next[index].see(entry);
        }
    }
    next
}

/// A chapter's and a section's number, the last or the next ones.
#[derive(Clone, Copy, Default)]
pub(super) struct Counted {
    chapter: u32,
    section: u32,
}

impl Counted {
    pub(super) fn see(&mut self, entry: &Entry) {
        match entry.form {
            // Sections are counted anew in every chapter.
            Form::Chapter => {
                *self = Self {
                    chapter: entry.number,
                    section: 0,
                }
            }
            Form::Section => self.section = entry.number,
            _ => {}
        }
    }

    /// Whether a number in the middle of a paragraph is the one that the headings lack.
    fn lacks(&self, number: Marker, upcoming: Self) -> bool {
        let (last, next) = match number.form {
            Form::Chapter => (self.chapter, upcoming.chapter),
            Form::Section => (self.section, upcoming.section),
            _ => return false,
        };
        number.number == last + 1 && next == number.number + 1
    }
}

/// Looks for items, and for headings run into the text, in the paragraph `block` after `from`.
pub(super) fn scan(
    text: &str,
    block: &Block,
    from: usize,
    upcoming: Counted,
    counted: &mut Counted,
    lists: &mut inline::Lists,
    entries: &mut Vec<Entry>,
) {
    let words = Span::new(from, block.span.end).of(text);
    let mut boundary = from == block.span.start;
    let mut after_sentence = false;
    for (at, character) in turns(words) {
        let rest = &words[at..];
        if boundary
            && inline::may_begin(character)
            && let Some(number) = marker(rest).filter(|number| !counts_on(rest, *number))
        {
            let entry = |number, length| Entry::new(number, from + at, length, block.span.end);
            if after_sentence && counted.lacks(number, upcoming) {
                let entry = entry(number, title_end(rest, number.length, LONGEST_TITLE));
                lists.finish();
                counted.see(&entry);
                entries.push(entry);
            } else if let Some(form) = inline::form_inside(number.form, after_sentence) {
                let length = item_end(rest, number.length);
                lists.take(entry(Marker { form, ..number }, length), entries);
            }
        }
        if character == ' ' || character == '\u{3000}' {
            continue;
        }
        after_sentence = matches!(
            character,
            '。' | '！' | '!' | '？' | '?' | '；' | ';' | '：' | ':' | '”'
        );
        boundary =
            after_sentence || matches!(character, '，' | ',' | '、' | ';' | '—' | '）' | ')');
    }
}
