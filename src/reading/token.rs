//! Tokens: a document's words with what is known of each, numbers and times whole.

use super::joints;
use super::pos::Pos;
use super::time::Time;
use super::words::Word;
use crate::lexicon::name_words::{Part, TABLE};
use crate::lexicon::{Set, grammar, predicates, units};
use crate::model::Span;
use crate::text::numeral::{self, Numeral};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word of the dictionary, or a character that is in none.
    Word,
    /// A number, magnitudes included: 1.2万, 三百五十, 近百 without 近.
    Number,
    /// A time: 2024年底前, “十四五”期末.
    Time,
    /// A mark.
    Mark,
}

/// A piece of a document's text that no rule divides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its part of speech.
    pub pos: Pos,
}

/// A number and where it stands.
pub type Number = (Span, Numeral);

/// The tokens of `text`, white space left out, and its numbers. `words` and `times` ascend.
///
/// A number takes in the words that it covers whole; where it ends inside a word of numbers (一|个) that
/// word is divided, and inside any other (六盘水) it is none.
pub(super) fn tokens(
    text: &str,
    words: &[Word],
    times: &[(Span, Time)],
) -> (Vec<Token>, Vec<Number>) {
    let mut builder = Builder {
        text,
        words,
        tokens: Vec::with_capacity(words.len() * 5 / 4),
        numbers: Vec::new(),
        at: 0,
        next: 0,
    };
    for (span, _) in times {
        builder.until(span.start);
        builder.push(*span, Kind::Time, Pos::Time);
        builder.pass(span.end);
    }
    builder.until(text.len());
    (builder.tokens, builder.numbers)
}

struct Builder<'a> {
    text: &'a str,
    words: &'a [Word],
    tokens: Vec<Token>,
    numbers: Vec<Number>,
    /// The place up to which tokens were made.
    at: usize,
    /// The first word that ends behind it.
    next: usize,
}

impl Builder<'_> {
    /// Makes the tokens before `end`.
    fn until(&mut self, end: usize) {
        while let Some(word) = self.words.get(self.next) {
            // A word that goes on behind `end` was read up to there.
            if word.span.start.max(self.at) >= end {
                break;
            }
            self.marks(word.span.start.max(self.at));
            // What a number or a time has left of a word.
            let rest = Span::new(word.span.start.max(self.at), word.span.end.min(end));
            if !self.number(rest.start, end) {
                let pos = if rest.start > word.span.start {
                    Pos::Classifier
                } else {
                    word.pos
                };
                match self.joint(rest, pos).filter(|_| rest == word.span) {
                    Some((middle, head, tail)) => {
                        self.push(Span::new(rest.start, middle), Kind::Word, head);
                        self.push(Span::new(middle, rest.end), Kind::Word, tail);
                    }
                    None => self.push(rest, Kind::Word, pos),
                }
                self.pass(rest.end);
            }
        }
        self.marks(end);
    }

    /// Makes a mark of each character before `end` that is no white space.
    fn marks(&mut self, end: usize) {
        let gap = self.text.get(self.at..end).unwrap_or_default();
        for (at, mark) in gap.char_indices() {
            if !mark.is_whitespace() {
                let start = self.at + at;
                self.push(
                    Span::new(start, start + mark.len_utf8()),
                    Kind::Mark,
                    Pos::Mark,
                );
            }
        }
        self.pass(end.max(self.at));
    }

    /// Makes a number of what begins at `start`, where one does.
    fn number(&mut self, start: usize, end: usize) -> bool {
        let rest = self.text.get(start..end).unwrap_or_default();
        // Nearly all words are told off by their first character.
        if !rest.starts_with(numeral::may_begin) {
            return false;
        }
        let Some(mut read) = numeral::fraction(rest).or_else(|| numeral::read(rest)) else {
            return false;
        };
        let mut span = Span::new(start, start + read.length);
        if let Some(word) = self.word_divided_at(span.end) {
            let is_unit = |words: Span| units::TABLE.has(words.of(self.text));
            let of_numbers = matches!(
                word.pos,
                Pos::Number | Pos::Classifier | Pos::Time | Pos::Foreign | Pos::Other
            );
            // 四亿人, 400|余场: more than a figure with a unit behind it, whatever word they make.
            let counts = (word.span.start > start
                || read.signs > 1
                || self.is_behind_levels(start)
                || self.is_behind_bound(start))
                && is_unit(Span::new(span.end, word.span.end));
            if is_unit(word.span) {
                // 百分点, 5|千瓦: a unit is not divided.
                let before = self.text.get(start..word.span.start).unwrap_or_default();
                let Some(shorter) = numeral::read(before) else {
                    return false;
                };
                read = shorter;
                span.end = start + read.length;
            } else if !of_numbers && !counts && read.of == 1.0 {
                return false;
            }
        }
        self.push(span, Kind::Number, Pos::Number);
        self.numbers.push((span, read));
        self.pass(span.end);
        true
    }

    /// Where a word is two: those of [`joints`], and the unit behind a number before a bound (50|所以上) or in a word
    /// that says where (20|家中).
    fn joint(&self, word: Span, pos: Pos) -> Option<(usize, Pos, Pos)> {
        let behind_number = (self.tokens.last())
            .is_some_and(|last| last.kind == Kind::Number && last.span.end == word.start);
        if !behind_number {
            return joints::of_word(self.text, word);
        }
        let bounds = |end: usize| {
            use grammar::Role::{About, Over, Under};
            let row = grammar::TABLE.longest(&self.text[end..]);
            row.is_some_and(|row| matches!(row.role, Over | Under | About))
        };
        units::TABLE
            .beginnings(word.of(self.text))
            .map(|row| word.start + row.unit.len())
            .find(|&end| end < word.end && (pos == Pos::Position || bounds(end)))
            .map(|end| (end, Pos::Classifier, Pos::Position))
    }

    /// 超|百场, 近|千户: whether a word that bounds a number ends at a place.
    fn is_behind_bound(&self, at: usize) -> bool {
        use predicates::Role::{About, AtLeast, AtMost};
        let bounds = |row: &predicates::Row| matches!(row.role, Some(About | AtLeast | AtMost));
        let last = self.tokens.last().filter(|last| last.span.end == at);
        last.is_some_and(|last| {
            predicates::TABLE
                .get(last.span.of(self.text))
                .is_some_and(bounds)
        })
    }

    /// 省市县 before 三级: levels are counted, where 三级医院 has one.
    fn is_behind_levels(&self, at: usize) -> bool {
        let level = |text: &'_ str| {
            let levels = Set::of([Part::Level, Part::LevelOfKey]);
            let row = TABLE.endings(text).find(|row| row.parts.meets(levels))?;
            Some(text.len() - row.word.len())
        };
        let before = &self.text[..at];
        level(before).is_some_and(|end| level(&before[..end]).is_some())
    }

    /// The word that goes on behind `end` and begins before.
    fn word_divided_at(&self, end: usize) -> Option<&Word> {
        (self.words[self.next..].iter())
            .find(|word| word.span.end >= end)
            .filter(|word| (word.span.start + 1..word.span.end).contains(&end))
    }

    fn push(&mut self, span: Span, kind: Kind, pos: Pos) {
        self.tokens.push(Token { span, kind, pos });
    }

    /// Goes on at `to`.
    fn pass(&mut self, to: usize) {
        self.at = to;
        let passed = |word: &&Word| word.span.end <= to;
        self.next += self.words[self.next..].iter().take_while(passed).count();
    }
}

