//! Articles put together into a file, with the truth about every character of it.

use crate::articles::{Article, NUMERALS, Paragraph, Shape, article, named};
use crate::furniture;
use crate::random::Random;

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

/// How a file sets its text.
#[derive(Debug)]
struct Setting {
    wrap: Wrap,
    indent: &'static str,
    gap: bool,
    trailing: bool,
    /// Lines do not begin with a closing mark.
    strict: bool,
    ending: &'static str,
    format: Format,
    furniture: bool,
    /// Pages end in the middle of paragraphs.
    pages: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Wrap {
    None,
    Characters(usize),
    Columns(usize),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Format {
    Plain,
    Markdown,
    Html,
}

/// Where an article's title stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Title {
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

struct Builder<'a> {
    random: &'a mut Random,
    setting: Setting,
    file: File,
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

fn setting(random: &mut Random) -> Setting {
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

    fn known(&mut self, article: &Article, titled: bool) -> usize {
        self.file.documents.push(Known {
            title: titled.then(|| article.title.concat()),
            author: article.byline.as_ref().map(|(_, name)| name.clone()),
            date: article.date.as_ref().map(|(_, iso)| iso.clone()),
        });
        self.file.documents.len() - 1
    }

    /// One article from its title to what is printed below it.
    fn whole(&mut self, article: &Article, place: Title, marker: Option<String>) {
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

    fn attached(&mut self, article: &Article, label: &str) {
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

    fn interrupted(&mut self) {
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

    fn marker(&mut self, marker: &str, title: Option<&str>, truth: Truth) {
        self.emit(marker, Truth::Noise);
        if let Some(title) = title {
            self.file.heads.push(self.file.source.len());
            self.emit(title, truth);
        }
        self.close_line(true);
    }

    fn title(&mut self, title: &str, truth: Truth) {
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

    fn heading(&mut self, text: &str, truth: Truth) {
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
    fn head(&mut self, line: &str, truth: Truth) {
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
    fn paragraph(&mut self, text: &str, truth: Truth, begins: bool, divided: bool) {
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

    fn noise(&mut self, line: &str) {
        self.furniture(line, Truth::Noise);
    }

    fn furniture(&mut self, line: &str, truth: Truth) {
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

    fn wrapped(&mut self, lines: &[String], truth: Truth) {
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.emit(line, truth);
        }
    }

    /// `text` cut into lines as the setting wraps them.
    fn lines(&self, text: &str, indent: &str) -> Vec<String> {
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

    fn close_line(&mut self, gap: bool) {
        self.end_line();
        if gap && self.setting.gap {
            self.emit(self.setting.ending, Truth::Space);
        }
    }

    fn end_line(&mut self) {
        if self.setting.trailing && self.random.chance(30) {
            let spaces = self.random.word(&[" ", "  ", "　", "\t"]);
            self.emit(spaces, Truth::Space);
        }
        self.emit(self.setting.ending, Truth::Space);
    }

    fn emit(&mut self, text: &str, truth: Truth) {
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
