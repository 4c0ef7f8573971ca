//! Levels of government that share what they end with: 各市、县（区）人民政府 is one name.

use crate::lexicon::Set;
use crate::lexicon::duty_words::{Role, TABLE};
use crate::lexicon::name_words::{self, Part};

/// Marks that stand between the levels of one name.
const BRACKETS: [char; 7] = ['（', '）', '(', ')', '〔', '〕', ' '];

/// Whether a list goes on with the levels that its last name began with: 各市 before 、 and 县（区）人民政府 behind it.
pub(super) fn go_on(name: &str, behind: &str) -> bool {
    let all = TABLE.beginning(name, Role::AnybodyBefore);
    let Some(first) = all.map(|all| &name[all.word.len()..]) else {
        return false;
    };
    are_all(first) && behind_levels(behind).is_some_and(ends)
}

/// Whether words are nothing but levels of government: 市、县（区）.
pub(super) fn are_all(words: &str) -> bool {
    let mut levels = words.split('、');
    levels.all(|level| behind_levels(level) == Some(""))
}

/// A name without the levels that it begins with: 市县|人民政府.
pub(super) fn behind_first(name: &str) -> &str {
    behind_levels(name).unwrap_or(name)
}

/// What stands behind the levels that words begin with, if they do.
fn behind_levels(words: &str) -> Option<&str> {
    let mut rest = words;
    loop {
        let next = rest.trim_start_matches(BRACKETS);
        let levels = Set::of([Part::Level, Part::LevelOfKey]);
        let mut level = name_words::TABLE.beginnings(next);
        let Some(level) = level.find(|row| row.parts.meets(levels)) else {
            break;
        };
        rest = &next[level.word.len()..];
    }
    (rest.len() < words.len()).then(|| rest.trim_start_matches(BRACKETS))
}

/// Whether a name ends there, or behind what all levels have (人民政府): 县人民政府, and not 市|教育局.
fn ends(rest: &str) -> bool {
    let own = TABLE.beginning(rest, Role::Anybody);
    let behind = own.map_or(rest, |own| &rest[own.word.len()..]);
    let goes_on = |rest: &str| rest.starts_with(|mark: char| mark.is_alphanumeric());
    let links = behind.starts_with(['和', '及', '与', '等']);
    let acts = [Role::Duty, Role::Manner, Role::BehindSubject];
    !goes_on(behind)
        || links
        || acts
            .iter()
            .any(|&role| TABLE.beginning(behind, role).is_some())
}

#[cfg(test)]
mod tests {
    use super::go_on;

    #[test]
    fn levels_of_one_head_are_one_name() {
        for (name, behind) in [
            ("各市", "县（区）人民政府"),
            ("各市、县", "区政府负责"),
            ("各旗", "县、区人民政府"),
            ("有关市", "县人民政府和开发区管委会"),
        ] {
            assert!(go_on(name, behind), "{name}、{behind}");
        }
        for (name, behind) in [
            ("各市", "市教育局"),
            ("各乡镇", "县教育局"),
            ("市教育局", "县人民政府"),
            ("各学校", "县人民政府"),
        ] {
            assert!(!go_on(name, behind), "{name}、{behind}");
        }
    }
}
