//! How a file sets its text: wrapping, indents, blank lines, format.

use proptest::prelude::*;
use proptest::sample::select;

/// How a file sets its text.
#[derive(Debug, Clone)]
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

fn layout() -> impl Strategy<Value = (Format, Wrap)> {
    let plain = prop_oneof![
        2 => Just(Wrap::None),
        2 => (16..=44_usize).prop_map(Wrap::Characters),
        1 => (32..=88_usize).prop_map(Wrap::Columns),
    ];
    prop_oneof![
        10 => plain.prop_map(|wrap| (Format::Plain, wrap)),
        1 => Just((Format::Markdown, Wrap::None)),
        1 => Just((Format::Html, Wrap::None)),
    ]
}

prop_compose! {
    /// A reader of wrapped lines sees paragraphs by their indent or by blank lines; where there is
    /// neither, the program is asked for the characters and the documents only.
    pub fn setting()(
        (format, wrap) in layout(),
        indent in select(&["", "　　", "　　", "    ", "\u{2003}\u{2003}"][..]),
        ending in select(&["\n", "\n", "\n", "\r\n"][..]),
        gap in any::<bool>(),
        trailing in prop::bool::weighted(0.2),
        strict in prop::bool::weighted(0.6),
        furniture in prop::bool::weighted(0.8),
        pages in prop::bool::weighted(0.25),
    ) -> Setting {
        let gap = gap || format == Format::Markdown;
        Setting { wrap, indent, gap, trailing, strict, ending, format, furniture, pages }
    }
}
