//! A decoded text as an editor shows it: lines and columns, both from 1, columns in characters.

use xushi::model::Span;

/// A place between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters (Unicode scalar values).
    pub column: usize,
}

/// A text and where its lines begin.
pub struct Lines {
    text: String,
    /// Bytes, ascending; the first is 0.
    starts: Vec<usize>,
    /// How many characters begin before each block of [`BLOCK`] bytes: a text of one line has its columns as fast as others.
    characters: Vec<usize>,
}

/// Bytes of a block.
const BLOCK: usize = 1024;

impl Lines {
    /// Cuts a text at `\n`, `\r\n` and `\r`.
    #[must_use]
    pub fn new(text: String) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        let mut characters = vec![0];
        let mut count = 0;
        for block in bytes.chunks_exact(BLOCK) {
            count += begun(block);
            characters.push(count);
        }
        Self {
            text,
            starts,
            characters,
        }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of a byte; one inside a character or past the end is moved to where it can be.
    #[must_use]
    pub fn place(&self, byte: usize) -> Place {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        Place {
            line,
            column: self.characters_before(byte) - self.characters_before(start) + 1,
        }
    }

    /// How many characters begin before a byte of the text.
    fn characters_before(&self, byte: usize) -> usize {
        let block = byte / BLOCK;
        self.characters[block] + begun(&self.text.as_bytes()[block * BLOCK..byte])
    }

    /// Where a line, counted from 1, begins and ends in bytes, without its line end.
    #[must_use]
    pub fn line(&self, line: usize) -> Span {
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let words = self.text.get(start..end).unwrap_or_default();
        Span::new(start, start + words.trim_end_matches(['\r', '\n']).len())
    }
}

/// How many characters begin in the bytes of a text.
fn begun(bytes: &[u8]) -> usize {
    let bytes = bytes.iter();
    bytes
        .filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_in_editors_and_columns_count_characters() {
        let lines = Lines::new("甲乙\r\n丙𠀀丁\n\r戊".to_owned());
        let place = |words: &str| {
            let Place { line, column } = lines.place(lines.text().find(words).unwrap_or(99));
            (line, column)
        };
        assert_eq!(place("甲"), (1, 1));
        assert_eq!(place("丁"), (2, 3));
        assert_eq!(place("戊"), (4, 1));
        assert_eq!(lines.line(2).of(lines.text()), "丙𠀀丁");
        assert_eq!(lines.line(1).of(lines.text()), "甲乙");
        assert_eq!(lines.place(999), Place { line: 4, column: 2 });
    }
}
