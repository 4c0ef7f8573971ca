//! Where a text uses fixed wording: set phrases, slogans, stock phrases, and the abstract words
//! between them.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use super::slogans;
use crate::language::is_letter;
use crate::lexicon::{
    COMMON_WORDS, FORMULA_WORDS, SET_PHRASES, SLOGANS, STOCK_FRAMES, STOCK_PHRASES, STOCK_SAYINGS,
};
use crate::model::Span;

/// The kinds of fixed wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// 提法: an entry of `data/set-phrases.tsv`.
    SetPhrase,
    /// 数字提法: an entry of `data/slogans.tsv`, or a quoted form of that shape.
    Slogan,
    /// 套话: an entry of `data/stock-phrases.tsv` or `data/stock-sayings.tsv`, or a frame of `data/stock-frames.tsv`.
    StockPhrase,
    /// An abstract word of `data/formula-words.tsv` that fits every report; it counts neither way.
    FormulaWord,
    /// A word of grammar, which counts neither way.
    Grammar,
    /// Any other common word: it keeps its characters from being read as parts of the above, and is
    /// no hit itself.
    Matter,
}

/// One use of fixed wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub wording: Wording,
    /// Where it stands.
    pub span: Span,
    /// The entry, where it comes from a table: a number that [`entry_text`] knows.
    pub entry: Option<u32>,
}

/// What the automaton knows of an entry.
#[derive(Clone, Copy)]
struct Entry {
    /// Its number over all tables.
    number: u32,
    wording: Wording,
    /// The row of `data/stock-frames.tsv` whose frames begin with it.
    frame: Option<u16>,
}

/// The tables as one automaton: entries are numbered over all tables.
struct Tables {
    /// Finds the entries of a text from left to right, the longest first, in one walk; `None` only
    /// where the tables were empty.
    automaton: Option<CharwiseDoubleArrayAhoCorasick<Entry>>,
    entries: Vec<&'static str>,
    /// For each row of `data/stock-frames.tsv` its closing words.
    closings: Vec<Vec<&'static str>>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut entries = Vec::new();
        entries.extend(SET_PHRASES.iter().map(|row| (row[0], Wording::SetPhrase)));
        entries.extend(SLOGANS.iter().map(|row| (row[0], Wording::Slogan)));
        let stock = STOCK_PHRASES.iter().map(|row| row[0]);
        let sayings = STOCK_SAYINGS.iter().map(|row| row[0]);
        entries.extend(
            stock
                .chain(sayings)
                .map(|text| (text, Wording::StockPhrase)),
        );
        entries.extend(FORMULA_WORDS.iter().map(|row| {
            let wording = match row[1] {
                "grammar" => Wording::Grammar,
                _ => Wording::FormulaWord,
            };
            (row[0], wording)
        }));
        entries.extend(COMMON_WORDS.iter().map(|row| (row[0], Wording::Matter)));
        let frames: HashMap<&str, u16> = STOCK_FRAMES.iter().map(|row| row[0]).zip(0..).collect();
        // An entry that stands in two tables counts for the first.
        let mut seen = HashSet::new();
        let numbered = (0..)
            .zip(&entries)
            .filter(|(_, (text, _))| seen.insert(*text))
            .map(|(number, &(text, wording))| {
                let frame = frames.get(text).copied();
                let entry = Entry {
                    number,
                    wording,
                    frame,
                };
                (text, entry)
            });
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(numbered)
            .ok();
        Tables {
            automaton,
            entries: entries.into_iter().map(|(text, _)| text).collect(),
            closings: STOCK_FRAMES
                .iter()
                .map(|row| row[1].split('、').collect())
                .collect(),
        }
    })
}

/// The words of an entry.
pub fn entry_text(entry: u32) -> &'static str {
    tables().entries.get(entry as usize).copied().unwrap_or("")
}

/// The most characters between the two halves of a frame (奋力谱写…新篇章).
const LONGEST_GAP: usize = 16;

/// Every use of fixed wording in `text`, from left to right, the longest first. None overlap, but
/// that a frame holds what stands in its gap. `base` is where `text` begins.
pub fn scan(text: &str, base: usize) -> Vec<Hit> {
    let mut hits = Vec::new();
    let Some(automaton) = &tables().automaton else {
        return hits;
    };
    let mut quotes = quoted_slogans(text).peekable();
    let mut at = 0;
    for found in automaton.leftmost_find_iter(text) {
        let span = Span::new(found.start(), found.end());
        // A quoted slogan is read as a whole, unless a longer entry begins before it or with it.
        while let Some(quote) = quotes.next_if(|quote| {
            quote.start < span.start || quote.start == span.start && quote.end > span.end
        }) {
            if quote.start >= at {
                hits.push(slogan(text, quote, base));
                at = quote.end;
            }
        }
        if span.start >= at {
            add(text, span, found.value(), base, &mut hits);
            at = span.end;
        }
    }
    let rest = quotes.filter(|quote| quote.start >= at);
    hits.extend(rest.map(|quote| slogan(text, quote, base)));
    hits
}

