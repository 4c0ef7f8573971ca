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
}

#[derive(Default)]
struct Node {
    /// The number of the entry that ends here.
    entry: Option<u32>,
    /// Sorted by character once the tree is built.
    children: Vec<(char, u32)>,
}

impl Trie {
    /// A tree of `entries`; where one stands twice the first counts.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut trie = Self {
            roots: vec![0; (LAST - FIRST + 1) as usize],
            other_roots: Vec::new(),
            // The node 0 is never reached: it stands for "none".
            nodes: vec![Node::default()],
        };
        for (text, number) in entries {
            trie.insert(text, number);
        }
        trie
    }

    fn insert(&mut self, text: &str, number: u32) {
        let mut characters = text.chars();
        let Some(first) = characters.next() else {
            return;
        };
        let mut at = self.root(first);
        if at == 0 {
            at = self.grow();
            match Self::slot(first) {
                Some(slot) => self.roots[slot] = at,
                None => self.other_roots.push((first, at)),
            }
        }
        for character in characters {
            let children = &self.nodes[at as usize].children;
            at = match children.binary_search_by_key(&character, |child| child.0) {
                Ok(found) => children[found].1,
                Err(place) => {
                    let grown = self.grow();
                    self.nodes[at as usize]
                        .children
                        .insert(place, (character, grown));
                    grown
                }
            };
        }
        self.nodes[at as usize].entry.get_or_insert(number);
    }

    fn grow(&mut self) -> u32 {
        self.nodes.push(Node::default());
        self.nodes.len() as u32 - 1
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
        let mut at = self.root(first);
        if at == 0 {
            return None;
        }
        let mut length = first.len_utf8();
        let mut best = self.nodes[at as usize].entry.map(|entry| (length, entry));
        for character in characters {
            let children = &self.nodes[at as usize].children;
            let next = if children.len() <= 8 {
                children.iter().find(|child| child.0 == character)
            } else {
                children
                    .binary_search_by_key(&character, |child| child.0)
                    .ok()
                    .map(|found| &children[found])
            };
            let Some(&(_, node)) = next else {
                break;
            };
            at = node;
            length += character.len_utf8();
            if let Some(entry) = self.nodes[at as usize].entry {
                best = Some((length, entry));
            }
        }
        best
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
    }
}
