//! The cells of a sheet, merged ones among them: what stands in the first cell of a merged region stands in all of it.

use std::collections::HashMap;

use super::super::{Region, Shown};

/// Merged regions that are looked at, and columns of each.
const MOST_REGIONS: usize = 200_000;
const MOST_COLUMNS: u32 = 64;

/// A sheet's cells and regions.
pub(super) struct Grid<'a> {
    cells: &'a [Shown],
    /// For each column the regions over it, ascending.
    regions: HashMap<u32, Vec<Region>>,
    /// For the first cell of a region its last column.
    reach: HashMap<(u32, u32), u32>,
}

impl<'a> Grid<'a> {
    /// `cells` ascend by row and column.
    pub(super) fn new(cells: &'a [Shown], merged: &[Region]) -> Self {
        let mut regions: HashMap<u32, Vec<Region>> = HashMap::new();
        let mut reach = HashMap::new();
        for region in merged.iter().take(MOST_REGIONS) {
            let (start, end) = (region.start, region.end);
            reach.insert(start, end.1);
            for column in (start.1..=end.1).take(MOST_COLUMNS as usize) {
                regions.entry(column).or_default().push(*region);
            }
        }
        for of_column in regions.values_mut() {
            of_column.sort_unstable_by_key(|region| region.start.0);
        }
        Self {
            cells,
            regions,
            reach,
        }
    }

    /// The rows that have a cell of their own, each with its cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a [Shown]> {
        self.cells.chunk_by(|one, next| one.0 == next.0)
    }

    /// What stands at a place, or in the region over it; empty where nothing does.
    pub(super) fn text(&self, row: u32, column: u32) -> &'a str {
        self.text_in(self.cells, row, column)
    }

    /// The same, where `cells` hold all cells of the row.
    pub(super) fn text_in<'b>(&self, cells: &'b [Shown], row: u32, column: u32) -> &'b str
    where
        'a: 'b,
    {
        let here = own(cells, row, column);
        if !here.is_empty() {
            return here;
        }
        let regions = self.regions.get(&column).map_or(&[][..], Vec::as_slice);
        let before = regions.partition_point(|region| region.start.0 <= row);
        let over = before.checked_sub(1).map(|at| regions[at]);
        match over.filter(|region| region.end.0 >= row) {
            Some(region) => own(self.cells, region.start.0, region.start.1),
            None => "",
        }
    }

    /// The last column of the region that begins with a cell; its own where there is none.
    pub(super) fn reach(&self, row: u32, column: u32) -> u32 {
        self.reach.get(&(row, column)).copied().unwrap_or(column)
    }
}

fn own(cells: &[Shown], row: u32, column: u32) -> &str {
    let at = cells.binary_search_by_key(&(row, column), |cell| (cell.0, cell.1));
    at.map_or("", |at| cells[at].2.trim())
}
