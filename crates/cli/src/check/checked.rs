//! A file that was checked.

use super::found::Found;
use super::lines::Lines;

/// A file that was read, with what was found in it.
pub struct Checked {
    /// As it was named on the command line.
    pub file: String,
    /// The decoded text, cut into lines.
    pub lines: Lines,
    /// By place.
    pub found: Vec<Found>,
}
