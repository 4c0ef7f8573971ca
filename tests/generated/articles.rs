//! Articles whose parts are known, made from `topics.tsv`, `articles.tsv` and `prose.tsv`.

use crate::support::{Draw, Pattern, Words, rows};

/// How an article is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// 讲话: date, speaker, salutation, numbered chapters.
    Speech,
    /// 理论文章: author with a body, numbered chapters.
    Theory,
    /// 署名文章: author, plain headings.
    Signed,
    /// 通知: number, bodies addressed, numbered tasks, signature.
    Notice,
    /// 消息: begins with its source.
    News,
    /// 短论: author, no headings.
    Essay,
}

pub const SHAPES: [Shape; 6] = [
    Shape::Speech,
    Shape::Theory,
    Shape::Signed,
    Shape::Notice,
    Shape::News,
    Shape::Essay,
];

/// An article and all that is true of it.
#[derive(Debug, Clone, Default)]
pub struct Article {
    pub is_signed: bool,
    pub title: String,
    /// A second half after a dash, and the document's number.
    pub below_title: Vec<String>,
    /// The line that names the author, and the name.
    pub byline: Option<(String, String)>,
    /// The line with the date, and the date in ISO form.
    pub date: Option<(String, String)>,
    /// 同志们： or the bodies addressed.
    pub salutation: Option<String>,
    pub body: Vec<Paragraph>,
    /// The body that signs, and the date.
    pub signature: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Paragraph {
    pub text: String,
    pub heading: bool,
}

/// Chinese numerals from one.
pub const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

pub fn text(text: String) -> Paragraph {
    let heading = false;
    Paragraph { text, heading }
}

fn heading(text: String) -> Paragraph {
    let heading = true;
    Paragraph { text, heading }
}

/// What articles are made of.
pub struct Makings {
    /// The words of each topic, and those of all.
    topics: Vec<Words>,
    parts: Vec<(String, String, Pattern)>,
    sentences: Vec<Pattern>,
    /// What pages print around texts, with where it stands.
    furniture: Vec<(String, String)>,
}

impl Makings {
    pub fn new() -> Self {
        let known = Words::new();
        let topics = rows("topics").into_iter().map(|row| {
            let mut words = known.clone();
            for list in ["thing", "doer", "work", "gain", "heading"] {
                words.add(list, row.list(list));
            }
            for name in ["event", "title", "subtitle"] {
                words.bind(name, row.get(name));
            }
            words
        });
        let topics: Vec<Words> = topics.collect();
        let told = "name bare year month day iso chinese_year chinese_month chinese_day chapters";
        let told: Vec<&str> = told.split(' ').collect();
        let parts = rows("articles").into_iter().map(|row| {
            let pattern = row.pattern("pattern");
            pattern.check(&topics[0], &told);
            (
                row.get("shape").to_owned(),
                row.get("part").to_owned(),
                pattern,
            )
        });
        let sentences = rows("prose").into_iter().map(|row| {
            let pattern = row.pattern("sentence");
            pattern.check(&topics[0], &[]);
            pattern
        });
        let furniture = rows("furniture").into_iter();
        Self {
            furniture: furniture
                .map(|row| (row.get("place").to_owned(), row.get("line").to_owned()))
                .collect(),
            parts: parts.collect(),
            sentences: sentences.collect(),
            topics,
        }
    }

    /// How many topics there are; a number beyond names one of them again.
    fn topic(&self, topic: usize) -> &Words {
        &self.topics[topic % self.topics.len()]
    }

    /// How many words of the topic `text` names: a paragraph that names none could be any article's.
    pub fn named(&self, text: &str, topic: usize) -> usize {
        let lists = ["thing", "doer", "work"].map(|list| self.topic(topic).list(list));
        lists
            .concat()
            .iter()
            .filter(|word| text.contains(*word))
            .count()
    }

    /// As many different lines as are asked for that pages print in a place.
    pub fn furniture(&self, draw: &mut Draw, place: &str, count: usize) -> Vec<String> {
        let own = self.furniture.iter().filter(|row| row.0 == place);
        let own: Vec<&String> = own.map(|row| &row.1).collect();
        draw.some(&own, count)
            .into_iter()
            .map(|line| (*line).clone())
            .collect()
    }

    /// An article made from templates.
    pub fn article(&self, draw: &mut Draw, shape: Shape, topic: usize) -> Article {
        let topic = self.topic(topic);
        let mut making = Making {
            makings: self,
            draw,
            topic,
            words: topic.clone(),
            shape,
        };
        making.article()
    }
}

/// An article as it is made.
struct Making<'a> {
    makings: &'a Makings,
    draw: &'a mut Draw,
    topic: &'a Words,
    /// What the article has said of itself.
    words: Words,
    shape: Shape,
}

