//! A table of who does what whose cells have a line each and whose rows begin with the body: 部门⏎重点任务⏎县教育局⏎办好食堂。
//! ⏎县财政局⏎落实补助。

use super::cell_lines::{is_head, may_be_cell, words};
use super::class::{Cell, Class};
use super::paragraph::Paragraph;
use super::tables::duties;
use crate::lexicon::body_endings::Count;
use crate::lexicon::duty_words::{Role, TABLE};
use crate::text::is_longer;

/// The fewest rows of such a table, the most columns, and the most lines of a row.
const ROWS: usize = 3;
const COLUMNS: usize = 6;
const LINES: usize = 12;
/// The most characters of the names in a cell.
const NAMES: usize = 30;

/// Tells the rows below the heads that begin at `at`; the line behind them.
pub(super) fn rows(lines: &mut [Paragraph], at: usize) -> Option<usize> {
    let rest = &lines[at..];
    let told = |line: &Paragraph| {
        let head = words(line);
        TABLE.is(head, Role::Column) || duties(head).has(Role::Label)
    };
    if !rest.first().is_some_and(told) {
        return None;
    }
    let heads =
        |line: &&Paragraph| may_be_cell(line) && is_head(words(line)) && !names_bodies(line);
    let columns = 1 + rest[1..].iter().take(COLUMNS).take_while(heads).count();
    if !(2..=COLUMNS).contains(&columns) {
        return None;
    }
    let starts = starts(&rest[columns..]);
    if starts.first() != Some(&0) || starts.len() < ROWS {
        return None;
    }
    // The last row is as long as most are: running text may stand behind it.
    let mut lengths: Vec<usize> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    lengths.sort_unstable();
    let usual = *lengths.get(lengths.len() / 2)?;
    let last = *starts.last()?;
    let own = rest[columns + last..]
        .iter()
        .take(usual)
        .take_while(|line| may_be_cell(line));
    let end = last + own.count();
    for (column, line) in lines[at..at + columns].iter_mut().enumerate() {
        line.class = Class::Cell(Cell::Acting { row: 0, column });
    }
    let ends = starts[1..].iter().copied().chain([end]);
    for (row, (start, end)) in (1..).zip(starts.iter().copied().zip(ends)) {
        mark(
            &mut lines[at + columns + start..at + columns + end],
            row,
            columns,
        );
    }
    Some(at + columns + end)
}

/// The lines of a run of cells that begin rows: those that name bodies, each with other lines behind it.
fn starts(lines: &[Paragraph]) -> Vec<usize> {
    let cells = lines.iter().take_while(|line| may_be_cell(line));
    let mut starts: Vec<usize> = Vec::new();
    let mut named = None;
    for (at, line) in cells.enumerate() {
        if starts.last().is_some_and(|last| at > last + LINES) {
            break;
        }
        if names_bodies(line) {
            // 县教育局⏎县财政局: the names of one cell.
            if named.is_none_or(|named| at > named + 1) {
                starts.push(at);
            }
            named = Some(at);
        } else if named.is_none() {
            break;
        }
    }
    starts
}

/// Whether a line is nothing but the names of bodies: 县教育局, 宣传部（融媒体中心）, 工会、妇联等.
fn names_bodies(line: &Paragraph) -> bool {
    let words = words(line).trim_end_matches('等');
    let plain = words.split(['（', '(']).next().unwrap_or(words);
    let ends = |name: &str| Count::Owner.ends(name) && name.chars().nth(1).is_some();
    !is_longer(words, NAMES)
        && !words.contains(['，', '。', '；', ';', '：', '“'])
        && !plain.is_empty()
        && plain.split(['、', ' ']).all(ends)
}

/// Marks the lines of a row: the body, what it does, and what the last column says.
fn mark(lines: &mut [Paragraph], row: usize, columns: usize) {
    let count = lines.len();
    let names = lines.iter().take_while(|line| names_bodies(line)).count();
    for (at, line) in lines.iter_mut().enumerate() {
        let column = match at {
            _ if at < names => 0,
            _ if count >= columns && at + 1 == count => columns - 1,
            _ => at.min(columns.saturating_sub(2)).max(1),
        };
        line.class = Class::Cell(Cell::Acting { row, column });
    }
}
