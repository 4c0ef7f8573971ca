//! A file that was checked.

use xushi::model::Encoding;
use xushi_formats::Located;
use xushi_texts::{Found, Lines};

use crate::arguments::{FailOn, Language};
use crate::input::{Input, spoken};

/// A file that was read, with what was found in it.
pub struct Checked {
    /// As it was read. The lines of an office file are none of the file's.
    pub input: Input,
    /// The decoded text, cut into lines.
    pub lines: Lines,
    /// What it is decoded from.
    pub encoding: Encoding,
    /// By place.
    pub found: Vec<Found>,
    /// How many more the baseline has.
    pub left_out: usize,
    /// From which severity on a finding is one too many.
    pub fail_on: FailOn,
}

impl Checked {
    /// Where a byte of the text stands in an office file.
    pub fn located(&self, byte: usize) -> Option<Located> {
        self.input.text.office.as_ref()?.locate(byte)
    }

    /// Where a byte of the text stands: line and column, or as an office file counts.
    pub fn told(&self, byte: usize, language: Language) -> String {
        match self.located(byte) {
            Some(located) => located.message(spoken(language)),
            None => {
                let place = self.lines.place(byte);
                format!("{}:{}", place.line, place.column)
            }
        }
    }
}
