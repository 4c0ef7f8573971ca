//! A tree over characters that finds the longest entry at a position of a text in one walk.

/// Characters on a page of the first step.
const PAGE: usize = 64;
/// The node that every walk begins at stands nowhere: the first step is a look at a page.
const ROOT: u32 = u32::MAX;

/// Entries by their characters; each has a number. Most tables are asked at every character of a text:
/// the first step is a look at a page, and the later ones tell nearly all others off by a bit.
pub struct Trie {
    /// For each page of characters the number of its page in `first`; 0 is the empty one.
    pages: Vec<u16>,
    /// The node that each character leads to from the root, one page after the other.
    first: Vec<u32>,
    /// Each node stands where its parent and its character send it, or at the next place that was free:
    /// a step is one look, and no node has to tell where its children are. The node 0 is never
    /// reached: it stands for "none". There are 2^n places.
    nodes: Vec<Node>,
    /// 32 - n.
    shift: u32,
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// The node from which the character leads here; 0 where the place is free.
    parent: u32,
    character: char,
    /// The number of the entry that ends here, and one more; 0 for none.
    entry: u32,
    /// A bit for each character that leads on from here, by its lowest bits.
    filter: u32,
}

/// The bit of a character in a node's filter.
fn bit(character: char) -> u32 {
    1 << (character as u32 % u32::BITS)
}

/// A node of a tree that is being built.
#[derive(Default)]
struct Branch {
    entry: Option<u32>,
    children: Vec<(char, usize)>,
}

