//! Items inside paragraphs: 一是…二是…, 第一，…第二，…, 首先…其次….

use super::entry::Entry;
use super::title::item_end;
use crate::model::{Block, Span};
use crate::numbering::{Form, Marker, marker};
use crate::source::turns;

/// Whether an item's number may begin with `character`.
pub(super) fn may_begin(character: char) -> bool {
    matches!(
        character,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '第' | '其' | '首' | '再'
            | '最' | '另' | '（' | '(' | '0'..='9' | '①'..='⒛'
    )
}

/// Whether the form numbers items inside a paragraph.
fn is_item(form: Form) -> bool {
    matches!(
        form,
        Form::Count(_) | Form::Ordinal | Form::Among | Form::Sequence | Form::Sides
    )
}

/// The form of an item inside a paragraph whose number is written as `form`; after_sentence says
/// whether a sentence or a colon ended just before it.
pub(super) fn form_inside(form: Form, after_sentence: bool) -> Option<Form> {
    match form {
        form if is_item(form) => Some(form),
        Form::Item | Form::HalfItem | Form::Circled => Some(form.enclosed()),
        // 一、 and 1. after a comma are figures as often as numbers of parts.
        Form::Chapter | Form::Section | Form::Article if after_sentence => Some(form.enclosed()),
        _ => None,
    }
}

/// Whether a heading's paragraph goes on with the next of its list: （1）甲；（2）乙.
pub(super) fn runs_on(text: &str, block: &Block, entry: &Entry) -> bool {
    if !matches!(entry.form, Form::Item | Form::HalfItem | Form::Circled) || entry.number != 1 {
        return false;
    }
    let words = Span::new(entry.span.start, block.span.end).of(text);
    let second = |number: Marker| number.form == entry.form && number.number == 2;
    let mut boundary = false;
    turns(words).skip(1).any(|(at, character)| {
        let marks = matches!(character, '；' | ';' | '，' | ',' | '。' | '、');
        std::mem::replace(&mut boundary, marks)
            && may_begin(character)
            && marker(&words[at..]).is_some_and(second)
    })
}

/// Where the words of such an item end.
pub(super) fn enclosed_end(text: &str, block: &Block, entry: &Entry) -> usize {
    let words = Span::new(entry.span.start, block.span.end).of(text);
    let length = marker(words).map_or(0, |marker| marker.length);
    entry.span.start + item_end(words, length)
}

/// The lists that are being read. An item counts only where a second one follows the first.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<List>,
}

/// One list: its form, and where its last item is kept.
struct List {
    form: Form,
    last: u32,
    /// The first item, while no second one was seen.
    first: Option<Entry>,
    /// The index of the last item among the entries.
    place: usize,
    /// Where the block of the last item ends.
    block_end: usize,
}

/// The most lists that are kept open: deeper ones than people write need not be read.
const MOST_OPEN: usize = 24;

impl Lists {
    /// Takes the next item.
    pub(super) fn take(&mut self, mut entry: Entry, entries: &mut Vec<Entry>) {
        let marked = matches!(entry.form, Form::Dash | Form::Bullet(_));
        let known = self.open.iter().any(|list| list.form == entry.form);
        if entry.number == 1 || marked && !known {
            self.open.retain(|list| list.form != entry.form);
            if self.open.len() == MOST_OPEN {
                self.open.remove(0);
            }
            self.open.push(List {
                form: entry.form,
                last: 1,
                block_end: entry.block_end,
                first: Some(entry),
                place: 0,
            });
            return;
        }
        let Some(list) = self.list(&entry) else {
            return;
        };
        let next = list.last + 1;
        if let Some(mut first) = list.first.take() {
            first.goes_on = true;
            entries.push(first);
        } else {
            entries[list.place].goes_on = true;
        }
        list.last = next;
        list.block_end = entry.block_end;
        list.place = entries.len();
        // 首先…第二…: one list, though its numbers are written in two ways.
        entry.form = list.form;
        // 最后 closes a list of whatever length; dashes bear no number.
        if !marked {
            entry.number = next;
        }
        entries.push(entry);
    }

    /// Ends all lists, at a heading.
    pub(super) fn finish(&mut self) {
        self.open.clear();
    }

    /// The list that an item goes on: the last one of its form, or of a form that people mix with
    /// it, whose next number it bears.
    fn list(&mut self, entry: &Entry) -> Option<&mut List> {
        let due = |list: &List| entry.number == 0 || entry.number == list.last + 1;
        // 最后 after 第二 is the third only in one paragraph: it also opens the last words.
        let near = |list: &List| entry.number > 0 || list.block_end == entry.block_end;
        let lists = self.open.iter();
        let same = |list: &List| list.form == entry.form && due(list);
        let like = |list: &List| kin(list.form, entry.form) && due(list) && near(list);
        let at = lists
            .clone()
            .rposition(same)
            .or(lists.clone().rposition(like))?;
        self.open.get_mut(at)
    }
}

/// Whether people mix two forms in one list: 首先…第二…, 一是…二要….
fn kin(one: Form, other: Form) -> bool {
    let ordinal = |form| matches!(form, Form::Sequence | Form::Ordinal | Form::Among);
    let count = |form| matches!(form, Form::Count(_));
    ordinal(one) && ordinal(other) || count(one) && count(other)
}
