//! Articles put together into a file, with the truth about every character of it.

use proptest::prelude::*;

use crate::articles::{Article, Makings, NUMERALS, Paragraph, SHAPES, Shape};
use crate::setting::{Setting, Wrap, setting};
use crate::support::Draw;

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

/// What is true of one document.
#[derive(Debug, Clone)]
pub struct Known {
    /// The title where one stands in the file.
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

/// Where an article's title stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Title {
    Before,
    TwoLines,
    Twice,
    After,
    Dropped,
}

/// How the articles of a file follow each other.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Order {
    /// Each below its own title.
    Plain,
    /// Each after a marker: 第一篇：
    Marked,
    /// Each above its own title.
    TitlesBelow,
    /// The middle one of three above its title, the others below theirs.
    OneBelow,
    /// Chaptered articles whose titles were lost.
    Lost,
    /// One stands in the middle of another's column.
    Interrupted,
    /// A notice and what it issues.
    Attached,
}

fn order() -> impl Strategy<Value = Order> {
    prop_oneof![
        8 => Just(Order::Plain),
        3 => Just(Order::Marked),
        2 => Just(Order::TitlesBelow),
        2 => Just(Order::OneBelow),
        2 => Just(Order::Lost),
        2 => Just(Order::Interrupted),
        1 => Just(Order::Attached),
    ]
}

/// Markers before articles; 一 and 1 stand for their number.
const MARKERS: [&str; 6] = [
    "第一篇：",
    "篇一：",
    "【第1篇】",
    "范文一：",
    "第1篇 ",
    "【篇一】",
];

pub struct Builder<'a> {
    pub makings: &'a Makings,
    pub draw: Draw,
    pub setting: Setting,
    pub file: File,
}

/// The file that `seed` makes; `clean` are articles from files.
pub fn file(seed: u64, makings: &Makings, clean: &[Article]) -> File {
    let mut draw = Draw::new(seed);
    let (order, setting) = draw.of((order(), setting()));
    let file = File {
        divided: setting.wrap == Wrap::None || !setting.indent.is_empty() || setting.gap,
        recipe: format!("{order:?} {setting:?}"),
        ..File::default()
    };
    let mut builder = Builder {
        makings,
        draw,
        setting,
        file,
    };
    builder.above();
    builder.fill(order, clean);
    builder.below();
    builder.file
}

