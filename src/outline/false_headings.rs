//! What looks like a heading and is none: pieces of a sentence that a page set on lines of their own
//! (links), and numbers that no list has.

use std::collections::BTreeSet;

use super::entry::Entry;
use crate::lexicon::closing_headings;
use crate::model::{Block, BlockKind};
use crate::numbering::Form;
use crate::text::character::{is_han, is_letter};

/// Takes such entries out.
pub(super) fn strike(text: &str, blocks: &[Block], at_start: &mut [Option<Entry>]) {
    let entries = at_start.iter().flatten();
    let weakly = entries.filter_map(|entry| Some((weak(entry.form)?, entry.number)));
    let numbers: BTreeSet<(u8, u32)> = weakly.collect();
    let has_first = numbers
        .iter()
        .any(|&(form, number)| Some(form) == weak(Form::Clause) && number == 1);
    let mut explains = false;
    for (index, slot) in at_start.iter_mut().enumerate() {
        if let Some(entry) = slot {
            // Until another heading of their rank.
            let ends = entry.number == 0 || entry.form.rank() < Form::Article.rank();
            explains = glosses(text, entry) || explains && !ends;
        }
        slot.take_if(|entry| match weak(entry.form) {
            _ if explains && entry.number > 0 && entry.form.rank() >= Form::Article.rank() => true,
            // 第三十条规定： another text's article, where this one has no first.
            Some(_) if entry.form == Form::Clause && !has_first && runs_on(text, entry) => true,
            Some(form) => {
                let beside = [entry.number + 1, entry.number.wrapping_sub(1)];
                !beside
                    .iter()
                    .any(|&number| numbers.contains(&(form, number)))
            }
            None => entry.form == Form::Plain && is_piece(text, blocks, index),
        });
    }
}

/// Whether a heading stands above words that are explained: 名词解释.
fn glosses(text: &str, entry: &Entry) -> bool {
    let title = entry.span.of(text).trim_end_matches(['：', ':']);
    closing_headings::TABLE
        .get(title)
        .is_some_and(|row| row.glosses)
}

/// Whether words stand right behind the number of an article.
fn runs_on(text: &str, entry: &Entry) -> bool {
    let behind = entry.span.of(text).split_once('条');
    behind.is_some_and(|(_, words)| words.starts_with(is_han))
}

/// Forms that begin other things than headings: one of them counts only beside its like.
fn weak(form: Form) -> Option<u8> {
    match form {
        Form::HalfItem => Some(0),
        Form::HalfSection => Some(1),
        Form::Decimal(1) => Some(2),
        Form::Roman => Some(3),
        Form::Letter => Some(4),
        Form::Clause => Some(5),
        _ => None,
    }
}

/// A paragraph of more bytes is a sentence; without its last mark it was cut off.
const SENTENCE: usize = 120;

/// Whether an unnumbered heading is a piece of the sentence around it.
fn is_piece(text: &str, blocks: &[Block], index: usize) -> bool {
    let words = |at: usize| blocks.get(at).map(|block| block.span.of(text));
    let before = index
        .checked_sub(1)
        .filter(|&at| blocks[at].kind == BlockKind::Paragraph)
        .and_then(words);
    let opens = before.is_some_and(|words| {
        words.ends_with(['“', '《', '（', '(', '「', '，', '、']) || words.chars().nth(2).is_none()
    });
    let closing = [
        '”', '》', '）', ')', '」', '，', '、', '。', '；', ';', '！', '!', '？', '?',
    ];
    let closes = words(index + 1).is_some_and(|words| words.starts_with(closing));
    let cut_off = before.is_some_and(|words| words.len() > SENTENCE && words.ends_with(is_letter));
    opens || closes || cut_off || unbalanced(blocks[index].span.of(text))
}

/// Whether a bracket or a quotation mark lacks its other half.
fn unbalanced(words: &str) -> bool {
    let mut depth = 0;
    let closed_first = words.chars().any(|character| {
        match character {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    closed_first || depth != 0
}
