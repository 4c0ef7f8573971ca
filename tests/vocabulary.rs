//! What the words of a text tell: keywords with their places.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

#[path = "../build/pack.rs"]
mod pack;

use pack::pack;
use xushi::Analyzer;
use xushi::model::TermKind;
use xushi::reading::{Dictionary, dictionary};

/// A word list of our own.
const WORDS: &str = "项目 900 n\n建设 800 vn\n和 900 c\n";

#[test]
fn a_keyword_lies_where_its_words_stand() {
    let words = Analyzer::new(Dictionary::read(&pack(WORDS)).unwrap());
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
