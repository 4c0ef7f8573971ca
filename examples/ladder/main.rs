//! Trains the model of the 虚实 ladder and measures it, from `tests/data/ladder-labels.tsv` and the texts that it names.
//!
//! ```text
//! cargo run --release --features dictionary --example ladder -- VERB FOLDER
//!
//! train      writes data/ladder-weights.tsv and data/word-leanings.tsv
//! cross      accuracy and F1 by cross-validation over the documents: each is graded by a model that knows none of its sentences
//! measure    accuracy and F1 of the ladder as it is built, set by set
//! ```
//!
//! The sets whose names end in `kept` train nothing, neither their sentences nor the words of their texts.

mod company;
mod labels;
mod measure;
mod model;

use std::error::Error;
use std::path::Path;

use labels::Sample;
use measure::Pairs;
use model::{Model, Vectors};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The parts that the documents are divided into for cross-validation.
const FOLDS: usize = 8;

fn main() -> Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [verb, folder] = arguments.as_slice() else {
        return Err("usage: ladder VERB FOLDER".into());
    };
    let (samples, company) = labels::read(Path::new(folder))?;
    match verb.as_str() {
        "train" => {
            let trainers: Vec<&Sample> = samples.iter().filter(|one| one.trains()).collect();
            let model = Model::trained(&trainers, &company.vectors());
            write("data/ladder-weights.tsv", &model.rows())?;
            write("data/word-leanings.tsv", &model.leanings())
        }
        "cross" => {
            cross(&samples, &company.vectors());
            Ok(())
        }
        "measure" => {
            let mut pairs = Pairs::default();
            for sample in &samples {
                pairs.add(&sample.set, sample.label, sample.step);
            }
            pairs.print();
            Ok(())
        }
        _ => Err(format!("there is no verb {verb:?}").into()),
    }
}

/// Writes a table's rows below its head.
fn write(table: &str, rows: &[String]) -> Result {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(table);
    let old = std::fs::read_to_string(&path)?;
    let comments = old.lines().take_while(|line| line.starts_with('#')).count();
    let head = old.lines().take(comments + 1);
    let lines: Vec<&str> = head.chain(rows.iter().map(String::as_str)).collect();
    Ok(std::fs::write(path, lines.join("\n") + "\n")?)
}

/// Grades each document by a model of the others.
fn cross(samples: &[Sample], vectors: &Vectors) {
    let mut files: Vec<&str> = samples.iter().map(|one| one.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    // Neighbours by name are of a kind: each fold has some of all kinds.
    let fold = |file: &str| files.iter().position(|one| *one == file).unwrap_or(0) % FOLDS;
    let mut pairs = Pairs::default();
    for at in 0..FOLDS {
        let others: Vec<&Sample> = samples
            .iter()
            .filter(|one| one.trains() && fold(&one.file) != at)
            .collect();
        let model = Model::trained(&others, vectors);
        for one in samples.iter().filter(|one| fold(&one.file) == at) {
            pairs.add(&one.set, one.label, model.step(one));
        }
    }
    pairs.print();
}
