//! 300 sentences of the kinds that reports, notices, communiqués and news are made of, written for
//! this project, each with the claims that a reader finds in it (`fixtures/claims-forms.tsv`).
//! Every field is compared, and indicators by the rule by which agreement is counted: half of the
//! longer name in common, or the shorter one its tail.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use xushi::Analyzer;
use xushi::model::{Claim, Status};
use xushi::reading::Dictionary;

/// The document around a sentence, by its kind.
fn document(kind: &str, sentence: &str) -> String {
    let report = |heading: &str| {
        format!("云汀市政府工作报告\n（2026年1月20日）\n各位代表：\n{heading}\n{sentence}\n")
    };
    match kind {
        "review" => report("一、2025年工作回顾"),
        "plan" => report("二、2026年工作安排"),
        "open" => format!("云汀市调研报告\n（2026年1月20日）\n{sentence}\n"),
        "notice" => format!(
            "云汀市人民政府办公室关于印发重点工作方案的通知\n各县（区）人民政府，市政府各部门：\n\
             {sentence}\n云汀市人民政府办公室\n2026年3月10日\n"
        ),
        "communique" => format!(
            "云汀市2025年国民经济和社会发展统计公报\n（2026年3月20日）\n一、综合\n{sentence}\n"
        ),
        "news" => {
            format!("云汀经济稳中有进\n来源：云汀日报　发布时间：2026-08-06\n{sentence}\n")
        }
        "outline" => {
            format!("云汀市国民经济和社会发展第十五个五年规划纲要\n（2026年2月10日）\n{sentence}\n")
        }
        "undated" => format!("一线见闻\n{sentence}\n"),
        other => panic!("no document of the kind {other}"),
    }
}

/// A claim's fields by name, as a fixture writes them.
type Fields = BTreeMap<&'static str, String>;

/// `text = value unit · bound measure status period · indicator · owner … · commitment …`
fn expected(claim: &str) -> Fields {
    let mut parts = claim.split(" · ");
    let (text, amount) = parts.next().unwrap().split_once(" = ").unwrap();
    let (value, unit) = amount.split_once(' ').unwrap();
    let senses: Vec<&str> = parts.next().unwrap().split(' ').collect();
    let [bound, measure, status, period] = senses[..] else {
        panic!("bound, measure, status and period are needed: {claim}")
    };
    let mut fields = Fields::from([
        ("text", text.to_owned()),
        ("value", value.to_owned()),
        ("unit", unit.to_owned()),
        ("bound", bound.to_owned()),
        ("measure", measure.to_owned()),
        ("status", status.to_owned()),
        ("period", period.to_owned()),
        ("indicator", parts.next().unwrap().to_owned()),
    ]);
    for part in parts {
        let (name, value) = part.split_once(' ').unwrap();
        let name = if name == "owner" {
            "owner"
        } else {
            "commitment"
        };
        fields.insert(name, value.to_owned());
    }
    fields
}

fn found(claim: &Claim) -> Fields {
    let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    let or_dash = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    Fields::from([
        ("text", claim.text.clone()),
        (
            "value",
            match claim.value_max {
                Some(max) => format!("{}..{max}", claim.value),
                None => claim.value.to_string(),
            },
        ),
        ("unit", or_dash(&claim.unit)),
        ("bound", word(serde_json::to_value(claim.bound).unwrap())),
        (
            "measure",
            word(serde_json::to_value(claim.measure).unwrap()),
        ),
        ("status", word(serde_json::to_value(claim.status).unwrap())),
        ("period", or_dash(&claim.period)),
        ("indicator", claim.indicator.clone()),
        ("owner", or_dash(&claim.owner)),
        ("commitment", or_dash(&claim.commitment)),
    ])
}

/// Whether a field agrees; periods do when they end in the same year.
fn agrees(name: &str, expected: &str, found: &str) -> bool {
    let last_year = |period: &str| {
        let last = period.rsplit('/').next().unwrap_or(period);
        last.chars().take(4).collect::<String>()
    };
    match name {
        "indicator" => expected.split('|').any(|name| same_name(name, found)),
        "period" => last_year(expected) == last_year(found),
        "value" => {
            let numbers = |value: &str| -> Vec<f64> {
                value.split("..").map(|end| end.parse().unwrap()).collect()
            };
            let (expected, found) = (numbers(expected), numbers(found));
            expected.len() == found.len()
                && expected
                    .iter()
                    .zip(&found)
                    .all(|(a, b)| (a - b).abs() <= 1e-9 * a.abs().max(1.0))
        }
        _ => expected == found,
    }
}

