//! The 虚实 ladder on sentences written for it, each labelled before the ladder had seen it.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::Path;

use xushi::Analyzer;
use xushi::model::Ladder;
use xushi::reading::Dictionary;

const STEPS: [(&str, Ladder); 4] = [
    ("measurable", Ladder::Measurable),
    ("concrete", Ladder::Concrete),
    ("formulaic", Ladder::Formulaic),
    ("general", Ladder::General),
];

/// The labelled sentences of a fixture with the steps that they get, as one speech.
fn graded(fixture: &str) -> Vec<(Ladder, Option<Ladder>, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let table = std::fs::read_to_string(path.join(fixture)).unwrap();
    let rows: Vec<(Ladder, &str)> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (step, sentence) = line.split_once('\t').unwrap();
            let step = STEPS.iter().find(|(name, _)| *name == step).unwrap().1;
            (step, sentence)
        })
        .collect();
    let mut text = String::from("在工作会议上的讲话\n同志们：\n");
    for (_, sentence) in &rows {
        text.push_str(sentence);
        text.push('\n');
    }
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("speech.txt", text.as_bytes())
        .unwrap();
    let mut got: BTreeMap<String, Option<Ladder>> = BTreeMap::new();
    for document in &analysis.documents {
        let units: Vec<u16> = document.text.encode_utf16().collect();
        for sentence in &document.sentences {
            let words = String::from_utf16_lossy(&units[sentence.span.start..sentence.span.end]);
            got.insert(words, sentence.ladder);
        }
    }
    rows.into_iter()
        .map(|(step, sentence)| {
            let found = got.get(sentence).copied().flatten();
            (step, found, sentence.to_owned())
        })
        .collect()
}

/// Prints the misses and the F1 of each step; gives the accuracy and the least F1.
fn measure(fixture: &str) -> (f64, f64) {
    let rows = graded(fixture);
    let mut least = 1.0_f64;
    for (step, got, sentence) in rows.iter().filter(|(step, got, _)| Some(*step) != *got) {
        println!("{step:?} got {got:?}: {sentence}");
    }
    for (name, step) in STEPS {
        let labelled = rows.iter().filter(|row| row.0 == step).count();
        let found = rows.iter().filter(|row| row.1 == Some(step)).count();
        let both = rows
            .iter()
            .filter(|row| row.0 == step && row.1 == Some(step))
            .count();
        let f1 = 2.0 * both as f64 / (labelled + found).max(1) as f64;
        println!("{name:12} labelled {labelled:3}  got {found:3}  F1 {f1:.3}");
        least = least.min(f1);
    }
    let right = rows.iter().filter(|row| Some(row.0) == row.1).count();
    let accuracy = right as f64 / rows.len() as f64;
    println!(
        "{fixture}: accuracy {accuracy:.3} ({right} of {})",
        rows.len()
    );
    (accuracy, least)
}

#[test]
fn sentences_of_the_first_batch_stand_on_their_steps() {
    let (accuracy, least) = measure("ladder-first.tsv");
    assert!(accuracy >= 0.85 && least >= 0.75);
}

#[test]
fn sentences_of_the_second_batch_stand_on_their_steps() {
    let (accuracy, least) = measure("ladder-second.tsv");
    assert!(accuracy >= 0.85 && least >= 0.75);
}

#[test]
fn sentences_of_the_third_batch_stand_on_their_steps() {
    let (accuracy, least) = measure("ladder-third.tsv");
    assert!(accuracy >= 0.85 && least >= 0.75);
}

#[test]
fn sentences_of_the_fourth_batch_stand_on_their_steps() {
    let (accuracy, least) = measure("ladder-fourth.tsv");
    assert!(accuracy >= 0.85 && least >= 0.75);
}

