//! The labels of document data: 索引号：, 发文机关, set in rows, cells and tables.

use super::shape::unspaced;
use crate::lexicon::page_labels::{States, TABLE};

/// Whether `text` is a row of document data: 索引号: | …
pub(super) fn is_label_row(text: &str) -> bool {
    label(text).is_some()
}

/// What a cell states that holds nothing but a label, without a colon: 索引号
pub(super) fn bare_label(cell: &str) -> Option<States> {
    let words = cell.trim().trim_matches('*');
    TABLE.get(words).map(|row| row.states)
}

/// What a line states whose value stands on the next one: 索 引 号：
pub(super) fn lone_label(line: &str) -> Option<States> {
    if line.len() > 48 {
        return None;
    }
    bare_label(unspaced(line).trim_end_matches(['：', ':']))
}

/// Whether `line` is a row of cells without colons: 发文机关 云河县教育局 成文日期 2024-03-08
pub(super) fn is_cells(line: &str) -> bool {
    if line.len() > 600 || line.contains('。') {
        return false;
    }
    let mut cells = line.split_whitespace();
    let first = cells
        .next()
        .filter(|cell| cell.chars().count() > 2 && bare_label(cell).is_some());
    first.is_some()
        && cells.next().is_some()
        && (line.contains('\t') || cells.any(|cell| bare_label(cell).is_some()))
}

/// What a line states whose first cell is a label, with its value behind a space: 内容概述 关于…的通知
pub(super) fn first_cell(line: &str) -> Option<States> {
    let (cell, value) = line.split_once(char::is_whitespace)?;
    let named = cell.chars().count() > 2 && !line.contains('。') && !value.trim().is_empty();
    bare_label(cell).filter(|_| named)
}

/// The label that `text` begins with: what it states and the bytes of the label and its marks.
pub(super) fn label(text: &str) -> Option<(States, usize)> {
    let bare = text.trim_start_matches(['【', '[', '|', ' ']);
    let skipped = text.len() - bare.len();
    let Some(row) = TABLE.longest(bare) else {
        return wide_label(text);
    };
    let after = &bare[row.label.len()..];
    let marked = after.trim_start_matches(['】', ']', ' ', '\u{3000}', '|']);
    let colon = marked.trim_start_matches(['：', ':']);
    let has_mark = colon.len() < marked.len() || after.trim_start().starts_with(['】', ']', '|']);
    if !has_mark || text.len() > 1200 || bare.contains('。') {
        return None;
    }
    let value = colon.trim_start_matches(['|', ' ', '\u{3000}', '】', '\t']);
    Some((row.states, skipped + bare.len() - value.len()))
}

/// A label set wide, as [`label`]: 标　　题：
fn wide_label(text: &str) -> Option<(States, usize)> {
    let (at, colon) = text
        .char_indices()
        .take(12)
        .find(|(_, character)| matches!(character, '：' | ':'))?;
    let head = &text[..at];
    if !head.contains(char::is_whitespace) || text.len() > 1200 || text.contains('。') {
        return None;
    }
    let what = bare_label(&unspaced(head))?;
    let value = text[at + colon.len_utf8()..].trim_start();
    Some((what, text.len() - value.len()))
}
