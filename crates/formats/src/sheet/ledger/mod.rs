//! A sheet that is a task ledger: one of its first rows heads columns of tasks, bodies, deadlines.

mod bodies;
mod day;
mod grid;
mod headless;
mod words;

use super::{Sheet, Shown};
use crate::ledger::{LedgerEntry, LedgerSheet};
use day::day;
use grid::Grid;
pub(super) use headless::without_head;
use words::{Column, headed};

/// Rows, those that hold something, among which the head stands: below a title and some lines.
const HEAD_WITHIN: usize = 30;

/// Rows that a head takes at most.
const HEAD_ROWS: usize = 3;

/// Characters of a head below another head.
const LONGEST_BELOW: usize = 12;

/// Columns that are read.
const MOST_FIELDS: usize = 32;

/// Characters of the heading of a group of rows at most.
const LONGEST_GROUP: usize = 200;

/// A column that is read: where it stands, what it holds, and what its head adds to that (一季度).
struct Field {
    at: u32,
    column: Column,
    label: Option<String>,
}

/// Whether a sheet may be a ledger, by its cells alone: merged regions need not be known.
pub(super) fn may_be(cells: &[Shown]) -> bool {
    first_head(&Grid::new(cells, &[])).is_some()
}

/// The ledger of a sheet, if it is one, and whether that is all of it: merged cells say the same of many rows, and no
/// more is taken than `most` bytes.
pub(super) fn of(sheet: &Sheet, most: usize) -> Option<(LedgerSheet, bool)> {
    let grid = Grid::new(&sheet.cells, &sheet.beside.merged);
    let first = first_head(&grid)?;
    let heads = head_rows(&grid, first);
    let fields = fields(&grid, &heads);
    let mut ledger = LedgerSheet {
        sheet: sheet.name.clone(),
        ..LedgerSheet::default()
    };
    let unknown = sheet.beside.unknown.iter();
    let unknown = unknown.filter(|(_, column)| fields.iter().any(|field| field.at == *column));
    let mut unknown: Vec<u32> = unknown.map(|(row, _)| row.saturating_add(1)).collect();
    unknown.dedup();
    ledger.unknown = unknown;
    let mut group = String::new();
    let mut left = most;
    let last = *heads.last()?;
    for cells in grid.rows().skip_while(|cells| cells[0].0 <= last) {
        let row = cells[0].0;
        if let Some(heading) = group_heading(&grid, cells, &fields) {
            heading.clone_into(&mut group);
            continue;
        }
        let mut entry = entry(&grid, cells, &fields);
        if entry.source.is_empty() {
            entry.source.clone_from(&group);
        }
        match left.checked_sub(size(&entry)) {
            Some(rest) => left = rest,
            None => return Some((ledger, false)),
        }
        if !entry.content.is_empty() {
            ledger.rows.push(entry);
        } else if cells.iter().any(|cell| is_read(&fields, cell)) {
            ledger.skipped.push(row.saturating_add(1));
        }
    }
    Some((ledger, true))
}

/// Bytes that an entry takes, about.
fn size(entry: &LedgerEntry) -> usize {
    let words = [
        &entry.number,
        &entry.source,
        &entry.content,
        &entry.progress,
        &entry.state,
        &entry.note,
    ];
    let lists = [
        &entry.targets,
        &entry.lead,
        &entry.responsible,
        &entry.support,
        &entry.deadlines,
    ];
    let words = words.into_iter().chain(lists.into_iter().flatten());
    words.map(|words| words.len() + size_of::<String>()).sum()
}

/// The first row that heads a ledger: tasks, and at least two of who, when, how much and how far.
fn first_head(grid: &Grid<'_>) -> Option<u32> {
    let mut rows = grid.rows().take(HEAD_WITHIN);
    let head = rows.find(|cells| {
        let columns: Vec<Column> = cells.iter().filter_map(|cell| headed(&cell.2)).collect();
        let has = |wanted: &[Column]| columns.iter().any(|column| wanted.contains(column));
        let told = [
            has(&[Column::Lead, Column::Responsible, Column::Support]),
            has(&[Column::Deadline]),
            has(&[Column::Target]),
            has(&[Column::Progress, Column::State]),
        ];
        has(&[Column::Content]) && told.into_iter().filter(|told| *told).count() >= 2
    });
    head.map(|cells| cells[0].0)
}