/// A heading that strikes a posture, orders an act or tells a result is graded as a sentence is; one that names what stands below it is not.
#[test]
fn headings_that_say_something_are_graded() {
    let text = "在全县农业农村工作会议上的讲话\n同志们：\n一、去年工作情况\n去年种了三季稻。\n二、主要任务和要求\n\
        （一）加快发展特色种植养殖\n多种荞麦和胡麻。\n（二）提高政治站位，强化责任担当\n大家要上心。\n（三）完成造林12万亩\n抓紧备苗。\n";
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("speech.txt", text.as_bytes())
        .unwrap();
    let document = &analysis.documents[0];
    let units: Vec<u16> = document.text.encode_utf16().collect();
    let step = |words: &str| {
        let mut sentences = document.sentences.iter();
        let said =
            |at: (usize, usize)| String::from_utf16_lossy(&units[at.0..at.1]).contains(words);
        let found = sentences.find(|one| said((one.span.start, one.span.end)));
        found.unwrap().ladder
    };
    assert_eq!(step("去年工作情况"), None);
    assert_eq!(step("主要任务和要求"), None);
    assert_eq!(step("加快发展特色"), Some(Ladder::General));
    assert_eq!(step("提高政治站位"), Some(Ladder::Formulaic));
    assert_eq!(step("完成造林12万亩"), Some(Ladder::Measurable));
}

/// The share of labelled sentences of texts that nothing was learned from (`tests/data/ladder-labels.tsv`) on their step, at least.
const KEPT: f64 = 0.84;

/// The sets of labels that are of such texts and drawn at random.
const KEPT_SETS: [&str; 3] = ["\town-kept", "\twide-kept", "\tlast-kept"];

/// Runs where the texts are: `XUSHI_TEXTS` names their folder.
#[test]
fn sentences_of_texts_that_were_kept_out_stand_on_their_steps() {
    let Some(folder) = std::env::var_os("XUSHI_TEXTS") else {
        return;
    };
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ladder-labels.tsv");
    let table = std::fs::read_to_string(table).unwrap();
    let mut labels: BTreeMap<&str, Vec<(usize, usize, Ladder)>> = BTreeMap::new();
    let kept = |line: &&str| KEPT_SETS.iter().any(|set| line.ends_with(set));
    for line in table.lines().filter(kept) {
        let cells: Vec<&str> = line.split('\t').collect();
        let step = STEPS.iter().find(|(name, _)| *name == cells[3]).unwrap().1;
        let label = (cells[1].parse().unwrap(), cells[2].parse().unwrap(), step);
        labels.entry(cells[0]).or_default().push(label);
    }
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let (mut all, mut right) = (0, 0);
    for path in files(Path::new(&folder)) {
        let name = path.file_name().unwrap().to_string_lossy();
        let Some(labels) = labels.get(name.as_ref()) else {
            continue;
        };
        let steps = steps_in_source(&analyzer, &std::fs::read(&path).unwrap());
        for &(start, end, label) in labels {
            let shared = |step: &&(usize, usize, Option<Ladder>)| {
                step.1.min(end).saturating_sub(step.0.max(start))
            };
            let best = steps.iter().max_by_key(shared);
            all += 1;
            right += usize::from(best.is_some_and(|step| step.2 == Some(label)));
        }
    }
    println!("{right} of {all}");
    assert!(all == 0 || right as f64 >= KEPT * all as f64);
}

/// The files of a folder and of those in it.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let inside = std::fs::read_dir(folder).unwrap();
    let each = inside.flat_map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    });
    each.collect()
}

/// The steps of a text's sentences, each from and to in characters of the source without white space.
fn steps_in_source(analyzer: &Analyzer, bytes: &[u8]) -> Vec<(usize, usize, Option<Ladder>)> {
    let analysis = analyzer.analyze("text.txt", bytes).unwrap();
    let source = String::from_utf8_lossy(bytes);
    let source = source.trim_start_matches('\u{feff}');
    let mut dense = Vec::new();
    let mut count = 0;
    for character in source.chars() {
        dense.extend(std::iter::repeat_n(count, character.len_utf16()));
        count += usize::from(!character.is_whitespace());
    }
    dense.push(count);
    let mut steps = Vec::new();
    for document in &analysis.documents {
        let place = |at: usize| {
            let runs = &document.source_map;
            let run = runs[runs.partition_point(|run| run.0 <= at).saturating_sub(1)];
            dense[run.1 + (at - run.0).min(run.2)]
        };
        let sentences = document.sentences.iter();
        steps.extend(sentences.map(|sentence| {
            let last = (sentence.span.end - 1).max(sentence.span.start);
            (place(sentence.span.start), place(last) + 1, sentence.ladder)
        }));
    }
    steps
}
