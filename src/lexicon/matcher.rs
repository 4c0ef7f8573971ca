//! The longest entry of a table that begins, or ends, at a position of a text.

use std::collections::HashMap;

/// Looks a table's first column up at positions of a text, the longest entry first.
pub struct Matcher<const COLUMNS: usize> {
    rows: &'static [[&'static str; COLUMNS]],
    /// For each first character: the lengths in bytes of its entries, longest first.
    by_first: HashMap<char, Vec<usize>>,
    /// The same for each last character.
    by_last: HashMap<char, Vec<usize>>,
}

impl<const COLUMNS: usize> Matcher<COLUMNS> {
    /// A matcher over a table that is sorted by its first column, as all of `data/` is.
    pub fn new(rows: &'static [[&'static str; COLUMNS]]) -> Self {
        let by_first = lengths(rows, |key| key.chars().next());
        let by_last = lengths(rows, |key| key.chars().next_back());
        Self {
            rows,
            by_first,
            by_last,
        }
    }

    /// The row of the longest entry that `text` begins with.
    pub fn longest(&self, text: &str) -> Option<&'static [&'static str; COLUMNS]> {
        let lengths = self.by_first.get(&text.chars().next()?)?;
        lengths
            .iter()
            .find_map(|&length| self.row(text.get(..length)?))
    }

    /// The row of the longest entry that `text` ends with.
    pub fn longest_at_end(&self, text: &str) -> Option<&'static [&'static str; COLUMNS]> {
        let lengths = self.by_last.get(&text.chars().next_back()?)?;
        lengths
            .iter()
            .find_map(|&length| self.row(text.get(text.len().checked_sub(length)?..)?))
    }

    /// Every entry found in `text` from left to right, none overlapping, with its byte offset.
    pub fn find_all(&self, text: &str) -> Vec<(usize, &'static [&'static str; COLUMNS])> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some(row) = self.longest(rest) {
                found.push((at, row));
                at += row[0].len();
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        found
    }

    fn row(&self, key: &str) -> Option<&'static [&'static str; COLUMNS]> {
        let at = self.rows.binary_search_by(|row| row[0].cmp(key)).ok()?;
        self.rows.get(at)
    }
}

fn lengths<const COLUMNS: usize>(
    rows: &[[&'static str; COLUMNS]],
    character: impl Fn(&str) -> Option<char>,
) -> HashMap<char, Vec<usize>> {
    let mut lengths: HashMap<char, Vec<usize>> = HashMap::new();
    for row in rows {
        if let Some(character) = character(row[0]) {
            lengths.entry(character).or_default().push(row[0].len());
        }
    }
    for of_character in lengths.values_mut() {
        of_character.sort_unstable_by(|a, b| b.cmp(a));
        of_character.dedup();
    }
    lengths
}
