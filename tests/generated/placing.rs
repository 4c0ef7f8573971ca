//! Articles put into a file: whole, broken by a page, interrupted by another.

use crate::articles::{Article, Paragraph, Shape, article};
use crate::file::{Builder, Title, Truth};
use crate::furniture;

impl Builder<'_> {
    /// One article from its title to what is printed below it.
    pub fn whole(&mut self, article: &Article, place: Title, marker: Option<String>) {
        // A title alone above a text that begins with plain words looks like one more heading of
        // the text before; official texts without a byline are told by their salutation instead.
        let marked = marker.is_some();
        let document = self.known(article, place != Title::Dropped);
        let truth = Truth::Text(document);
        match (place, marker) {
            (Title::Dropped, Some(marker)) => self.marker(marker.trim_end(), None, truth),
            (Title::Before, Some(marker)) => {
                let title = article.title.concat();
                self.marker(&marker, Some(&title), truth);
            }
            (Title::Before, None) => self.title(&article.title.concat(), truth),
            (Title::TwoLines, _) => {
                let characters: Vec<char> = article.title.concat().chars().collect();
                let middle = characters.len() / 2;
                let (first, second) = characters.split_at(middle);
                // A second line of three characters reads as a name.
                if second.len() < 5 {
                    self.title(&article.title.concat(), truth);
                } else {
                    self.title(&first.iter().collect::<String>(), truth);
                    self.head(&second.iter().collect::<String>(), truth);
                }
            }
            (Title::Twice, _) => {
                self.title(&article.title.concat(), truth);
                let row = furniture::data(self.random);
                self.head(row, Truth::Either);
                for line in furniture::below_title(self.random) {
                    self.noise(line);
                }
                self.title(&article.title.concat(), truth);
            }
            _ => {}
        }
        if place != Title::After && !(marked && place == Title::Dropped) && place != Title::Dropped
        {
            self.below_title(article, truth);
        } else if place == Title::Dropped
            && let Some(words) = &article.salutation
        {
            self.head(words, truth);
        }
        if place == Title::Dropped {
            let own = &mut self.file.documents[document];
            (own.author, own.date) = (None, None);
        }
        if place != Title::After && self.random.chance(5) && article.shape == Shape::Signed {
            self.carried(&article.body, truth);
        } else {
            self.body(&article.body, truth);
        }
        for line in &article.signature {
            self.head(line, truth);
        }
        if place == Title::After {
            self.title(&article.title.concat(), truth);
            self.below_title(article, truth);
        }
        self.bottom();
    }

    pub fn attached(&mut self, article: &Article, label: &str) {
        let document = self.known(article, true);
        let truth = Truth::Text(document);
        self.head(label, Truth::Either);
        self.title(&article.title.concat(), truth);
        self.body(&article.body, truth);
    }

    fn below_title(&mut self, article: &Article, truth: Truth) {
        if let Some(subtitle) = &article.subtitle {
            self.head(subtitle, truth);
        }
        if let Some(number) = &article.number {
            self.head(number, truth);
        }
        if self.setting.furniture && self.random.chance(30) {
            for line in furniture::below_title(self.random) {
                self.noise(line);
            }
        }
        let date = article.date.as_ref().map(|(line, _)| line.as_str());
        let name = article.byline.as_ref().map(|(line, _)| line.as_str());
        let mut lines = [date, name];
        if self.random.chance(30) {
            lines.reverse();
        }
        for line in lines.into_iter().flatten() {
            self.head(line, truth);
        }
        if let Some(words) = &article.salutation {
            self.head(words, truth);
        }
    }

    fn bottom(&mut self) {
        if self.setting.furniture && self.random.chance(60) {
            for line in furniture::bottom(self.random) {
                self.noise(line);
            }
        }
    }

    pub fn interrupted(&mut self) {
        let topic = self.random.below(10);
        let (outer, inner) = (
            article(self.random, Shape::Theory, topic),
            article(self.random, Shape::News, topic + 5),
        );
        let document = self.known(&outer, true);
        let truth = Truth::Text(document);
        self.title(&outer.title.concat(), truth);
        self.below_title(&outer, truth);
        // The column breaks inside a sentence: a break between two paragraphs leaves no trace, and
        // nobody could say whose the rest is.
        let candidates: Vec<usize> = (1..outer.body.len() - 1)
            .filter(|&at| !outer.body[at].heading && outer.body[at].text.chars().count() > 80)
            .collect();
        let Some(&at) = candidates.first() else {
            self.body(&outer.body, truth);
            self.whole(&inner, Title::Before, None);
            return;
        };
        self.body(&outer.body[..at], truth);
        let characters: Vec<char> = outer.body[at].text.chars().collect();
        let wanted = characters.len() / 2;
        let broken = (wanted..characters.len() - 8)
            .find(|&place| {
                let (before, after) = (characters[place - 1], characters[place]);
                !"，。；：、！？”“（）《》—".contains(before)
                    && !"，。；：、！？”“（）《》—".contains(after)
            })
            .unwrap_or(wanted);
        let (first, second) = characters.split_at(broken);
        self.paragraph(&first.iter().collect::<String>(), truth, true, true);
        self.whole(&inner, Title::Before, None);
        self.paragraph(&second.iter().collect::<String>(), truth, false, false);
        self.body(&outer.body[at + 1..], truth);
        self.bottom();
    }

    fn body(&mut self, body: &[Paragraph], truth: Truth) {
        for (at, paragraph) in body.iter().enumerate() {
            if paragraph.heading {
                self.heading(&paragraph.text, truth);
            } else if self.setting.pages
                && self.random.chance(25)
                && paragraph.text.chars().count() > 60
            {
                self.page_break(&paragraph.text, truth);
            } else {
                self.paragraph(&paragraph.text, truth, true, true);
            }
            if self.setting.furniture
                && self.random.chance(6)
                && at + 1 < body.len()
                && !paragraph.heading
            {
                let line = furniture::between(self.random);
                self.noise(line);
            }
        }
    }

    fn carried(&mut self, body: &[Paragraph], truth: Truth) {
        let mark = furniture::carried(self.random);
        self.emit(self.setting.indent, Truth::Space);
        self.emit(mark, Truth::Noise);
        if !mark.ends_with(['）', ')']) {
            self.emit(" ", Truth::Space);
        }
        self.file.paragraphs.push(self.file.source.len());
        self.emit(&body[0].text, truth);
        self.close_line(true);
        self.body(&body[1..], truth);
    }

    fn page_break(&mut self, text: &str, truth: Truth) {
        let characters: Vec<char> = text.chars().collect();
        let at = self.random.within(20, characters.len() - 20);
        // A line seldom begins with a closing mark or ends with an opening one.
        let at = (at..characters.len() - 5)
            .find(|&at| {
                !"，。；：、！？”）》%".contains(characters[at])
                    && !"。！？”“（《".contains(characters[at - 1])
            })
            .unwrap_or(at);
        let (first, second) = characters.split_at(at);
        self.paragraph(&first.iter().collect::<String>(), truth, true, true);
        if self.random.chance(60) {
            let line = furniture::page_break(self.random);
            self.noise(line);
        }
        self.paragraph(&second.iter().collect::<String>(), truth, false, false);
    }
}
