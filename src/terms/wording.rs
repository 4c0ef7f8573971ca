//! Where a text uses fixed wording: set phrases, slogans, stock phrases, and the abstract words
//! between them.

use std::sync::LazyLock;

use super::slogans::quoted;
use crate::lexicon::{
    Trie, common_words, formula_words, set_phrases, slogans, stock_frames, stock_phrases,
    stock_sayings,
};
use crate::model::{Span, TermKind};
use crate::text::is_han;
use crate::text::letters::letters;

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
}

impl Wording {
    /// The kind of term that it makes, for a reader of the contract.
    pub fn term(self) -> Option<TermKind> {
        match self {
            Self::SetPhrase => Some(TermKind::SetPhrase),
            Self::Slogan => Some(TermKind::Slogan),
            Self::StockPhrase => Some(TermKind::StockPhrase),
            Self::FormulaWord | Self::Grammar => None,
        }
    }
}

/// One use of fixed wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub wording: Wording,
    /// Where it stands.
    pub span: Span,
}

/// The kinds by the numbers of entries.
const KINDS: [Wording; 5] = [
    Wording::SetPhrase,
    Wording::Slogan,
    Wording::StockPhrase,
    Wording::FormulaWord,
    Wording::Grammar,
];

/// The tables as one tree, an entry's number its kind. Any other common word has a number behind them: it
/// keeps its characters from being read as parts of entries, and is no hit itself.
static ENTRIES: LazyLock<Trie> = LazyLock::new(|| {
    let of = |kind: Wording| move |words: &'static str| (words, kind as u32);
    let set = set_phrases::ROWS.iter().map(|row| row.phrase);
    let slogans = slogans::ROWS.iter().map(|row| row.slogan);
    let stock = stock_phrases::ROWS.iter().map(|row| row.phrase);
    let stock = stock.chain(stock_sayings::ROWS.iter().map(|row| row.phrase));
    let formulas = formula_words::ROWS.iter().map(|row| match row.kind {
        formula_words::Kind::Grammar => of(Wording::Grammar)(row.word),
        _ => of(Wording::FormulaWord)(row.word),
    });
    let common = common_words::ROWS.iter().map(|row| row.word);
    // The walk stops where a quotation begins: it may be a slogan of no table.
    let common = common.chain(["“"]);
    // An entry that stands in two tables counts for the first.
    let phrases = set
        .map(of(Wording::SetPhrase))
        .chain(slogans.map(of(Wording::Slogan)))
        .chain(stock.map(of(Wording::StockPhrase)));
    let common = common.map(|word| (word, KINDS.len() as u32));
    Trie::new(phrases.chain(formulas).chain(common))
});

/// Fixed wording is seldom thicker in a text.
const BYTES_A_HIT: usize = 12;
/// The most characters between the two halves of a frame (奋力谱写…新篇章).
const LONGEST_GAP: usize = 16;

/// Every use of fixed wording in `text`, from left to right, the longest first. None overlap, but
/// that a frame holds what stands in its gap.
pub fn scan(text: &str) -> Vec<Hit> {
    let mut hits = Vec::with_capacity(text.len() / BYTES_A_HIT);
    let mut from = 0;
    while let Some((at, length, kind)) = ENTRIES.find(text, from) {
        from = at + length;
        // A quoted slogan is read as a whole, unless a longer entry begins with it.
        let quote = quoted(&text[at..]).filter(|&quote| quote > length);
        if let Some(quote) = quote {
            from = at + quote;
            // Without its marks.
            hits.push(Hit {
                wording: Wording::Slogan,
                span: Span::new(at + '“'.len_utf8(), from - '”'.len_utf8()),
            });
        } else if let Some(&kind) = KINDS.get(kind as usize) {
            add(text, Span::new(at, from), kind, &mut hits);
        }
    }
    hits
}

/// Adds the use of an entry in `text`.
fn add(text: &str, span: Span, mut wording: Wording, hits: &mut Vec<Hit>) {
    // Two characters are too few to tell a slogan from other words, unless it is quoted.
    if wording == Wording::Slogan && span.len() <= 6 && !text[..span.start].ends_with('“') {
        wording = Wording::Grammar;
    }
    let opens = stock_frames::TABLE.get(span.of(text));
    if let Some(whole) = opens.and_then(|row| frame(row.closings, span.len(), &text[span.start..]))
    {
        hits.push(Hit {
            wording: Wording::StockPhrase,
            span: Span::new(span.start, span.start + whole),
        });
    }
    hits.push(Hit { wording, span });
}

/// The length of the frame that `rest` begins with, the wording between its halves included.
fn frame(closings: &[&str], opening: usize, rest: &str) -> Option<usize> {
    let gaps = rest[opening..].char_indices().take(LONGEST_GAP + 1);
    let mut gaps = gaps.take_while(|(_, character)| is_han(*character));
    gaps.find_map(|(gap, _)| {
        let end = opening + gap;
        let mut closings = closings.iter();
        let closing = closings.find(|closing| rest[end..].starts_with(**closing))?;
        Some(end + closing.len())
    })
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

/// The cover of a stretch of `text` with so many letters, a sentence for instance, by the hits in the whole of it.
pub fn cover(text: &str, stretch: Span, all: usize, hits: &[Hit]) -> Cover {
    let mut cover = Cover::default();
    let mut at = stretch.start;
    let mut uncounted = 0;
    for hit in stretch.begun(hits, |hit| hit.span.start) {
        // What stands inside a frame is counted with the frame.
        if hit.span.start < at {
            continue;
        }
        at = hit.span.end;
        cover.has_formula_words |= hit.wording == Wording::FormulaWord;
        let letters = letters(hit.span.of(text));
        match hit.wording.term() {
            Some(_) => cover.phrases += letters,
            None => uncounted += letters,
        }
    }
    // A phrase may end behind the stretch.
    cover.counted = all.saturating_sub(uncounted).max(cover.phrases);
    cover
}