#[cfg(test)]
mod tests {
    use super::super::time::{Clock, find};
    use super::super::words::for_tests;
    use super::*;
    use crate::model::{Block, BlockKind};

    /// The tokens of a text, numbers in <>, times in [].
    fn cut(text: &str) -> Vec<String> {
        let block = Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len()),
        };
        told(text, &for_tests().words(text, &[block]))
    }

    fn told(text: &str, words: &[Word]) -> Vec<String> {
        let span = Span::new(0, text.len());
        let times = find(text, span, Clock::default());
        let (tokens, _) = tokens(text, words, &times);
        tokens
            .iter()
            .map(|token| {
                let words = token.span.of(text);
                match token.kind {
                    Kind::Number => format!("<{words}>"),
                    Kind::Time => format!("[{words}]"),
                    Kind::Word | Kind::Mark => words.to_owned(),
                }
            })
            .collect()
    }

    #[test]
    fn numbers_and_times_are_whole() {
        assert_eq!(
            cut("2026年新增就业1.2万人，增长6.5%。"),
            [
                "[2026年]",
                "新增",
                "就业",
                "<1.2万>",
                "人",
                "，",
                "增长",
                "<6.5>",
                "%",
                "。"
            ]
        );
    }

    #[test]
    fn a_number_that_ends_in_a_word_of_numbers_divides_it() {
        assert_eq!(cut("建成一个园区"), ["建成", "<一>", "个", "园区"]);
    }

    #[test]
    fn no_number_begins_inside_a_name() {
        assert_eq!(cut("六盘水的三农工作"), ["六盘水", "的", "三农", "工作"]);
        assert_eq!(cut("46万群众"), ["<46万>", "群众"]);
    }

    #[test]
    fn a_time_inside_a_word_divides_it() {
        let text = "自2024年来";
        let word = Word {
            span: Span::new(0, text.len()),
            number: 0,
            tag: "n",
            pos: Pos::Noun,
        };
        assert_eq!(told(text, &[word]), ["自", "[2024年]", "来"]);
    }
}
