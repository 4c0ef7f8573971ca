//! The ledger of a notice with owners, a row an item, beside the one that a clerk wrote of it.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use std::fs;

use xushi::Analyzer;
use xushi::model::LedgerRow;
use xushi::reading::Dictionary;

/// Cells of the clerk's ledger that come out the same, at least; of 60.
const FLOOR: usize = 60;

/// Number, task, bodies, deadlines.
fn cells(row: &LedgerRow) -> [String; 4] {
    let bodies = [&row.lead[..], &row.responsible, &row.support].concat();
    [
        row.number.clone().unwrap_or_default(),
        row.content.clone(),
        bodies.join("、"),
        row.deadlines.join("、"),
    ]
}

#[test]
fn a_notice_gives_the_rows_that_a_clerk_writes() {
    let bytes = fs::read("seeds/notice-with-owners.txt").unwrap();
    let (_, ledgers) = Analyzer::new(Dictionary::built_in().unwrap())
        .ledgers("notice-with-owners.txt", &bytes, &[], Vec::new())
        .unwrap();
    let rows: Vec<[String; 4]> = ledgers[1].items.iter().map(cells).collect();
    let clerk = fs::read_to_string("tests/fixtures/ledger.tsv").unwrap();
    let mut same = 0;
    for line in clerk.lines().filter(|line| !line.starts_with('#')) {
        let wanted: Vec<&str> = line.split('\t').collect();
        // Rows are known by their beginning.
        let beginning: String = wanted[1].chars().take(6).collect();
        let Some(row) = rows.iter().find(|row| row[1].starts_with(&beginning)) else {
            println!("no row: {line}");
            continue;
        };
        for (cell, wanted) in row.iter().zip(wanted) {
            same += usize::from(cell == wanted);
            if cell != wanted {
                println!("{cell:?} for {wanted:?}");
            }
        }
    }
    assert!(same >= FLOOR, "{same} cells are the clerk's, {FLOOR} were");
}
