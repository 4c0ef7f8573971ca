//! Articles put together into a file, with the truth about every character of it.

use crate::articles::{Article, NUMERALS, Paragraph, Shape, article};
use crate::furniture;
use crate::random::Random;
use crate::setting::{Setting, Wrap, setting};
use crate::topics::named;

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

pub struct Builder<'a> {
    pub random: &'a mut Random,
    pub setting: Setting,
    pub file: File,
}

/// The file that `seed` makes; `clean` are articles from files.
pub fn file(seed: u64, clean: &[Article]) -> File {
    let mut random = Random::new(seed);
    let setting = setting(&mut random);
    let order = match random.below(20) {
        0..=7 => Order::Plain,
        8..=10 => Order::Marked,
        11..=12 => Order::TitlesBelow,
        13..=14 => Order::OneBelow,
        15..=16 => Order::Lost,
        17..=18 => Order::Interrupted,
        _ => Order::Attached,
    };
    let mut builder = Builder {
        random: &mut random,
        file: File {
            source: String::new(),
            truth: Vec::new(),
            paragraphs: Vec::new(),
            heads: Vec::new(),
            divided: setting.wrap == Wrap::None || !setting.indent.is_empty() || setting.gap,
            documents: Vec::new(),
            recipe: format!("{order:?} {setting:?}"),
        },
        setting,
    };
    builder.fill(order, clean);
    builder.file
}

