//! Outlines of whole texts of many shapes: `tests/fixtures/outlines.txt`.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use xushi::Analyzer;
use xushi::model::{Heading, WarningCode};
use xushi::reading::Dictionary;

const CASES: &str = include_str!("fixtures/outlines.txt");

#[test]
fn texts_of_many_shapes_are_outlined_as_a_reader_would() {
    let mut wrong = String::new();
    let mut count = 0;
    for case in CASES.split("\n=== ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (text, expected) = rest.split_once("\n---\n").unwrap();
        let analysis = Analyzer::new(Dictionary::built_in().unwrap())
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

/// The codes of the warnings for a text, and the number of its documents.
fn warnings(text: &str) -> (Vec<WarningCode>, usize) {
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("outline.txt", text.as_bytes())
        .unwrap();
    let codes = analysis.source.warnings.iter();
    (
        codes.map(|warning| warning.code).collect(),
        analysis.documents.len(),
    )
}

#[test]
fn what_an_outline_cannot_tell_is_said() {
    let list = "一、工作思路\n二、重点工作\n三、工作要求\n";
    let body = "一、工作思路\n坚持稳中求进，投资增长百分之八。\n二、重点工作\n新建学校三所。\n三、工作要求\n按季上报进展，年底统一考核。\n";
    let (codes, documents) = warnings(&format!("{list}{body}"));
    assert!(codes.contains(&WarningCode::Contents) && documents == 1);
    assert!(!warnings(body).0.contains(&WarningCode::Contents));

    let deep = "一、总题\n（一）分题目\n1.小题目\n（1）子题目\n①细题目\n".repeat(10);
    assert!(warnings(&deep).0.contains(&WarningCode::Nesting));
    assert!(warnings(list).0.contains(&WarningCode::TitlesOnly));
    assert!(!warnings(body).0.contains(&WarningCode::TitlesOnly));
}

#[test]
fn numbering_without_end_is_cut_and_said() {
    let (codes, _) = warnings(&"第一，修路。第二，治水。".repeat(40_000));
    assert!(codes.contains(&WarningCode::TooMany));
}
