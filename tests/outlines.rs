//! Outlines of whole texts of many shapes: `tests/fixtures/outlines.txt`.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use xushi::Analyzer;
use xushi::model::Heading;

const CASES: &str = include_str!("fixtures/outlines.txt");

#[test]
fn texts_of_many_shapes_are_outlined_as_a_reader_would() {
    let mut wrong = String::new();
    let mut count = 0;
    for case in CASES.split("\n=== ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (text, expected) = rest.split_once("\n---\n").unwrap();
        let analysis = Analyzer::new()
            .analyze("outline.txt", text.as_bytes())
            .unwrap();
        let mut lines = Vec::new();
        for document in &analysis.documents {
            list(&document.outline, &mut lines);
        }
        let found = lines.join("\n");
        if found != expected.trim() {
            wrong += &format!(
                "{name}\nexpected:\n{}\nfound:\n{found}\n\n",
                expected.trim()
            );
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count >= 15);
}

fn list(headings: &[Heading], lines: &mut Vec<String>) {
    for heading in headings {
        let style = serde_json::to_string(&heading.style).unwrap();
        let style = style.trim_matches('"');
        lines.push(format!("{} {style} {}", heading.level, heading.title));
        list(&heading.children, lines);
    }
}