impl Builder<'_> {
    fn fill(&mut self, order: Order, clean: &[Article]) {
        if self.setting.furniture {
            for line in furniture::top(self.random) {
                self.noise(line);
            }
        }
        match order {
            Order::Plain => {
                let count = self.random.within(1, 4);
                for at in 0..count {
                    let article = self.any(at, clean);
                    let title = self.title_place();
                    self.whole(&article, title, None);
                }
            }
            Order::Marked => {
                let count = self.random.within(2, 4);
                let style = self.random.below(6);
                for (at, numeral) in NUMERALS.iter().enumerate().take(count) {
                    let article = self.any(at, clean);
                    let marker = match style {
                        0 => format!("第{numeral}篇："),
                        1 => format!("篇{numeral}："),
                        2 => format!("【第{}篇】", at + 1),
                        3 => format!("范文{numeral}："),
                        4 => format!("第{}篇 ", at + 1),
                        _ => format!("【篇{numeral}】"),
                    };
                    let title = if self.random.chance(25) {
                        Title::Dropped
                    } else {
                        Title::Before
                    };
                    self.whole(&article, title, Some(marker));
                }
            }
            Order::TitlesBelow => {
                let count = self.random.within(2, 3);
                let topic = self.random.below(10);
                for at in 0..count {
                    // Whose text is whose is told by the byline that ends it.
                    let shape = *self
                        .random
                        .pick(&[Shape::Theory, Shape::Essay, Shape::Signed]);
                    let article = article(self.random, shape, topic + at);
                    self.whole(&article, Title::After, None);
                }
            }
            Order::OneBelow => {
                let topic = self.random.below(10);
                for at in 0..3 {
                    // Numbering that starts over tells where the second text begins; without
                    // numbers, or with titles that say nothing of the text, nobody could.
                    let article = self.chaptered(topic + at * 3);
                    let place = if at == 1 { Title::After } else { Title::Before };
                    self.whole(&article, place, None);
                }
            }
            Order::Lost => {
                let count = self.random.within(2, 3);
                let topic = self.random.below(10);
                for at in 0..count {
                    // Articles without chapters, title, byline, salutation or marker run into
                    // each other: no reader could divide them, so they are left out.
                    let mut article = self.chaptered(topic + at * 3);
                    article.byline = None;
                    // Whose the words before 一、 are is told by what they speak of; where the
                    // topics do not differ nobody could say.
                    let first = article.body.iter().position(|paragraph| paragraph.heading);
                    article.body.drain(..first.unwrap_or(0));
                    self.whole(
                        &article,
                        if at == 0 {
                            Title::Before
                        } else {
                            Title::Dropped
                        },
                        None,
                    );
                }
            }
            Order::Interrupted => self.interrupted(),
            Order::Attached => {
                let topic = self.random.below(10);
                let notice = article(self.random, Shape::Notice, topic);
                self.whole(&notice, Title::Before, None);
                let count = self.random.within(1, 2);
                for at in 0..count {
                    let mut attached = article(self.random, Shape::Theory, topic + 1 + at);
                    attached.byline = None;
                    attached.title = vec![format!(
                        "{}工作方案",
                        attached.title[0].trim_start_matches('在')
                    )];
                    let label = if count == 1 {
                        "附件".to_owned()
                    } else {
                        format!("附件{}", at + 1)
                    };
                    self.attached(&attached, &label);
                }
            }
        }
        if self.setting.furniture {
            let lines = furniture::foot(self.random);
            // An address below a text may be the text's own; beside the site's lines it is the
            // site's.
            let own = |line: &&str| line.starts_with("地址") || line.starts_with("电子邮箱");
            let unsure = lines.iter().all(own);
            for line in lines {
                let truth = if unsure { Truth::Either } else { Truth::Noise };
                self.furniture(line, truth);
            }
        }
    }

    /// An article with at least two chapters; of fewer nobody could say that they start over.
    fn chaptered(&mut self, topic: usize) -> Article {
        loop {
            let mut article = article(self.random, Shape::Theory, topic);
            chaptered(&mut article, topic);
            if article
                .body
                .iter()
                .filter(|paragraph| paragraph.heading)
                .count()
                > 1
            {
                return article;
            }
        }
    }

    fn any(&mut self, at: usize, clean: &[Article]) -> Article {
        if !clean.is_empty() && self.random.chance(15) {
            return self.random.pick(clean).clone();
        }
        let shape = *self.random.pick(&[
            Shape::Speech,
            Shape::Theory,
            Shape::Signed,
            Shape::Notice,
            Shape::News,
            Shape::Essay,
        ]);
        let topic = self.random.below(10) + at;
        article(self.random, shape, topic)
    }

    fn title_place(&mut self) -> Title {
        *self
            .random
            .pick(&[Title::Before, Title::Before, Title::TwoLines, Title::Twice])
    }

    pub fn known(&mut self, article: &Article, titled: bool) -> usize {
        self.file.documents.push(Known {
            title: titled.then(|| article.title.concat()),
            author: article.byline.as_ref().map(|(_, name)| name.clone()),
            date: article.date.as_ref().map(|(_, iso)| iso.clone()),
        });
        self.file.documents.len() - 1
    }
}

/// Leaves out what would make the border between two articles nobody's guess: lists inside a
/// chapter, for one that starts over at （一） is as good a beginning of another article, and
/// paragraphs that hardly name what their article is about. Every chapter keeps some text.
fn chaptered(article: &mut Article, topic: usize) {
    article.body.retain(|paragraph| {
        !paragraph.text.starts_with('（')
            && (paragraph.heading || named(&paragraph.text, topic) > 1)
    });
    let mut body: Vec<Paragraph> = Vec::new();
    for paragraph in article.body.drain(..) {
        if paragraph.heading && body.last().is_some_and(|last| last.heading) {
            body.pop();
        }
        body.push(paragraph);
    }
    if body.last().is_some_and(|last| last.heading) {
        body.pop();
    }
    // What was popped leaves a gap in the numbers.
    let headings = body.iter_mut().filter(|paragraph| paragraph.heading);
    for (paragraph, numeral) in headings.zip(NUMERALS) {
        let words = paragraph
            .text
            .split_once('、')
            .map_or("", |(_, words)| words);
        paragraph.text = format!("{numeral}、{words}");
    }
    article.body = body;
}
