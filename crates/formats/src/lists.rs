//! Lists that count: a paragraph names a list and a level, the program that shows it counts. So does this.

use std::collections::{HashMap, HashSet};

use crate::counting::Counting;

/// Levels of a list.
pub(crate) const LEVELS: usize = 9;

/// How a level of a list is numbered.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    /// The first number.
    pub(crate) start: u32,
    /// How it is written.
    pub(crate) counting: Counting,
    /// The number with `%1` … `%9` for the levels' numbers.
    pub(crate) pattern: String,
    /// All numbers in this level's pattern are decimal.
    pub(crate) is_legal: bool,
    /// The count restarts after a paragraph of this level (from 1) or a higher one; 0 never; after any higher one
    /// where nothing is said.
    pub(crate) restart: Option<usize>,
}

/// A list that paragraphs refer to.
#[derive(Debug, Default)]
pub(crate) struct List {
    /// Lists of one definition count together.
    pub(crate) definition: u32,
    /// Its levels, highest first.
    pub(crate) levels: Vec<Option<Level>>,
    /// Levels whose count begins anew when this list is first used.
    pub(crate) restarts: Vec<usize>,
}

/// The lists of a document and how far they have counted.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// By the numbers that paragraphs call them.
    pub(crate) by_number: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    used: HashSet<u32>,
}

impl Lists {
    /// Counts one further paragraph of a list and writes its number; none where the list is not known. A bullet's
    /// number is empty.
    pub(crate) fn next(&mut self, number: u32, level: usize) -> Option<String> {
        let list = self.by_number.get(&number)?;
        let level = level.min(LEVELS - 1);
        let counts = self.counts.entry(list.definition).or_default();
        if self.used.insert(number) {
            for at in &list.restarts {
                counts[*at] = None;
            }
        }
        let start_of = |at: usize| list.level(at).map_or(1, |level| level.start);
        counts[level] =
            Some(counts[level].map_or(start_of(level), |count| count.saturating_add(1)));
        for (at, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = list.level(at).and_then(|level| level.restart);
            if restart.is_none_or(|after| level < after) {
                *count = None;
            }
        }
        let shown = list.level(level)?;
        Some(shown.write(|at| {
            let counting = list
                .level(at)
                .map_or(Counting::Decimal, |level| level.counting);
            let count = counts[at].unwrap_or_else(|| start_of(at));
            (counting, count)
        }))
    }
}

impl List {
    fn level(&self, at: usize) -> Option<&Level> {
        self.levels.get(at)?.as_ref()
    }

    /// Sets the first number of a level, from which the list counts when it is first used.
    pub(crate) fn restart(&mut self, at: usize, start: u32) {
        if let Some(Some(level)) = self.levels.get_mut(at) {
            level.start = start;
            self.restarts.push(at);
        }
    }
}

impl Level {
    /// The pattern with its numbers, of which `count` knows counting and count.
    fn write(&self, count: impl Fn(usize) -> (Counting, u32)) -> String {
        if self.counting == Counting::Bullet {
            return String::new();
        }
        let mut written = String::new();
        let mut characters = self.pattern.chars().peekable();
        while let Some(character) = characters.next() {
            let level = characters.peek().and_then(|next| next.to_digit(10));
            match level {
                Some(level @ 1..=9) if character == '%' => {
                    characters.next();
                    let (counting, count) = count(level as usize - 1);
                    let counting = if self.is_legal {
                        Counting::Decimal
                    } else {
                        counting
                    };
                    written.push_str(&counting.write(count));
                }
                _ => written.push(character),
            }
        }
        written
    }
}

/// What stands between an automatic number and its text. A tab does on paper; without anything `1.` and `2024年` would be
/// another number.
pub(crate) fn space_behind(number: &str, text: &str) -> &'static str {
    let wants = number.ends_with(|c: char| c.is_ascii_alphanumeric())
        || (number.ends_with(['.', ')']) && text.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if wants { " " } else { "" }
}
