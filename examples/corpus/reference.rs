//! The quantiles of each score over the texts, for `data/reference.tsv`.

use std::collections::BTreeMap;

use xushi::Analyzer;
use xushi::model::{Document, Score, ScoreSet};
use xushi::reading::Dictionary;
use xushi::scores;

use crate::Result;

/// Quantiles at 0, 5, … 100 %.
const STEPS: usize = 20;

/// The fewest texts of a set.
const FEWEST: usize = 7;

/// The values of a set by score, and the years of its texts.
#[derive(Default)]
struct Values {
    scores: BTreeMap<String, Vec<f64>>,
    years: Vec<i32>,
    texts: usize,
}

/// The table: a set for each kind of text, of work reports for each era. `date` is the day of computing, ISO 8601.
pub fn table(texts: &[(Option<String>, String)], date: &str) -> Result<String> {
    let analyzer = Analyzer::new(Dictionary::built_in()?);
    let mut sets: BTreeMap<&str, Values> = BTreeMap::new();
    for (year, text) in texts {
        let analysis = analyzer.analyze("text.txt", text.as_bytes())?;
        // A report is one text: what the layout took for another is left out.
        let length = |document: &&Document| document.text.len();
        let Some(document) = analysis.documents.iter().max_by_key(length) else {
            continue;
        };
        let told = document.metadata.date.as_ref();
        let day = told.map(|day| day.value.as_str()).or(year.as_deref());
        if let Some(key) = scores::group(document.kind, day) {
            let set = sets.entry(key).or_default();
            set.years
                .extend(day.and_then(|day| day.get(..4)?.parse::<i32>().ok()));
            set.texts += 1;
            add(&document.scores.document, &mut set.scores);
        }
    }
    let mut rows = "# key: a set of texts and a score of theirs, or score.part; the row `set` holds first year, last year, number of texts and date of computing\tvalues: quantiles at 0, 5, … 100 % of the texts, computed by `cargo run --example corpus reference`\n\
         key:key\tvalues:list( )\n"
        .to_owned();
    for (key, set) in sets.into_iter().filter(|(_, set)| set.texts >= FEWEST) {
        let year = |year: Option<&i32>| year.copied().unwrap_or_default();
        let (first, last) = (year(set.years.iter().min()), year(set.years.iter().max()));
        rows += &format!("{key}.set\t{first} {last} {} {date}\n", set.texts);
        for (score, mut values) in set.scores {
            values.sort_by(f64::total_cmp);
            let steps = (0..=STEPS).map(|step| step as f64 / STEPS as f64);
            let cells: Vec<String> = steps
                .map(|share| quantile(&values, share).to_string())
                .collect();
            rows += &format!("{key}.{score}\t{}\n", cells.join(" "));
        }
    }
    Ok(rows)
}

/// The values that a document has. Where a score is null a text counts for none of its quantiles.
fn add(scores: &ScoreSet, values: &mut BTreeMap<String, Vec<f64>>) {
    let named: [(&str, &Score); 7] = [
        ("specificity", &scores.specificity),
        ("formula_density", &scores.formula_density),
        ("accountability", &scores.accountability),
        ("target_firmness", &scores.target_firmness),
        ("outlook", &scores.outlook),
        ("readability", &scores.readability),
        ("parallelism", &scores.parallelism),
    ];
    for (name, score) in named {
        match score.value {
            Some(value) => values.entry(name.to_owned()).or_default().push(value),
            None if name == "readability" => {
                for (part, value) in &score.parts {
                    let key = format!("{name}.{part}");
                    values.entry(key).or_default().push(*value);
                }
            }
            None => {}
        }
    }
}

/// The value below which `share` of the sorted values lie, between two by a straight line; three
/// decimal places.
fn quantile(values: &[f64], share: f64) -> f64 {
    let place = share * values.len().saturating_sub(1) as f64;
    let low = values.get(place.floor() as usize).copied().unwrap_or(0.0);
    let high = values.get(place.ceil() as usize).copied().unwrap_or(low);
    ((low + (high - low) * place.fract()) * 1000.0).round() / 1000.0
}
