//! What `data/words.tsv` does to the cuts of sentences written for it.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use std::collections::HashSet;
use std::io::Read as _;
use std::path::Path;

use jieba_rs::Jieba;
use xushi::lexicon::words;
use xushi::reading::dictionary;

static DICTIONARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.gz"));

/// The dictionary of the command line, and the same without the words of the table.
fn segmenters() -> (Jieba, Jieba) {
    let mut packed = Vec::new();
    flate2::read::GzDecoder::new(DICTIONARY)
        .read_to_end(&mut packed)
        .unwrap();
    let added: HashSet<&str> = words::ROWS.iter().map(|row| row.word).collect();
    let (mut with, mut without) = (Jieba::empty(), Jieba::empty());
    dictionary::each_word(&packed, &mut |word, frequency, tag| {
        with.add_word(word, Some(frequency), Some(tag));
        if !added.contains(word) {
            without.add_word(word, Some(frequency), Some(tag));
        }
    })
    .unwrap();
    (with, without)
}

#[test]
fn words_of_official_texts_are_kept_whole() {
    let (with, without) = segmenters();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/words.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    let (mut right, mut before, mut cases) = (0, 0, 0);
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let (sentence, words) = row.split_once('\t').unwrap();
        let whole = |jieba: &Jieba| {
            let cut: HashSet<&str> = jieba
                .cut(sentence, false)
                .into_iter()
                .map(|token| token.word)
                .collect();
            words.split('、').all(|word| cut.contains(word))
        };
        cases += 1;
        right += usize::from(whole(&with));
        before += usize::from(whole(&without));
        if !whole(&with) {
            let cut: Vec<&str> = with.cut(sentence, false).iter().map(|t| t.word).collect();
            println!("{}", cut.join("/"));
        }
    }
    println!("{right} of {cases} cut as they should be, {before} without the table");
    assert_eq!(right, cases);
    assert!(before < cases / 4);
}
