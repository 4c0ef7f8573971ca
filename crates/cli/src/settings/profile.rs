//! Profiles: which rules a kind of text is held to, as they are asked for.

use clap::ValueEnum;
use serde::Deserialize;
use xushi::checks::profile::{leaves_out, profile_of};
use xushi::model::DocumentKind;

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
        let found = || Self::from_str(profile_of(kind)?, false).ok();
        match self {
            Self::Auto => found().unwrap_or(Self::All),
            asked => asked,
        }
    }

    /// Whether its table has a rule.
    pub fn has(self, rule: &str) -> bool {
        let value = self.to_possible_value();
        value.is_none_or(|value| !leaves_out(value.get_name(), rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_text_has_a_profile_that_can_be_asked_for() {
        use DocumentKind::{Article, News, Notice, Other, Speech, WorkReport};
        let profiles =
            [Speech, WorkReport, Notice, News, Article, Other].map(|kind| Profile::Auto.of(kind));
        assert_eq!(
            profiles,
            [
                Profile::Speech,
                Profile::Report,
                Profile::Notice,
                Profile::Press,
                Profile::Press,
                Profile::All
            ]
        );
    }
}
