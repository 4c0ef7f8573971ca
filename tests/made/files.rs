//! Files made of the blocks in `tests/data/articles.txt`, with the truth about every character.

use std::collections::BTreeMap;

use crate::clean;
use crate::draw::Draw;
use crate::rows::{Row, rows};
use crate::setting::{Setting, Wrap, setting};
use crate::words::{Words, numeral};

/// What a character of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// A character of the document with this number.
    Text(usize),
    /// Page furniture, a marker or a mark of a format.
    Noise,
    /// A row that may stand in the text or be set aside.
    Either,
    /// White space.
    Space,
}

/// What is true of one document, where the file says it.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub title: Option<String>,
    pub author: Option<String>,
    pub date: Option<String>,
}

/// A file and its truth.
#[derive(Default)]
pub struct File {
    pub source: String,
    /// What the character at each byte is; bytes inside a character are [`Truth::Space`].
    pub truth: Vec<Truth>,
    /// Where paragraphs of a body begin, ascending.
    pub paragraphs: Vec<usize>,
    /// Where lines of heads and signatures begin, ascending.
    pub heads: Vec<usize>,
    /// Whether a reader can see where each paragraph ends.
    pub divided: bool,
    pub documents: Vec<Known>,
    /// How the file was made, for whoever reads a failure.
    pub recipe: String,
}

/// Lines, each with what it is before it.
pub type Block = Vec<String>;

/// What files are made of.
pub struct Makings {
    words: Words,
    topics: Vec<Row>,
    /// By their names; of several with one name one is drawn.
    blocks: BTreeMap<String, Vec<Block>>,
}

impl Makings {
    pub fn new() -> Self {
        let mut blocks: BTreeMap<String, Vec<Block>> = BTreeMap::new();
        let mut name = String::new();
        let lines = include_str!("../data/articles.txt").lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(own) = line.strip_prefix('[') {
                name = own.trim_end_matches(']').to_owned();
                blocks.entry(name.clone()).or_default().push(Block::new());
            } else if let Some(block) = blocks.get_mut(&name).and_then(|all| all.last_mut()) {
                block.push(line.to_owned());
            }
        }
        let mut words = Words::new();
        let articles = clean::articles();
        let names = (0..articles.len()).map(|number| format!("clean article {number}.txt"));
        words.add("clean", names.clone().collect());
        for (name, article) in names.zip(articles) {
            words.add(&format!("{name}_title"), vec![article.title]);
            for (part, block) in article.parts {
                blocks.insert(format!("{name} {part}"), vec![block]);
            }
        }
        Self {
            words,
            topics: rows("topics"),
            blocks,
        }
    }
}

/// A file as it is made.
pub struct Maker<'a> {
    makings: &'a Makings,
    /// The topics that no document has yet.
    topics: Vec<&'a Row>,
    pub draw: Draw,
    pub setting: Setting,
    pub file: File,
}

/// What lines may say, and the number of the document that they stand in.
struct Place {
    words: Words,
    document: usize,
}

/// The file that `seed` makes.
pub fn file(seed: u64, makings: &Makings) -> File {
    let mut draw = Draw::new(seed);
    let setting = draw.of(setting());
    let mut maker = Maker {
        makings,
        topics: draw.some(&makings.topics, makings.topics.len()),
        draw,
        file: File {
            divided: setting.wrap == Wrap::None || !setting.indent.is_empty() || setting.gap,
            ..File::default()
        },
        setting,
    };
    let words = makings.words.clone();
    let mut place = Place { words, document: 0 };
    maker.block("file", &mut place);
    let order = place.words.known("order").unwrap_or_default();
    maker.file.recipe = format!("{order}, {:?}", maker.setting);
    maker.file
}

