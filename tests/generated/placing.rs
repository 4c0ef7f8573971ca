//! Articles put into a file: whole, broken by a page, interrupted by another.

use crate::articles::{Article, Paragraph, Shape};
use crate::file::{Builder, Title, Truth};

impl Builder<'_> {
    /// One article from its title to what is printed below it.
    pub fn whole(&mut self, article: &Article, place: Title, marker: Option<&str>) {
        let document = self.known(article, place != Title::Dropped);
        let truth = Truth::Text(document);
        self.titled(article, place, marker, truth);
        match place {
            Title::After => {}
            Title::Dropped => {
                let own = &mut self.file.documents[document];
                (own.author, own.date) = (None, None);
                if let Some(words) = &article.salutation {
                    self.head(words, truth);
                }
            }
            _ => self.below_title(article, truth),
        }
        if place != Title::After && article.is_signed && self.draw.chance(5) {
            self.carried(&article.body, truth);
        } else {
            self.body(&article.body, truth);
        }
        for line in &article.signature {
            self.head(line, truth);
        }
        if place == Title::After {
            self.title(&article.title, truth);
            self.below_title(article, truth);
        }
        self.bottom();
    }

    /// The title where it stands before its text, and the marker before it.
    fn titled(&mut self, article: &Article, place: Title, marker: Option<&str>, truth: Truth) {
        let title = &article.title;
        match (place, marker) {
            (Title::Dropped, Some(marker)) => self.marker(marker.trim_end(), None, truth),
            (Title::Before, Some(marker)) => self.marker(marker, Some(title), truth),
            (Title::Before, None) => self.title(title, truth),
            (Title::TwoLines, _) => {
                let (first, second) = divided(title, title.chars().count() / 2);
                // A second line of three characters reads as a name.
                if second.chars().count() < 5 {
                    self.title(title, truth);
                } else {
                    self.title(first, truth);
                    self.head(second, truth);
                }
            }
            (Title::Twice, _) => {
                self.title(title, truth);
                let row = self.line("data");
                self.head(&row, Truth::Either);
                for line in self.furniture("below_title", 2) {
                    self.noise(&line);
                }
                self.title(title, truth);
            }
            _ => {}
        }
    }

    pub fn attached(&mut self, article: &Article, label: &str) {
        let truth = Truth::Text(self.known(article, true));
        self.head(label, Truth::Either);
        self.title(&article.title, truth);
        self.body(&article.body, truth);
    }

    fn below_title(&mut self, article: &Article, truth: Truth) {
        for line in &article.below_title {
            self.head(line, truth);
        }
        if self.setting.furniture && self.draw.chance(30) {
            for line in self.furniture("below_title", 2) {
                self.noise(&line);
            }
        }
        let mut lines = [&article.date, &article.byline];
        if self.draw.chance(30) {
            lines.reverse();
        }
        for (line, _) in lines.into_iter().flatten() {
            self.head(line, truth);
        }
        if let Some(words) = &article.salutation {
            self.head(words, truth);
        }
    }

    fn bottom(&mut self) {
        if self.setting.furniture && self.draw.chance(60) {
            for line in self.furniture("bottom", 3) {
                self.noise(&line);
            }
        }
    }

    pub fn interrupted(&mut self, topic: usize) {
        let outer = self.article(Shape::Theory, topic);
        let inner = self.article(Shape::News, topic + 5);
        let truth = Truth::Text(self.known(&outer, true));
        self.title(&outer.title, truth);
        self.below_title(&outer, truth);
        // The column breaks inside a sentence: a break between two paragraphs leaves no trace, and
        // nobody could say whose the rest is.
        let long = |at: &usize| {
            let paragraph = &outer.body[*at];
            !paragraph.heading && paragraph.text.chars().count() > 80
        };
        let Some(at) = (1..outer.body.len() - 1).find(long) else {
            self.body(&outer.body, truth);
            self.whole(&inner, Title::Before, None);
            return;
        };
        self.body(&outer.body[..at], truth);
        let text = &outer.body[at].text;
        let marks = "，。；：、！？”“（）《》—";
        let (first, second) = broken(text, text.chars().count() / 2, 8, marks, marks);
        self.paragraph(first, truth, true);
        self.whole(&inner, Title::Before, None);
        self.paragraph(second, truth, false);
        self.body(&outer.body[at + 1..], truth);
        self.bottom();
    }

    fn body(&mut self, body: &[Paragraph], truth: Truth) {
        for (at, paragraph) in body.iter().enumerate() {
            let text = &paragraph.text;
            if paragraph.heading {
                self.heading(text, truth);
                continue;
            }
            if self.setting.pages && self.draw.chance(25) && text.chars().count() > 60 {
                self.page_break(text, truth);
            } else {
                self.paragraph(text, truth, true);
            }
            if self.setting.furniture && self.draw.chance(6) && at + 1 < body.len() {
                let line = self.line("between");
                self.noise(&line);
            }
        }
    }

    /// A text that goes on from another page.
    fn carried(&mut self, body: &[Paragraph], truth: Truth) {
        let mark = self.line("carried");
        self.emit(self.setting.indent, Truth::Space);
        self.emit(&mark, Truth::Noise);
        if !mark.ends_with(['）', ')']) {
            self.emit(" ", Truth::Space);
        }
        self.file.paragraphs.push(self.file.source.len());
        self.emit(&body[0].text, truth);
        self.close_line(true);
        self.body(&body[1..], truth);
    }

    fn page_break(&mut self, text: &str, truth: Truth) {
        let at = self.draw.within(20, text.chars().count() - 20);
        // A line seldom begins with a closing mark or ends with an opening one.
        let (first, second) = broken(text, at, 5, "。！？”“（《", "，。；：、！？”）》%");
        self.paragraph(first, truth, true);
        if self.draw.chance(60) {
            let line = self.line("page_break");
            self.noise(&line);
        }
        self.paragraph(second, truth, false);
    }

    /// Up to so many lines that pages print in a place.
    pub fn furniture(&mut self, place: &str, most: usize) -> Vec<String> {
        let count = self.draw.within(0, most);
        self.makings.furniture(&mut self.draw, place, count)
    }

    fn line(&mut self, place: &str) -> String {
        self.makings.furniture(&mut self.draw, place, 1).concat()
    }
}

/// A text before and from its character with this number on.
fn divided(text: &str, at: usize) -> (&str, &str) {
    let place = text
        .char_indices()
        .nth(at)
        .map_or(text.len(), |(place, _)| place);
    text.split_at(place)
}

/// A text divided at `wanted` or the next place, some characters before its end, where no such marks
/// stand before and behind.
fn broken<'a>(
    text: &'a str,
    wanted: usize,
    from_end: usize,
    not_before: &str,
    not_behind: &str,
) -> (&'a str, &'a str) {
    let characters: Vec<char> = text.chars().collect();
    let at = (wanted..characters.len() - from_end).find(|&at| {
        !not_before.contains(characters[at - 1]) && !not_behind.contains(characters[at])
    });
    divided(text, at.unwrap_or(wanted))
}
