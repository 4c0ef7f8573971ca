//! Verbs that orders begin with, candidates for `data/action-verbs.tsv`: what stands behind 要 and behind the adverbs that
//! urge (切实, 积极), by the number of texts.

use std::collections::{BTreeMap, BTreeSet};

use xushi::layout;
use xushi::lexicon::{LEXICON, action_verbs::Kind as Opens};
use xushi::outline::outline;
use xushi::reading::{Dictionary, Kind, Pos, Reading};

use crate::Result;

/// The texts that a candidate must stand in.
const LEAST: usize = 3;

/// The verbs of two characters or more that no order is known to begin with, most frequent first, with the texts that
/// have them behind what urges, and those where a sentence begins with them.
pub fn candidates(texts: &[String]) -> Result<String> {
    let dictionary = Dictionary::built_in()?;
    let mut urged: BTreeMap<String, usize> = BTreeMap::new();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let (mut behind, mut at_head) = (BTreeSet::new(), BTreeSet::new());
        for layout in layout::lay_out(text).documents {
            let outline = outline(&layout.text, &layout.blocks);
            let reading = Reading::new(&layout, &outline, &dictionary);
            words(&reading, &mut behind, &mut at_head);
        }
        for word in behind {
            *urged.entry(word).or_default() += 1;
        }
        for word in at_head {
            *first.entry(word).or_default() += 1;
        }
    }
    let mut rows: Vec<(usize, usize, String)> = urged
        .into_iter()
        .map(|(word, count)| (count, first.get(&word).copied().unwrap_or(0), word))
        .filter(|(count, ..)| *count >= LEAST)
        .collect();
    rows.sort_by(|a, b| b.cmp(a));
    Ok(rows
        .iter()
        .map(|(urged, first, word)| format!("{word}\t{urged}\t{first}\n"))
        .collect())
}

fn words(reading: &Reading, behind: &mut BTreeSet<String>, at_head: &mut BTreeSet<String>) {
    for pair in reading.tokens.windows(2) {
        let (before, token) = (pair[0], pair[1]);
        let word = token.span.of(reading.text);
        let verb = token.kind == Kind::Word && matches!(token.pos, Pos::Verb | Pos::VerbNoun);
        if !verb
            || word.chars().count() < 2
            || LEXICON
                .word(word)
                .is_some_and(|known| known.opens.is_some())
        {
            continue;
        }
        let ends = before.span.of(reading.text);
        let urges = ends == "要"
            || LEXICON
                .word(ends)
                .is_some_and(|known| known.opens == Some(Opens::Adverb));
        if urges {
            behind.insert(word.to_owned());
        }
        if ends.ends_with(['。', '；', '\n']) {
            at_head.insert(word.to_owned());
        }
    }
}
