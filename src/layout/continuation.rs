//! What tells that a paragraph goes on where another one broke off in the middle of a sentence: the
//! quotation it closes, the figure, the list or the word that it completes.

use super::paragraph::Paragraph;
use super::shape;
use crate::lexicon::{FastMap, common_words, set_phrases, stock_phrases};
use crate::numbering::{Form, marker};
use crate::text::numeral::plain_digit;

/// The most characters in which words are looked for.
const COMPARED: usize = 8_000;

/// The most places at which the last character before the break is looked at.
const PLACES: usize = 64;

/// How many characters on either side of a place are compared.
const AROUND: usize = 3;

/// The most characters of a word that a table is asked for.
const LONGEST: usize = 6;

/// What counts or measures what a figure names.
const UNITS: &str = "年月日时点分个项次名位人家户处件条座台套所亿万千百元吨亩平米公里度倍余多%％‰";

/// A paragraph that breaks off, and the text around it.
pub(super) struct Break {
    /// The last characters, the last one first.
    tail: Vec<char>,
    /// The last character.
    last: char,
    /// Whether a quotation or a bracket is open.
    open: bool,
    /// The last ordinal of a list inside it.
    ordinal: Option<u32>,
    /// Where its last character stands elsewhere: how many characters before agree, and those
    /// that follow.
    elsewhere: Vec<(usize, [char; AROUND])>,
    /// How often two characters stand inside a sentence and at the beginning of one.
    begun: FastMap<[char; 2], (u32, u32)>,
}

impl Break {
    /// The break at the end of `text`, to be compared with `rests`; how words are used,
    /// `paragraphs` show.
    pub(super) fn new<'r>(
        text: &str,
        rests: impl Iterator<Item = &'r str>,
        paragraphs: &[Paragraph],
    ) -> Self {
        let tail: Vec<char> = text.chars().rev().take(AROUND).collect();
        let mut found = Self {
            last: tail.first().copied().unwrap_or(' '),
            tail,
            open: text.chars().fold(0, shape::depth) > 0,
            ordinal: ordinals(text).last(),
            elsewhere: Vec::new(),
            begun: rests.map(|rest| (beginning(rest), (0, 0))).collect(),
        };
        let mut left = COMPARED;
        for paragraph in paragraphs {
            left = left.saturating_sub(found.learn(&paragraph.text));
            if left == 0 {
                break;
            }
        }
        found
    }

    /// Learns the language of `text`; how many characters it has.
    fn learn(&mut self, text: &str) -> usize {
        let characters: Vec<char> = text.chars().take(COMPARED).collect();
        for (at, pair) in characters.windows(2).enumerate() {
            if let Some(counts) = self.begun.get_mut(pair) {
                match at.checked_sub(1).map(|before| characters[before]) {
                    None | Some('。' | '！' | '!' | '？' | '?' | '；' | ';' | '“') => {
                        counts.1 += 1
                    }
                    Some(before) if before.is_alphanumeric() => counts.0 += 1,
                    _ => {}
                }
            }
            if pair[0] == self.last && self.elsewhere.len() < PLACES {
                let before = characters[..=at].iter().rev();
                let agree = before.zip(&self.tail).take_while(|(own, tail)| own == tail);
                let follow = |step| characters.get(at + step).copied().unwrap_or(' ');
                self.elsewhere
                    .push((agree.count(), [follow(1), follow(2), follow(3)]));
            }
        }
        characters.len()
    }

    /// How many signs there are that `rest` goes on here; none where it cannot.
    pub(super) fn signs(&self, rest: &str) -> Option<i64> {
        if self.open != shape::closes_quotation(rest) {
            return None;
        }
        let first = rest.chars().next()?;
        let figure = self.last.is_ascii_digit();
        if figure && !(first.is_ascii_digit() || first == '.' || UNITS.contains(first)) {
            return None;
        }
        let listed = ordinals(rest).next();
        let counts = self.ordinal.is_some_and(|last| listed == Some(last + 1));
        Some(
            3 * i64::from(self.open)
                + 3 * i64::from(figure)
                + 3 * i64::from(counts)
                + self.word(rest)
                + self.inside(rest)
                + left_over(rest),
        )
    }

    /// How surely a word or a phrase that stands elsewhere spans the break.
    fn word(&self, rest: &str) -> i64 {
        if !self.last.is_alphabetic() {
            return 0;
        }
        let longest = self.elsewhere.iter().map(|(before, follow)| {
            let pairs = rest.chars().zip(follow);
            let after = pairs.take_while(|(own, follow)| own == *follow).count();
            if after > 0 { before + after } else { 0 }
        });
        longest.max().unwrap_or(0).max(self.known(rest)) as i64
    }

    /// The length of the longest word or phrase of the tables that the break cuts.
    fn known(&self, rest: &str) -> usize {
        let mut longest = 0;
        let mut joined = String::new();
        for before in 1..=self.tail.len() {
            joined.clear();
            joined.extend(self.tail[..before].iter().rev());
            for (after, character) in rest.chars().take(LONGEST - before).enumerate() {
                joined.push(character);
                if is_known(&joined) {
                    longest = longest.max(before + after + 1);
                }
            }
        }
        longest
    }

    /// Whether what `rest` begins with stands elsewhere inside sentences, or at their beginning.
    fn inside(&self, rest: &str) -> i64 {
        // The paragraph's own beginning was counted.
        match self.begun.get(&beginning(rest)) {
            Some((0, 0 | 1)) | None => 0,
            Some((_, 0 | 1)) => 1,
            Some((0, _)) => -1,
            Some(_) => 0,
        }
    }
}

/// The first two characters.
fn beginning(text: &str) -> [char; 2] {
    let mut characters = text.chars();
    [(); 2].map(|()| characters.next().unwrap_or(' '))
}

/// Whether `text` is a word or a phrase of the tables.
fn is_known(text: &str) -> bool {
    set_phrases::TABLE.has(text) || stock_phrases::TABLE.has(text) || common_words::TABLE.has(text)
}

/// What speaks for it that `rest` begins with what is left of a clause: a character or two before
/// its first mark.
fn left_over(rest: &str) -> i64 {
    let mut characters = rest.chars().take(3);
    match characters.position(|first| "，。；：、".contains(first)) {
        Some(1) => 2,
        Some(2) => 1,
        _ => 0,
    }
}

/// The numbers of the ordinals of a list that stand in `text`, in order: 一是, 第二，.
fn ordinals(text: &str) -> impl Iterator<Item = u32> {
    let places = text.char_indices();
    let begins = places.filter(|(_, first)| *first == '第' || plain_digit(*first).is_some());
    begins.filter_map(|(at, _)| {
        let number = marker(&text[at..])?;
        matches!(number.form, Form::Count('是') | Form::Ordinal).then_some(number.number)
    })
}
