//! The quantiles of each score over the texts, for `data/reference.tsv`.

use std::collections::BTreeMap;

use xushi::Analyzer;
use xushi::model::{Document, Score, ScoreSet};
use xushi::reading::Dictionary;

use crate::Result;
use crate::texts::Text;

/// Quantiles at 0, 5, … 100 %.
const STEPS: usize = 20;

/// Prints the table. `date` is the day of computing, ISO 8601.
pub fn print(texts: &[Text], date: &str) -> Result {
    let analyzer = Analyzer::new(Dictionary::built_in()?);
    let mut values: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for text in texts {
        let analysis = analyzer.analyze("text.txt", text.words.as_bytes())?;
        // A report is one text: what the layout took for another is left out.
        let length = |document: &&Document| document.text.len();
        if let Some(document) = analysis.documents.iter().max_by_key(length) {
            add(&document.scores.document, &mut values);
        }
    }
    let (first, last) = (texts.first(), texts.last());
    println!(
        "# key: a score, or score.part; the row `set` holds first year, last year, number of texts and date of computing\tvalues: quantiles at 0, 5, … 100 % of the texts, computed by `cargo xtask lexicon reference`\nkey:key\tvalues:list( )"
    );
    println!(
        "set\t{} {} {} {date}",
        first.map_or(0, |text| text.year),
        last.map_or(0, |text| text.year),
        texts.len()
    );
    for (key, mut values) in values {
        values.sort_by(f64::total_cmp);
        let steps = (0..=STEPS).map(|step| step as f64 / STEPS as f64);
        let cells: Vec<String> = steps
            .map(|share| quantile(&values, share).to_string())
            .collect();
        println!("{key}\t{}", cells.join(" "));
    }
    Ok(())
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
