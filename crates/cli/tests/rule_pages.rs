//! What the pages about the rules are made from, `xushi rules --format json`: each rule in both
//! languages, with what it finds in its own example.

use std::process::Command;

use serde_json::Value;
use xushi::checks::RULES;

fn listed() -> Vec<Value> {
    let printed = Command::new(env!("CARGO_BIN_EXE_xushi"))
        .args(["rules", "--format", "json"])
        .output();
    printed
        .ok()
        .and_then(|printed| serde_json::from_slice(&printed.stdout).ok())
        .unwrap_or_default()
}

/// The strings that stand in both languages.
const BOTH: [&str; 5] = ["/name", "/what", "/why", "/source", "/found/message"];

/// The strings that stand once; what is found may be all of the text.
const ONCE: [&str; 6] = [
    "/id",
    "/group",
    "/severity",
    "/trips",
    "/silent",
    "/found/words",
];

#[test]
fn a_page_lacks_nothing_in_either_language() {
    let rules = listed();
    assert_eq!(rules.len(), RULES.len());
    for rule in &rules {
        let in_both = BOTH
            .iter()
            .flat_map(|key| ["zh", "en"].map(|language| format!("{key}/{language}")));
        for key in ONCE.iter().map(|key| (*key).to_owned()).chain(in_both) {
            let text = rule
                .pointer(&key)
                .and_then(Value::as_str)
                .unwrap_or_default();
            assert!(!text.is_empty(), "{}: {key}", rule["id"]);
        }
    }
}

#[test]
fn what_is_marked_stands_in_the_example() {
    for rule in listed() {
        let words = rule["found"]["words"].as_str().unwrap_or_default();
        let example = rule["trips"].as_str().unwrap_or_default();
        for line in words.lines() {
            assert!(example.contains(line), "{}: {line}", rule["id"]);
        }
    }
}
