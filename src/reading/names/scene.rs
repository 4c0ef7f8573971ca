//! A sentence as the kinds of names look at it: its tokens, and what stands before one of them.

use super::common::{is_common, is_formula};
use crate::lexicon::name_words::Part;
use crate::lexicon::{Set, trades};
use crate::model::Span;
use crate::reading::hits::Hits;
use crate::reading::marks::{ends_clause, ends_sentence};
use crate::reading::pos::Pos;
use crate::reading::token::{Kind, Token};
use crate::text::character::is_han;

/// The most characters of a name that no dictionary has.
const LONGEST_UNKNOWN: usize = 4;
/// The most words between a name and what its body is (湖北|工业|职业|技术|学院).
const MOST_TRADES: usize = 4;

/// A sentence.
pub struct Scene<'a> {
    /// The document's text.
    pub text: &'a str,
    /// Where the sentence stands.
    pub sentence: Span,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The hits of the document.
    pub hits: &'a Hits,
}

impl<'a> Scene<'a> {
    /// The words of a token; none where there is no such token.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    /// The token that begins at a place, or the first one behind it.
    pub fn token_from(&self, place: usize) -> usize {
        self.tokens
            .partition_point(|token| token.span.start < place)
    }

    /// The longest word of a part that begins with a token: where it ends.
    pub fn part_from(&self, at: usize, parts: impl Into<Set<Part>>) -> Option<usize> {
        let parts = parts.into();
        let start = self.tokens.get(at)?.span.start;
        let mut hits = self.hits.starting(start);
        hits.find(|hit| hit.lexeme.names.meets(parts))
            .map(|hit| hit.span.end)
    }

    /// Whether a word of a part ends just before a place.
    pub fn part_before(&self, place: usize, part: Part) -> bool {
        let mut hits = self.hits.ending(place);
        hits.any(|hit| hit.lexeme.names.has(part))
    }

    /// The stretch of at most `characters` before a place that no mark of a clause, nor 、 with `narrow`,
    /// interrupts.
    pub fn clause_before(&self, place: usize, characters: usize, narrow: bool) -> Span {
        let head = Span::new(self.sentence.start, place).of(self.text);
        let start = head
            .char_indices()
            .rev()
            .take(characters)
            .take_while(|&(_, mark)| {
                !(ends_clause(mark) || ends_sentence(mark) || narrow && mark == '、')
            })
            .last()
            .map_or(place, |(at, _)| self.sentence.start + at);
        Span::new(start, place)
    }

    /// Whether a word of a part stands in a stretch.
    pub fn has(&self, stretch: Span, part: Part) -> bool {
        let mut hits = self.hits.within(stretch);
        hits.any(|hit| hit.lexeme.names.has(part))
    }

    /// Where the name begins that ends at a place: a word of a name, or one that no common word covers.
    pub fn name_before(&self, place: usize) -> Option<usize> {
        let at = self.tokens.partition_point(|token| token.span.end < place);
        let token = self.tokens.get(at)?;
        if token.span.end == place {
            return self.name_ending_with(at);
        }
        // 白云|机场 may be one word, and so is 宜居城市, whose 城市 is common.
        if token.span.start >= place {
            return None;
        }
        let word = token.span.of(self.text);
        let name = Span::new(token.span.start, place);
        let goes_on = || {
            let mut places = word.char_indices().map(|(at, _)| at);
            places.any(|at| token.span.start + at < place && is_common(&word[at..]))
        };
        let words = name.of(self.text);
        let is_name = token.pos.is_nominal()
            && words.chars().nth(1).is_some()
            && !is_common(words)
            && !trades::TABLE.has(words)
            && !goes_on();
        is_name.then_some(name.start)
    }

    /// As [`Self::name_before`], or behind what the body deals with: 天润|机械|公司, 湖北|工业|职业|技术|学院.
    pub fn name_before_trade(&self, place: usize) -> Option<usize> {
        let head = Span::new(self.sentence.start, place).of(self.text);
        let trade = trades::TABLE.longest_at_end(head);
        let name = trade.map(|row| place - row.trade.len());
        self.name_before(place)
            .or_else(|| self.name_before(name?))
            .or_else(|| self.place_before_trades(place))
    }

    /// Where the place begins that stands before words of a body's name.
    fn place_before_trades(&self, place: usize) -> Option<usize> {
        let to = self.tokens.partition_point(|token| token.span.end <= place);
        let tokens = self.tokens[..to].iter().rev().take(MOST_TRADES + 1);
        let mut end = place;
        for token in tokens {
            let joins = token.span.end == end && token.kind == Kind::Word && token.pos.is_nominal();
            if !joins {
                return None;
            }
            let word = token.span.of(self.text);
            if token.pos == Pos::Place && word.chars().nth(1).is_some() && !is_common(word) {
                return Some(token.span.start);
            }
            end = token.span.start;
        }
        None
    }

    /// Where the name begins whose last word is a token.
    fn name_ending_with(&self, at: usize) -> Option<usize> {
        let token = self.tokens[at];
        let word = self.word(at);
        if token.kind != Kind::Word || !word.ends_with(is_han) {
            return None;
        }
        if word.chars().nth(1).is_some() {
            let is_name = token.pos.is_nominal() && token.pos != Pos::VerbNoun
                || matches!(token.pos, Pos::Adjective | Pos::Other);
            return (is_name && !is_common(word)).then_some(token.span.start);
        }
        // 青|崖|子: a name that no dictionary has is cut into its characters.
        let mut start = token.span.start;
        let mut characters = 0;
        for at in (0..=at).rev() {
            let token = self.tokens[at];
            if characters > 0 && token.span.end != start || !self.is_piece(at) {
                break;
            }
            characters += self.word(at).chars().count();
            if characters > LONGEST_UNKNOWN {
                break;
            }
            start = token.span.start;
        }
        (characters >= 2).then_some(start)
    }

    /// Whether a token may be a piece of a name that is cut up.
    fn is_piece(&self, at: usize) -> bool {
        let word = self.word(at);
        let pos = self.tokens[at].pos;
        let is_short = word.chars().nth(1).is_none();
        self.tokens[at].kind == Kind::Word
            && word.starts_with(is_han)
            && !matches!(pos, Pos::Particle | Pos::Conjunction | Pos::Pronoun)
            && !self.is_part(at, Part::Level)
            && if is_short {
                !is_formula(word)
            } else {
                matches!(pos, Pos::Place | Pos::Person | Pos::Other) && !is_common(word)
            }
    }

    fn is_part(&self, at: usize, part: Part) -> bool {
        let mut hits = self.hits.starting(self.tokens[at].span.start);
        hits.any(|hit| hit.span == self.tokens[at].span && hit.lexeme.names.has(part))
    }
}
