//! A table whose cells have a line each: told by its numbered rows, by rows whose cells repeat the same kinds or begin with
//! the body that acts, or by a bar at each end.

use super::body_cells;
use super::cell_lines::{is_head, is_told, may_be_cell, words};
use super::class::{Cell, Class};
use super::paragraph::Paragraph;
use super::tables::duties;
use crate::lexicon::Set;
use crate::lexicon::body_endings::Count;
use crate::lexicon::duty_words::{Role, TABLE};
use crate::text::is_longer;

/// The most characters of a cell of a table without numbered rows.
const CELL: usize = 30;

/// The most columns, and the most lines of one row.
const COLUMNS: usize = 12;
const LINES: usize = 3 * COLUMNS;

/// The fewest lines of a table that only the bars at their ends tell.
const BARRED: usize = 3;

/// Tells the cells.
pub(super) fn tell(paragraphs: &mut [Paragraph]) {
    let mut at = 0;
    while at < paragraphs.len() {
        at = numbered_rows(paragraphs, at)
            .or_else(|| repeated_rows(paragraphs, at))
            .or_else(|| body_cells::rows(paragraphs, at))
            .unwrap_or(at + 1);
    }
    figure_runs(paragraphs);
    let is_barred = |line: &Paragraph| may_be_cell(line) && line.text.ends_with('|');
    let runs = paragraphs.chunk_by_mut(|one, next| is_barred(one) && is_barred(next));
    for run in runs.filter(|run| run.len() >= BARRED) {
        for line in run {
            line.class = Class::Cell(Cell::Loose);
        }
    }
}

/// Tells the rows below the heads that begin at `at`, each of which begins with its number; the line behind them.
fn numbered_rows(lines: &mut [Paragraph], at: usize) -> Option<usize> {
    let rest = &lines[at..];
    let is_head = |line: &&Paragraph| may_be_cell(line) && is_head(words(line));
    let heads = rest.iter().take(COLUMNS + 1).take_while(is_head).count();
    // 一、农业农村工作: a group of rows begins below the heads.
    let group = usize::from(rest.get(heads).is_some_and(is_group));
    let number = ordinal(rest.get(heads + group)?)?;
    // A word for the numbers is the first head, and no title above it is one.
    let is_counted = |line: &Paragraph| {
        (TABLE.get(words(line))).is_some_and(|row| row.roles.has(Role::NumberLabel))
    };
    let counted = rest[..heads].iter().position(is_counted);
    let first = row_length(&rest[heads + group..], number, heads);
    let all = || {
        rest.iter()
            .take(LINES)
            .take_while(|line| may_be_cell(line))
            .count()
    };
    // Without a word for it the heads are as many as the lines of the first row; and so they are where there is but one.
    let is_whole = first == Some(heads) || first.is_none() && all() == 2 * heads;
    let is_counted = group == 0 || counted.is_some();
    if heads < 2
        || !is_counted
        || counted.unwrap_or(0) > 0
        || !is_whole && counted.is_none_or(|_| first.is_none())
    {
        return None;
    }
    let says: Vec<Set<Role>> = (rest[..heads].iter())
        .map(|head| duties(words(head)))
        .collect();
    mark_heads(lines, at, heads);
    let (mut from, mut row, mut number) = (at + heads + group, 1, number);
    loop {
        let grouped = usize::from(lines.get(from).is_some_and(is_group));
        if lines.get(from + grouped).and_then(ordinal) != Some(number) {
            break;
        }
        from += grouped;
        let below = &mut lines[from..];
        let cells = below.iter().take_while(|line| may_be_cell(line)).count();
        let length = row_length(below, number, heads).unwrap_or(heads.min(cells));
        row = mark_kinds(&mut below[..length], row, &says) + 1;
        (from, number) = (from + length, number + 1);
    }
    Some(from)
}

/// Whether a numbered line may name a group of rows.
fn is_group(line: &Paragraph) -> bool {
    matches!(line.class, Class::Heading(_) | Class::Numbered(_))
}

/// How many lines a row has that begins with `number`: up to the next number, not before all its `columns`.
fn row_length(lines: &[Paragraph], number: u32, columns: usize) -> Option<usize> {
    let lines = lines
        .iter()
        .take(LINES)
        .take_while(|line| may_be_cell(line));
    let mut numbers = lines.enumerate().skip(1);
    let mut ends = numbers
        .by_ref()
        .filter(|(_, line)| ordinal(line) == Some(number + 1));
    let first = ends.next()?.0;
    let late = ends.map(|(at, _)| at).find(|&at| at == columns);
    Some(late.unwrap_or(first))
}

/// Marks the heads of a table, and the line above them that tells its unit: 单位：万亩.
fn mark_heads(lines: &mut [Paragraph], at: usize, columns: usize) {
    mark(&mut lines[at..at + columns], 0, columns);
    if let Some(above) = lines[..at].last_mut()
        && above.text.contains(['：', ':'])
        && above.class == Class::Short
        && !is_longer(&above.text, CELL)
    {
        above.class = Class::Cell(Cell::Loose);
    }
}

