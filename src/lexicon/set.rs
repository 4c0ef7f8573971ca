//! A set of what a table's column may say.

use std::marker::PhantomData;

/// A word that a column of the type `set` may hold; each has a bit of its own.
pub trait Member: Copy {
    /// Its bit.
    fn bit(self) -> u128;
}

/// Several members of one column.
#[derive(Debug)]
pub struct Set<M>(u128, PhantomData<M>);

impl<M> Clone for Set<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Set<M> {}

impl<M> PartialEq for Set<M> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<M> Default for Set<M> {
    fn default() -> Self {
        Self::of_bits(0)
    }
}

impl<M> Set<M> {
    /// The set with these bits.
    pub const fn of_bits(bits: u128) -> Self {
        Self(bits, PhantomData)
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What stands in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self::of_bits(self.0 | other.0)
    }

    /// Whether it holds all that `other` holds.
    pub const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any member stands in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl<M: Member> Set<M> {
    /// The set of `members`.
    pub fn of(members: impl IntoIterator<Item = M>) -> Self {
        Self::of_bits(
            members
                .into_iter()
                .fold(0, |bits, member| bits | member.bit()),
        )
    }

    /// Whether `member` stands in it.
    pub fn has(self, member: M) -> bool {
        self.0 & member.bit() != 0
    }
}

impl<M: Member> FromIterator<M> for Set<M> {
    fn from_iter<I: IntoIterator<Item = M>>(members: I) -> Self {
        Self::of(members)
    }
}

impl<M: Member> From<M> for Set<M> {
    fn from(member: M) -> Self {
        Self::of_bits(member.bit())
    }
}
