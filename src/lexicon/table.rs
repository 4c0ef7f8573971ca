//! The longest entry of a table that begins, or ends, at a position of a text.

use std::cmp::Reverse;
use std::sync::OnceLock;

use super::hash::FastMap;

/// A row that is found by a word.
pub trait Keyed: 'static {
    /// The word.
    fn key(&self) -> &'static str;
}

/// A row of which a column tells what its word does.
pub trait Plays<Role>: Keyed {
    /// Whether it does that.
    fn plays(&self, role: Role) -> bool;
}

/// Looks a table's first column up at positions of a text, the longest entry first.
pub struct Table<Row: Keyed> {
    rows: &'static [Row],
    /// The place of each word in `rows`.
    places: OnceLock<FastMap<&'static str, u32>>,
    /// For each first character: the lengths in bytes of its entries, longest first.
    by_first: OnceLock<Lengths>,
    /// The same for each last character.
    by_last: OnceLock<Lengths>,
}

impl<Row: Keyed> Table<Row> {
    /// Looks up in the rows of a table.
    pub const fn new(rows: &'static [Row]) -> Self {
        Self {
            rows,
            places: OnceLock::new(),
            by_first: OnceLock::new(),
            by_last: OnceLock::new(),
        }
    }

    /// The row of the longest entry that `text` begins with.
    pub fn longest(&self, text: &str) -> Option<&'static Row> {
        self.beginnings(text).next()
    }

    /// The row of the longest entry that `text` ends with.
    pub fn longest_at_end(&self, text: &str) -> Option<&'static Row> {
        self.endings(text).next()
    }

    /// What stands behind the longest entry that `text` begins with.
    pub fn behind<'a>(&self, text: &'a str) -> Option<(&'static Row, &'a str)> {
        let row = self.longest(text)?;
        Some((row, &text[row.key().len()..]))
    }

    /// The rows of all entries that `text` begins with, the longest first.
    pub fn beginnings(&self, text: &str) -> impl Iterator<Item = &'static Row> {
        let lengths = text.chars().next().map(|first| self.by_first().of(first));
        let lengths = lengths.unwrap_or_default().iter();
        lengths.filter_map(|&length| self.find(text.get(..usize::from(length))?))
    }

    /// The rows of all entries that `text` ends with, the longest first.
    pub fn endings(&self, text: &str) -> impl Iterator<Item = &'static Row> {
        let by_last = || Lengths::new(self.rows, |key| key.chars().next_back());
        let last = text.chars().next_back();
        let lengths = last.map(|last| self.by_last.get_or_init(by_last).of(last));
        let lengths = lengths.unwrap_or_default().iter();
        let starts = lengths.map(|&length| text.len().checked_sub(length.into()));
        starts.filter_map(|start| self.find(text.get(start?..)?))
    }

    /// The rows of all entries that stand anywhere in `text`, those inside others too.
    pub fn inside(&self, text: &str) -> impl Iterator<Item = &'static Row> {
        let places = text.char_indices();
        places.flat_map(|(at, _)| self.beginnings(&text[at..]))
    }

    /// The longest entry that plays a role and that `text` begins with.
    pub fn beginning<Role: Copy>(&self, text: &str, role: Role) -> Option<&'static Row>
    where
        Row: Plays<Role>,
    {
        self.beginnings(text).find(|row| row.plays(role))
    }

    /// The longest entry that plays a role and that `text` ends with.
    pub fn ending<Role: Copy>(&self, text: &str, role: Role) -> Option<&'static Row>
    where
        Row: Plays<Role>,
    {
        self.endings(text).find(|row| row.plays(role))
    }

    /// Whether an entry that plays a role stands anywhere in `text`.
    pub fn stands_in<Role: Copy>(&self, text: &str, role: Role) -> bool
    where
        Row: Plays<Role>,
    {
        self.inside(text).any(|row| row.plays(role))
    }

    /// Whether `text` is an entry that plays a role.
    pub fn is<Role>(&self, text: &str, role: Role) -> bool
    where
        Row: Plays<Role>,
    {
        self.get(text).is_some_and(|row| row.plays(role))
    }

    /// The words of the rows that fit, the longest first.
    pub fn words(&self, fits: impl Fn(&Row) -> bool) -> Vec<&'static str> {
        let rows = self.rows.iter().filter(|row| fits(row));
        let mut words: Vec<&str> = rows.map(Row::key).collect();
        words.sort_by_key(|word| Reverse(word.len()));
        words
    }

    /// Whether `text` is a word of the table.
    pub fn has(&self, text: &str) -> bool {
        self.get(text).is_some()
    }

    /// Every entry found in `text` from left to right, none overlapping, with its byte offset.
    pub fn find_all(&self, text: &str) -> Vec<(usize, &'static Row)> {
        let mut found = Vec::new();
        let (by_first, mut until) = (self.by_first(), 0);
        for (at, _) in text
            .char_indices()
            .filter(|(_, first)| by_first.has(*first))
        {
            if let Some(row) = (at >= until).then(|| self.longest(&text[at..])).flatten() {
                found.push((at, row));
                until = at + row.key().len();
            }
        }
        found
    }

    /// The row of a word.
    pub fn get(&self, key: &str) -> Option<&'static Row> {
        // Most words that are asked for are told off by this alone.
        let may_be = key.starts_with(|first| self.by_first().has(first));
        may_be.then(|| self.find(key)).flatten()
    }

    /// The row of a word that begins or ends as one of the table does.
    fn find(&self, key: &str) -> Option<&'static Row> {
        let places = || self.rows.iter().map(Row::key).zip(0..).collect();
        let places = self.places.get_or_init(places);
        self.rows.get(*places.get(key)? as usize)
    }

    fn by_first(&self) -> &Lengths {
        let new = || Lengths::new(self.rows, |key| key.chars().next());
        self.by_first.get_or_init(new)
    }
}