/// Marks the lines of a row; where it has more than `columns` the first that holds a whole sentence, or else the longest
/// one, goes on on those behind it.
fn mark(lines: &mut [Paragraph], row: usize, columns: usize) {
    let further = lines.len().saturating_sub(columns);
    let places = 0..lines.len().min(columns);
    let sentence = (places.clone()).find(|&at| words(&lines[at]).ends_with(['。', '；', ';']));
    let longest = || places.max_by_key(|&at| lines[at].text.len());
    let several = sentence.or_else(longest).unwrap_or_default();
    let whole = lines.len() >= columns;
    for (at, line) in lines.iter_mut().enumerate() {
        let column = match at {
            _ if at <= several => at,
            _ => several.max(at.saturating_sub(further)),
        };
        line.class = Class::Cell(if whole {
            Cell::Alone { row, column }
        } else {
            Cell::Loose
        });
    }
}

/// Marks the lines of a row below heads that say who and when, each by what it is: several bodies stand in one cell, and
/// what is to be done behind a time begins a row of its own, whose number is that of the row above. The last row.
fn mark_kinds(lines: &mut [Paragraph], row: usize, heads: &[Set<Role>]) -> usize {
    let says = |role: Role| heads.iter().position(|head| head.has(role));
    // The first column has the numbers.
    let what = (1..heads.len()).find(|&at| heads[at].is_empty());
    let told = what.zip(says(Role::Label)).zip(says(Role::TimeLabel));
    let Some(((what, who), when)) = told.filter(|_| lines.len() > heads.len()) else {
        mark(lines, row, heads.len());
        return row;
    };
    lines[0].class = Class::Cell(Cell::Alone { row, column: 0 });
    let (mut row, mut column) = (row, 0);
    for line in lines.iter_mut().skip(1) {
        let told = words(line);
        let next = if told.ends_with(['。', '；', ';']) {
            what
        } else if Count::Owner.ends(told) {
            who
        } else if is_figure(line) {
            when
        } else {
            column.max(1)
        };
        row += usize::from(next == what && column > what);
        column = next;
        line.class = Class::Cell(Cell::Alone { row, column });
    }
    row
}

/// Tells the rows below the heads that begin at `at` whose cells are words and figures in the same order.
fn repeated_rows(lines: &mut [Paragraph], at: usize) -> Option<usize> {
    let fits = |line: &Paragraph| may_be_cell(line) && !is_longer(&line.text, CELL);
    let kinds = |row: &[Paragraph]| row.iter().map(is_figure).collect::<Vec<_>>();
    let window = &lines[at..lines.len().min(at + 4 * COLUMNS)];
    let window = &window[..window.iter().take_while(|line| fits(line)).count()];
    let heads = window
        .iter()
        .take_while(|line| is_head(words(line)))
        .count();
    let columns = (2..=COLUMNS.min(heads)).find(|&columns| {
        let mut rows = window.chunks_exact(columns);
        let (Some(heads), Some(first)) = (rows.next(), rows.next()) else {
            return false;
        };
        let own = kinds(first);
        let least = if columns == 2 { 2 } else { 1 };
        !own[0]
            && own.contains(&true)
            && rows.take_while(|row| kinds(row) == own).count() >= least
            && heads.iter().zip(&own).all(|(head, figure)| {
                let says = duties(words(head));
                !(says.has(Role::TimeLabel) && !figure || says.has(Role::Label) && *figure)
            })
            && first.iter().all(|cell| duties(words(cell)).is_empty())
    })?;
    let own = kinds(&lines[at + columns..at + 2 * columns]);
    let rows = lines[at + columns..].chunks_exact_mut(columns);
    let rows = rows.take_while(|row| row.iter().all(fits) && kinds(row) == own);
    let count = 1 + rows.count();
    mark_heads(lines, at, columns);
    let rows = lines[at..].chunks_exact_mut(columns).take(count);
    for (row, line) in rows.enumerate().skip(1) {
        mark(line, row, columns);
    }
    Some(at + count * columns)
}

/// The number that a line is nothing but.
fn ordinal(line: &Paragraph) -> Option<u32> {
    words(line).parse().ok().filter(|number| *number < 10_000)
}

/// Whether a cell begins with a figure, which may have a sign.
fn is_figure(line: &Paragraph) -> bool {
    let unsigned = line.text.trim_start_matches(['-', '－', '+', '＋']);
    unsigned.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line is nothing but a figure.
fn is_bare_figure(line: &Paragraph) -> bool {
    let words = words(line);
    let marks = |c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '－' | '+' | '%' | '％' | ' ')
    };
    words.contains(|c: char| c.is_ascii_digit()) && words.chars().all(marks)
}

/// Marks the cells of tables whose rows have gaps: a run of short lines of which a third and more are figures alone.
fn figure_runs(lines: &mut [Paragraph]) {
    /// The fewest lines of such a run, and of figures among them.
    const LEAST: usize = 6;
    const FIGURES: usize = 3;
    let may_be = |line: &Paragraph| {
        // # 食品烟酒: in such tables the mark stands for 其中.
        !is_told(line)
            && !is_longer(&line.text, CELL)
            && !line.text.ends_with(['。', '；', ';', '：', '，'])
    };
    let runs = lines.chunk_by_mut(|one, next| may_be(one) && may_be(next));
    for run in runs.filter(|run| run.len() >= LEAST) {
        let figures = run.iter().filter(|line| is_bare_figure(line)).count();
        if figures >= FIGURES && figures * 3 >= run.len() {
            for line in run {
                line.class = Class::Cell(Cell::Loose);
            }
        }
    }
}
