//! What a numeric slogan counts: the members of those that `data/slogans.tsv` knows.

use super::slogans::numeral_value;
use crate::lexicon::slogans::TABLE;

/// What is known of a slogan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    /// The members as documents list them, with the year behind.
    pub gloss: Option<String>,
    /// The members one by one.
    pub list: Vec<String>,
    /// The year in which a central document first had it.
    pub since: Option<u16>,
}

/// What is known of `slogan`: nothing where it is in no table or documents differ.
pub fn of(slogan: &str) -> Members {
    let Some(row) = TABLE.get(slogan) else {
        return Members::default();
    };
    let gloss = match row.since {
        _ if row.members.is_empty() => None,
        None => Some(row.members.to_owned()),
        Some(year) => Some(format!("{}（{year}）", row.members)),
    };
    Members {
        gloss,
        list: list(slogan, row.members),
        since: row.since.map(|year| year as u16),
    }
}

/// The members one by one. Groups are divided by ；, their members by 、, which may also stand inside
/// a member: where the slogan counts the groups (两个务必), or nothing as many as the marks make, the
/// groups are the members.
fn list(slogan: &str, members: &str) -> Vec<String> {
    let split = |marks: &[char]| -> Vec<String> {
        members
            .split(marks)
            .map(str::trim)
            .filter(|member| !member.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let groups = split(&['；']);
    let each = split(&['；', '、']);
    let said: usize = slogan.chars().filter_map(numeral_value).sum();
    if groups.len() == 1 || groups.len() != said && each.len() == said {
        each
    } else {
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_told_apart_as_the_slogan_counts_them() {
        for (slogan, members, expected) in [
            ("四个意识", "政治意识、大局意识、核心意识、看齐意识", 4),
            (
                "两个务必",
                "务必保持谦虚、谨慎的作风；务必保持奋斗的作风",
                2,
            ),
            ("三去一降一补", "去产能、去库存、去杠杆；降成本；补短板", 5),
            ("一个中心、两个基本点", "甲；乙、丙", 3),
            ("八项规定", "", 0),
        ] {
            assert_eq!(list(slogan, members).len(), expected, "{slogan}");
        }
    }

    #[test]
    fn a_known_slogan_has_its_members_and_its_year() {
        let known = of("四个意识");
        assert_eq!(
            known.gloss.as_deref(),
            Some("政治意识、大局意识、核心意识、看齐意识（2016）")
        );
        assert_eq!(known.list.len(), 4);
        assert_eq!(known.since, Some(2016));
        assert_eq!(of("八个一批"), Members::default());
    }

    #[test]
    fn no_member_is_empty_or_a_mark() {
        for row in crate::lexicon::slogans::ROWS {
            for member in list(row.slogan, row.members) {
                assert!(member.chars().any(crate::text::is_han), "{}", row.slogan);
            }
        }
    }
}
