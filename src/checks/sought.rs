//! The words that rules look for, found in one walk over a document with the signs between them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::scan::{after, is_han};
use super::{
    event_year_mismatch, heading_style, place_hierarchy, plan_period_mismatch, repeated_text,
    same_year_comparison, share_mismatch, slogan_slip, spliced_text,
};
use crate::lexicon::FastMap;
use crate::model::Span;

/// A list of words; the places of each are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    /// 某某
    Somebody,
    /// 今年 and its like.
    RelativeYear,
    /// 两年 and other counts of years.
    YearCount,
    /// 第…个五年: what the number of a plan stands before.
    Plan,
    /// What tells the time of an event.
    Occasion,
    /// 首先, 其次
    Order,
    /// The sectors of the economy before their ratio.
    Sectors,
    /// 的的 and its like.
    Doubled,
    /// A site's own words.
    Label,
    /// Provinces and prefectures.
    Place,
    /// The ends by which slogans and set phrases are looked up.
    PhraseEnd,
}

/// How many lists there are.
const LISTS: usize = Sought::PhraseEnd as usize + 1;

/// A word that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Where it stands.
    pub span: Span,
    /// Its number in its list.
    pub number: usize,
}

/// The lists, as the rules keep them.
fn lists() -> [(Sought, Vec<&'static str>); LISTS] {
    [
        (Sought::Somebody, vec!["某某"]),
        (Sought::RelativeYear, vec!["今年", "去年", "明年"]),
        (Sought::YearCount, same_year_comparison::COUNTS.to_vec()),
        (Sought::Plan, vec![plan_period_mismatch::NUMBERED]),
        (Sought::Occasion, event_year_mismatch::SIGNS.to_vec()),
        (Sought::Order, heading_style::ORDER.to_vec()),
        (Sought::Sectors, share_mismatch::SECTORS.to_vec()),
        (Sought::Doubled, repeated_text::DOUBLED.to_vec()),
        (Sought::Label, spliced_text::labels().collect()),
        (Sought::Place, place_hierarchy::names().collect()),
        (Sought::PhraseEnd, slogan_slip::ends()),
    ]
}

/// The words of all lists, by their first bytes.
struct Words {
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
    owners: Vec<(Sought, usize)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut owners: BTreeMap<&'static str, Vec<(Sought, usize)>> = BTreeMap::new();
    for (sought, words) in lists() {
        for (number, word) in words.into_iter().enumerate() {
            owners.entry(word).or_default().push((sought, number));
        }
    }
    let mut words = Words {
        filter: [0; FILTER / 64],
        by_opening: FastMap::default(),
    };
    for (word, owners) in owners {
        let opening = opening(word.as_bytes());
        let rest = word.as_bytes().get(OPENING..).unwrap_or_default();
        let (at, bit) = filter_bit(opening);
        words.filter[at] |= bit;
        let alike = words.by_opening.entry(opening).or_default();
        alike.push(Word { rest, owners });
    }
    words
});

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
    /// Where each 倍 stands.
    pub multiples: Vec<usize>,
    /// The words of each list, by place.
    hits: [Vec<Hit>; LISTS],
}

impl Found {
    /// Walks over `text`, by its bytes, for most characters need not be read.
    pub fn of(text: &str) -> Self {
        const YEAR: u64 = character("年");
        const MONTH: u64 = character("月");
        const MULTIPLE: u64 = character("倍");
        let mut found = Self {
            // A sixth of the characters of most texts.
            signs: Vec::with_capacity(text.len() / 16),
            ..Self::default()
        };
        let words = &*WORDS;
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
                    MULTIPLE => found.multiples.push(at),
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
            for &(sought, number) in &word.owners {
                self.hits[sought as usize].push(Hit { span, number });
            }
        }
    }

    /// The words of a list, by place.
    pub fn hits(&self, sought: Sought) -> &[Hit] {
        &self.hits[sought as usize]
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

    #[test]
    fn words_inside_others_and_signs_are_found() {
        let found = Found::of("今年，两年。");
        let hit = |start| Hit {
            span: Span::new(start, start + 6),
            number: 0,
        };
        assert_eq!(found.hits(Sought::RelativeYear), [hit(0)]);
        assert_eq!(found.hits(Sought::YearCount), [hit(9)]);
        assert_eq!(found.years, [3, 12]);
        assert_eq!(found.signs, [(6, '，'), (15, '。')]);
    }

    #[test]
    fn signs_are_handed_out_stretch_by_stretch() {
        let found = Found::of("今年，两年。");
        let mut signs = SignsBySpan::new(&found.signs);
        assert_eq!(signs.within(Span::new(0, 6)), []);
        assert_eq!(signs.within(Span::new(9, 18)), [(15, '。')]);
        assert_eq!(signs.within(Span::new(18, 20)), []);
    }

    #[test]
    fn each_list_stands_at_its_own_number() {
        for (number, (sought, words)) in lists().into_iter().enumerate() {
            assert_eq!(sought as usize, number);
            let long = words.iter().all(|word| word.len() >= OPENING);
            assert!(long, "{sought:?}");
        }
    }
}
