//! What words tell can be counted apart and added: the analysis is then the same as one with a dictionary.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use xushi::language::Dictionary;
use xushi::model::{TermKind, WarningCode};
use xushi::{Analyzer, vocabulary};

/// A word list of our own, some of whose words stand in the samples.
const WORDS: &str = "项目 900 n\n建设 800 vn\n发展 800 vn\n推进 500 v\n全面 400 d\n不断 300 d\n和 900 c\n以及 90 c\n企业 300 n\n产业 300 n\n工作 700 vn\n";

#[test]
fn words_counted_apart_are_added_to_the_same_analysis() {
    let with = Analyzer::with_dictionary(Dictionary::read(WORDS.as_bytes()).unwrap());
    let without = Analyzer::new();
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut texts: Vec<Vec<u8>> = fs::read_dir(seeds)
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    texts.push("\u{feff}一、增长5.2%。𠮷林项目和𠮷林项目".into());
    texts.push(Vec::new());
    for bytes in texts {
        let wanted = with.analyze("text", &bytes).unwrap();
        let mut joined = without.analyze("text", &bytes).unwrap();
        let vocabularies = with.vocabularies("text", &bytes, &[]).unwrap();
        assert_eq!(vocabularies.len(), joined.documents.len());
        for (document, told) in joined.documents.iter_mut().zip(vocabularies) {
            assert_eq!(document.statistics.words, None);
            vocabulary::add(document, told);
        }
        joined
            .source
            .warnings
            .retain(|warning| warning.code != WarningCode::NoDictionary);
        assert_eq!(joined, wanted);
    }
}

#[test]
fn a_keyword_lies_where_its_words_stand() {
    let words = Analyzer::with_dictionary(Dictionary::read(WORDS.as_bytes()).unwrap());
    let text = "😀项目多了。项目来了，项目好。\n";
    let analysis = words.analyze("text", text.as_bytes()).unwrap();
    let document = &analysis.documents[0];
    let units: Vec<u16> = document.text.encode_utf16().collect();
    let keyword = document
        .terms
        .iter()
        .find(|term| term.kind == TermKind::Keyword)
        .unwrap();
    assert_eq!(keyword.occurrences.len(), 3);
    for place in &keyword.occurrences {
        let found = String::from_utf16(&units[place.start..place.end]).unwrap();
        assert_eq!(found, keyword.text);
    }
}

#[test]
fn without_a_dictionary_words_tell_nothing() {
    let told = Analyzer::new()
        .vocabularies("text", "项目建设。".as_bytes(), &[])
        .unwrap();
    assert!(told.is_empty());
}
