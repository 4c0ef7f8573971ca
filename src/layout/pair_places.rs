//! Where in a source its words stand: every two Chinese characters that stand together.

use std::ops::Range;

use super::paragraph::Paragraph;
use crate::text::character::is_han;

/// Two Chinese characters that stand together.
pub(super) type Pair = (char, char);

/// The first and the last paragraph that a pair stands in, counted from 1, roughly: pairs that
/// share a place are taken together. 0 where it stands in none.
pub(super) struct PairPlaces(Vec<(u32, u32)>);

/// The places; a power of two.
const PLACES: usize = 1 << 17;

impl PairPlaces {
    pub(super) fn of(paragraphs: &[Paragraph]) -> Self {
        let mut pair_places = Self(vec![(0, 0); PLACES]);
        for (paragraph, number) in paragraphs.iter().zip(1..) {
            for pair in pairs(&paragraph.text) {
                let (first, last) = &mut pair_places.0[Self::place(pair)];
                if *first == 0 {
                    *first = number;
                }
                *last = number;
            }
        }
        pair_places
    }

    /// Whether a pair stands in no other paragraphs than those of `range`.
    pub(super) fn is_within(&self, pair: Pair, range: &Range<usize>) -> bool {
        let (first, last) = self.0[Self::place(pair)];
        range.start < first as usize && last as usize <= range.end
    }

    fn place((first, second): Pair) -> usize {
        // 32 bits on every machine, so that every one decides alike.
        let mixed = u32::from(first).wrapping_mul(0x9e37_79b1)
            ^ u32::from(second).wrapping_mul(0x85eb_ca6b);
        (mixed >> 15) as usize & (PLACES - 1)
    }
}

/// Every two Chinese characters that stand together in `text`.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = Pair> {
    let mut previous = ' ';
    text.chars().filter_map(move |character| {
        let before = std::mem::replace(&mut previous, character);
        (is_han(before) && is_han(character)).then_some((before, character))
    })
}
