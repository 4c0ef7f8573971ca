//! The words that rules look for, found in one walk over a document with the signs between them.

use std::collections::BTreeMap;

use super::scan::{after, is_han};
use crate::lexicon::FastMap;
use crate::model::Span;

/// A list of words that a rule has looked for, each of two characters or more; the rule names it among
/// those that it seeks, and asks for the places by it.
pub(super) struct Sought(pub fn() -> Vec<&'static str>);

/// A word that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Where it stands.
    pub span: Span,
    /// Its number in its list.
    pub number: usize,
}

/// All lists, and their words by their first bytes.
pub struct Lists {
    lists: Vec<&'static Sought>,
    /// A bit for each opening, by its hash: nearly all places where no word begins are told off by it.
    filter: [u64; FILTER / 64],
    by_opening: FastMap<u64, Vec<Word>>,
}

/// As many bits that few openings share one.
const FILTER: usize = 1 << 14;

/// A word without its opening.
struct Word {
    rest: &'static [u8],
    /// The lists that it stands in, with its number there.
    owners: Vec<(usize, usize)>,
}

impl Lists {
    /// Takes the lists of all rules.
    pub(super) fn new(lists: Vec<&'static Sought>) -> Self {
        let mut owners: BTreeMap<&'static str, Vec<(usize, usize)>> = BTreeMap::new();
        for (list, Sought(words)) in lists.iter().enumerate() {
            for (number, word) in words().into_iter().enumerate() {
                owners.entry(word).or_default().push((list, number));
            }
        }
        let mut all = Self {
            lists,
            filter: [0; FILTER / 64],
            by_opening: FastMap::default(),
        };
        for (word, owners) in owners {
            let opening = opening(word.as_bytes());
            let rest = word.as_bytes().get(OPENING..).unwrap_or_default();
            let (at, bit) = filter_bit(opening);
            all.filter[at] |= bit;
            let alike = all.by_opening.entry(opening).or_default();
            alike.push(Word { rest, owners });
        }
        all
    }

    /// The place of a list among all.
    pub(super) fn place(&self, sought: &'static Sought) -> Option<usize> {
        let place = self
            .lists
            .iter()
            .position(|list| std::ptr::eq(*list, sought));
        debug_assert!(place.is_some(), "no rule says that it seeks this");
        place
    }
}

/// How many bytes of a word open it: those of two Chinese characters.
const OPENING: usize = 6;

/// The first bytes of a text as one number, the first the lowest.
fn opening(text: &[u8]) -> u64 {
    const MASK: u64 = (1 << (8 * OPENING)) - 1;
    let eight = text.first_chunk::<8>().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight
            .iter_mut()
            .zip(text)
            .for_each(|(to, from)| *to = *from);
        eight
    });
    u64::from_le_bytes(eight) & MASK
}

/// One Chinese character as the lowest bytes of an opening.
const fn character(word: &str) -> u64 {
    match word.as_bytes() {
        &[first, second, third] => u32::from_le_bytes([first, second, third, 0]) as u64,
        _ => 0,
    }
}

fn filter_bit(opening: u64) -> (usize, u64) {
    let hash = opening.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - FILTER.ilog2());
    (hash as usize / 64, 1 << (hash % 64))
}

/// What a walk over a text finds.
#[derive(Default)]
pub(super) struct Found {
    /// What is no Chinese character, with its place in bytes.
    pub signs: Vec<(usize, char)>,
    /// Where each 年 stands.
    pub years: Vec<usize>,
    /// Where each 月 stands.
    pub months: Vec<usize>,
    /// The words of each list, by place.
    hits: Vec<Vec<Hit>>,
}