/// The lengths of entries by a character of theirs. Characters with the same lowest bits share them:
/// what one has too much is looked up in vain.
struct Lengths {
    /// A bit for every character that may be one, by its lowest bits: most characters of a text
    /// are told off by this alone.
    filter: [u64; FILTER / 64],
    /// How many bits stand before each word of the filter.
    before: [u16; FILTER / 64],
    /// For each bit where its lengths begin; they end where those of the next begin.
    begins: Vec<u16>,
    /// The lengths in bytes, of a bit the longest first.
    lengths: Vec<u8>,
}

/// Bits of the filter.
const FILTER: usize = 4096;

impl Lengths {
    fn new<Row: Keyed>(rows: &'static [Row], character: impl Fn(&str) -> Option<char>) -> Self {
        let keys = rows.iter().map(Row::key);
        let of_key = |key: &str| Some((place(character(key)?), Reverse(key.len() as u8)));
        let mut all: Vec<_> = keys.filter_map(of_key).collect();
        all.sort_unstable();
        all.dedup();
        let mut lengths = Self {
            filter: [0; FILTER / 64],
            before: [0; FILTER / 64],
            begins: Vec::new(),
            lengths: Vec::with_capacity(all.len()),
        };
        for ((word, bit), Reverse(length)) in all {
            if lengths.filter[word] & bit == 0 {
                lengths.filter[word] |= bit;
                lengths.before[word + 1..]
                    .iter_mut()
                    .for_each(|bits| *bits += 1);
                lengths.begins.push(lengths.lengths.len() as u16);
            }
            lengths.lengths.push(length);
        }
        lengths.begins.push(lengths.lengths.len() as u16);
        lengths
    }

    /// Whether an entry may begin, or end, with a character.
    fn has(&self, character: char) -> bool {
        let (word, bit) = place(character);
        self.filter[word] & bit != 0
    }

    fn of(&self, character: char) -> &[u8] {
        let (word, bit) = place(character);
        if self.filter[word] & bit == 0 {
            return &[];
        }
        let before = (self.filter[word] & (bit - 1)).count_ones();
        let at = usize::from(self.before[word]) + before as usize;
        &self.lengths[self.begins[at].into()..self.begins[at + 1].into()]
    }
}

/// The word and the bit of a character in the filter.
fn place(character: char) -> (usize, u64) {
    let bit = character as usize % FILTER;
    (bit / 64, 1 << (bit % 64))
}
