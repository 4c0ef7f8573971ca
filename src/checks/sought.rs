//! The words that rules look for, found in one walk over a document with the signs between them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::scan::is_han;
use super::{
    event_year_mismatch, heading_style, place_hierarchy, plan_period_mismatch, repeated_text,
    same_year_comparison, share_mismatch, slogan_slip, spliced_text,
};
use crate::model::Span;
use crate::terms::Trie;

/// A list of words; the places of each are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    /// 年
    Year,
    /// 月
    Month,
    /// 倍
    Multiple,
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
        (Sought::Year, vec!["年"]),
        (Sought::Month, vec!["月"]),
        (Sought::Multiple, vec!["倍"]),
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

/// The words of all lists.
struct Words {
    /// The words, each by its place in `owners`.
    trie: Trie,
    /// For each word the lists that it stands in, and its number there.
    owners: Vec<Vec<(Sought, usize)>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut owners: BTreeMap<&str, Vec<(Sought, usize)>> = BTreeMap::new();
    for (sought, words) in lists() {
        for (number, word) in words.into_iter().enumerate() {
            owners.entry(word).or_default().push((sought, number));
        }
    }
    Words {
        trie: Trie::new(owners.keys().copied().zip(0..)),
        owners: owners.into_values().collect(),
    }
});

/// What a walk over a text finds.
pub(super) struct Found {
    /// What is no Chinese character, with its place in bytes.
    pub signs: Vec<(usize, char)>,
    /// The words of each list, by place.
    hits: [Vec<Hit>; LISTS],
}

impl Found {
    /// Walks over `text`.
    pub fn of(text: &str) -> Self {
        let mut found = Self {
            signs: Vec::new(),
            hits: [const { Vec::new() }; LISTS],
        };
        let Words { trie, owners } = &*WORDS;
        for (at, character) in text.char_indices() {
            if !is_han(character) {
                found.signs.push((at, character));
            } else if trie.may_begin(character) {
                trie.any_at(&text[at..], |length, word| {
                    let span = Span::new(at, at + length);
                    for &(sought, number) in &owners[word as usize] {
                        found.hits[sought as usize].push(Hit { span, number });
                    }
                    false
                });
            }
        }
        found
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
        let year = |start: usize| Hit {
            span: Span::new(start, start + 3),
            number: 0,
        };
        assert_eq!(found.hits(Sought::Year), [year(3), year(12)]);
        assert_eq!(found.hits(Sought::RelativeYear).len(), 1);
        assert_eq!(found.hits(Sought::YearCount).len(), 1);
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
            assert!(words.iter().all(|word| word.starts_with(is_han)));
        }
    }
}
