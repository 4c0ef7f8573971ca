//! Where a text uses fixed wording: set phrases, slogans, stock phrases, and the abstract words
//! between them.

use std::sync::OnceLock;

use super::slogans::quoted;
use crate::lexicon::{
    Trie, common_words, formula_words, set_phrases, slogans, stock_frames, stock_phrases,
    stock_sayings,
};
use crate::model::Span;
use crate::text::character::{is_han, is_letter};

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

/// An entry of a table.
#[derive(Clone, Copy)]
struct Entry {
    text: &'static str,
    wording: Wording,
    /// The halves that end the frames that begin with it (`data/stock-frames.tsv`).
    closings: &'static [&'static str],
}

/// The tables as one tree: entries are numbered over all tables.
struct Tables {
    tree: Trie,
    entries: Vec<Entry>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let entry = |text, wording| Entry {
            text,
            wording,
            closings: stock_frames::TABLE
                .get(text)
                .map_or(&[], |row| row.closings),
        };
        // An entry that stands in two tables counts for the first.
        let mut entries = Vec::new();
        let mut add = |text, wording| entries.push(entry(text, wording));
        set_phrases::ROWS
            .iter()
            .for_each(|row| add(row.phrase, Wording::SetPhrase));
        slogans::ROWS
            .iter()
            .for_each(|row| add(row.slogan, Wording::Slogan));
        let stock = stock_phrases::ROWS.iter().map(|row| row.phrase);
        let sayings = stock_sayings::ROWS.iter().map(|row| row.phrase);
        stock
            .chain(sayings)
            .for_each(|text| add(text, Wording::StockPhrase));
        for row in formula_words::ROWS {
            let is_grammar = row.kind == formula_words::Kind::Grammar;
            add(
                row.word,
                if is_grammar {
                    Wording::Grammar
                } else {
                    Wording::FormulaWord
                },
            );
        }
        common_words::ROWS
            .iter()
            .for_each(|row| add(row.word, Wording::Matter));
        // The walk stops where a quotation begins: it may be a slogan of no table.
        add("“", Wording::Matter);
        Tables {
            tree: Trie::new(entries.iter().map(|entry| entry.text).zip(0..)),
            entries,
        }
    })
}

/// The words of an entry.
pub fn entry_text(entry: u32) -> &'static str {
    tables()
        .entries
        .get(entry as usize)
        .map_or("", |entry| entry.text)
}

/// The most characters between the two halves of a frame (奋力谱写…新篇章).
const LONGEST_GAP: usize = 16;

/// Every use of fixed wording in `text`, from left to right, the longest first. None overlap, but
/// that a frame holds what stands in its gap. `base` is where `text` begins.
pub fn scan(text: &str, base: usize) -> Vec<Hit> {
    let tree = &tables().tree;
    let mut hits = Vec::new();
    let mut from = 0;
    while let Some((at, length, entry)) = tree.find(text, from) {
        from = at + length;
        // A quoted slogan is read as a whole, unless a longer entry begins with it.
        let quote = quoted(&text[at..]).filter(|&quote| quote > length);
        if let Some(quote) = quote {
            from = at + quote;
            hits.push(slogan(text, Span::new(at, from), base));
        } else {
            add(text, Span::new(at, from), entry, base, &mut hits);
        }
    }
    hits
}

/// A quoted slogan as a hit, without its marks.
fn slogan(text: &str, quote: Span, base: usize) -> Hit {
    let inside = Span::new(quote.start + '“'.len_utf8(), quote.end - '”'.len_utf8());
    Hit {
        wording: Wording::Slogan,
        span: inside.moved(base),
        entry: tables().tree.exactly(inside.of(text)),
    }
}

/// Adds the use of an entry in `text`.
fn add(text: &str, span: Span, number: u32, base: usize, hits: &mut Vec<Hit>) {
    let Some(entry) = tables().entries.get(number as usize) else {
        return;
    };
    let mut wording = entry.wording;
    if wording == Wording::Matter {
        return;
    }
    // Two characters are too few to tell a slogan from other words, unless it is quoted.
    if wording == Wording::Slogan && span.len() <= 6 && !text[..span.start].ends_with('“') {
        wording = Wording::Grammar;
    }
    if let Some(whole) = frame(entry.closings, span.len(), &text[span.start..]) {
        hits.push(Hit {
            wording: Wording::StockPhrase,
            span: Span::new(span.start, span.start + whole).moved(base),
            entry: None,
        });
    }
    hits.push(Hit {
        wording,
        span: span.moved(base),
        entry: Some(number),
    });
}

/// The length of the frame that `rest` begins with, the wording between its halves included.
fn frame(closings: &[&str], opening: usize, rest: &str) -> Option<usize> {
    if closings.is_empty() {
        return None;
    }
    let mut gap = opening;
    for character in rest[opening..].chars().take(LONGEST_GAP + 1) {
        if !is_han(character) {
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
    /// Whether a formula word stands outside of phrases.
    pub has_formula_words: bool,
}

impl Cover {
    /// The share of fixed wording, 0 to 1. Words that fit any report, and nothing besides, are fixed
    /// wording from end to end.
    pub fn share(self) -> f64 {
        if self.counted == 0 {
            return f64::from(u8::from(self.has_formula_words));
        }
        self.phrases as f64 / self.counted as f64
    }
}

/// The cover of a stretch of `text`, a sentence for instance, by the hits in the whole of it.
pub fn cover(text: &str, stretch: Span, hits: &[Hit]) -> Cover {
    let mut cover = Cover::default();
    let mut at = stretch.start;
    let count = |stretch: &str| stretch.chars().filter(|&c| is_letter(c)).count();
    for hit in stretch.begun(hits, |hit| hit.span.start) {
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
            Wording::FormulaWord => {
                cover.has_formula_words = true;
                continue;
            }
            Wording::Grammar => continue,
            Wording::Matter => {}
        }
        cover.counted += characters;
    }
    cover.counted += count(Span::new(at, stretch.end).of(text));
    cover
}
