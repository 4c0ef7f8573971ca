//! A file that was checked.

use std::ffi::OsString;

use xushi_formats::{Located, OfficeText};

use super::found::Found;
use super::lines::Lines;
use crate::arguments::Language;
use crate::input::spoken;

/// A file that was read, with what was found in it.
pub struct Checked {
    /// As it was named on the command line.
    pub file: OsString,
    /// The decoded text, cut into lines.
    pub lines: Lines,
    /// What the reader of the file knows, where it is an office file: its lines are none of the file's.
    pub office: Option<Box<OfficeText>>,
    /// The bytes of the office file itself, unless it lies in an archive.
    pub file_bytes: Option<Vec<u8>>,
    /// By place.
    pub found: Vec<Found>,
}

impl Checked {
    /// Where a byte of the text stands in an office file.
    pub fn located(&self, byte: usize) -> Option<Located> {
        self.office.as_ref()?.locate(byte)
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
