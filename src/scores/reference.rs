//! Where a document's scores stand among those of a reference set (参照文本): quantiles in
//! `data/reference.tsv`, which `cargo run --example corpus reference` writes.

use super::counts::Sums;
use super::figure;
use crate::lexicon::reference::TABLE;
use crate::model::{DocumentKind, Reference, Score, Warning, WarningCode};
use crate::reading::Reading;
use crate::source::{script, warning};
use crate::strings::say;
use crate::text::character::is_letter;
use crate::text::letters::count_han;

/// A text of fewer characters is not compared: shares of some sentences are all or nothing.
const FEWEST_CHARACTERS: usize = 300;
/// Nor is one of fewer graded sentences.
const FEWEST_SENTENCES: usize = 8;
/// The share of Chinese characters among letters below which a text is not compared.
const LEAST_HAN: f64 = 0.7;

/// The first years of the eras of work reports, the latest first: they came to say more, and in other words.
const ERAS: [(i32, &str); 3] = [
    (2000, "work_report-2000"),
    (1980, "work_report-1980"),
    (0, "work_report-1954"),
];

/// The key of the set that a text of a kind is compared with; a work report with those of its era, the latest where it bears no
/// `date` (ISO 8601).
pub fn group(kind: DocumentKind, date: Option<&str>) -> Option<&'static str> {
    match kind {
        DocumentKind::WorkReport => {
            let year = date.and_then(|date| date.get(..4)?.parse().ok());
            let era = ERAS
                .iter()
                .find(|(first, _)| year.is_none_or(|year: i32| year >= *first));
            era.map(|(_, key)| *key)
        }
        DocumentKind::Speech => Some("speech"),
        DocumentKind::Notice => Some("notice"),
        DocumentKind::Article | DocumentKind::News | DocumentKind::Other => None,
    }
}

/// The set that a document is compared with; an empty one where its kind has none.
pub fn set(reading: &Reading) -> Reference {
    let date = reading.metadata.date.as_ref();
    let key = group(reading.kind, date.map(|date| date.value.as_str())).unwrap_or_default();
    let [first, last, texts, date] = *values(&format!("{key}.set")) else {
        return Reference::default();
    };
    let kind = key.split('-').next().unwrap_or_default();
    let said = say(
        &format!("reference.{kind}"),
        &[("first", first), ("last", last), ("texts", texts)],
    );
    Reference {
        key: key.to_owned(),
        name: said.zh,
        name_en: said.en,
        date: date.to_owned(),
        texts: texts.parse().unwrap_or_default(),
    }
}

/// Why a document is not compared with the set; nothing where it is.
pub fn doubts(reading: &Reading, whole: &Sums, set: &Reference) -> Vec<Warning> {
    if whole.characters == 0 {
        return Vec::new();
    }
    let mut doubts = Vec::new();
    let mut doubt = |code| doubts.push(warning(code, None));
    if whole.characters < FEWEST_CHARACTERS || whole.sentences < FEWEST_SENTENCES {
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
    // Where the text itself does not allow it, no more need be said.
    if doubts.is_empty() && set.key.is_empty() {
        doubts.push(warning(WarningCode::ReferenceKind, None));
    }
    doubts
}

/// Gives a score of a document, or its parts where they are figures of their own, a percentile in a set.
pub fn place(set: &Reference, name: &str, score: &mut Score) {
    let values = |name: &str| values(&format!("{}.{name}", set.key));
    if let Some(value) = score.value {
        score.percentile = percentile(values(name), value);
        return;
    }
    let placed = score.parts.iter().filter_map(|(part, &value)| {
        let quantiles = values(&format!("{name}.{part}"));
        Some((part.clone(), percentile(quantiles, value)?))
    });
    score.part_percentiles = placed.collect();
}

/// The share of the reference texts that score lower, in per cent, between the quantiles by a
/// straight line; of those that score the same, half.
fn percentile(quantiles: &[&str], value: f64) -> Option<f64> {
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
            assert_eq!(percentile(&quantiles, value), Some(expected), "{value}");
        }
        assert_eq!(percentile(&[], 1.0), None);
        assert_eq!(percentile(&["1"], 1.0), None);
        assert_eq!(percentile(&["4"; 5], 4.0), Some(50.0));
    }

    #[test]
    fn the_quantiles_of_every_score_ascend() {
        for row in ROWS.iter().filter(|row| !row.key.ends_with(".set")) {
            let cells = row.values.iter();
            let quantiles: Vec<f64> = cells.filter_map(|cell| cell.parse().ok()).collect();
            assert_eq!(quantiles.len(), row.values.len(), "{}", row.key);
            assert!(quantiles.is_sorted(), "{}", row.key);
        }
    }

    #[test]
    fn every_set_says_what_it_is_and_of_when() {
        let sets: Vec<_> = ROWS
            .iter()
            .filter(|row| row.key.ends_with(".set"))
            .collect();
        assert_eq!(sets.len(), ERAS.len() + 2);
        for row in sets {
            let is_told = matches!(*row.values, [first, last, texts, date]
                if first <= last && texts != "0" && date.len() == "2000-01-01".len());
            assert!(is_told, "{}", row.key);
        }
    }

    #[test]
    fn a_report_is_compared_with_those_of_its_era() {
        let report = |date| group(DocumentKind::WorkReport, date);
        assert_eq!(report(Some("1964-12-21")), Some("work_report-1954"));
        assert_eq!(report(Some("1987-03-25")), Some("work_report-1980"));
        assert_eq!(report(Some("2024")), report(None));
        assert_eq!(group(DocumentKind::News, Some("2024")), None);
    }
}
