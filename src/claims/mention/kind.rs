//! Kinds of units.

use crate::lexicon::units::Kind;

/// What a number counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// A unit of the table: 亿元, 公里, 个.
    Of(Kind),
    /// People, named by the noun behind the number: 3.8万贫困人口.
    PeopleNoun,
    /// Things, named by the noun behind a number without a unit.
    Noun,
    /// A place in an order: 第一位.
    Rank,
    /// The places up to one: 前三位.
    LeadingRank,
    /// The text gives none.
    None,
}

impl From<Kind> for UnitKind {
    fn from(kind: Kind) -> Self {
        Self::Of(kind)
    }
}
