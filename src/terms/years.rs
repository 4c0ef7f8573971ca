//! When a phrase was in use: what `data/phrase-years.tsv` has of it, counted over dated texts.

use crate::lexicon::phrase_years;
use crate::model::SeenYears;

/// The years of the texts that have a phrase; a table that is cut off says nothing of one.
pub fn of(phrase: &str) -> Option<SeenYears> {
    let row = phrase_years::TABLE.get(phrase)?;
    Some(SeenYears {
        first: row.first.try_into().ok()?,
        last: row.last.try_into().ok()?,
        texts: row.texts.try_into().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::lexicon::{phrase_years, set_phrases, slogans};

    #[test]
    fn a_formula_of_a_time_has_its_years() {
        // The words that each of these decades is known by.
        let (old, new) = (of("四个现代化"), of("高质量发展"));
        assert!(old.is_none_or(|years| years.first < 1990), "{old:?}");
        assert!(new.is_none_or(|years| years.first > 2010), "{new:?}");
        assert_eq!(of("此语无人说过"), None);
    }

    #[test]
    fn every_row_is_of_a_phrase_and_its_years_are_in_order() {
        for row in phrase_years::ROWS {
            let is_known = set_phrases::TABLE.has(row.phrase) || slogans::TABLE.has(row.phrase);
            assert!(is_known, "{}", row.phrase);
            assert!(row.first <= row.last && row.texts >= 2, "{row:?}");
        }
    }
}
