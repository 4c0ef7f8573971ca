//! Where a document's scores stand among those of a reference set (参照文本): quantiles in
//! `data/reference.tsv`, which `cargo xtask lexicon reference` writes.

use super::counts::Counts;
use super::figure;
use super::letters::count_han;
use crate::lexicon::reference::TABLE;
use crate::model::{Reference, Score, ScoreSet, Span, Warning, WarningCode};
use crate::reading::Reading;
use crate::source::{script, warning};
use crate::strings::say;
use crate::text::character::is_letter;

/// A text of fewer characters is not compared: shares of some sentences are all or nothing.
const FEWEST_CHARACTERS: f64 = 300.0;
/// Nor is one of fewer graded sentences.
const FEWEST_SENTENCES: f64 = 8.0;
/// The share of Chinese characters among letters below which a text is not compared.
const LEAST_HAN: f64 = 0.7;

/// The set that `data/reference.tsv` was computed from.
pub fn set() -> Reference {
    let [first, last, texts, date] = *values("set") else {
        return Reference::default();
    };
    let said = say(
        "reference.national-work-reports",
        &[("first", first), ("last", last), ("texts", texts)],
    );
    Reference {
        name: said.zh,
        name_en: said.en,
        date: date.to_owned(),
        texts: texts.parse().unwrap_or_default(),
    }
}

/// Why a document is not compared with the set; nothing where it is.
pub fn doubts(reading: &Reading, counts: &Counts, whole: Span) -> Vec<Warning> {
    let characters = counts.characters(whole);
    if characters == 0.0 {
        return Vec::new();
    }
    let mut doubts = Vec::new();
    let mut doubt = |code| doubts.push(warning(code, None));
    if characters < FEWEST_CHARACTERS || counts.sentences(whole) < FEWEST_SENTENCES {
        doubt(WarningCode::ReferenceShort);
    }
    let mut other_letters = 0;
    let han = count_han(reading.text, |other| {
        other_letters += usize::from(is_letter(other) && !other.is_numeric());
    });
    if (han as f64) < LEAST_HAN * (han + other_letters) as f64 {
        doubt(WarningCode::ReferenceForeign);
    }
    if script::is_traditional(&script::counts(reading.text)) {
        doubt(WarningCode::ReferenceTraditional);
    }
    doubts
}

/// Gives every score of a document its percentile.
pub fn place(scores: &mut ScoreSet) {
    for (name, score) in [
        ("specificity", &mut scores.specificity),
        ("formula_density", &mut scores.formula_density),
        ("accountability", &mut scores.accountability),
        ("target_firmness", &mut scores.target_firmness),
        ("outlook", &mut scores.outlook),
        ("readability", &mut scores.readability),
        ("parallelism", &mut scores.parallelism),
    ] {
        place_one(name, score);
    }
}

/// Gives a score of a document, or its parts where they are figures of their own, a percentile.
pub fn place_one(name: &str, score: &mut Score) {
    score.percentile = score.value.and_then(|value| percentile(name, value));
    if score.value.is_some() {
        return;
    }
    score.part_percentiles = score
        .parts
        .iter()
        .filter_map(|(part, &value)| {
            let key = format!("{name}.{part}");
            Some((part.clone(), percentile(&key, value)?))
        })
        .collect();
}

/// The share of the reference texts that score lower, in per cent, between the quantiles by a
/// straight line; of those that score the same, half.
fn percentile(key: &str, value: f64) -> Option<f64> {
    among(values(key), value)
}

/// As [`percentile`], among the quantiles of a row.
fn among(quantiles: &[&str], value: f64) -> Option<f64> {
    // Few of them are looked at, and only these are parsed.
    let number = |quantile: &str| quantile.parse().unwrap_or(0.0);
    let steps = quantiles.len().checked_sub(1).filter(|&steps| steps > 0)?;
    let step = 100.0 / steps as f64;
    let below = quantiles.partition_point(|quantile| number(quantile) < value);
    let up_to = quantiles.partition_point(|quantile| number(quantile) <= value);
    let place = if below == quantiles.len() {
        100.0
    } else if up_to == 0 {
        0.0
    } else if up_to > below {
        // The value is a quantile, perhaps several.
        step * (below + up_to - 1) as f64 / 2.0
    } else {
        let (low, high) = (number(quantiles[below - 1]), number(quantiles[below]));
        step * ((below - 1) as f64 + (value - low) / (high - low))
    };
    Some(figure::round(place))
}

fn values(key: &str) -> &'static [&'static str] {
    TABLE.get(key).map_or(&[], |row| row.values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::reference::ROWS;

    #[test]
    fn a_value_stands_between_the_quantiles() {
        let quantiles = ["10", "20", "30", "30", "50"];
        for (value, expected) in [
            (5.0, 0.0),
            (10.0, 0.0),
            (15.0, 12.5),
            (20.0, 25.0),
            (30.0, 62.5),
            (40.0, 87.5),
            (50.0, 100.0),
            (70.0, 100.0),
        ] {
            assert_eq!(among(&quantiles, value), Some(expected), "{value}");
        }
        assert_eq!(among(&[], 1.0), None);
        assert_eq!(among(&["1"], 1.0), None);
        assert_eq!(among(&["4"; 5], 4.0), Some(50.0));
    }

    #[test]
    fn the_quantiles_of_every_score_ascend() {
        for row in ROWS.iter().filter(|row| row.key != "set") {
            let cells = row.values.iter();
            let quantiles: Vec<f64> = cells.filter_map(|cell| cell.parse().ok()).collect();
            assert_eq!(quantiles.len(), row.values.len(), "{}", row.key);
            assert!(quantiles.is_sorted(), "{}", row.key);
        }
    }

    #[test]
    fn the_set_says_what_it_is_and_of_when() {
        let set = set();
        assert!(set.texts > 0 && !set.name.contains('{') && !set.name_en.contains('{'));
        assert_eq!(set.date.len(), "2000-01-01".len());
    }
}
