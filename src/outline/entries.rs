//! Where headings and items stand, in the order of the text.

use super::entry::{Entry, block_entry};
use super::provisions::provisions;
use super::running::{Counted, scan, upcoming};
use super::{contents, false_headings, inline, ordinals};
use crate::layout::ends_once;
use crate::model::{Block, BlockKind, Span};
use crate::numbering::{Form, leads_on};

/// The most headings and items of a document: no text that people read has as many.
pub(super) const MOST: usize = 50_000;

/// Headings and items in the order of the text.
pub(super) fn entries(text: &str, blocks: &[Block]) -> Vec<Entry> {
    let at_start = blocks.iter().map(|block| block_entry(text, block));
    let mut at_start: Vec<Option<Entry>> = at_start.collect();
    contents::strike(text, blocks, &mut at_start);
    false_headings::strike(text, blocks, &mut at_start);
    ordinals::promote(text, blocks, &mut at_start);
    let provisions = provisions(text, blocks, &at_start);
    let upcoming = upcoming(&at_start);
    let mut entries: Vec<Entry> = Vec::new();
    let mut lists = inline::Lists::default();
    let mut counted = Counted::default();
    let mut in_article = false;
    for (index, block) in blocks.iter().enumerate() {
        let mut from = block.span.start;
        if let Some(mut entry) = at_start[index].take() {
            let words = Span::new(entry.span.start, block.span.end).of(text);
            in_article = entry.form == Form::Clause || in_article && !entry.form.divides();
            from = entry.span.end;
            // An article is one, whatever it says.
            let is_item = entry.form != Form::Clause
                && (in_article
                    || provisions[index]
                    || block.kind == BlockKind::Paragraph && ends_once(words)
                    || inline::runs_on(text, block, &entry));
            if entry.form.heads() && is_item {
                // Items, not headings: what an article lists, what is a statement, and what stands
                // in one paragraph: （1）甲；（2）乙.
                entry.form = entry.form.enclosed();
                entry.span.end = inline::enclosed_end(text, block, &entry);
                from = entry.span.end;
            }
            if entry.form.heads() {
                entry.announced = entry.number == 1 && leads(text, blocks, index);
                lists.finish();
                counted.see(&entry);
                entries.push(entry);
            } else {
                lists.take(entry, &mut entries);
            }
        }
        if block.kind == BlockKind::Paragraph {
            let next = upcoming[index + 1];
            scan(
                text,
                block,
                from,
                next,
                &mut counted,
                &mut lists,
                &mut entries,
            );
        }
    }
    entries.sort_by_key(|entry| entry.span.start);
    entries.truncate(MOST);
    // 一是抓项目，二是抓招商: an item's words end where the next item begins.
    for index in 1..entries.len() {
        let next = entries[index].span.start;
        let span = &mut entries[index - 1].span;
        if span.end > next {
            let words = Span::new(span.start, next).of(text);
            let marks = ['，', '、', '；', ',', ';', ' ', '：', '。'];
            span.end = span.start + words.trim_end_matches(marks).len();
        }
    }
    entries
}

/// Whether the paragraph before block `index` announces the list that begins there.
fn leads(text: &str, blocks: &[Block], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| blocks.get(at));
    let before = before.filter(|before| before.kind == BlockKind::Paragraph);
    before.is_some_and(|before| leads_on(before.span.of(text)))
}