impl Found {
    /// Walks over `text`, by its bytes, for most characters need not be read.
    pub fn of(text: &str, words: &Lists) -> Self {
        const YEAR: u64 = character("年");
        const MONTH: u64 = character("月");
        let mut found = Self {
            // A sixth of the characters of most texts.
            signs: Vec::with_capacity(text.len() / 16),
            hits: words.lists.iter().map(|_| Vec::new()).collect(),
            ..Self::default()
        };
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            let opening = opening(&bytes[at..]);
            let (place, bit) = filter_bit(opening);
            if words.filter[place] & bit != 0 {
                found.take(bytes, at, words.by_opening.get(&opening));
            }
            // All characters that begin with these bytes, U+5000 to U+9FFF, are Chinese ones.
            if matches!(first, 0xe5..=0xe9) {
                match opening & 0x00ff_ffff {
                    YEAR => found.years.push(at),
                    MONTH => found.months.push(at),
                    _ => {}
                }
                at += '年'.len_utf8();
                continue;
            }
            let Some(character) = after(text, at) else {
                break;
            };
            if !is_han(character) {
                found.signs.push((at, character));
            }
            at += character.len_utf8();
        }
        found
    }

    /// Takes in those of `words` that stand at `at`.
    fn take(&mut self, text: &[u8], at: usize, words: Option<&Vec<Word>>) {
        for word in words.into_iter().flatten() {
            let end = at + OPENING + word.rest.len();
            if text.get(at + OPENING..end) != Some(word.rest) {
                continue;
            }
            let span = Span::new(at, end);
            for &(list, number) in &word.owners {
                self.hits[list].push(Hit { span, number });
            }
        }
    }

    /// The words of the list at a place among all, by their places.
    pub fn hits(&self, list: Option<usize>) -> &[Hit] {
        list.map_or(&[], |list| &self.hits[list])
    }
}

/// Hands out the signs of stretches of a text that follow one another.
pub(super) struct SignsBySpan<'a> {
    rest: &'a [(usize, char)],
}

impl<'a> SignsBySpan<'a> {
    /// Begins with the first of `signs`.
    pub fn new(signs: &'a [(usize, char)]) -> Self {
        Self { rest: signs }
    }

    /// The signs inside `span`, which begins no earlier than the one asked for before ends.
    pub fn within(&mut self, span: Span) -> &'a [(usize, char)] {
        let before = self.rest.iter().take_while(|(at, _)| *at < span.start);
        let rest = &self.rest[before.count()..];
        let inside = rest.iter().take_while(|(at, _)| *at < span.end).count();
        let (inside, rest) = rest.split_at(inside);
        self.rest = rest;
        inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::SOUGHT;

    #[test]
    fn words_and_signs_are_found_by_place() {
        let text = "首先，今年2月。";
        let found = Found::of(text, &SOUGHT);
        let hits: Vec<Hit> = found.hits.iter().flatten().copied().collect();
        let words: Vec<&str> = hits.iter().map(|hit| hit.span.of(text)).collect();
        assert!(words.contains(&"今年"), "{words:?}");
        assert_eq!(found.years, [12]);
        assert_eq!(found.months, [16]);
        assert_eq!(found.signs, [(6, '，'), (15, '2'), (19, '。')]);
    }

    #[test]
    fn signs_are_handed_out_stretch_by_stretch() {
        let found = Found::of("今年，两年。", &SOUGHT);
        let mut signs = SignsBySpan::new(&found.signs);
        assert_eq!(signs.within(Span::new(0, 6)), []);
        assert_eq!(signs.within(Span::new(9, 18)), [(15, '。')]);
        assert_eq!(signs.within(Span::new(18, 20)), []);
    }

    #[test]
    fn no_word_is_too_short_and_no_list_stands_with_two_rules() {
        for (at, list) in SOUGHT.lists.iter().enumerate() {
            let words = (list.0)();
            assert!(
                !words.is_empty() && words.iter().all(|word| word.len() >= OPENING),
                "{words:?}"
            );
            assert!(
                !SOUGHT.lists[..at]
                    .iter()
                    .any(|other| std::ptr::eq(*other, *list)),
                "{words:?}"
            );
        }
    }
}