/// Half of the longer name in common, or the shorter one its tail.
fn same_name(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let common = (0..short.len())
        .flat_map(|from| (from + 1..=short.len()).map(move |to| (from, to)))
        .filter(|&(from, to)| long.windows(to - from).any(|part| part == &short[from..to]))
        .map(|(from, to)| to - from)
        .max()
        .unwrap_or(0);
    short == long || short.len() >= 2 && long.ends_with(&short) || 2 * common >= long.len().max(1)
}

/// What is wrong with the claims found in a sentence, a line each.
fn faults(wanted: &str, claims: &[Claim]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut rest = claims;
    for wanted in wanted.split(" | ").filter(|wanted| !wanted.is_empty()) {
        // (…) is optional: a name, a size, a duration, a rule.
        let optional = wanted
            .strip_prefix('(')
            .and_then(|text| text.strip_suffix(')'));
        let text = optional.unwrap_or_else(|| wanted.split(" = ").next().unwrap_or(wanted));
        let Some(at) = rest.iter().position(|claim| claim.text == text) else {
            if optional.is_none() {
                faults.push(format!("{text}: not found"));
            }
            continue;
        };
        faults.extend(superfluous(&rest[..at]));
        if optional.is_none() {
            let found = found(&rest[at]);
            for (name, wanted) in expected(wanted) {
                let found = &found[name];
                if !agrees(name, &wanted, found) {
                    faults.push(format!("{text}: {name} is {found}, not {wanted}"));
                }
            }
        }
        rest = &rest[at + 1..];
    }
    faults.extend(superfluous(rest));
    faults
}

fn superfluous(claims: &[Claim]) -> impl Iterator<Item = String> {
    claims
        .iter()
        .filter(|claim| claim.status != Status::Other)
        .map(|claim| format!("{}: no claim ({})", claim.text, claim.indicator))
}

#[test]
fn every_sentence_agrees_field_by_field() {
    let mut report = String::new();
    let mut sentences = 0;
    for line in include_str!("fixtures/claims-forms.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let [kind, sentence, wanted] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns are needed: {line}")
        };
        sentences += 1;
        let analysis = Analyzer::new(Dictionary::built_in().unwrap())
            .analyze("text.txt", document(kind, sentence).as_bytes())
            .unwrap();
        let claims: Vec<Claim> = analysis
            .documents
            .into_iter()
            .flat_map(|document| document.claims)
            .collect();
        let faults = faults(wanted, &claims);
        if !faults.is_empty() {
            writeln!(report, "{kind}: {sentence}\n  {}", faults.join("\n  ")).unwrap();
        }
    }
    assert!(sentences >= 300, "only {sentences} sentences");
    assert!(report.is_empty(), "\n{report}");
}

/// `indicator value unit measure status period`, as `fixtures/claims-kinds.tsv` writes a claim.
fn told(claim: &Claim) -> String {
    let fields = found(claim);
    let order = ["indicator", "value", "unit", "measure", "status", "period"];
    order.map(|name| fields[name].as_str()).join(" ")
}

#[test]
fn kinds_of_slips_are_told_to_the_letter() {
    let mut report = String::new();
    let lines = include_str!("fixtures/claims-kinds.tsv").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let [kind, sentence, wanted] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns are needed: {line}")
        };
        let text = document(kind, &sentence.replace('⏎', "\n"));
        let analysis = Analyzer::new(Dictionary::built_in().unwrap())
            .analyze("text.txt", text.as_bytes())
            .unwrap();
        let claims = analysis.documents.iter().flat_map(|it| &it.claims);
        let claims = claims.filter(|claim| claim.status != Status::Other);
        let got = claims.map(told).collect::<Vec<_>>().join(" | ");
        if got != wanted {
            writeln!(report, "{sentence}\n  {got}\n  not {wanted}").unwrap();
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
