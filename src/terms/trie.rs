//! A tree over characters that finds the longest entry at a position of a text in one walk.

/// The characters that most entries begin with: CJK punctuation to the last Han character.
const FIRST: u32 = 0x3000;
const LAST: u32 = 0x9fff;

/// Entries by their characters; each has a number.
pub struct Trie {
    /// For each character from [`FIRST`] to [`LAST`] the node that it leads to, 0 for none.
    roots: Vec<u32>,
    /// The root's other children.
    other_roots: Vec<(char, u32)>,
    nodes: Vec<Node>,
    /// The steps from node to node: parent, character, child; parent 0 where a slot is free. A step
    /// stands in the first free slot from the one that its hash gives.
    steps: Vec<(u32, char, u32)>,
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// A bit for each character that leads on from here, by its lowest bits: most characters of a
    /// text are told off by this alone.
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

/// Adds a branch and returns its number.
fn grow(branches: &mut Vec<Branch>) -> u32 {
    branches.push(Branch::default());
    branches.len() as u32 - 1
}

impl Trie {
    /// A tree of `entries`; where one stands twice the first counts.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut trie = Self {
            roots: vec![0; (LAST - FIRST + 1) as usize],
            other_roots: Vec::new(),
            nodes: Vec::new(),
            steps: Vec::new(),
        };
        // The node 0 is never reached: it stands for "none".
        let mut branches = vec![Branch::default()];
        for (text, number) in entries {
            trie.insert(&mut branches, text, number);
        }
        let slots = (2 * branches.len()).next_power_of_two();
        trie.steps = vec![(0, ' ', 0); slots];
        for (parent, branch) in (0..).zip(&branches) {
            let mut filter = 0;
            for &(character, child) in &branch.children {
                filter |= bit(character);
                let mut slot = home(parent, character, slots);
                while trie.steps[slot].0 != 0 {
                    slot = (slot + 1) & (slots - 1);
                }
                trie.steps[slot] = (parent, character, child);
            }
            trie.nodes.push(Node {
                filter,
                entry: branch.entry.map_or(0, |entry| entry + 1),
            });
        }
        trie
    }

    fn insert(&mut self, branches: &mut Vec<Branch>, text: &str, number: u32) {
        let mut characters = text.chars();
        let Some(first) = characters.next() else {
            return;
        };
        let mut at = self.root(first);
        if at == 0 {
            at = grow(branches);
            match Self::slot(first) {
                Some(slot) => self.roots[slot] = at,
                None => self.other_roots.push((first, at)),
            }
        }
        for character in characters {
            let children = &branches[at as usize].children;
            at = match children.binary_search_by_key(&character, |child| child.0) {
                Ok(found) => children[found].1,
                Err(place) => {
                    let grown = grow(branches);
                    branches[at as usize]
                        .children
                        .insert(place, (character, grown));
                    grown
                }
            };
        }
        branches[at as usize].entry.get_or_insert(number);
    }

    /// The node that `character` leads to from `parent`, 0 for none.
    fn next(&self, parent: u32, character: char) -> u32 {
        if self.nodes[parent as usize].filter & bit(character) == 0 {
            return 0;
        }
        let mut slot = home(parent, character, self.steps.len());
        loop {
            let (from, by, child) = self.steps[slot];
            if from == 0 || from == parent && by == character {
                return child;
            }
            slot = (slot + 1) & (self.steps.len() - 1);
        }
    }

    fn slot(character: char) -> Option<usize> {
        let code = character as u32;
        (FIRST..=LAST)
            .contains(&code)
            .then(|| (code - FIRST) as usize)
    }

    fn root(&self, character: char) -> u32 {
        match Self::slot(character) {
            Some(slot) => self.roots[slot],
            None => self
                .other_roots
                .iter()
                .find(|(known, _)| *known == character)
                .map_or(0, |&(_, node)| node),
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

    /// Calls `found` for every entry that stands anywhere in `text`, those inside others too: where
    /// it begins, its length in bytes, its number.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize, u32)) {
        for (at, first) in text.char_indices() {
            let mut node = self.root(first);
            if node == 0 {
                continue;
            }
            let mut length = first.len_utf8();
            let mut rest = text[at + length..].chars();
            while node != 0 {
                let entry = self.nodes[node as usize].entry;
                if entry > 0 {
                    found(at, length, entry - 1);
                }
                let Some(character) = rest.next() else {
                    break;
                };
                node = self.next(node, character);
                length += character.len_utf8();
            }
        }
    }

    /// Whether `fits` holds of any entry that stands in `text`: it is told where the entry begins,
    /// where it ends, and its number.
    pub fn any(&self, text: &str, mut fits: impl FnMut(usize, usize, u32) -> bool) -> bool {
        let mut any = false;
        self.each(text, |at, length, number| {
            any = any || fits(at, at + length, number);
        });
        any
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
