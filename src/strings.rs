//! What people read, in Chinese and in English: the tables under `data/strings/`, and what rules say
//! at the heads of their files under `checks/`.

use crate::lexicon::STRINGS;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// The string `key` in both languages, with each `{name}` replaced by its value. An unknown key
/// gives the key itself, so that a slip in a table is seen and never a panic.
pub fn say(key: &str, values: &[(&str, &str)]) -> Said {
    let row = STRINGS
        .binary_search_by(|row| row[0].cmp(key))
        .ok()
        .and_then(|at| STRINGS.get(at));
    let (zh, en) = row.map_or((key, key), |row| (row[1], row[2]));
    Said {
        zh: fill(zh, values),
        en: fill(en, values),
    }
}

fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, tail))
        });
        if let Some((value, tail)) = value {
            filled.push_str(value);
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_string_is_there_in_both_languages() {
        for row in STRINGS {
            assert!(
                !row[1].is_empty() && !row[2].is_empty(),
                "{} lacks a language",
                row[0]
            );
        }
    }

    #[test]
    fn both_languages_ask_for_the_same_values() {
        let names = |template: &str| {
            let mut names: Vec<String> = template
                .split('{')
                .skip(1)
                .filter_map(|part| part.split_once('}'))
                // A value that is itself words comes in both languages: {right_en}.
                .map(|(name, _)| name.trim_end_matches("_en").to_owned())
                .collect();
            names.sort();
            names.dedup();
            names
        };
        for row in STRINGS {
            assert_eq!(names(row[1]), names(row[2]), "{}", row[0]);
        }
    }

    #[test]
    fn values_are_filled_in_and_never_read_as_templates() {
        assert_eq!(fill("{a}与{b}", &[("a", "{b}"), ("b", "2")]), "{b}与2");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
    }
}
