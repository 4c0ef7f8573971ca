//! Which of two texts a paragraph belongs to, by the words that it shares with them (lexical
//! cohesion, after Hearst, TextTiling, 1997; weighed as naive Bayes does).

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::join::Paragraph;

/// The most characters of either side that are compared.
const COMPARED: usize = 4_000;

/// The fewest: of less a text's words are not known.
const LEAST: usize = 300;

/// What furniture weighs that ends an article.
const ENDED: i64 = 800;

/// What a pair of characters weighs that stands so often on one side: 100 times the natural
/// logarithm of the count and a half; one that stands there once says little, for what a text is
/// about it says again. Whole numbers, so that every machine decides alike.
const WEIGHTS: [i64; 12] = [0, 30, 92, 125, 150, 170, 187, 201, 214, 225, 235, 244];

/// The most that the phrases of one sentence weigh: they were taken over together.
const QUOTED: i64 = 60;

/// Two Chinese characters that stand together.
type Pair = (char, char);

/// A source's paragraphs, compared with each other.
pub(super) struct Cohesion<'p, 'a> {
    paragraphs: &'p [Paragraph<'a>],
    /// The words of the whole source, counted when they are first needed.
    all: OnceCell<Tally>,
}

impl<'p, 'a> Cohesion<'p, 'a> {
    pub(super) fn new(paragraphs: &'p [Paragraph<'a>]) -> Self {
        Self {
            paragraphs,
            all: OnceCell::new(),
        }
    }

    /// The first paragraph of the article that begins before `restart`: one of
    /// `from + 1..=restart`, chosen so that the paragraphs `from..restart` share most words with
    /// their own side. The first of them stays with the heading above it. An article that surely
    /// begins here begins with a paragraph before its first heading more often than not: that one
    /// is taken from the text above on `likely` less.
    pub(super) fn split(
        &self,
        before: usize,
        from: usize,
        restart: usize,
        following: usize,
        likely: i64,
    ) -> usize {
        if restart <= from + 1 {
            return restart;
        }
        let end = following.max(restart + 1).min(self.paragraphs.len());
        let sides = self.sides(before..end, before..from + 1, restart..end);
        // Editors and links stand below an article.
        let sign = |at: usize| if self.paragraphs[at].ended { ENDED } else { 0 };
        let mut best = (restart, sign(restart));
        let mut score = likely;
        for at in (from + 1..restart).rev() {
            score += sides.lean(&self.paragraphs[at].text);
            if score + sign(at) > best.1 {
                best = (at, score + sign(at));
            }
        }
        best.0
    }

    /// Whether the words of `title` are those of the `later` paragraphs rather than the `earlier`.
    pub(super) fn belongs(&self, title: &str, earlier: Range<usize>, later: Range<usize>) -> bool {
        // A title is short: whether a word of it stands in a text says more than how often.
        let earlier = Words::of(self.paragraphs[earlier].iter().rev(), COMPARED);
        let later = Words::of(self.paragraphs[later].iter(), COMPARED);
        let has = |words: &Words, pair| i64::from(words.has(pair));
        let balance: i64 = pairs(title)
            .map(|pair| has(&later, pair) - has(&earlier, pair))
            .sum();
        balance > 0
    }

    /// The text before a place and the text after it, as much of either.
    /// What paragraphs outside `within` say as well is the language of the source.
    pub(super) fn sides(
        &self,
        within: Range<usize>,
        earlier: Range<usize>,
        later: Range<usize>,
    ) -> Sides {
        let (earlier, later) = (&self.paragraphs[earlier], &self.paragraphs[later]);
        let most = length(earlier).min(length(later)).max(LEAST);
        let all = self.all.get_or_init(|| Tally::of(self.paragraphs));
        let own = Tally::of(&self.paragraphs[within]);
        let common = |pair: &Pair| all.count(*pair) > own.count(*pair);
        let mut sides = Sides {
            earlier: Words::of(earlier.iter().rev(), most),
            later: Words::of(later.iter(), most),
        };
        sides.earlier.uses.retain(|pair, _| !common(pair));
        sides.later.uses.retain(|pair, _| !common(pair));
        sides
    }
}

/// The words on either side of a place.
pub(super) struct Sides {
    earlier: Words,
    later: Words,
}

impl Sides {
    /// How much more `text` shares with the later side: above 0 where it belongs there.
    pub(super) fn lean(&self, text: &str) -> i64 {
        self.later.shared(text) - self.earlier.shared(text)
    }
}

