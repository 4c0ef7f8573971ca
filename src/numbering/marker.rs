//! The number that a heading or an item begins with.

use super::form::Form;
use crate::text::numeral::whole_arabic;

/// A number at the beginning of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    /// How the number is written.
    pub form: Form,
    /// The number; 0 where the form has none (——, 最后).
    pub number: u32,
    /// Bytes of the number and its marks.
    pub length: usize,
}

impl Marker {
    /// A number in this form, of so many bytes.
    pub(crate) const fn new(form: Form, number: u32, length: usize) -> Self {
        Self {
            form,
            number,
            length,
        }
    }

    /// Whether it is the one after `last` in a list.
    pub(crate) fn follows(self, last: Self) -> bool {
        self.form == last.form && self.number == last.number + 1
    }
}

/// The number that Arabic digits make, of a part of a list: 0 is none.
pub(crate) fn arabic_number(text: &str) -> Option<(u32, usize)> {
    whole_arabic(text).filter(|(value, _)| *value > 0)
}
