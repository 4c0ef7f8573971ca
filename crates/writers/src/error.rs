//! What stands in the way of a file.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Why a table was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteError {
    /// It has more rows than a sheet can hold.
    TooManyRows,
    /// Its file would be larger than an archive can be.
    TooLarge,
}

impl Display for WriteError {
    fn fmt(&self, into: &mut Formatter) -> fmt::Result {
        into.write_str(match self {
            Self::TooManyRows => "the table has more rows than a sheet can hold",
            Self::TooLarge => "the table is too large for a file of this kind",
        })
    }
}

impl Error for WriteError {}
