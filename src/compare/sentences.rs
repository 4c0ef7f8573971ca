//! A diff by sentence that knows moves.

use super::firmness;
use super::likeness::{Weights, dice, letters, pairs};
use super::pairing::{Candidate, best};
use super::text::Text;
use crate::lexicon::FastMap;
use crate::model::{SentenceChange, SentenceRow};

/// How alike two wordings of one sentence are at least: by weighted pairs to be found, by plain ones to be taken.
const FOUND: f64 = 0.3;
const ALIKE: f64 = 0.5;

/// A sentence of each text, and how alike they are, from 0 to 1.
type Pair = Candidate<f64>;

/// The sentences of the second text in order, each dropped one behind the one that stood before it.
pub fn rows(first: &Text, second: &Text) -> Vec<SentenceRow> {
    let [before, after] = [first, second].map(sentences);
    let mut pairs = equal(&before, &after);
    pairs.extend(changed(&before, &after, &pairs));
    pairs.sort_by_key(|pair| pair.first);
    let in_order = ascending(&pairs.iter().map(|pair| pair.second).collect::<Vec<_>>());
    let mut by_second: Vec<Option<usize>> = vec![None; after.len()];
    let mut by_first: Vec<Option<usize>> = vec![None; before.len()];
    for (at, pair) in pairs.iter().enumerate() {
        by_second[pair.second] = Some(at);
        by_first[pair.first] = Some(at);
    }
    let row = |old: Option<usize>, new: Option<usize>, pair: Option<usize>| {
        let alike = pair.map_or(0.0, |pair| pairs[pair].told);
        let moved = pair.is_some_and(|pair| !in_order[pair]);
        let cite = |text: &Text, words: &[&str], at: usize| {
            text.cite_words(text.document.sentences[at].span, words[at])
        };
        let firm = |words: &str| firmness::of_words(words);
        SentenceRow {
            change: match (old, new) {
                (None, _) => SentenceChange::New,
                (_, None) => SentenceChange::Dropped,
                _ if alike < 1.0 => SentenceChange::Changed,
                _ if moved => SentenceChange::Moved,
                _ => SentenceChange::Same,
            },
            moved,
            // What differs is not all the same.
            alike: (alike * 100.0) as u32,
            firmness: match (old, new) {
                (Some(old), Some(new)) => (firm(after[new]) - firm(before[old])).signum(),
                _ => 0,
            },
            first: old.map(|old| cite(first, &before, old)),
            second: new.map(|new| cite(second, &after, new)),
        }
    };
    let mut dropped: Vec<Vec<usize>> = vec![Vec::new(); after.len() + 1];
    for (at, behind) in dropped_behind(&pairs, &in_order, &by_first) {
        if !before[at].is_empty() {
            dropped[behind].push(at);
        }
    }
    let mut rows = Vec::new();
    rows.extend(dropped[0].iter().map(|&old| row(Some(old), None, None)));
    for (at, pair) in by_second.iter().enumerate() {
        if !after[at].is_empty() {
            rows.push(row(pair.map(|pair| pairs[pair].first), Some(at), *pair));
        }
        rows.extend(
            dropped[at + 1]
                .iter()
                .map(|&old| row(Some(old), None, None)),
        );
    }
    rows
}

/// The sentences that only the first text has, each with how many of the second are told before it.
fn dropped_behind(
    pairs: &[Pair],
    in_order: &[bool],
    by_first: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let (mut dropped, mut behind) = (Vec::new(), 0);
    for (at, pair) in by_first.iter().enumerate() {
        match *pair {
            Some(pair) if in_order[pair] => behind = pairs[pair].second + 1,
            Some(_) => {}
            None => dropped.push((at, behind)),
        }
    }
    dropped
}

/// The words of all sentences; marks alone are none.
fn sentences<'a>(text: &Text<'a>) -> Vec<&'a str> {
    let words = (0..text.document.sentences.len()).map(|at| text.sentence(at));
    let words = words.map(|words| match letters(words).next() {
        Some(_) => words,
        None => "",
    });
    words.collect()
}

/// Sentences that are letter for letter the same; of several the first with the first.
fn equal(before: &[&str], after: &[&str]) -> Vec<Pair> {
    let mut places: FastMap<&str, Vec<usize>> = FastMap::default();
    for (at, words) in after.iter().enumerate().rev() {
        places.entry(words).or_default().push(at);
    }
    let same = before.iter().enumerate().filter_map(|(first, words)| {
        let second = places.get_mut(words).filter(|_| !words.is_empty())?.pop()?;
        Some(Candidate {
            first,
            second,
            score: 1.0,
            told: 1.0,
        })
    });
    same.collect()
}

/// Those of the rest that are alike.
fn changed(before: &[&str], after: &[&str], equal: &[Pair]) -> Vec<Pair> {
    let rest = |words: &[&str], taken: Vec<usize>| -> Vec<usize> {
        let mut free = vec![true; words.len()];
        taken.into_iter().for_each(|at| free[at] = false);
        let rest = (0..words.len()).filter(|&at| free[at] && !words[at].is_empty());
        rest.collect()
    };
    let olds = rest(before, equal.iter().map(|pair| pair.first).collect());
    let news = rest(after, equal.iter().map(|pair| pair.second).collect());
    let words = (olds.iter().map(|&at| before[at])).chain(news.iter().map(|&at| after[at]));
    let found = Weights::of(words).alike(olds.len(), FOUND).into_iter();
    let candidates = found.filter_map(|(old, new, score)| {
        let (first, second) = (olds[old], news[new]);
        let alike = dice(&pairs(before[first]), &pairs(after[second]));
        // Another mark is a change, too.
        (alike >= ALIKE).then_some(Candidate {
            first,
            second,
            score,
            told: alike.min(0.99),
        })
    });
    best(candidates.collect())
}

/// Which numbers stand in the longest series that ascends.
fn ascending(numbers: &[usize]) -> Vec<bool> {
    // Of each length the place of the least number that ends such a series, and of each number the place before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, &number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stands = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stands[at] = true;
        next = before[at];
    }
    stands
}