/// What a text says: every two Chinese characters that stand together in it.
#[derive(Default)]
struct Words {
    uses: HashMap<Pair, Uses, BuildHasherDefault<PairHasher>>,
}

/// How many different characters stand before a pair, and after it.
#[derive(Default, Clone, Copy)]
struct Uses {
    before: u32,
    after: u32,
}

impl Words {
    /// The words of the first `most` characters of `paragraphs`, or some more.
    fn of<'p, 'a: 'p>(paragraphs: impl Iterator<Item = &'p Paragraph<'a>>, most: usize) -> Self {
        let mut words = Self::default();
        let mut seen: HashSet<[char; 4], BuildHasherDefault<PairHasher>> = HashSet::default();
        let mut left = most;
        for paragraph in paragraphs {
            let mut last = [' '; 4];
            for character in paragraph.text.chars().chain([' ']) {
                last = [last[1], last[2], last[3], character];
                let [before, first, second, after] = last;
                if is_han(first) && is_han(second) {
                    let uses = words.uses.entry((first, second)).or_default();
                    uses.before += u32::from(seen.insert([before, first, second, '<']));
                    uses.after += u32::from(seen.insert(['>', first, second, after]));
                }
            }
            left = left.saturating_sub(paragraph.text.len() / 3);
            if left == 0 {
                break;
            }
        }
        words
    }

    fn has(&self, pair: Pair) -> bool {
        self.uses.contains_key(&pair)
    }

    /// How much `text` shares with these words. Characters shared in a row are one word, or one
    /// stock phrase; a word is known by it that it stands between others every time, before it and
    /// after it, and a phrase by it that it does not.
    fn shared(&self, text: &str) -> i64 {
        text.split(['。', '！', '？'])
            .map(|sentence| self.shared_in(sentence))
            .sum()
    }

    fn shared_in(&self, sentence: &str) -> i64 {
        let (mut words, mut phrases) = (0, 0);
        let mut weigh = |row: Option<(Uses, Uses)>| match row
            .map_or(0, |(first, last)| first.before.min(last.after))
            as usize
        {
            0 => {}
            1 => phrases += WEIGHTS[1],
            times => words += WEIGHTS[times.min(WEIGHTS.len() - 1)],
        };
        let mut row: Option<(Uses, Uses)> = None;
        let mut previous = None;
        for character in sentence.chars() {
            let uses = previous.and_then(|before| self.uses.get(&(before, character)));
            match uses {
                Some(&uses) => row = Some((row.map_or(uses, |row| row.0), uses)),
                None => weigh(row.take()),
            }
            previous = Some(character);
        }
        weigh(row);
        words + phrases.min(QUOTED)
    }
}

/// How often pairs stand in a text, roughly: pairs that share a place are counted together.
struct Tally(Vec<u16>);

/// The places of a tally; a power of two.
const PLACES: usize = 1 << 17;

impl Tally {
    fn of(paragraphs: &[Paragraph]) -> Self {
        let mut tally = Self(vec![0; PLACES]);
        for paragraph in paragraphs {
            for pair in pairs(&paragraph.text) {
                let place = &mut tally.0[Self::place(pair)];
                *place = place.saturating_add(1);
            }
        }
        tally
    }

    fn count(&self, pair: Pair) -> u16 {
        self.0[Self::place(pair)]
    }

    fn place((first, second): Pair) -> usize {
        // 32 bits on every machine, so that every one decides alike.
        let mixed = u32::from(first).wrapping_mul(0x9e37_79b1)
            ^ u32::from(second).wrapping_mul(0x85eb_ca6b);
        (mixed >> 15) as usize & (PLACES - 1)
    }
}

/// The characters of `paragraphs`, up to the most that are compared.
fn length(paragraphs: &[Paragraph]) -> usize {
    let mut length = 0;
    for paragraph in paragraphs {
        length += paragraph.text.len() / 3;
        if length >= COMPARED {
            break;
        }
    }
    length.min(COMPARED)
}

/// Every two Chinese characters that stand together in `text`.
fn pairs(text: &str) -> impl Iterator<Item = Pair> {
    let mut previous = None;
    text.chars().filter_map(move |character| {
        let han = is_han(character);
        let pair = previous.filter(|_| han).map(|before| (before, character));
        previous = han.then_some(character);
        pair
    })
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// Hashes a few characters: quick, and alike on every machine.
#[derive(Default)]
pub(super) struct PairHasher(u64);

impl Hasher for PairHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(21) ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
