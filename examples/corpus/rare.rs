//! The infrequent words of jieba's dictionary that such texts use, for `data/rare-words.tsv`.

use std::collections::BTreeSet;

use crate::Result;
use crate::texts;

/// Prints the words that the texts are cut into and that the dictionary would lose by its cut.
pub fn print(texts: &[String]) -> Result {
    let jieba = texts::segmenter()?;
    let infrequent = texts::infrequent()?;
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for line in texts.iter().flat_map(|text| text.lines()) {
        let words = jieba.cut(line, false).into_iter().map(|token| token.word);
        found.extend(words.filter(|word| infrequent.contains(*word)));
    }
    println!(
        "# word: of jieba's dictionary, its frequency below {}, that one of {} official texts ({} characters) is cut into, counted by `cargo xtask lexicon rare`\nword:key",
        texts::FREQUENT,
        texts.len(),
        texts.iter().map(|text| text.chars().count()).sum::<usize>()
    );
    for word in found {
        println!("{word}");
    }
    Ok(())
}
