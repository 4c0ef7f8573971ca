//! Two texts, with what is known of them together.

use std::cell::OnceCell;

use super::figures::{Around, Figure, Match, SHORT, Told, Values, is_payer, matched};
use super::likeness::Weights;
use super::text::{Text, runs};
use crate::lexicon::FastMap;

/// The earlier or upper text, the later or lower one, and how alike their sentences are.
pub struct Both<'a> {
    /// The earlier or upper one.
    pub first: &'a Text<'a>,
    /// The later or lower one.
    pub second: &'a Text<'a>,
    /// How alike a sentence of the first and one of the second are, where they are at all.
    context: FastMap<(usize, usize), f64>,
    values: [Values<'a>; 2],
    /// The figures of both, by the index of their claims.
    pub figures: [Vec<Figure<'a>>; 2],
    /// Where the second has each of its runs of some characters.
    runs: OnceCell<FastMap<&'a str, Vec<usize>>>,
}

/// How alike two sentences are at least, to be kept.
const LEAST: f64 = 0.15;

impl<'a> Both<'a> {
    /// Two texts.
    pub fn new(first: &'a Text<'a>, second: &'a Text<'a>) -> Self {
        let count = first.document.sentences.len();
        let words = |text: &'a Text<'a>| {
            let sentences = 0..text.document.sentences.len();
            sentences.map(|at| text.sentence(at))
        };
        let weights = Weights::of(words(first).chain(words(second)));
        let alike = weights.alike(count, LEAST).into_iter();
        Self {
            first,
            second,
            context: alike
                .map(|(one, other, share)| ((one, other), share))
                .collect(),
            values: [first, second].map(|text| Values::of(text.document)),
            figures: [first, second].map(|text| Figure::all(text.document)),
            runs: OnceCell::new(),
        }
    }

    /// The figure of a claim of the first text.
    pub fn figure(&self, claim: usize) -> &Figure<'a> {
        &self.figures[0][claim]
    }

    /// Whether a claim of the first text and one of the second measure the same.
    pub fn matched(&self, one: usize, other: usize) -> Option<Match> {
        let (first, second) = (&self.figures[0][one], &self.figures[1][other]);
        let (at, next) = (first.claim.sentence, second.claim.sentence);
        let told = self.values[0].told(first).max(self.values[1].told(second));
        let context = self.context(at, next);
        let before = [(at.wrapping_sub(1), next), (at, next.wrapping_sub(1))];
        let before = before.map(|(one, other)| self.context(one, other));
        let around = Around {
            context,
            topic: before.into_iter().fold(context, f64::max),
            told,
        };
        matched(first, second, around)
    }

    /// Whether the name of a claim of the first text does not tell by itself what is spoken of: it stands with several
    /// figures, or is short and stands with two. A name in quotation marks tells.
    pub fn is_vague(&self, claim: usize) -> bool {
        let figure = &self.figures[0][claim];
        match self.values[0].told(figure) {
            _ if figure.claim.indicator.starts_with('“') => false,
            Told::Well => is_payer(figure),
            Told::Hardly => figure.name.len() <= SHORT,
            Told::Vaguely => true,
        }
    }

    /// Where the second text has a run of characters.
    pub fn places(&self, run: &str) -> &[usize] {
        let known = self.runs.get_or_init(|| {
            let mut known: FastMap<&str, Vec<usize>> = FastMap::default();
            for (at, run) in runs(&self.second.document.text) {
                known.entry(run).or_default().push(at);
            }
            known
        });
        known.get(run).map_or(&[], Vec::as_slice)
    }

    /// How alike a sentence of the first and one of the second are.
    pub fn context(&self, first: usize, second: usize) -> f64 {
        let context = self.context.get(&(first, second));
        context.copied().unwrap_or_default()
    }
}
