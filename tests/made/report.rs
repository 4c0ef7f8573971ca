//! What is right of how many, held against the floors of `tests/data/floors.tsv`.

use std::collections::BTreeMap;
use std::fmt;

use crate::rows::rows;

/// Right, and all.
type Count = (usize, usize);

/// Counts by what is counted and, of that, by kind; and what was wrong, in words.
#[derive(Default)]
pub struct Report {
    counts: BTreeMap<String, BTreeMap<String, Count>>,
    pub faults: Vec<String>,
}

impl Report {
    pub fn count(&mut self, what: &str, kind: &str, right: usize, all: usize) {
        let kinds = self.counts.entry(what.to_owned()).or_default();
        let own = kinds.entry(kind.to_owned()).or_default();
        *own = (own.0 + right, own.1 + all);
    }

    /// Counts one thing; what was found is a fault where it is not right.
    pub fn judge(&mut self, what: &str, kind: &str, is_right: bool, found: impl Fn() -> String) {
        self.count(what, kind, usize::from(is_right), 1);
        if !is_right {
            self.faults.push(format!("{what} {kind}: {}", found()));
        }
    }

    /// Prints the report and fails where something is below its floor; `few` texts, in which each
    /// fault counts for more, have floors of their own.
    pub fn hold(&self, few: bool) {
        println!("{self}");
        let floors = rows("floors");
        let column = if few { "few" } else { "least" };
        for (what, kinds) in &self.counts {
            let own = floors.iter().find(|row| row.get("what") == what);
            let row = own.unwrap_or(&floors[0]);
            let least: usize = row.get(column).parse().unwrap();
            let reached = share(kinds.values());
            assert!(reached >= least, "{what}: {reached}‰, not {least}‰");
        }
    }
}

/// The share that is right, in thousandths; each kind counts alike, however many there are of it.
fn share<'a>(kinds: impl ExactSizeIterator<Item = &'a Count>) -> usize {
    let number = kinds.len();
    let shares = kinds.map(|(right, all)| right * 1_000_000 / all.max(&1));
    shares.sum::<usize>() / number / 1000
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        for (what, kinds) in &self.counts {
            for (kind, (right, all)) in kinds {
                let share = share([&(*right, *all)].into_iter());
                writeln!(formatter, "{share:5}‰ {right:8} of {all:8}  {what}  {kind}")?;
            }
            if kinds.len() > 1 {
                writeln!(formatter, "{:5}‰ {what}", share(kinds.values()))?;
            }
        }
        Ok(())
    }
}

/// A place in a text, and what stands around it, in one line.
pub fn around(before: &str, words: &str, after: &str) -> String {
    let mut start: Vec<char> = before.chars().rev().take(24).collect();
    start.reverse();
    let words = words.chars().take(90);
    let shown = start.into_iter().chain(['⟦']).chain(words).chain(['⟧']);
    let shown: String = shown.chain(after.chars().take(24)).collect();
    shown.replace('\n', "⏎")
}
