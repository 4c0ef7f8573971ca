//! Sentences with places for words and numbers: `{thing}有{n=3..9}处，明年增加{n+1..4}处<。|！>`

use std::collections::BTreeMap;

use super::{Draw, rows};

/// What the places of a pattern may name: words already said, and lists to draw others from.
#[derive(Clone)]
pub struct Words {
    lists: BTreeMap<String, Vec<String>>,
    said: BTreeMap<String, String>,
}

impl Words {
    /// The lists of `tests/data/lists.tsv`.
    pub fn new() -> Self {
        let lists = rows("lists").into_iter();
        Self {
            lists: lists
                .map(|row| (row.get("list").to_owned(), row.list("words")))
                .collect(),
            said: BTreeMap::new(),
        }
    }

    /// The words of a list.
    pub fn list(&self, list: &str) -> &[String] {
        &self.lists[list]
    }

    /// One list more.
    pub fn add(&mut self, list: &str, words: Vec<String>) {
        self.lists.insert(list.to_owned(), words);
    }

    pub fn bind(&mut self, name: &str, value: impl ToString) {
        self.said.insert(name.to_owned(), value.to_string());
    }

    /// The word that a name stands for; the first time one of its list is drawn, another than those said.
    pub fn say(&mut self, name: &str, draw: &mut Draw) -> Option<String> {
        if let Some(word) = self.said.get(name) {
            return Some(word.clone());
        }
        let list = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let said = |word: &&String| {
            let mut own = self.said.iter().filter(|said| said.0.starts_with(list));
            !own.any(|(_, own)| own == *word)
        };
        let left: Vec<&String> = self.lists.get(list)?.iter().filter(said).collect();
        let word = (*draw.any(&left)?).clone();
        self.bind(name, &word);
        Some(word)
    }
}

/// A text with places. `{name}` is a word or a number said before, or one of a list; `{3..9}` a number
/// between both; `{n=3..9}` one that is `n` from there on, `{n:=3..9}` the same without saying it.
/// Numbers are added, subtracted, multiplied and divided: `{n*2-1}`. `<a|b>` is one of several.
pub struct Pattern {
    text: String,
    place: String,
}

impl Pattern {
    pub fn new(text: &str, place: &str) -> Self {
        Self {
            text: text.replace("\\n", "\n"),
            place: place.to_owned(),
        }
    }

    /// Whether a place names this.
    pub fn names(&self, name: &str) -> bool {
        self.text.contains(&format!("{{{name}}}"))
    }

    /// Fails with the row's file and line where a place names what nobody tells: `names` are told.
    pub fn check(&self, words: &Words, names: &[&str]) {
        let mut draw = Draw::new(0);
        for _ in 0..20 {
            let mut words = words.clone();
            names.iter().for_each(|name| words.bind(name, 9));
            self.fill(&mut words, &mut draw);
        }
    }

    /// The text with its places filled; one that cannot be filled fails with the row's file and line.
    pub fn fill(&self, words: &mut Words, draw: &mut Draw) -> String {
        Filling {
            pattern: self,
            words,
            draw,
        }
        .part(&self.text)
    }
}

struct Filling<'a> {
    pattern: &'a Pattern,
    words: &'a mut Words,
    draw: &'a mut Draw,
}

impl Filling<'_> {
    fn part(&mut self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, from)) = rest.find(['{', '<']).map(|at| rest.split_at(at)) {
            let close = if from.starts_with('{') { '}' } else { '>' };
            let Some((inside, after)) = from[1..].split_once(close) else {
                panic!("{}: no {close} after {from}", self.pattern.place);
            };
            filled += before;
            if close == '}' {
                filled += &self.place(inside);
            } else {
                let several: Vec<&str> = inside.split('|').collect();
                let one = *self.draw.pick(&several);
                filled += &self.part(one);
            }
            rest = after;
        }
        filled + rest
    }

    fn place(&mut self, inside: &str) -> String {
        let Some((name, value)) = inside.split_once('=') else {
            return self
                .words
                .say(inside, self.draw)
                .unwrap_or_else(|| self.sum(inside).to_string());
        };
        let value = self.sum(value);
        self.words.bind(name.trim_end_matches(':'), value);
        if name.ends_with(':') {
            String::new()
        } else {
            value.to_string()
        }
    }

    fn sum(&mut self, text: &str) -> i64 {
        let Some(at) = text.rfind(['+', '-']) else {
            return self.product(text);
        };
        let (before, last) = (self.sum(&text[..at]), self.product(&text[at + 1..]));
        if text[at..].starts_with('+') {
            before + last
        } else {
            before - last
        }
    }

    fn product(&mut self, text: &str) -> i64 {
        let Some(at) = text.rfind(['*', '/']) else {
            return self.number(text);
        };
        let (before, last) = (self.product(&text[..at]), self.number(&text[at + 1..]));
        if text[at..].starts_with('*') {
            before * last
        } else {
            before / last
        }
    }

    fn number(&mut self, text: &str) -> i64 {
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (self.number(from), self.number(to));
            return self.draw.of(from..=to);
        }
        let said = self.words.say(text, self.draw);
        said.as_deref()
            .unwrap_or(text)
            .parse()
            .unwrap_or_else(|_| panic!("{}: what is {{{text}}}?", self.pattern.place))
    }
}
