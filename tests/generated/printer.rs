//! Lines put into a file as its setting has them, with the truth about every character.

use crate::file::{Builder, Truth};
use crate::setting::{Format, Wrap};

impl Builder<'_> {
    pub fn marker(&mut self, marker: &str, title: Option<&str>, truth: Truth) {
        self.emit(marker, Truth::Noise);
        if let Some(title) = title {
            self.file.heads.push(self.file.source.len());
            self.emit(title, truth);
        }
        self.close_line(true);
    }

    pub fn title(&mut self, title: &str, truth: Truth) {
        if self.setting.format == Format::Plain {
            let centred = *self.draw.pick(&["", "", "　　", "　　　　　"]);
            self.emit(centred, Truth::Space);
        }
        self.open(["# ", "<h1>"]);
        self.file.heads.push(self.file.source.len());
        self.emit(title, truth);
        self.close("</h1>");
    }

    pub fn heading(&mut self, text: &str, truth: Truth) {
        self.emit(self.setting.indent, Truth::Space);
        self.open(["## ", "<p><strong>"]);
        self.file.paragraphs.push(self.file.source.len());
        self.wrapped(text, self.setting.indent, truth);
        self.close("</strong></p>");
    }

    /// A line of a head or a signature.
    pub fn head(&mut self, line: &str, truth: Truth) {
        self.open(["", "<p>"]);
        // A bullet before a byline may stand in the text or be set aside.
        let words = line.trim_start_matches(['□', '◎', ' ']);
        self.emit(&line[..line.len() - words.len()], Truth::Either);
        self.file.heads.push(self.file.source.len());
        self.emit(words, truth);
        self.close("</p>");
    }

    /// A paragraph, or one half of it.
    pub fn paragraph(&mut self, text: &str, truth: Truth, begins: bool) {
        let indent = if begins { self.setting.indent } else { "" };
        if begins {
            self.open(["", "<p>&nbsp;&nbsp;"]);
            if self.setting.format != Format::Html {
                self.emit(indent, Truth::Space);
            }
            self.file.paragraphs.push(self.file.source.len());
        } else {
            self.open(["", "<p>"]);
        }
        self.wrapped(text, indent, truth);
        self.close("</p>");
    }

    pub fn noise(&mut self, line: &str) {
        self.printed(line, Truth::Noise);
    }

    /// A line that the page prints.
    pub fn printed(&mut self, line: &str, truth: Truth) {
        self.open(["", "<div>"]);
        self.emit(line, truth);
        if self.setting.format == Format::Html {
            self.emit("</div>", Truth::Noise);
        }
        let gap = self.draw.chance(50) || self.setting.gap;
        self.close_line(gap);
    }

    /// What Markdown and HTML put before a line.
    fn open(&mut self, [markdown, html]: [&str; 2]) {
        match self.setting.format {
            Format::Markdown => self.emit(markdown, Truth::Noise),
            Format::Html => self.emit(html, Truth::Noise),
            Format::Plain => {}
        }
    }

    /// What HTML puts behind a line, and the end of the line.
    fn close(&mut self, html: &str) {
        self.open(["", html]);
        self.close_line(true);
    }

    /// `text` in lines as the setting wraps them.
    fn wrapped(&mut self, text: &str, indent: &str, truth: Truth) {
        let (width, columns) = match self.setting.wrap {
            Wrap::None => return self.emit(text, truth),
            Wrap::Characters(width) => (width, false),
            Wrap::Columns(width) => (width, true),
        };
        let size = |c: char| if columns && !c.is_ascii() { 2 } else { 1 };
        let mut used: usize = indent.chars().map(size).sum();
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

    pub fn close_line(&mut self, gap: bool) {
        self.end_line();
        if gap && self.setting.gap {
            self.emit(self.setting.ending, Truth::Space);
        }
    }

    fn end_line(&mut self) {
        if self.setting.trailing && self.draw.chance(30) {
            let spaces = *self.draw.pick(&[" ", "  ", "　", "\t"]);
            self.emit(spaces, Truth::Space);
        }
        self.emit(self.setting.ending, Truth::Space);
    }

    pub fn emit(&mut self, text: &str, truth: Truth) {
        self.file.source.push_str(text);
        for character in text.chars() {
            let is_space = character.is_whitespace();
            self.file
                .truth
                .push(if is_space { Truth::Space } else { truth });
            let inside = std::iter::repeat_n(Truth::Space, character.len_utf8() - 1);
            self.file.truth.extend(inside);
        }
    }
}
