//! A tree over characters that finds the entries at a position of a text in one walk.

/// Characters on a page of the first step.
const PAGE: usize = 64;
/// The node that every walk begins at stands nowhere: the first step is a look at a page.
const ROOT: u32 = u32::MAX;
/// What the node of a first character is called, besides that character: it stands on its page alone.
const FIRST: u32 = 1 << 31;

/// Entries by their characters; each has a number. Most tables are asked at every character of a text:
/// the first step is a look at a page, and the later ones tell nearly all others off by a bit.
pub struct Trie {
    /// For each page of characters the number of its page in `first`; 0 is the empty one.
    pages: Vec<u16>,
    /// What each character leads to from the root, one page after the other.
    first: Vec<First>,
    /// Each node stands where its parent and its character send it, or at the next place that was free:
    /// a step is one look, and no node has to tell where its children are. The node 0 is never
    /// reached: it stands for "none". There are 2^n places.
    nodes: Vec<Node>,
    /// 32 - n.
    shift: u32,
}

/// What the first character of entries leads to. Many lead on from it: its filter is a wide one.
#[derive(Clone, Copy, Default)]
struct First {
    /// A bit for each character that leads on from here, by its lowest bits.
    filter: u64,
    /// The name of the node; 0 where no entry begins with the character.
    node: u32,
    /// As of a [`Node`].
    entry: u32,
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

/// The bit of a character in the filter of a first character.
fn wide_bit(character: char) -> u64 {
    1 << (character as u32 % u64::BITS)
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
        let mut branches = vec![Branch::default()];
        for (text, number) in entries {
            insert(&mut branches, text, number);
        }
        // Half of the places is free at least.
        let places = (branches.len() * 2).next_power_of_two();
        let mut trie = Self {
            pages: Vec::new(),
            first: vec![First::default(); PAGE],
            nodes: vec![Node::default(); places],
            shift: u32::BITS - places.trailing_zeros(),
        };
        trie.nodes[0].parent = ROOT;
        // Level by level, so that short beginnings, which are asked most, stand where they are sent.
        let mut order = vec![(0, ROOT)];
        let mut at = 0;
        while let Some(&(branch, parent)) = order.get(at) {
            for &(character, child) in &branches[branch].children {
                let entry = branches[child].entry.map_or(0, |entry| entry + 1);
                let node = match parent {
                    ROOT => trie.add_first(character, entry),
                    _ => trie.add(parent, character, entry),
                };
                order.push((child, node));
            }
            at += 1;
        }
        trie
    }

    /// Adds the node of a first character.
    fn add_first(&mut self, character: char, entry: u32) -> u32 {
        let page = character as usize / PAGE;
        if self.pages.len() <= page {
            self.pages.resize(page + 1, 0);
        }
        if self.pages[page] == 0 {
            // There are fewer pages than 2^16 in all of Unicode.
            self.pages[page] = (self.first.len() / PAGE) as u16;
            self.first.resize(self.first.len() + PAGE, First::default());
        }
        let node = FIRST | character as u32;
        let place = self.on_page(page, character as usize % PAGE);
        self.first[place] = First {
            filter: 0,
            node,
            entry,
        };
        node
    }

    /// Adds the node of a later character.
    fn add(&mut self, parent: u32, character: char, entry: u32) -> u32 {
        let mut place = self.place(parent, character);
        while self.nodes[place].parent != 0 {
            place = (place + 1) % self.nodes.len();
        }
        self.nodes[place] = Node {
            parent,
            character,
            entry,
            filter: 0,
        };
        match self.nodes.get_mut(parent as usize) {
            Some(parent) => parent.filter |= bit(character),
            None => {
                let first = (parent & !FIRST) as usize;
                let first = self.on_page(first / PAGE, first % PAGE);
                self.first[first].filter |= wide_bit(character);
            }
        }
        place as u32
    }

    /// The place that a character sends a child of `parent` to.
    fn place(&self, parent: u32, character: char) -> usize {
        let mixed = (parent.rotate_left(16) ^ character as u32).wrapping_mul(0x9e37_79b1);
        (mixed >> self.shift) as usize
    }

