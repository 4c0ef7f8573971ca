//! What a reader is told of a rule. It stands at the head of the rule's own file, in the form that
//! `build/said/head.rs` shows; page, command line and SARIF have it from here.

use super::{Group, Rule};
use crate::strings::{Said, say};

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documentation {
    /// What it is called.
    pub name: Said,
    /// What it finds, and what it leaves alone.
    pub what: Said,
    /// Why that matters.
    pub why: Said,
    /// The standard or table that it rests on.
    pub source: Said,
    /// A text that it finds something in.
    pub trips: String,
    /// A text like it that it finds nothing in.
    pub silent: String,
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

impl Rule {
    /// The rule in words; nothing where its id is that of no file, which a test forbids.
    pub fn documentation(&self) -> Option<Documentation> {
        let mut written = WRITTEN.iter();
        let (_, [what, why, source], trips, silent) = *written.find(|(id, ..)| *id == self.id)?;
        let said = |(zh, en): (&str, &str)| Said {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        Some(Documentation {
            name: say(&format!("rule.{}", self.id), &[]),
            what: said(what),
            why: said(why),
            source: said(source),
            trips: trips.to_owned(),
            silent: silent.to_owned(),
        })
    }
}

impl Group {
    /// What the group is called.
    pub fn name(self) -> Said {
        say(
            &format!("rules.group.{}", format!("{self:?}").to_lowercase()),
            &[],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyzer;
    use crate::checks::RULES;
    use crate::model::Finding;

    fn findings(text: &str) -> Vec<Finding> {
        let analysis =
            Analyzer::new(crate::reading::for_tests()).analyze("example.txt", text.as_bytes());
        let documents = analysis.map(|analysis| analysis.documents);
        documents
            .unwrap_or_default()
            .into_iter()
            .flat_map(|document| document.findings)
            .collect()
    }

    #[test]
    fn every_rule_with_a_file_is_in_the_registry() {
        assert_eq!(WRITTEN.len(), RULES.len());
    }

    #[test]
    fn every_rule_is_documented_in_both_languages() {
        for rule in RULES {
            let id = rule.id;
            let documentation = rule.documentation();
            assert!(documentation.is_some(), "no file tells of {id}");
            let Some(Documentation {
                name,
                what,
                why,
                source,
                trips,
                silent,
            }) = documentation
            else {
                continue;
            };
            assert!(!name.zh.starts_with("rule."), "{id} lacks a name");
            assert!(!rule.group.name().zh.starts_with("rules."), "{id}: group");
            for said in [what, why, source] {
                assert!(!said.zh.is_empty() && !said.en.is_empty(), "{id}: {said:?}");
            }
            assert!(!trips.is_empty() && !silent.is_empty(), "{id}: examples");
        }
    }

    #[test]
    fn the_example_of_a_rule_trips_it_and_the_other_does_not() {
        for rule in RULES {
            let Some(documentation) = rule.documentation() else {
                continue;
            };
            let of_rule = |text: &str| {
                let found = findings(text);
                found.iter().filter(|one| one.rule == rule.id).count()
            };
            assert!(of_rule(&documentation.trips) > 0, "{}: trips", rule.id);
            assert_eq!(of_rule(&documentation.silent), 0, "{}: silent", rule.id);
        }
    }

    #[test]
    fn an_example_shows_its_own_rule_and_no_other() {
        for rule in RULES {
            let Some(documentation) = rule.documentation() else {
                continue;
            };
            for text in [documentation.trips, documentation.silent] {
                for finding in findings(&text) {
                    assert_eq!(finding.rule, rule.id, "{}", finding.message);
                }
            }
        }
    }
}
