//! Profiles: which rules a kind of text is held to.

use clap::ValueEnum;
use serde::Deserialize;
use xushi::model::DocumentKind;

/// What each leaves out.
const TABLE: &str = include_str!("../../data/profiles.tsv");

/// A kind of text, as far as rules are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// All rules
    #[default]
    All,
    /// As the program finds each text to be; all rules where it is none of the kinds
    Auto,
    /// Speeches
    Speech,
    /// Government work reports
    Report,
    /// Notices, opinions, plans: official letters
    Notice,
    /// News and articles
    Press,
}

impl Profile {
    /// The profile of a text of such a kind.
    pub fn of(self, kind: DocumentKind) -> Self {
        match (self, kind) {
            (Self::Auto, DocumentKind::Speech) => Self::Speech,
            (Self::Auto, DocumentKind::WorkReport) => Self::Report,
            (Self::Auto, DocumentKind::Notice) => Self::Notice,
            (Self::Auto, DocumentKind::News | DocumentKind::Article) => Self::Press,
            (Self::Auto, DocumentKind::Other) => Self::All,
            (asked, _) => asked,
        }
    }

    /// Whether its table has a rule.
    pub fn has(self, rule: &str) -> bool {
        !rows()
            .filter(|(name, _)| Self::from_str(name, false) == Ok(self))
            .any(|(_, left_out)| left_out.split(' ').any(|id| id == rule))
    }
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::is_rule;

    #[test]
    fn the_table_names_profiles_and_rules() {
        for (name, left_out) in rows() {
            assert!(Profile::from_str(name, false).is_ok(), "{name}");
            for id in left_out.split_whitespace() {
                assert!(is_rule(id), "{id}");
            }
        }
        assert_eq!(rows().count(), 4);
    }
}
