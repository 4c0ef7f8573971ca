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
        match self.setting.format {
            Format::Markdown => self.emit("# ", Truth::Noise),
            Format::Html => self.emit("<h1>", Truth::Noise),
            Format::Plain => {
                let centred = ["", "", "　　", "　　　　　"][self.random.below(4)];
                self.emit(centred, Truth::Space);
            }
        }
        self.file.heads.push(self.file.source.len());
        self.emit(title, truth);
        if self.setting.format == Format::Html {
            self.emit("</h1>", Truth::Noise);
        }
        self.close_line(true);
    }

    pub fn heading(&mut self, text: &str, truth: Truth) {
        self.emit(self.setting.indent, Truth::Space);
        match self.setting.format {
            Format::Markdown => self.emit("## ", Truth::Noise),
            Format::Html => self.emit("<p><strong>", Truth::Noise),
            Format::Plain => {}
        }
        self.file.paragraphs.push(self.file.source.len());
        let wrapped = self.lines(text, self.setting.indent);
        self.wrapped(&wrapped, truth);
        if self.setting.format == Format::Html {
            self.emit("</strong></p>", Truth::Noise);
        }
        self.close_line(true);
    }

    /// A line of a head or a signature.
    pub fn head(&mut self, line: &str, truth: Truth) {
        let html = self.setting.format == Format::Html;
        if html {
            self.emit("<p>", Truth::Noise);
        }
        // A bullet before a byline may stand in the text or be set aside.
        let words = line.trim_start_matches(['□', '◎', ' ']);
        self.emit(&line[..line.len() - words.len()], Truth::Either);
        self.file.heads.push(self.file.source.len());
        self.emit(words, truth);
        if html {
            self.emit("</p>", Truth::Noise);
        }
        self.close_line(true);
    }

    /// A paragraph, or the half of one that `begins` or `ends` it.
    pub fn paragraph(&mut self, text: &str, truth: Truth, begins: bool, divided: bool) {
        match self.setting.format {
            Format::Html => {
                self.emit("<p>", Truth::Noise);
                if begins {
                    self.emit("&nbsp;&nbsp;", Truth::Noise);
                }
            }
            _ if begins => self.emit(self.setting.indent, Truth::Space),
            _ => {}
        }
        if begins && divided {
            self.file.paragraphs.push(self.file.source.len());
        }
        let wrapped = self.lines(text, if begins { self.setting.indent } else { "" });
        self.wrapped(&wrapped, truth);
        if self.setting.format == Format::Html {
            self.emit("</p>", Truth::Noise);
        }
        self.close_line(true);
    }

    pub fn noise(&mut self, line: &str) {
        self.furniture(line, Truth::Noise);
    }

    pub fn furniture(&mut self, line: &str, truth: Truth) {
        if self.setting.format == Format::Html {
            self.emit("<div>", Truth::Noise);
        }
        self.emit(line, truth);
        if self.setting.format == Format::Html {
            self.emit("</div>", Truth::Noise);
        }
        let gap = self.random.chance(50) || self.setting.gap;
        self.close_line(gap);
    }

    pub fn wrapped(&mut self, lines: &[String], truth: Truth) {
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.emit(line, truth);
        }
    }

    /// `text` cut into lines as the setting wraps them.
    pub fn lines(&self, text: &str, indent: &str) -> Vec<String> {
        let (width, columns) = match self.setting.wrap {
            Wrap::None => return vec![text.to_owned()],
            Wrap::Characters(width) => (width, false),
            Wrap::Columns(width) => (width, true),
        };
        let size = |c: char| if columns && !c.is_ascii() { 2 } else { 1 };
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used: usize = indent.chars().map(size).sum();
        for character in text.chars() {
            let own = size(character);
            let hangs = self.setting.strict && "，。；：、！？”）》%".contains(character);
            if used + own > width && !hangs && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(character);
            used += own;
        }
        lines.push(line);
        lines
    }

    pub fn close_line(&mut self, gap: bool) {
        self.end_line();
        if gap && self.setting.gap {
            self.emit(self.setting.ending, Truth::Space);
        }
    }

    pub fn end_line(&mut self) {
        if self.setting.trailing && self.random.chance(30) {
            let spaces = self.random.word(&[" ", "  ", "　", "\t"]);
            self.emit(spaces, Truth::Space);
        }
        self.emit(self.setting.ending, Truth::Space);
    }

    pub fn emit(&mut self, text: &str, truth: Truth) {
        self.file.source.push_str(text);
        for character in text.chars() {
            let own = if character.is_whitespace() {
                Truth::Space
            } else {
                truth
            };
            self.file.truth.push(own);
            self.file
                .truth
                .extend(std::iter::repeat_n(Truth::Space, character.len_utf8() - 1));
        }
    }
}
