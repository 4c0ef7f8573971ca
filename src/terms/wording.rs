//! Where a text uses fixed wording: set phrases, slogans, stock phrases, and the abstract words
//! between them.

use std::sync::OnceLock;

use super::slogans;
use super::trie::Trie;
use crate::language::is_letter;
use crate::lexicon::{
    COMMON_WORDS, FORMULA_WORDS, SET_PHRASES, SLOGANS, STOCK_FRAMES, STOCK_PHRASES,
};
use crate::model::Span;

/// The kinds of fixed wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// 提法: an entry of `data/set-phrases.tsv`.
    SetPhrase,
    /// 数字提法: an entry of `data/slogans.tsv`, or a quoted form of that shape.
    Slogan,
    /// 套话: an entry of `data/stock-phrases.tsv`, or a frame of `data/stock-frames.tsv`.
    StockPhrase,
    /// An abstract word of `data/formula-words.tsv` that fits every report.
    FormulaWord,
    /// A word of grammar, which counts neither way.
    Grammar,
    /// Any other common word: it keeps its characters from being read as parts of the above.
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

/// The tables as one tree: entries are numbered over all tables.
struct Tables {
    trie: Trie,
    entries: Vec<(&'static str, Wording)>,
    /// For each entry the closing words of the frames that begin with it.
    closings: Vec<Vec<&'static str>>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut entries = Vec::new();
        entries.extend(SET_PHRASES.iter().map(|row| (row[0], Wording::SetPhrase)));
        entries.extend(SLOGANS.iter().map(|row| (row[0], Wording::Slogan)));
        entries.extend(
            STOCK_PHRASES
                .iter()
                .map(|row| (row[0], Wording::StockPhrase)),
        );
        entries.extend(FORMULA_WORDS.iter().map(|row| {
            let wording = match row[1] {
                "grammar" => Wording::Grammar,
                _ => Wording::FormulaWord,
            };
            (row[0], wording)
        }));
        entries.extend(COMMON_WORDS.iter().map(|row| (row[0], Wording::Matter)));
        let trie = Trie::new(
            entries
                .iter()
                .enumerate()
                .map(|(number, (text, _))| (*text, number as u32)),
        );
        let closings = entries
            .iter()
            .map(|(text, _)| {
                STOCK_FRAMES
                    .binary_search_by(|row| row[0].cmp(text))
                    .map_or_else(
                        |_| Vec::new(),
                        |at| STOCK_FRAMES[at][1].split('、').collect(),
                    )
            })
            .collect();
        Tables {
            trie,
            entries,
            closings,
        }
    })
}

/// The words of an entry.
pub fn entry_text(entry: u32) -> &'static str {
    tables()
        .entries
        .get(entry as usize)
        .map_or("", |(text, _)| text)
}

/// The most characters between the two halves of a frame (奋力谱写…新篇章).
const LONGEST_GAP: usize = 16;

/// Every use of fixed wording in `text`, from left to right, the longest first. None overlap, but
/// that a frame holds what stands in its gap. `base` is where `text` begins.
pub fn scan(text: &str, base: usize) -> Vec<Hit> {
    let tables = tables();
    let mut hits = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next().unwrap_or(' ');
        let longest = tables.trie.longest(rest);
        let quoted = (first == '“').then(|| slogans::quoted(rest)).flatten();
        if let Some(length) = quoted.filter(|&length| longest.is_none_or(|(own, _)| own < length)) {
            let inside = Span::new(at + '“'.len_utf8(), at + length - '”'.len_utf8());
            hits.push(Hit {
                wording: Wording::Slogan,
                span: Span::new(base + inside.start, base + inside.end),
                entry: tables.trie.exactly(inside.of(text)),
            });
            at += length;
            continue;
        }
        let Some((length, number)) = longest else {
            at += first.len_utf8();
            continue;
        };
        let (_, mut wording) = tables.entries[number as usize];
        // Two characters are too few to tell a slogan from other words, unless it is quoted.
        if wording == Wording::Slogan && length <= 6 && !text[..at].ends_with('“') {
            wording = Wording::Grammar;
        }
        if let Some(whole) = frame(&tables.closings[number as usize], length, rest) {
            hits.push(Hit {
                wording: Wording::StockPhrase,
                span: Span::new(base + at, base + at + whole),
                entry: None,
            });
        }
        hits.push(Hit {
            wording,
            span: Span::new(base + at, base + at + length),
            entry: Some(number),
        });
        at += length;
    }
    hits
}

/// The length of the frame that `rest` begins with, the wording between its halves included.
fn frame(closings: &[&str], opening: usize, rest: &str) -> Option<usize> {
    if closings.is_empty() {
        return None;
    }
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
    /// Characters in formula words outside of these.
    pub formula_words: usize,
    /// All characters that could be either: marks and grammar left out.
    pub counted: usize,
}

/// What a character in a formula word counts for: an abstract word alone is weaker evidence of
/// padding than a phrase that every text repeats.
const FORMULA_WORD_WEIGHT: f64 = 0.75;

impl Cover {
    /// The share of fixed wording, 0 to 1; 0 where nothing is counted.
    pub fn share(self) -> f64 {
        if self.counted == 0 {
            return 0.0;
        }
        let fixed = self.phrases as f64 + FORMULA_WORD_WEIGHT * self.formula_words as f64;
        fixed / self.counted as f64
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
            Wording::FormulaWord => cover.formula_words += characters,
            Wording::Grammar => continue,
            Wording::Matter => {}
        }
        cover.counted += characters;
    }
    cover.counted += count(Span::new(at, stretch.end).of(text));
    cover
}