/// A quoted slogan as a hit, without its marks.
fn slogan(text: &str, quote: Span, base: usize) -> Hit {
    let inside = Span::new(quote.start + '“'.len_utf8(), quote.end - '”'.len_utf8());
    Hit {
        wording: Wording::Slogan,
        span: Span::new(base + inside.start, base + inside.end),
        entry: exactly(inside.of(text)),
    }
}

/// The quoted slogans of a text, both marks included.
fn quoted_slogans(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.match_indices('“').filter_map(|(open, _)| {
        let length = slogans::quoted(&text[open..])?;
        Some(Span::new(open, open + length))
    })
}

/// The entry that `words` are.
fn exactly(words: &str) -> Option<u32> {
    let automaton = tables().automaton.as_ref()?;
    let first = automaton.leftmost_find_iter(words).next()?;
    (first.start() == 0 && first.end() == words.len()).then(|| first.value().number)
}

/// Adds the use of an entry in `text`.
fn add(text: &str, span: Span, entry: Entry, base: usize, hits: &mut Vec<Hit>) {
    let mut wording = entry.wording;
    if wording == Wording::Matter {
        return;
    }
    // Two characters are too few to tell a slogan from other words, unless it is quoted.
    if wording == Wording::Slogan && span.len() <= 6 && !text[..span.start].ends_with('“') {
        wording = Wording::Grammar;
    }
    let closings = entry
        .frame
        .and_then(|row| tables().closings.get(usize::from(row)));
    if let Some(whole) =
        closings.and_then(|closings| frame(closings, span.len(), &text[span.start..]))
    {
        hits.push(Hit {
            wording: Wording::StockPhrase,
            span: Span::new(base + span.start, base + span.start + whole),
            entry: None,
        });
    }
    hits.push(Hit {
        wording,
        span: Span::new(base + span.start, base + span.end),
        entry: Some(entry.number),
    });
}

/// The length of the frame that `rest` begins with, the wording between its halves included.
fn frame(closings: &[&str], opening: usize, rest: &str) -> Option<usize> {
    let mut gap = opening;
    for character in rest[opening..].chars().take(LONGEST_GAP + 1) {
        if !super::is_han(character) {
            return None;
        }
        let tail = &rest[gap..];
        if let Some(closing) = closings.iter().find(|closing| tail.starts_with(**closing)) {
            return Some(gap + closing.len());
        }
        gap += character.len_utf8();
    }
    None
}

/// How much of a stretch is fixed wording, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cover {
    /// Characters in set phrases, slogans and stock phrases.
    pub phrases: usize,
    /// All characters but marks, grammar and the formula words outside of phrases.
    pub counted: usize,
}

impl Cover {
    /// The share of fixed wording, 0 to 1. Where nothing is left to count, every word is one that fits
    /// any report: that is fixed wording from end to end.
    pub fn share(self) -> f64 {
        if self.counted == 0 {
            return 1.0;
        }
        self.phrases as f64 / self.counted as f64
    }
}

/// The cover of a stretch of `text`, a sentence for instance, by the hits in the whole of it.
pub fn cover(text: &str, stretch: Span, hits: &[Hit]) -> Cover {
    let mut cover = Cover::default();
    let mut at = stretch.start;
    let from = hits.partition_point(|hit| hit.span.start < stretch.start);
    let to = hits.partition_point(|hit| hit.span.start < stretch.end);
    let count = |stretch: &str| stretch.chars().filter(|&c| is_letter(c)).count();
    for hit in &hits[from..to] {
        // What stands inside a frame is counted with the frame.
        let Some(before) = text.get(at..hit.span.start) else {
            continue;
        };
        cover.counted += count(before);
        at = hit.span.end;
        let characters = count(hit.span.of(text));
        match hit.wording {
            Wording::SetPhrase | Wording::Slogan | Wording::StockPhrase => {
                cover.phrases += characters;
            }
            Wording::FormulaWord | Wording::Grammar => continue,
            Wording::Matter => {}
        }
        cover.counted += characters;
    }
    cover.counted += count(Span::new(at, stretch.end).of(text));
    cover
}
