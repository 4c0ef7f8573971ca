//! A tree over characters that finds the longest entry at a position of a text in one walk.

/// Bits that tell which characters an entry may begin with, by the lowest bits of the character.
const FIRST_BITS: usize = 4096;
/// The node that every walk begins at. The node 0 is never reached: it stands for "none".
const ROOT: u32 = 1;

/// Entries by their characters; each has a number. It is kept small: most tables have some dozens of
/// entries and are asked at every character of a text.
pub struct Trie {
    /// A bit for each character that an entry begins with: nearly all others are told off here.
    first: [u64; FIRST_BITS / 64],
    nodes: Vec<Node>,
    /// The steps from node to node: parent, character, child; parent 0 where a slot is free. A step
    /// stands in the first free slot from the one that its hash gives.
    steps: Vec<(u32, char, u32)>,
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// A bit for each character that leads on from here, by its lowest bits.
    filter: u64,
    /// The number of the entry that ends here, and one more; 0 for none.
    entry: u32,
}

/// The bit of a character in a node's filter.
fn bit(character: char) -> u64 {
    1 << (character as u32 % 64)
}

/// The slot where the search for a step begins, of as many as a power of two.
fn home(parent: u32, character: char, slots: usize) -> usize {
    let key = u64::from(parent) << 21 | u64::from(character as u32);
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (slots - 1)
}

/// A node of a tree that is being built.
#[derive(Default)]
struct Branch {
    entry: Option<u32>,
    children: Vec<(char, u32)>,
}

impl Trie {
    /// A tree of `entries`; where one stands twice the first counts.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut branches = vec![Branch::default(), Branch::default()];
        for (text, number) in entries.filter(|(text, _)| !text.is_empty()) {
            insert(&mut branches, text, number);
        }
        let mut first = [0; FIRST_BITS / 64];
        for (character, _) in &branches[ROOT as usize].children {
            let place = *character as usize % FIRST_BITS;
            first[place / 64] |= 1 << (place % 64);
        }
        let slots = (2 * branches.len()).next_power_of_two();
        let mut nodes = Vec::with_capacity(branches.len());
        let mut steps = vec![(0, ' ', 0); slots];
        for (parent, branch) in (0..).zip(&branches) {
            let mut filter = 0;
            for &(character, child) in &branch.children {
                filter |= bit(character);
                let mut slot = home(parent, character, slots);
                while steps[slot].0 != 0 {
                    slot = (slot + 1) & (slots - 1);
                }
                steps[slot] = (parent, character, child);
            }
            nodes.push(Node {
                filter,
                entry: branch.entry.map_or(0, |entry| entry + 1),
            });
        }
        Self {
            first,
            nodes,
            steps,
        }
    }

    /// The node that `character` leads to from `parent`, 0 for none.
    fn next(&self, parent: u32, character: char) -> u32 {
        if self.nodes[parent as usize].filter & bit(character) == 0 {
            return 0;
        }
        self.step(parent, character)
    }

    fn step(&self, parent: u32, character: char) -> u32 {
        let mut slot = home(parent, character, self.steps.len());
        loop {
            let (from, by, child) = self.steps[slot];
            if from == 0 || from == parent && by == character {
                return child;
            }
            slot = (slot + 1) & (self.steps.len() - 1);
        }
    }

    /// Whether an entry may begin with `character`: false for nearly all that none does.
    pub fn may_begin(&self, character: char) -> bool {
        let place = character as usize % FIRST_BITS;
        self.first[place / 64] & (1 << (place % 64)) != 0
    }

    fn root(&self, character: char) -> u32 {
        if self.may_begin(character) {
            self.step(ROOT, character)
        } else {
            0
        }
    }

    /// The length in bytes and the number of the longest entry that `text` begins with.
    pub fn longest(&self, text: &str) -> Option<(usize, u32)> {
        let mut characters = text.chars();
        let first = characters.next()?;
        let mut node = self.root(first);
        let mut length = first.len_utf8();
        let mut best = (0, 0);
        while node != 0 {
            let entry = self.nodes[node as usize].entry;
            if entry > 0 {
                best = (length, entry);
            }
            let Some(character) = characters.next() else {
                break;
            };
            node = self.next(node, character);
            length += character.len_utf8();
        }
        (best.1 > 0).then(|| (best.0, best.1 - 1))
    }

    /// Whether `fits` holds of any entry that stands in `text`, those inside others too: it is told
    /// where the entry begins, where it ends, and its number. The walk ends with the first that fits.
    pub fn any(&self, text: &str, mut fits: impl FnMut(usize, usize, u32) -> bool) -> bool {
        for (at, first) in text.char_indices() {
            let mut node = self.root(first);
            if node == 0 {
                continue;
            }
            let mut end = at + first.len_utf8();
            let mut rest = text[end..].chars();
            while node != 0 {
                let entry = self.nodes[node as usize].entry;
                if entry > 0 && fits(at, end, entry - 1) {
                    return true;
                }
                let Some(character) = rest.next() else {
                    break;
                };
                node = self.next(node, character);
                end += character.len_utf8();
            }
        }
        false
    }

    /// Calls `found` for every entry that stands anywhere in `text`, those inside others too: where
    /// it begins, its length in bytes, its number.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize, u32)) {
        self.any(text, |at, end, number| {
            found(at, end - at, number);
            false
        });
    }

    /// Whether any entry stands in `text`.
    pub fn stands_in(&self, text: &str) -> bool {
        self.any(text, |_, _, _| true)
    }

    /// The numbers of all entries that stand anywhere in `text`, joined bit by bit.
    pub fn marks(&self, text: &str) -> u32 {
        let mut marks = 0;
        self.each(text, |_, _, number| marks |= number);
        marks
    }

    /// The number of `text` as a whole entry.
    pub fn exactly(&self, text: &str) -> Option<u32> {
        self.longest(text)
            .filter(|(length, _)| *length == text.len())
            .map(|(_, number)| number)
    }
}

/// Adds an entry to a tree that is being built.
fn insert(branches: &mut Vec<Branch>, text: &str, number: u32) {
    let mut at = ROOT;
    for character in text.chars() {
        let children = &branches[at as usize].children;
        at = match children.binary_search_by_key(&character, |child| child.0) {
            Ok(found) => children[found].1,
            Err(place) => {
                let grown = branches.len() as u32;
                branches.push(Branch::default());
                branches[at as usize]
                    .children
                    .insert(place, (character, grown));
                grown
            }
        };
    }
    branches[at as usize].entry.get_or_insert(number);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_entry_wins_and_a_prefix_does_not_count() {
        let trie = Trie::new([("实事", 1), ("实事求是", 2), ("“一", 3)].into_iter());
        assert_eq!(trie.longest("实事求是的"), Some((12, 2)));
        assert_eq!(trie.longest("实事求真"), Some((6, 1)));
        assert_eq!(trie.longest("“一带"), Some((6, 3)));
        assert_eq!(trie.longest("实"), None);
        assert_eq!(trie.longest(""), None);
        assert_eq!(trie.exactly("实事求"), None);
        assert_eq!(trie.exactly("实事求是"), Some(2));
        assert_eq!(trie.marks("要实事求是"), 1 | 2);
        assert_eq!(trie.marks("要实"), 0);
    }
}
