//! A tree over characters that finds the longest entry at a position of a text in one walk.

/// Characters on a page of the first step.
const PAGE: usize = 64;
/// The node that every walk begins at. The node 0 is never reached: it stands for "none".
const ROOT: u32 = 1;

/// Entries by their characters; each has a number. Most tables are asked at every character of a text:
/// the first step is a look at a page, and the later ones tell nearly all others off by a bit.
pub struct Trie {
    /// For each page of characters the number of its page in `first`; 0 is the empty one.
    pages: Vec<u16>,
    /// The node that each character leads to from the root, one page after the other.
    first: Vec<u32>,
    /// Level by level, so that those asked most stand close together, and children side by side.
    nodes: Vec<Node>,
    /// The character that leads to each node.
    labels: Vec<char>,
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// A bit for each character that leads on from here, by its lowest bits.
    filter: u64,
    /// The number of the entry that ends here, and one more; 0 for none.
    entry: u32,
    /// Where the children begin; they end where those of the next node begin.
    children: u32,
}

/// The bit of a character in a node's filter.
fn bit(character: char) -> u64 {
    1 << (character as u32 % 64)
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
        for (text, number) in entries {
            insert(&mut branches, text, number);
        }
        // The empty entry stands everywhere and tells nothing.
        branches[ROOT as usize].entry = None;
        let mut nodes = vec![Node::default()];
        let mut labels = vec![' ', ' '];
        // The branch of each node, in the order of the nodes: those that stand on `order` wait.
        let mut order = vec![ROOT];
        let mut at = 0;
        while let Some(branch) = order.get(at).map(|&branch| &branches[branch as usize]) {
            let mut node = Node {
                filter: 0,
                entry: branch.entry.map_or(0, |entry| entry + 1),
                children: labels.len() as u32,
            };
            for &(character, child) in &branch.children {
                node.filter |= bit(character);
                labels.push(character);
                order.push(child);
            }
            nodes.push(node);
            at += 1;
        }
        nodes.push(Node {
            children: labels.len() as u32,
            ..Node::default()
        });
        let begin = nodes[ROOT as usize].children;
        let steps = branches[ROOT as usize].children.iter().zip(begin..);
        let (pages, first) = paged(steps.map(|(&(character, _), node)| (character, node)));
        Self {
            pages,
            first,
            nodes,
            labels,
        }
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
        let (begin, end) = (
            self.nodes[parent as usize].children,
            self.nodes[parent as usize + 1].children,
        );
        self.labels[begin as usize..end as usize]
            .iter()
            .position(|&label| label == character)
            .map_or(0, |place| begin + place as u32)
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

/// The steps from the root as pages: the number of each page, and the pages one after the other. Page 0
/// is empty.
fn paged(steps: impl Iterator<Item = (char, u32)>) -> (Vec<u16>, Vec<u32>) {
    let mut pages = Vec::new();
    let mut first = vec![0; PAGE];
    for (character, node) in steps {
        let page = character as usize / PAGE;
        if pages.len() <= page {
            pages.resize(page + 1, 0);
        }
        let page = &mut pages[page];
        if *page == 0 {
            // There are fewer pages than 2^16 in all of Unicode.
            *page = (first.len() / PAGE) as u16;
            first.resize(first.len() + PAGE, 0);
        }
        first[usize::from(*page) * PAGE + character as usize % PAGE] = node;
    }
    (pages, first)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
