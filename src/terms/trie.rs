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
    /// The children of all nodes, those of one node side by side and sorted by character.
    children: Vec<(char, u32)>,
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// The number of the entry that ends here, and one more; 0 for none.
    entry: u32,
    /// Where its children begin.
    children: u32,
    /// How many there are.
    count: u32,
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
            children: Vec::new(),
        };
        // The node 0 is never reached: it stands for "none".
        let mut branches = vec![Branch::default()];
        for (text, number) in entries {
            trie.insert(&mut branches, text, number);
        }
        for branch in branches {
            trie.nodes.push(Node {
                entry: branch.entry.map_or(0, |entry| entry + 1),
                children: trie.children.len() as u32,
                count: branch.children.len() as u32,
            });
            trie.children.extend(branch.children);
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

    /// The node that `character` leads to from `node`.
    fn next(&self, node: Node, character: char) -> Option<Node> {
        let from = node.children as usize;
        let children = self.children.get(from..from + node.count as usize)?;
        let found = if children.len() <= 8 {
            children.iter().find(|child| child.0 == character)?
        } else {
            let at = children.binary_search_by_key(&character, |child| child.0);
            children.get(at.ok()?)?
        };
        self.nodes.get(found.1 as usize).copied()
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
        let root = self.root(first);
        if root == 0 {
            return None;
        }
        let mut node = self.nodes[root as usize];
        let mut length = first.len_utf8();
        let mut best = (0, 0);
        loop {
            if node.entry > 0 {
                best = (length, node.entry);
            }
            if node.count == 0 {
                break;
            }
            let Some(character) = characters.next() else {
                break;
            };
            let Some(next) = self.next(node, character) else {
                break;
            };
            node = next;
            length += character.len_utf8();
        }
        (best.1 > 0).then(|| (best.0, best.1 - 1))
    }

    /// Calls `found` for every entry that stands anywhere in `text`, those inside others too: where
    /// it begins, its length in bytes, its number.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize, u32)) {
        for (at, first) in text.char_indices() {
            let root = self.root(first);
            if root == 0 {
                continue;
            }
            let mut node = self.nodes[root as usize];
            let mut length = first.len_utf8();
            let mut rest = text[at + length..].chars();
            loop {
                if node.entry > 0 {
                    found(at, length, node.entry - 1);
                }
                if node.count == 0 {
                    break;
                }
                let Some((character, next)) = rest
                    .next()
                    .and_then(|character| Some((character, self.next(node, character)?)))
                else {
                    break;
                };
                node = next;
                length += character.len_utf8();
            }
        }
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
