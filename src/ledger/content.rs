//! What a row says: the text as it stands, without its number and without the notes of who and when.

use super::item::{Item, path};
use crate::model::{Document, Span, Task};
use crate::numbering::marker;
use crate::reading::{ends_clause, ends_sentence};

/// The words of some tasks: parts of one sentence stay joined as they are.
pub fn of_tasks(document: &Document, item: &Item, tasks: &[&Task]) -> String {
    let mut stretches: Vec<Span> = tasks.iter().map(|task| task.span).collect();
    // 一是…二是… in one row are told apart by their numbers.
    if let [one] = &mut stretches[..] {
        *one = behind_number(document, item, *one);
    }
    joined(&document.text, &stretches, &Notes::of(tasks))
}

/// The words of an item with a number: all its sentences but those that only say who and when.
pub fn of_paragraph(document: &Document, item: &Item, tasks: &[&Task]) -> String {
    let notes = Notes::of(tasks);
    let sentences = (item.span).begun(&document.sentences, |sentence| sentence.span.start);
    let sentences = sentences.iter().map(|sentence| sentence.span);
    let mut tasks = tasks.iter().peekable();
    let told = sentences.filter(|&sentence| {
        let mut holds_task = false;
        while let Some(task) = tasks.next_if(|task| task.span.start < sentence.end) {
            holds_task |= task.span.overlaps(sentence);
        }
        holds_task || !notes.stand_in(sentence)
    });
    let mut told: Vec<Span> = told.collect();
    if let Some(first) = told.first_mut() {
        *first = behind_number(document, item, *first);
    }
    joined(&document.text, &told, &notes)
}

/// Stretches of a text as one; the last mark of a single one is left out.
fn joined(text: &str, stretches: &[Span], notes: &Notes) -> String {
    let mut content = String::new();
    let mut last_end = None;
    for stretch in stretches {
        let stretch = stretch.trimmed(text);
        if let Some(last_end) = last_end {
            // What divides two parts of a sentence stands in neither, nor what divides two cells.
            let between = Span::new(last_end, stretch.start).of(text);
            match between.chars().next() {
                Some('\t') => content.push('\n'),
                first => content.extend(first.filter(|&mark| ends_clause(mark))),
            }
        }
        notes.without(stretch, text, &mut content);
        last_end = Some(stretch.end);
    }
    if stretches.len() == 1 {
        let is_mark = |mark| ends_clause(mark) || ends_sentence(mark) || mark.is_whitespace();
        content.truncate(content.trim_end_matches(is_mark).len());
    }
    content.trim().to_owned()
}

/// A stretch without the number of the heading or item that begins with it.
fn behind_number(document: &Document, item: &Item, stretch: Span) -> Span {
    let stretch = stretch.trimmed(&document.text);
    let path = path(&document.outline, stretch.start);
    let begins = (path.last()).is_some_and(|heading| heading.span.start == stretch.start)
        || item.holds_number && item.span.start == stretch.start;
    let marker = marker(stretch.of(&document.text)).filter(|_| begins);
    let length = marker.map_or(0, |marker| marker.length);
    Span::new(stretch.start + length, stretch.end)
}

/// Where some tasks have their owners and deadlines from, in order; what a heading above them says stays in it.
struct Notes(Vec<Span>);

impl Notes {
    fn of(tasks: &[&Task]) -> Self {
        let places = tasks.iter().flat_map(|task| {
            let owners = task.owners.iter().map(|owner| owner.span);
            let places = owners.chain(task.deadlines.iter().map(|due| due.span));
            places.filter(|place| place.start >= task.span.start)
        });
        let mut places: Vec<Span> = places.collect();
        places.sort_unstable();
        Self(places)
    }

    /// Whether one of them stands in a stretch.
    fn stand_in(&self, stretch: Span) -> bool {
        !stretch.begun(&self.0, |place| place.start).is_empty()
    }

    /// Adds a stretch of `text` to `content`, brackets that hold one of them left out.
    fn without(&self, stretch: Span, text: &str, content: &mut String) {
        let words = stretch.of(text);
        let mut depth = 0_usize;
        let mut told = 0;
        let mut opened = 0;
        for (at, mark) in words.char_indices() {
            match mark {
                '（' | '(' | '［' | '[' | '【' => {
                    opened = if depth == 0 { at } else { opened };
                    depth += 1;
                }
                '）' | ')' | '］' | ']' | '】' if depth > 0 => {
                    depth -= 1;
                    let end = at + mark.len_utf8();
                    if depth == 0 && self.stand_in(Span::new(opened, end).moved(stretch.start)) {
                        content.push_str(&words[told..opened]);
                        told = end;
                    }
                }
                _ => {}
            }
        }
        content.push_str(&words[told..]);
    }
}