impl Making<'_> {
    fn article(&mut self) -> Article {
        let iso = self.tell_date();
        let name = self.words.say("name", self.draw).unwrap();
        let bare: String = name.split_whitespace().collect();
        self.words.bind("bare", &bare);
        let chapters = self.draw.within(2, 4);
        self.words.bind("chapters", NUMERALS[chapters - 1]);
        let title = self.part("title").unwrap();
        let byline = self.part("byline").map(|line| (line, bare));
        let date = self.part("date").map(|line| (line, iso));
        Article {
            is_signed: self.shape == Shape::Signed,
            title,
            below_title: ["subtitle", "number"]
                .into_iter()
                .filter_map(|part| self.part(part))
                .collect(),
            byline,
            date,
            salutation: self.part("salutation"),
            body: self.body(chapters),
            signature: ["signature", "dateline"]
                .into_iter()
                .filter_map(|part| self.part(part))
                .collect(),
        }
    }

    /// A part of the article, if it has it.
    fn part(&mut self, part: &str) -> Option<String> {
        let shape = format!("{:?}", self.shape).to_lowercase();
        let parts = self.makings.parts.iter();
        let own = parts.filter(|row| row.0 == shape && row.1 == part);
        let own: Vec<&Pattern> = own.map(|row| &row.2).collect();
        let line = self.draw.any(&own)?.fill(&mut self.words, self.draw);
        (!line.is_empty()).then_some(line)
    }

    /// Binds the date in all its forms; the ISO form is returned.
    fn tell_date(&mut self) -> String {
        let draw = &mut self.draw;
        let (year, month, day) = (
            draw.within(2019, 2026),
            draw.within(1, 12),
            draw.within(1, 28),
        );
        let tens = |number: usize| {
            let ten = ["", "十", "二十"][number / 10];
            let one = number % 10;
            ten.to_owned() + if one == 0 { "" } else { NUMERALS[one - 1] }
        };
        let digits = year.to_string();
        let digits = digits.chars().map(|digit| match digit {
            '0' => "〇",
            other => NUMERALS[other as usize - '1' as usize],
        });
        let iso = format!("{year}-{month:02}-{day:02}");
        self.words.bind("year", year);
        self.words.bind("month", month);
        self.words.bind("day", day);
        self.words.bind("iso", &iso);
        self.words.bind("chinese_year", digits.collect::<String>());
        self.words.bind("chinese_month", tens(month));
        self.words.bind("chinese_day", tens(day));
        iso
    }

    /// A paragraph of one to five sentences, behind what it begins with.
    fn prose(&mut self, lead: &str) -> Paragraph {
        let mut words = lead.to_owned();
        for _ in 0..self.draw.within(1, 5) {
            let sentence = self.draw.pick(&self.makings.sentences);
            words += &sentence.fill(&mut self.topic.clone(), self.draw);
        }
        text(words)
    }

    fn several(&mut self, from: usize, to: usize) -> Vec<Paragraph> {
        (0..self.draw.within(from, to))
            .map(|_| self.prose(""))
            .collect()
    }

    fn headings(&mut self, count: usize) -> Vec<String> {
        let headings = self.topic.list("heading");
        self.draw
            .some(headings, count)
            .into_iter()
            .cloned()
            .collect()
    }

    fn body(&mut self, chapters: usize) -> Vec<Paragraph> {
        match self.shape {
            Shape::Speech | Shape::Theory => {
                let opening = self.part("opening").unwrap_or_default();
                let first = self.prose("").text + &opening;
                let mut body = vec![text(first)];
                for (at, words) in self.headings(chapters).iter().enumerate() {
                    self.chapter(&format!("{}、{words}", NUMERALS[at]), &mut body);
                }
                body.extend(self.part("closing").map(text));
                body
            }
            Shape::Signed => {
                let mut body = self.several(1, 2);
                for words in self.headings(3) {
                    body.push(heading(words));
                    body.extend(self.several(1, 3));
                }
                body
            }
            Shape::Notice => {
                let mut body: Vec<_> = self.part("opening").map(text).into_iter().collect();
                for (at, words) in self.headings(chapters).iter().enumerate() {
                    body.push(heading(format!("{}、{words}", NUMERALS[at])));
                    body.push(self.prose(""));
                }
                body
            }
            Shape::News => {
                let lead = self.part("lead").unwrap_or_default();
                let mut body = vec![self.prose(&lead)];
                body.extend(self.several(1, 3));
                body
            }
            Shape::Essay => self.several(3, 6),
        }
    }

    /// A chapter of plain paragraphs, or of sections （一） and （二）.
    fn chapter(&mut self, head: &str, body: &mut Vec<Paragraph>) {
        body.push(heading(head.to_owned()));
        if !self.draw.chance(40) {
            body.extend(self.several(1, 2));
            return;
        }
        body.push(self.prose(""));
        let count = self.draw.within(2, 3);
        let works = self.draw.some(self.topic.list("work"), count);
        for (work, numeral) in works.into_iter().zip(NUMERALS) {
            body.push(self.prose(&format!("（{numeral}）{work}要有新作为。")));
        }
    }
}
