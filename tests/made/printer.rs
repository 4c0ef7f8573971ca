//! Lines put into a file as its setting has them, with the truth about every character.

use crate::files::{Maker, Truth};
use crate::setting::{Format, Wrap};

impl Maker<'_> {
    /// A line of a kind (see `tests/data/articles.txt`; `+` goes on with a paragraph): what the page
    /// prints before the text, and the text.
    pub fn print(&mut self, kind: &str, before: (&str, Truth), text: &str, truth: Truth) {
        if before.0.is_empty() && text.is_empty() {
            return;
        }
        let (opened, closed) = self.marks(kind);
        let indent = match (kind, self.setting.format) {
            (_, Format::Html) => "",
            ("S" | "P", _) => self.setting.indent,
            ("T", Format::Plain) => self.draw.pick(&["", "", "　　", "　　　　　"]),
            _ => "",
        };
        self.emit(indent, Truth::Space);
        self.emit(opened, Truth::Noise);
        self.emit(before.0, before.1);
        if !text.is_empty() {
            let place = self.file.source.len();
            match kind {
                "S" | "P" => self.file.paragraphs.push(place),
                "+" => {}
                _ => self.file.heads.push(place),
            }
        }
        if ["S", "P", "+"].contains(&kind) {
            self.wrapped(text, [indent, before.0].concat(), truth);
        } else {
            self.emit(text, truth);
        }
        self.emit(closed, Truth::Noise);
        self.end_line();
        if self.setting.gap && (kind != "N" || self.draw.chance(50)) {
            self.emit(self.setting.ending, Truth::Space);
        }
    }

    /// What Markdown or HTML puts around a line of a kind.
    fn marks(&self, kind: &str) -> (&'static str, &'static str) {
        match (self.setting.format, kind) {
            (Format::Markdown, "T") => ("# ", ""),
            (Format::Markdown, "S") => ("## ", ""),
            (Format::Plain | Format::Markdown, _) | (_, "M") => ("", ""),
            (Format::Html, "T") => ("<h1>", "</h1>"),
            (Format::Html, "S") => ("<p><strong>", "</strong></p>"),
            (Format::Html, "P") => ("<p>&nbsp;&nbsp;", "</p>"),
            (Format::Html, "N") => ("<div>", "</div>"),
            (Format::Html, _) => ("<p>", "</p>"),
        }
    }

    /// `text` in lines as the setting wraps them, the first behind `before`.
    fn wrapped(&mut self, text: &str, before: String, truth: Truth) {
        let (width, columns) = match self.setting.wrap {
            Wrap::None => return self.emit(text, truth),
            Wrap::Characters(width) => (width, false),
            Wrap::Columns(width) => (width, true),
        };
        let size = |c: char| if columns && !c.is_ascii() { 2 } else { 1 };
        let mut used: usize = before.chars().map(size).sum();
        let mut start = 0;
        for (at, character) in text.char_indices() {
            let own = size(character);
            let hangs = self.setting.strict && "，。；：、！？”）》%".contains(character);
            if used + own > width && !hangs && at > start {
                self.emit(&text[start..at], truth);
                self.end_line();
                (start, used) = (at, 0);
            }
            used += own;
        }
        self.emit(&text[start..], truth);
    }

    fn end_line(&mut self) {
        if self.setting.trailing && self.draw.chance(30) {
            let spaces = self.draw.pick(&[" ", "  ", "　", "\t"]);
            self.emit(spaces, Truth::Space);
        }
        self.emit(self.setting.ending, Truth::Space);
    }

    fn emit(&mut self, text: &str, truth: Truth) {
        self.file.source.push_str(text);
        for character in text.chars() {
            let is_space = character.is_whitespace();
            let own = if is_space { Truth::Space } else { truth };
            self.file.truth.push(own);
            let inside = std::iter::repeat_n(Truth::Space, character.len_utf8() - 1);
            self.file.truth.extend(inside);
        }
    }
}
