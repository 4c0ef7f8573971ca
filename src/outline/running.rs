//! Paragraphs: the items in them, and headings that were run into them.

use super::entry::Entry;
use super::inline;
use super::title::{LONGEST_TITLE, item_end, title_end};
use crate::model::{Block, Span};
use crate::numbering::{Form, Marker, counts_on, marker};
use crate::source::turns;

/// For each block the number of the next heading of a form.
pub(super) struct Upcoming {
    chapters: Vec<u32>,
    sections: Vec<u32>,
}

impl Upcoming {
    pub(super) fn of(at_start: &[Option<Entry>]) -> Self {
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
    pub(super) fn at(&self, index: usize) -> [u32; 2] {
        [self.chapters[index + 1], self.sections[index + 1]]
    }
}

/// The last chapter's and section's number.
#[derive(Default)]
pub(super) struct Counted {
    chapter: u32,
    section: u32,
}

impl Counted {
    pub(super) fn see(&mut self, entry: &Entry) {
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
pub(super) fn scan(
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
    for (at, character) in turns(words) {
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
                    announced: false,
                };
                if after_sentence && counted.lacks(number, upcoming) && !counts_on(rest, number) {
                    let entry = entry(title_end(rest, number.length, LONGEST_TITLE));
                    lists.finish();
                    counted.see(&entry);
                    entries.push(entry);
                } else if let Some(form) = inline::form_inside(number.form, after_sentence)
                    && !counts_on(rest, number)
                {
                    let entry = entry(item_end(rest, number.length));
                    lists.take(Entry { form, ..entry }, entries);
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
