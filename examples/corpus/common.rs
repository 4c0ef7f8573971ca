//! Words that many texts share, for `data/common-words.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use xushi::text::character::is_han;

use crate::Result;
use crate::texts::{self, Text};

/// The texts that a common word must stand in.
const LEAST: usize = 5;

/// Prints the words of two to four characters that stand in at least [`LEAST`] texts, names left
/// out, with the number of texts.
pub fn print(texts: &[Text]) -> Result {
    let jieba = texts::segmenter()?;
    let mut documents: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts {
        let words: BTreeSet<&str> = text
            .words
            .lines()
            .flat_map(|line| jieba.tag(line, false))
            .filter(|token| {
                let length = token.word.chars().count();
                let name = matches!(
                    token.tag,
                    "nr" | "ns" | "nt" | "nrt" | "nrfg" | "m" | "x" | "eng"
                );
                (2..=4).contains(&length) && token.word.chars().all(is_han) && !name
            })
            .map(|token| token.word)
            .collect();
        for word in words {
            *documents.entry(word).or_default() += 1;
        }
    }
    println!(
        "# word: of two to four characters, names aside\tdocuments: national government reports of {}–{} ({}) that hold it, counted by `cargo xtask lexicon common`\nword:key\tdocuments:number",
        texts.first().map_or(0, |text| text.year),
        texts.last().map_or(0, |text| text.year),
        texts.len()
    );
    for (word, count) in documents.into_iter().filter(|(_, count)| *count >= LEAST) {
        println!("{word}\t{count}");
    }
    Ok(())
}
