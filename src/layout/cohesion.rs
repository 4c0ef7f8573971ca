//! Which of two texts a paragraph belongs to, by the words that it shares with them (lexical
//! cohesion, after Hearst, TextTiling, 1997; weighed as naive Bayes does).

use std::cell::OnceCell;
use std::ops::Range;

use super::pair_places::{Pair, PairPlaces, pairs};
use super::paragraph::Paragraph;
use crate::lexicon::FastMap;
use crate::text::is_han;

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

/// A source's paragraphs, compared with each other.
pub(super) struct Cohesion<'p, 'a> {
    paragraphs: &'p [Paragraph<'a>],
    /// Where the words of the source stand, noted when that is first asked.
    pair_places: OnceCell<PairPlaces>,
}

impl<'p, 'a> Cohesion<'p, 'a> {
    pub(super) fn new(paragraphs: &'p [Paragraph<'a>]) -> Self {
        Self {
            paragraphs,
            pair_places: OnceCell::new(),
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
        let weighed = from + 1..restart;
        let sides = self.sides(before..end, before..from + 1, restart..end, weighed.clone());
        // Editors and links stand below an article.
        let sign = |at: usize| if self.paragraphs[at].ended { ENDED } else { 0 };
        let mut best = (restart, sign(restart));
        let mut score = likely;
        for at in weighed.rev() {
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
        let mut sides = Sides::default();
        sides.ask(pairs(title));
        sides.read(&self.paragraphs[earlier], &self.paragraphs[later], COMPARED);
        let stands = |uses: &Uses| i64::from(uses.stands());
        let balance: i64 = pairs(title)
            .filter_map(|pair| sides.uses.get(&pair))
            .map(|uses| stands(&uses[LATER]) - stands(&uses[EARLIER]))
            .sum();
        balance > 0
    }

    /// The text before a place and the text after it, as much of either, to weigh the paragraphs
    /// `weighed` with. What paragraphs outside `within` say as well is the language of the source.
    pub(super) fn sides(
        &self,
        within: Range<usize>,
        earlier: Range<usize>,
        later: Range<usize>,
        weighed: Range<usize>,
    ) -> Sides {
        let (earlier, later) = (&self.paragraphs[earlier], &self.paragraphs[later]);
        let most = length(earlier).min(length(later)).max(LEAST);
        let pair_places = self
            .pair_places
            .get_or_init(|| PairPlaces::of(self.paragraphs));
        let mut sides = Sides::default();
        for paragraph in &self.paragraphs[weighed] {
            sides.ask(pairs(&paragraph.text).filter(|&pair| pair_places.is_within(pair, &within)));
        }
        sides.read(earlier, later, most);
        sides
    }
}

/// How the texts on either side of a place use the words that were asked for: every two Chinese
/// characters that stand together in what is weighed.
#[derive(Default)]
pub(super) struct Sides {
    uses: FastMap<Pair, [Uses; 2]>,
}

/// The sides.
const EARLIER: usize = 0;
const LATER: usize = 1;

/// How many different characters stand before a pair, and after it.
#[derive(Default, Clone, Copy)]
struct Uses {
    before: u32,
    after: u32,
}

impl Uses {
    fn stands(self) -> bool {
        self.before > 0
    }
}

impl Sides {
    fn ask(&mut self, pairs: impl Iterator<Item = Pair>) {
        for pair in pairs {
            self.uses.entry(pair).or_default();
        }
    }

    /// Reads the last `most` characters of the earlier paragraphs and the first of the later ones,
    /// or some more.
    fn read(&mut self, earlier: &[Paragraph], later: &[Paragraph], most: usize) {
        self.read_side(EARLIER, earlier.iter().rev(), most);
        self.read_side(LATER, later.iter(), most);
    }

    fn read_side<'p, 'a: 'p>(
        &mut self,
        side: usize,
        paragraphs: impl Iterator<Item = &'p Paragraph<'a>>,
        most: usize,
    ) {
        let mut seen: FastMap<(Pair, Beside), ()> = FastMap::default();
        let mut left = most;
        for paragraph in paragraphs {
            let mut last = [' '; 4];
            for character in paragraph.text.chars().chain([' ']) {
                last = [last[1], last[2], last[3], character];
                let [before, first, second, after] = last;
                if is_han(first)
                    && is_han(second)
                    && let Some(uses) = self.uses.get_mut(&(first, second))
                {
                    let pair = (first, second);
                    let uses = &mut uses[side];
                    uses.before +=
                        u32::from(seen.insert((pair, Beside::Before(before)), ()).is_none());
                    uses.after +=
                        u32::from(seen.insert((pair, Beside::After(after)), ()).is_none());
                }
            }
            left = left.saturating_sub(paragraph.text.len() / 3);
            if left == 0 {
                break;
            }
        }
    }

    /// How much more `text`, one of those that are weighed, shares with the later side: above 0
    /// where it belongs there.
    pub(super) fn lean(&self, text: &str) -> i64 {
        self.shared(LATER, text) - self.shared(EARLIER, text)
    }

    /// How much `text` shares with the words of a side. Characters shared in a row are one word, or
    /// one stock phrase; a word is known by it that it stands between others every time, before it
    /// and after it, and a phrase by it that it does not.
    fn shared(&self, side: usize, text: &str) -> i64 {
        text.split(['。', '！', '？'])
            .map(|sentence| self.shared_in(side, sentence))
            .sum()
    }

    fn shared_in(&self, side: usize, sentence: &str) -> i64 {
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
            let uses = previous
                .and_then(|before| self.uses.get(&(before, character)))
                .map(|uses| uses[side])
                .filter(|uses| uses.stands());
            match uses {
                Some(uses) => row = Some((row.map_or(uses, |row| row.0), uses)),
                None => weigh(row.take()),
            }
            previous = Some(character);
        }
        weigh(row);
        words + phrases.min(QUOTED)
    }
}

/// The character that stands beside a pair.
#[derive(PartialEq, Eq, Hash)]
enum Beside {
    Before(char),
    After(char),
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
