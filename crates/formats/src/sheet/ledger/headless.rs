//! A sheet that looks like a ledger and has no head: its columns could only be guessed.

use std::collections::BTreeMap;

use super::super::Shown;
use super::grid::Grid;
use super::words::{Column, in_cell};

/// The fewest rows that look like a ledger.
const FEWEST_ROWS: usize = 2;

/// Characters of a task at least, and of a cell that names bodies or times at most.
const SHORTEST_TASK: usize = 4;
const LONGEST_NAMES: usize = 60;

/// The first row, from 1, of a sheet in which no row is a head: in one column most cells name bodies, in another times,
/// and a third holds longer words.
pub(in crate::sheet) fn without_head(cells: &[Shown]) -> Option<u32> {
    let rows: Vec<&[Shown]> = Grid::new(cells, &[]).rows().collect();
    let mut counts: BTreeMap<(u32, Option<Column>), usize> = BTreeMap::new();
    for cell in rows.iter().copied().flatten() {
        let length = cell.2.trim().chars().count();
        let column = in_cell(&cell.2).filter(|_| length <= LONGEST_NAMES);
        if column.is_some() || length >= SHORTEST_TASK {
            *counts.entry((cell.1, column)).or_default() += 1;
        }
    }
    let most = |wanted: Option<Column>| {
        let mut columns = counts.iter();
        columns.any(|((_, column), count)| {
            *column == wanted && *count >= FEWEST_ROWS && count * 2 > rows.len()
        })
    };
    let is_one = most(Some(Column::Responsible)) && most(Some(Column::Deadline)) && most(None);
    let first = rows.first()?.first()?.0.saturating_add(1);
    is_one.then_some(first)
}