impl Builder<'_> {
    fn above(&mut self) {
        if self.setting.furniture {
            for line in self.furniture("top", 3) {
                self.noise(&line);
            }
        }
    }

    /// An address below a text may be the text's own; beside the site's lines it is the site's.
    fn below(&mut self) {
        if !self.setting.furniture {
            return;
        }
        let lines = self.furniture("foot", 4);
        let own = |line: &String| line.starts_with("地址") || line.starts_with("电子邮箱");
        let is_unsure = lines.iter().all(own);
        for line in lines {
            let truth = if is_unsure {
                Truth::Either
            } else {
                Truth::Noise
            };
            self.printed(&line, truth);
        }
    }

    fn fill(&mut self, order: Order, clean: &[Article]) {
        let topic = self.draw.within(0, 9);
        match order {
            Order::Plain => {
                for at in 0..self.draw.within(1, 4) {
                    let article = self.any(at, clean);
                    let places = [Title::Before, Title::Before, Title::TwoLines, Title::Twice];
                    let place = *self.draw.pick(&places);
                    self.whole(&article, place, None);
                }
            }
            Order::Marked => {
                let marker = *self.draw.pick(&MARKERS);
                let count = self.draw.within(2, 4);
                for (at, numeral) in NUMERALS.iter().enumerate().take(count) {
                    let article = self.any(at, clean);
                    let marker = marker.replace('一', numeral);
                    let marker = marker.replace('1', &(at + 1).to_string());
                    let is_dropped = self.draw.chance(25);
                    let place = if is_dropped {
                        Title::Dropped
                    } else {
                        Title::Before
                    };
                    self.whole(&article, place, Some(&marker));
                }
            }
            Order::TitlesBelow => {
                for at in 0..self.draw.within(2, 3) {
                    // Whose text is whose is told by the byline that ends it.
                    let shapes = [Shape::Theory, Shape::Essay, Shape::Signed];
                    let shape = *self.draw.pick(&shapes);
                    let article = self.article(shape, topic + at);
                    self.whole(&article, Title::After, None);
                }
            }
            Order::OneBelow => {
                for (at, place) in [Title::Before, Title::After, Title::Before]
                    .into_iter()
                    .enumerate()
                {
                    // Numbering that starts over tells where the second text begins; without
                    // numbers, or with titles that say nothing of the text, nobody could.
                    let article = self.chaptered(topic + at * 3);
                    self.whole(&article, place, None);
                }
            }
            Order::Lost => self.lost(topic),
            Order::Interrupted => self.interrupted(topic),
            Order::Attached => {
                let notice = self.article(Shape::Notice, topic);
                self.whole(&notice, Title::Before, None);
                let count = self.draw.within(1, 2);
                for at in 1..=count {
                    let mut attached = self.article(Shape::Theory, topic + at);
                    attached.byline = None;
                    let title = attached.title.trim_start_matches('在');
                    attached.title = format!("{title}工作方案");
                    let number = if count == 1 {
                        String::new()
                    } else {
                        at.to_string()
                    };
                    self.attached(&attached, &format!("附件{number}"));
                }
            }
        }
    }

    /// Articles without chapters, title, byline, salutation or marker run into each other: no reader
    /// could divide them, so they are left out. Whose the words before 一、 are is told by what they
    /// speak of; where the topics do not differ nobody could say.
    fn lost(&mut self, topic: usize) {
        for at in 0..self.draw.within(2, 3) {
            let mut article = self.chaptered(topic + at * 3);
            article.byline = None;
            let first = article.body.iter().position(|paragraph| paragraph.heading);
            article.body.drain(..first.unwrap_or(0));
            let place = if at == 0 {
                Title::Before
            } else {
                Title::Dropped
            };
            self.whole(&article, place, None);
        }
    }

    pub fn article(&mut self, shape: Shape, topic: usize) -> Article {
        self.makings.article(&mut self.draw, shape, topic)
    }

    fn any(&mut self, at: usize, clean: &[Article]) -> Article {
        if !clean.is_empty() && self.draw.chance(15) {
            return self.draw.pick(clean).clone();
        }
        let (shape, topic) = (*self.draw.pick(&SHAPES), self.draw.within(0, 9));
        self.article(shape, topic + at)
    }

    /// An article with at least two chapters; of fewer nobody could say that they start over.
    fn chaptered(&mut self, topic: usize) -> Article {
        loop {
            let mut article = self.article(Shape::Theory, topic);
            article.body = chapters(article.body, |text| self.makings.named(text, topic) > 1);
            let headings = article.body.iter().filter(|paragraph| paragraph.heading);
            if headings.count() > 1 {
                return article;
            }
        }
    }

    pub fn known(&mut self, article: &Article, titled: bool) -> usize {
        self.file.documents.push(Known {
            title: titled.then(|| article.title.clone()),
            author: article.byline.as_ref().map(|(_, name)| name.clone()),
            date: article.date.as_ref().map(|(_, iso)| iso.clone()),
        });
        self.file.documents.len() - 1
    }
}

/// Leaves out what would make the border between two articles nobody's guess: lists inside a
/// chapter, for one that starts over at （一） is as good a beginning of another article, and
/// paragraphs that hardly name what their article is about. Every chapter keeps some text.
fn chapters(body: Vec<Paragraph>, is_named: impl Fn(&str) -> bool) -> Vec<Paragraph> {
    let mut kept: Vec<Paragraph> = Vec::new();
    for paragraph in body {
        let is_list = paragraph.text.starts_with('（');
        if is_list || !paragraph.heading && !is_named(&paragraph.text) {
            continue;
        }
        if paragraph.heading && kept.last().is_some_and(|last| last.heading) {
            kept.pop();
        }
        kept.push(paragraph);
    }
    if kept.last().is_some_and(|last| last.heading) {
        kept.pop();
    }
    // What was left out leaves a gap in the numbers.
    let headings = kept.iter_mut().filter(|paragraph| paragraph.heading);
    for (paragraph, numeral) in headings.zip(NUMERALS) {
        if let Some((_, words)) = paragraph.text.split_once('、') {
            paragraph.text = format!("{numeral}、{words}");
        }
    }
    kept
}
