//! How a file sets its text: wrapping, indents, blank lines, format.

use crate::random::Random;

/// How a file sets its text.
#[derive(Debug)]
pub struct Setting {
    pub wrap: Wrap,
    pub indent: &'static str,
    pub gap: bool,
    pub trailing: bool,
    /// Lines do not begin with a closing mark.
    pub strict: bool,
    pub ending: &'static str,
    pub format: Format,
    pub furniture: bool,
    /// Pages end in the middle of paragraphs.
    pub pages: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wrap {
    None,
    Characters(usize),
    Columns(usize),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Format {
    Plain,
    Markdown,
    Html,
}

pub fn setting(random: &mut Random) -> Setting {
    let format = match random.below(12) {
        0 => Format::Markdown,
        1 => Format::Html,
        _ => Format::Plain,
    };
    let wrap = match random.below(5) {
        _ if format != Format::Plain => Wrap::None,
        0 | 1 => Wrap::None,
        2 | 3 => Wrap::Characters(random.within(16, 44)),
        _ => Wrap::Columns(random.within(32, 88)),
    };
    // A reader of wrapped lines sees paragraphs by their indent or by blank lines; where there is
    // neither, the program is asked for the characters and the documents only.
    Setting {
        wrap,
        indent: random.word(&["", "　　", "　　", "    ", "\u{2003}\u{2003}"]),
        gap: format == Format::Markdown || random.chance(50),
        trailing: random.chance(20),
        strict: random.chance(60),
        ending: random.word(&["\n", "\n", "\n", "\r\n"]),
        format,
        furniture: random.chance(80),
        pages: random.chance(25),
    }
}
