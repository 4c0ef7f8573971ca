//! A text that trips every rule by the thousand: findings are capped, and the rest is counted.

use std::collections::BTreeMap;

use xushi::Analyzer;
use xushi::model::Finding;
use xushi::reading::Dictionary;

use crate::draw::Draw;
use crate::words::Words;

/// The most findings of one rule in one document.
const MOST: usize = 50;

/// A passage with slips of every kind; its numbers keep the passages apart where they must be.
const PASSAGE: &str = include_str!("../data/flood.txt");

#[test]
fn slips_by_the_thousand_are_capped_and_counted() {
    let mut words = Words::new();
    let passages = (0..2000).map(|number| {
        words.tell("year", 2001 + number % 20);
        words.tell("share", 50 + number % 9);
        words.tell("number", number);
        words.fill(PASSAGE, &mut Draw::new(0))
    });
    let passages: String = passages.collect();
    let text = format!("关于春耕的通知\n2024年1月3日\n各县：\n{passages}推动高质量发展，推");
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("flood.txt", text.as_bytes())
        .unwrap();
    let mut seen = 0;
    for document in &analysis.documents {
        let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in &document.findings {
            rules.entry(&finding.rule).or_default().push(finding);
        }
        seen += rules.len();
        for (rule, findings) in rules {
            assert!(findings.len() <= MOST, "{rule}: {}", findings.len());
            let last = findings.iter().max_by_key(|finding| finding.span).unwrap();
            let is_capped = findings.len() == MOST;
            assert!(
                !is_capped || last.message.contains("另有"),
                "{rule}: {last:?}"
            );
        }
    }
    assert!(seen > 20, "only {seen} rules say anything");
}
