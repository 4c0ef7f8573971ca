//! Owners who are nobody in particular (各部门), everybody, or an office.

use super::levels;
use crate::lexicon::body_endings::{self, Count};
use crate::lexicon::duty_words::{Role, TABLE};
use crate::lexicon::{Set, departments};
use crate::text::is_longer;

/// What names all of a kind begins with.
pub(super) const EACH: char = '各';

/// Whether the words name nobody in particular: 各部门, 有关单位, 全旗上下.
pub fn is_anybody(owner: &str) -> bool {
    TABLE.beginning(owner, Role::AnybodyBefore).is_some()
        || TABLE.is(owner, Role::Anybody)
        || !is_longer(owner, 2)
            && !Count::Department.ends(owner)
            && !Count::OfField.ends(owner)
            && departments::TABLE.get(owner).is_none()
}

/// Whether the words mean everybody: 各级各部门, 各有关单位, 各地区; 各乡镇, 各市、县 are those that there are.
pub fn is_everybody(owner: &str) -> bool {
    let rest = without_all(owner);
    // 全县各级教育、体育部门: a field tells which ones.
    let of_field = || {
        departments::TABLE
            .get(without_all(levels::behind_first(rest)))
            .is_some()
    };
    let is_named = Count::Owner.ends(rest) || levels::are_all(rest) || of_field();
    is_anybody(owner) && (TABLE.is(rest, Role::Anybody) || !is_named)
}

/// Whether the words name all of a kind: 各乡镇, 各市、县.
pub fn is_each(owner: &str) -> bool {
    owner.starts_with(EACH)
}

/// Whether an owner is an office or what a county has one of (县融媒体中心), and no village or firm.
pub fn is_office(owner: &str) -> bool {
    let row = body_endings::TABLE.longest_at_end(owner);
    row.is_some_and(|row| row.counts.meets(Set::of([Count::Office, Count::Sole])))
}

/// A name without what says that all of a kind are meant: 各级|教育部门.
fn without_all(name: &str) -> &str {
    let mut rest = name;
    while let Some(row) = TABLE.beginning(rest, Role::AnybodyBefore) {
        rest = &rest[row.word.len()..];
    }
    rest
}