    /// Where in `first` the character at a place of a page stands.
    fn on_page(&self, page: usize, place: usize) -> usize {
        let page = self.pages.get(page).copied().unwrap_or_default();
        usize::from(page) * PAGE + place
    }

    /// The first character from `at` on that an entry begins with: where it begins and ends, and what it
    /// leads to.
    fn start(&self, text: &str, mut at: usize) -> Option<(usize, usize, First)> {
        loop {
            let (begins, rest) = (at, text.as_bytes().get(at..)?);
            // Most of a text: the first two bytes of three make the page, the last one the place.
            let place = if let Some(&[lead @ 0xe0..=0xef, second, third]) = rest.first_chunk() {
                at += 3;
                let page = usize::from(lead & 0xf) << 6 | usize::from(second & 0x3f);
                self.on_page(page, usize::from(third & 0x3f))
            } else {
                let character = text[at..].chars().next()?;
                at += character.len_utf8();
                self.on_page(character as usize / PAGE, character as usize % PAGE)
            };
            let first = self.first[place];
            if first.node != 0 {
                return Some((begins, at, first));
            }
        }
    }

    /// Calls `found` for every entry that goes on from its first character with `rest`, the shortest first,
    /// until it says that it is enough: how many bytes of `rest` the entry takes, and its number.
    fn follow(&self, first: First, rest: &str, mut found: impl FnMut(usize, u32) -> bool) -> bool {
        if first.entry > 0 && found(0, first.entry - 1) {
            return true;
        }
        let mut characters = rest.chars();
        let second = characters.next();
        let Some(second) = second.filter(|&second| first.filter & wide_bit(second) != 0) else {
            return false;
        };
        let mut at = self.child(first.node, second);
        while at != 0 {
            let node = self.nodes[at as usize];
            if node.entry > 0 && found(rest.len() - characters.as_str().len(), node.entry - 1) {
                return true;
            }
            let next = characters.next();
            let Some(next) = next.filter(|&next| node.filter & bit(next) != 0) else {
                return false;
            };
            at = self.child(at, next);
        }
        false
    }

    /// The node that `character` leads to from `parent`, 0 for none.
    fn child(&self, parent: u32, character: char) -> u32 {
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

    /// The longest entry at the first place of `text`, from `from` on, where one stands: the place, its
    /// length in bytes, its number.
    pub fn find(&self, text: &str, mut from: usize) -> Option<(usize, usize, u32)> {
        loop {
            let (at, end, first) = self.start(text, from)?;
            let mut longest = None;
            self.follow(first, &text[end..], |length, number| {
                longest = Some((at, end - at + length, number));
                false
            });
            if longest.is_some() {
                return longest;
            }
            from = end;
        }
    }

    /// Calls `found` for every entry that `text` begins with, the shortest first: its length in bytes and
    /// its number.
    pub fn prefixes(&self, text: &str, mut found: impl FnMut(usize, u32)) {
        let Some(character) = text.chars().next() else {
            return;
        };
        let place = self.on_page(character as usize / PAGE, character as usize % PAGE);
        let length = character.len_utf8();
        self.follow(self.first[place], &text[length..], |rest, number| {
            found(length + rest, number);
            false
        });
    }

    /// Whether `fits` holds of any entry that stands in `text`, those inside others too: it is told
    /// where the entry begins, where it ends, and its number. The walk ends with the first that fits.
    pub fn any(&self, text: &str, mut fits: impl FnMut(usize, usize, u32) -> bool) -> bool {
        let mut from = 0;
        while let Some((at, end, first)) = self.start(text, from) {
            from = end;
            if self.follow(first, &text[end..], |length, number| {
                fits(at, end + length, number)
            }) {
                return true;
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

    /// The number of `text` as a whole entry.
    pub fn exactly(&self, text: &str) -> Option<u32> {
        let mut whole = None;
        self.prefixes(text, |length, number| {
            if length == text.len() {
                whole = Some(number);
            }
        });
        whole
    }
}

/// Adds an entry to a tree that is being built. The empty one stands everywhere and tells nothing.
fn insert(branches: &mut Vec<Branch>, text: &str, number: u32) {
    let mut at = 0;
    for character in text.chars() {
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