/// The rows of the head: those below the first whose cells only divide it further.
fn head_rows(grid: &Grid<'_>, first: u32) -> Vec<u32> {
    let mut heads = vec![first];
    let below = grid.rows().skip_while(|cells| cells[0].0 <= first);
    for cells in below.take(HEAD_ROWS - 1) {
        let is_short = |cell: &Shown| cell.2.trim().chars().count() <= LONGEST_BELOW;
        let knows = cells.iter().any(|cell| headed(&cell.2).is_some());
        let task = |cell: &Shown| headed(grid.text(first, cell.1)) == Some(Column::Content);
        let is_task = cells
            .iter()
            .any(|cell| task(cell) && headed(&cell.2).is_none());
        let divides = cells.iter().any(|cell| {
            let above = grid.text(first, cell.1);
            grid.reach(first, cell.1) > cell.1 || above.is_empty() && knows
        });
        if !cells.iter().all(is_short) || is_task || !(knows || divides) {
            break;
        }
        heads.push(cells[0].0);
    }
    heads
}

/// The columns that the head knows, each by the lowest of its words that says something.
fn fields(grid: &Grid<'_>, heads: &[u32]) -> Vec<Field> {
    let rows = grid.rows().filter(|cells| heads.contains(&cells[0].0));
    let reached = rows
        .flatten()
        .map(|cell| grid.reach(cell.0, cell.1).min(cell.1 + 63));
    let last = reached.max().unwrap_or(0);
    let first = grid
        .rows()
        .flat_map(|cells| cells.first())
        .map(|cell| cell.1);
    let field = |at: u32| {
        let mut words = heads.iter().rev().map(|row| grid.text(*row, at));
        let lowest = words.next()?;
        if let Some(column) = headed(lowest) {
            let label = None;
            return Some(Field { at, column, label });
        }
        let column = words.find_map(headed)?;
        let label = Some(lowest)
            .filter(|words| !words.is_empty())
            .map(str::to_owned);
        Some(Field { at, column, label })
    };
    (first.min().unwrap_or(0)..=last)
        .filter_map(field)
        .take(MOST_FIELDS)
        .collect()
}

fn is_read(fields: &[Field], cell: &Shown) -> bool {
    fields.iter().any(|field| field.at == cell.1)
}

/// What a row says that is the heading of those below it: one cell over several columns, or one before the tasks and
/// nothing else.
fn group_heading<'a>(grid: &Grid<'a>, cells: &'a [Shown], fields: &[Field]) -> Option<&'a str> {
    let [(row, column, text)] = cells else {
        return None;
    };
    if text.chars().nth(LONGEST_GROUP).is_some() {
        return None;
    }
    let reach = grid.reach(*row, *column);
    let over = fields
        .iter()
        .filter(|field| (*column..=reach).contains(&field.at));
    let task = fields
        .iter()
        .find(|field| field.column == Column::Content)?
        .at;
    let alone = *column < task && grid.text(*row, task).is_empty();
    let is_count = text.trim().bytes().all(|byte| byte.is_ascii_digit());
    (over.count() >= 3 || alone && !is_count).then_some(text.trim())
}

/// A row as an entry.
fn entry(grid: &Grid<'_>, cells: &[Shown], fields: &[Field]) -> LedgerEntry {
    let row = cells[0].0;
    let mut entry = LedgerEntry {
        row: row.saturating_add(1),
        ..LedgerEntry::default()
    };
    for field in fields {
        let text = grid.text_in(cells, row, field.at);
        if text.is_empty() {
            continue;
        }
        match field.column {
            Column::Number => entry.number = own_number(text),
            Column::Target => entry.targets.extend(lines(text)),
            Column::Deadline => entry.deadlines.extend(lines(text).map(|text| day(&text))),
            Column::Lead | Column::Responsible | Column::Support => {
                bodies::find(text, field.column, &mut |part, name| {
                    let names = match part {
                        Column::Lead => &mut entry.lead,
                        Column::Support => &mut entry.support,
                        _ => &mut entry.responsible,
                    };
                    names.push(name.to_owned());
                });
            }
            Column::Source => add(&mut entry.source, text, field),
            Column::Content => add(&mut entry.content, text, field),
            Column::Progress => add(&mut entry.progress, text, field),
            Column::State => add(&mut entry.state, text, field),
            Column::Note => add(&mut entry.note, text, field),
        }
    }
    entry
}

/// Adds a cell's text as a line of its own, behind what its head adds.
fn add(into: &mut String, text: &str, field: &Field) {
    // A merged cell over two columns says one thing.
    if into.ends_with(text) {
        return;
    }
    if !into.is_empty() {
        into.push('\n');
    }
    if let Some(label) = &field.label {
        into.push_str(label);
        into.push('：');
    }
    into.push_str(text);
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned)
}

/// The number of an item in the cell that counts rows: what is no count.
fn own_number(text: &str) -> String {
    let is_count = |line: &str| line.bytes().all(|byte| byte.is_ascii_digit());
    let mut numbers = text.lines().map(str::trim).filter(|line| !is_count(line));
    numbers.next().unwrap_or_default().to_owned()
}
