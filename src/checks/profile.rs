//! Profiles: which rules a kind of text is held to (`data/profiles.tsv`).

use crate::lexicon::profiles::{Kind, ROWS, TABLE};
use crate::model::DocumentKind;

/// The name of the profile that documents of a kind have; none where all rules apply.
pub fn profile_of(kind: DocumentKind) -> Option<&'static str> {
    let kind = match kind {
        DocumentKind::Speech => Kind::Speech,
        DocumentKind::WorkReport => Kind::WorkReport,
        DocumentKind::Notice => Kind::Notice,
        DocumentKind::News => Kind::News,
        DocumentKind::Article => Kind::Article,
        DocumentKind::Other => return None,
    };
    let mut rows = ROWS.iter();
    rows.find(|row| row.kinds.has(kind)).map(|row| row.profile)
}

/// Whether texts of a profile, by its name, are not held to a rule.
pub fn leaves_out(profile: &str, rule: &str) -> bool {
    let row = TABLE.get(profile);
    row.is_some_and(|row| row.leaves_out.contains(&rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::RULES;

    #[test]
    fn a_speech_is_not_held_to_the_form_of_letters_nor_to_say_things_once() {
        let speech = profile_of(DocumentKind::Speech).unwrap_or_default();
        assert!(leaves_out(speech, "document-number"));
        assert!(leaves_out(speech, "repeated-text"));
        assert!(!leaves_out(speech, "sum-mismatch"));
        let notice = profile_of(DocumentKind::Notice).unwrap_or_default();
        assert!(!leaves_out(notice, "document-number"));
        assert_eq!(profile_of(DocumentKind::Other), None);
        assert!(!leaves_out("letter", "document-number"));
    }

    #[test]
    fn what_the_table_leaves_out_are_rules() {
        for id in ROWS.iter().flat_map(|row| row.leaves_out) {
            assert!(RULES.iter().any(|rule| rule.id == *id), "{id}");
        }
    }
}
