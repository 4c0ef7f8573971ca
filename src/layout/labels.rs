//! The labels of document data: 索引号：, 发文机关, set in rows, cells and tables.

use super::shape::unspaced;
use crate::lexicon::page_labels::{States, TABLE};
use crate::model::Span;
use crate::text::is_han;

/// Whether `text` is a row of document data: 索引号: | …
pub(super) fn is_label_row(text: &str) -> bool {
    label(text).is_some()
}

/// What a cell states that holds nothing but a label, without a colon, set wide or not: 索引号, Date
pub(super) fn bare_label(cell: &str) -> Option<States> {
    let words = cell.trim().trim_matches('*');
    let find = |words: &str| TABLE.get(words).map(|row| row.states);
    find(words).or_else(|| match () {
        _ if words.is_ascii() => find(&words.to_ascii_lowercase()),
        _ if words.contains(char::is_whitespace) => find(&unspaced(words)),
        _ => None,
    })
}

/// What a line states whose value stands on the next one: 索 引 号：
pub(super) fn lone_label(line: &str) -> Option<States> {
    if line.len() > 48 {
        return None;
    }
    let label = line.trim_end().trim_end_matches(['：', ':']);
    bare_label(label).or_else(|| ending(label).filter(|_| label.len() < line.trim_end().len()))
}

/// What a label that no table knows states, by the word that it ends with: 颁布时间, 文章标题
pub(super) fn ending(label: &str) -> Option<States> {
    let row = TABLE.longest_at_end(&unspaced(label))?;
    Some(row.states)
}

/// Whether `line` is a row of cells without colons: 发文机关 云河县教育局 成文日期 2024-03-08
pub(super) fn is_cells(line: &str) -> bool {
    if line.len() > 600 || line.contains('。') {
        return false;
    }
    let mut cells = cells(line);
    let first = cells
        .next()
        .filter(|cell| cell.chars().count() > 2 && bare_label(cell).is_some());
    first.is_some()
        && cells.next().is_some()
        && (line.contains('\t') || cells.any(|cell| bare_label(cell).is_some()))
}

/// The cells of a row, which tabs divide, or else spaces; characters that stand alone one behind the other are a word set
/// wide (分　类).
pub(super) fn cells(line: &str) -> impl Iterator<Item = &str> {
    let tabs = line.contains('\t');
    let cells = line.split(move |c: char| if tabs { c == '\t' } else { c.is_whitespace() });
    let mut cells = cells.filter(|cell| !cell.trim().is_empty()).peekable();
    let single = move |cell: &str| !tabs && cell.chars().nth(1).is_none() && cell.contains(is_han);
    std::iter::from_fn(move || {
        let first = cells.next()?;
        let mut last = first;
        while single(last)
            && let Some(next) = cells.next_if(|next| single(next))
        {
            last = next;
        }
        let start = Span::of_part(first, line).start;
        Some(&line[start..Span::of_part(last, line).end])
    })
}

/// What a line states whose first cell is a label, with its value behind a space: 内容概述 关于…的通知
pub(super) fn first_cell(line: &str) -> Option<States> {
    let (cell, value) = line.split_once(char::is_whitespace)?;
    let named = cell.chars().count() > 2 && !line.contains('。') && !value.trim().is_empty();
    bare_label(cell).filter(|_| named)
}

/// A row's label and its value, whatever the label: 文种：会议纪要, 【颁布单位】云河县人民政府, publisher: …
pub(super) fn parts(row: &str) -> Option<(&str, &str)> {
    let bracketed = row.strip_prefix('【').and_then(|row| row.split_once('】'));
    bracketed.or_else(|| row.split_once(['：', ':']))
}

/// The label that `text` begins with: what it states and the bytes of the label and its marks.
pub(super) fn label(text: &str) -> Option<(States, usize)> {
    let bare = text.trim_start_matches(['【', '[', '|', ' ']);
    let mut places = bare.char_indices().take(LONGEST + 1);
    let (end, mark) = places.find(|(_, mark)| "：:】]|".contains(*mark))?;
    if text.len() > 1200 || bare.contains('。') {
        return None;
    }
    let bracketed = || ending(&bare[..end]).filter(|_| mark == '】');
    let what = bare_label(&bare[..end]).or_else(bracketed)?;
    let value =
        bare[end..].trim_start_matches(|c: char| c.is_whitespace() || "】]|：:".contains(c));
    Some((what, text.len() - value.len()))
}

/// The most characters of a label.
const LONGEST: usize = 16;
