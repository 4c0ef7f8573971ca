//! When a phrase was in use: what `data/phrase-years.tsv` has of it, counted over dated texts.

use crate::lexicon::phrase_years;
use crate::model::SeenYears;

/// The years of the texts that have a phrase; nothing where fewer than two have it.
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
        // Words that two decades are known by.
        let (old, new) = (of("安定团结"), of("高质量发展"));
        assert!(old.is_some_and(|years| years.last < 2000), "{old:?}");
        assert!(new.is_some_and(|years| years.first > 2010), "{new:?}");
        assert_eq!(of("此语无人说过"), None);
    }

    #[test]
    fn a_part_is_seen_as_long_as_the_whole() {
        for whole in phrase_years::ROWS {
            let parts = phrase_years::ROWS
                .iter()
                .filter(|part| part.phrase != whole.phrase && whole.phrase.contains(part.phrase));
            for part in parts {
                assert!(
                    part.first <= whole.first && part.last >= whole.last,
                    "{part:?} {whole:?}"
                );
            }
        }
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