impl Trie {
    /// A tree of `entries`; where one stands twice the first counts.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a str, u32)>) -> Self {
        Self::of_characters(entries.map(|(text, number)| (text.chars(), number)))
    }

    /// A tree of `entries` read from their ends: [`Self::ends`] asks it.
    pub fn backward<'a>(entries: impl Iterator<Item = (&'a str, u32)>) -> Self {
        Self::of_characters(entries.map(|(text, number)| (text.chars().rev(), number)))
    }

    fn of_characters(entries: impl Iterator<Item = (impl Iterator<Item = char>, u32)>) -> Self {
        let mut branches = vec![Branch::default()];
        for (characters, number) in entries {
            insert(&mut branches, characters, number);
        }
        // A quarter of the places is free at least.
        let places = (branches.len() * 4 / 3 + 2).next_power_of_two();
        let mut trie = Self {
            pages: Vec::new(),
            first: vec![0; PAGE],
            nodes: vec![Node::default(); places],
            shift: u32::BITS - places.trailing_zeros(),
        };
        trie.nodes[0].parent = ROOT;
        // Level by level, so that short beginnings, which are asked most, stand where they are sent.
        let mut order = vec![(0, ROOT)];
        let mut at = 0;
        while let Some(&(branch, parent)) = order.get(at) {
            for &(character, child) in &branches[branch].children {
                let node = trie.add(parent, character, branches[child].entry);
                order.push((child, node));
            }
            at += 1;
        }
        trie
    }

    /// Adds a node.
    fn add(&mut self, parent: u32, character: char, entry: Option<u32>) -> u32 {
        let mut place = self.place(parent, character);
        while self.nodes[place].parent != 0 {
            place = (place + 1) % self.nodes.len();
        }
        self.nodes[place] = Node {
            parent,
            character,
            entry: entry.map_or(0, |entry| entry + 1),
            filter: 0,
        };
        match self.nodes.get_mut(parent as usize) {
            Some(parent) => parent.filter |= bit(character),
            None => self.put_first(character, place as u32),
        }
        place as u32
    }

    /// Has the first step lead from a character to a node.
    fn put_first(&mut self, character: char, node: u32) {
        let page = character as usize / PAGE;
        if self.pages.len() <= page {
            self.pages.resize(page + 1, 0);
        }
        let page = &mut self.pages[page];
        if *page == 0 {
            // There are fewer pages than 2^16 in all of Unicode.
            *page = (self.first.len() / PAGE) as u16;
            self.first.resize(self.first.len() + PAGE, 0);
        }
        self.first[usize::from(*page) * PAGE + character as usize % PAGE] = node;
    }

    /// The place that a character sends a child of `parent` to.
    fn place(&self, parent: u32, character: char) -> usize {
        let mixed = (parent.rotate_left(16) ^ character as u32).wrapping_mul(0x9e37_79b1);
        (mixed >> self.shift) as usize
    }

    /// The node that `character` leads to from the root, 0 for none.
    fn root(&self, character: char) -> u32 {
        self.on_page(character as usize / PAGE, character as usize % PAGE)
    }

    /// The node that the character at a place of a page leads to from the root, 0 for none.
    fn on_page(&self, page: usize, place: usize) -> u32 {
        match self.pages.get(page) {
            None | Some(0) => 0,
            Some(&page) => self.first[usize::from(page) * PAGE + place],
        }
    }

    /// The first character from `at` on that an entry begins with: where it begins and ends, and the
    /// node that it leads to.
    fn start(&self, text: &str, mut at: usize) -> Option<(usize, usize, u32)> {
        loop {
            let rest = text.as_bytes().get(at..)?;
            // Most of a text: the first two bytes of three make the page, the last one the place.
            if let Some(&[lead @ 0xe0..=0xef, second, third]) = rest.first_chunk() {
                let page = usize::from(lead & 0xf) << 6 | usize::from(second & 0x3f);
                let node = self.on_page(page, usize::from(third & 0x3f));
                at += 3;
                if node != 0 {
                    return Some((at - 3, at, node));
                }
            } else {
                let character = text[at..].chars().next()?;
                let node = self.root(character);
                at += character.len_utf8();
                if node != 0 {
                    return Some((at - character.len_utf8(), at, node));
                }
            }
        }
    }

    /// The node that `character` leads to from `parent`, 0 for none.
    fn next(&self, parent: u32, character: char) -> u32 {
        if self.nodes[parent as usize].filter & bit(character) == 0 {
            return 0;
        }
        let mut place = self.place(parent, character);
        loop {
            let node = &self.nodes[place];
            if node.parent == parent && node.character == character {
                return place as u32;
            }
            if node.parent == 0 {
                return 0;
            }
            place = (place + 1) & (self.nodes.len() - 1);
        }
    }

    /// Whether an entry begins with `character`.
    pub fn may_begin(&self, character: char) -> bool {
        self.root(character) != 0
    }

    /// The length in bytes and the number of the longest entry that `text` begins with.
    pub fn longest(&self, text: &str) -> Option<(usize, u32)> {
        let first = text.chars().next()?;
        let rest = &text[first.len_utf8()..];
        let (length, number) = self.longest_from(self.root(first), rest)?;
        Some((first.len_utf8() + length, number))
    }

    /// The longest entry at the first place of `text`, from `from` on, where one stands: the place, its
    /// length in bytes, its number.
    pub fn find(&self, text: &str, mut from: usize) -> Option<(usize, usize, u32)> {
        loop {
            let (at, end, node) = self.start(text, from)?;
            if let Some((length, number)) = self.longest_from(node, &text[end..]) {
                return Some((at, end - at + length, number));
            }
            from = end;
        }
    }

    /// The length and the number of the longest entry that goes on from `node` with `rest`.
    fn longest_from(&self, mut node: u32, rest: &str) -> Option<(usize, u32)> {
        let mut characters = rest.chars();
        let mut best = (0, 0);
        while node != 0 {
            let entry = self.nodes[node as usize].entry;
            if entry > 0 {
                best = (rest.len() - characters.as_str().len(), entry);
            }
            let Some(character) = characters.next() else {
                break;
            };
            node = self.next(node, character);
        }
        (best.1 > 0).then(|| (best.0, best.1 - 1))
    }

    /// Calls `found` for every entry that `text` begins with, the shortest first: its length in bytes and
    /// its number.
    pub fn prefixes(&self, text: &str, mut found: impl FnMut(usize, u32)) {
        let mut characters = text.chars();
        let mut node = characters.next().map_or(0, |first| self.root(first));
        while node != 0 {
            let entry = self.nodes[node as usize].entry;
            if entry > 0 {
                found(text.len() - characters.as_str().len(), entry - 1);
            }
            let Some(character) = characters.next() else {
                break;
            };
            node = self.next(node, character);
        }
    }

    /// Whether `text` ends with an entry, in a tree that is read [`Self::backward`].
    pub fn ends(&self, text: &str) -> bool {
        let mut characters = text.chars().rev();
        let mut node = characters.next().map_or(0, |last| self.root(last));
        while node != 0 && self.nodes[node as usize].entry == 0 {
            node = characters
                .next()
                .map_or(0, |character| self.next(node, character));
        }
        node != 0
    }

    /// Whether `fits` holds of any entry that stands in `text`, those inside others too: it is told
    /// where the entry begins, where it ends, and its number. The walk ends with the first that fits.
    pub fn any(&self, text: &str, mut fits: impl FnMut(usize, usize, u32) -> bool) -> bool {
        let mut from = 0;
        while let Some((at, first_end, mut node)) = self.start(text, from) {
            from = first_end;
            let mut ahead = text[from..].chars();
            while node != 0 {
                let entry = self.nodes[node as usize].entry;
                if entry > 0 && fits(at, text.len() - ahead.as_str().len(), entry - 1) {
                    return true;
                }
                let Some(character) = ahead.next() else {
                    break;
                };
                node = self.next(node, character);
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

/// Adds an entry to a tree that is being built. The empty one stands everywhere and tells nothing.
fn insert(branches: &mut Vec<Branch>, characters: impl Iterator<Item = char>, number: u32) {
    let mut at = 0;
    for character in characters {
        let children = &branches[at].children;
        at = match children.binary_search_by_key(&character, |child| child.0) {
            Ok(found) => children[found].1,
            Err(place) => {
                let grown = branches.len();
                branches.push(Branch::default());
                branches[at].children.insert(place, (character, grown));
                grown
            }
        };
    }
    branches[at].entry.get_or_insert(number);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
