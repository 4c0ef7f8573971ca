//! Whole sentences, one form each, and the claims that must be found in them (`fixtures/claims.tsv`).

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use xushi::Analyzer;
use xushi::model::Claim;
use xushi::reading::Dictionary;

/// A work report of one passage and one sentence.
fn report(passage: &str, sentence: &str) -> String {
    match passage {
        "open" => format!("云汀市调研报告\n（2026年1月20日）\n{sentence}\n"),
        _ => {
            let heading = if passage == "review" {
                "一、2025年工作回顾"
            } else {
                "二、2026年工作安排"
            };
            format!("云汀市政府工作报告\n（2026年1月20日）\n各位代表：\n{heading}\n{sentence}\n")
        }
    }
}

fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

fn in_words(claim: &Claim) -> String {
    let value = match claim.value_max {
        Some(max) => format!("{}..{max}", claim.value),
        None => claim.value.to_string(),
    };
    format!(
        "{} = {value} {} · {} {} {} {} · {}",
        claim.text,
        claim.unit.as_deref().unwrap_or("-"),
        name(&claim.bound),
        name(&claim.measure),
        name(&claim.status),
        claim.period.as_deref().unwrap_or("-"),
        claim.indicator,
    )
}

#[test]
fn every_form_gives_its_claims() {
    let mut wrong = Vec::new();
    for line in include_str!("fixtures/claims.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let [passage, sentence, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns are needed: {line}")
        };
        let text = report(passage, sentence);
        let analysis = Analyzer::new(Dictionary::built_in().unwrap())
            .analyze("report.txt", text.as_bytes())
            .unwrap();
        let got: Vec<String> = analysis
            .documents
            .iter()
            .flat_map(|document| &document.claims)
            .map(in_words)
            .collect();
        if got.join(" | ") != expected {
            wrong.push(format!(
                "{sentence}\n  expected {expected}\n  got      {}",
                got.join(" | ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