impl Maker<'_> {
    fn block(&mut self, name: &str, around: &mut Place) {
        let blocks = self.makings.blocks.get(name);
        let blocks = blocks.unwrap_or_else(|| panic!("there is no block {name}"));
        let mut own = None;
        for line in self.draw.pick(blocks) {
            let (kind, pattern) = line.split_at(1);
            let pattern = pattern.trim_start_matches(' ');
            if kind == "=" {
                own = Some(self.document(around.words.within(), pattern));
                continue;
            }
            let place = own.as_mut().unwrap_or(around);
            let text = place.words.fill(pattern, &mut self.draw);
            self.line(kind, &text, place);
        }
    }

    /// Begins a document of a shape.
    fn document(&mut self, mut words: Words, shape: &str) -> Place {
        let shape = words.fill(shape, &mut self.draw);
        let topic = self.topics.pop().unwrap_or(&self.makings.topics[0]);
        for list in topic.columns() {
            words.add(list, topic.list(list));
        }
        words.tell("shape", &shape);
        let title = self
            .draw
            .pick(words.list(&format!("{shape}_title")))
            .clone();
        let title = words.fill(&title, &mut self.draw);
        let half = title.char_indices().nth(title.chars().count() / 2);
        // A second line of three characters reads as a name.
        let is_long = title.chars().count() > 8;
        let half = half.filter(|_| is_long).map_or(title.len(), |half| half.0);
        words.tell("first", &title[..half]);
        words.tell("second", &title[half..]);
        words.tell("title", title);
        self.file.documents.push(Known::default());
        let document = self.file.documents.len() - 1;
        Place { words, document }
    }

    fn line(&mut self, kind: &str, text: &str, place: &mut Place) {
        let many = || {
            let (many, name) = text.split_once(' ').unwrap_or(("0", text));
            (many.parse::<usize>().unwrap(), name)
        };
        match kind {
            "&" => place.words.keep(),
            ">" => {
                let (many, name) = many();
                for at in 1..=many {
                    place.words.tell("at", at);
                    self.block(name, place);
                }
            }
            "N" if self.setting.furniture => {
                let (many, list) = many();
                let is_unsure = list.ends_with('?');
                let truth = if is_unsure {
                    Truth::Either
                } else {
                    Truth::Noise
                };
                let lines = self.makings.words.list(list.trim_end_matches('?'));
                for line in self.draw.some(lines, many) {
                    self.print("N", (line, truth), "", truth);
                }
            }
            "N" => {}
            "I" => {
                let end = text.find(|c| !char::is_ascii(&c)).unwrap_or(0);
                let (block, text) = text.split_at(end);
                let truth = Truth::Text(place.document);
                let marks = "，。；：、！？”“（）《》—";
                let (first, second) = broken(text, text.chars().count() / 2, 8, marks, marks);
                self.print("P", ("", truth), first, truth);
                self.block(block.trim_end(), place);
                self.print("+", ("", truth), second, truth);
            }
            _ => self.text(kind, text, place),
        }
    }

    /// A line of a document.
    fn text(&mut self, kind: &str, text: &str, place: &Place) {
        let truth = Truth::Text(place.document);
        let word = |name| place.words.known(name).unwrap_or_default();
        let (mut before, mut text) = (("", Truth::Noise), text);
        for (mark, of_it) in [('¦', Truth::Noise), ('¡', Truth::Either)] {
            if let Some((printed, rest)) = text.split_once(mark) {
                (before, text) = ((printed, of_it), rest);
            }
        }
        let known = &mut self.file.documents[place.document];
        match kind {
            "T" | "M" if !text.is_empty() => known.title = Some(word("title").to_owned()),
            "B" => {
                let name = place.words.known("name").unwrap_or(word("bare"));
                known.author = Some(name.split_whitespace().collect());
            }
            "D" => {
                let [year, month, day] = ["year", "month", "day"].map(word);
                known.date = Some(format!("{year}-{month:0>2}-{day:0>2}"));
            }
            _ => {}
        }
        if kind == "M" {
            let at = word("at");
            let number = numeral(at.parse().unwrap());
            let marker = before.0.replace('一', &number).replace('1', at);
            return self.print(kind, (&marker, before.1), text, truth);
        }
        let length = text.chars().count();
        if kind == "P" && self.setting.pages && length > 60 && self.draw.chance(25) {
            let at = self.draw.within(20, length - 20);
            // A line seldom begins with a closing mark or ends with an opening one.
            let (first, second) = broken(text, at, 5, "。！？”“（《", "，。；：、！？”）》%");
            self.print(kind, before, first, truth);
            if self.draw.chance(60) {
                let line = self.draw.pick(self.makings.words.list("page_break"));
                self.print("N", (line, Truth::Noise), "", truth);
            }
            self.print("+", ("", truth), second, truth);
        } else {
            self.print(kind, before, text, truth);
        }
    }
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
    let place = text.char_indices().nth(at.unwrap_or(wanted));
    text.split_at(place.map_or(text.len(), |place| place.0))
}
