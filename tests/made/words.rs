//! Texts with places for words and numbers: `{thing}有{n=3..9}处，明年增加{n+1..4}处<。|！>`
//!
//! `{name}` is a word said or told before, or one of the list of that name, which it is from there on
//! (`{unit2}`: another of the list `unit`); `{~name}` one of the list that was not said yet; `{*name}`
//! any of the list, with its own places filled by words of its own. `{3..9}` is a number between both,
//! `{n=3..9}` one that is `n` from there on, `{n:=3..9}` the same without saying it. Numbers, in Chinese
//! numerals too, are added, subtracted, multiplied and divided: `{n*2-1}`; `{n一}` is written in Chinese
//! numerals. `<a|b>` is one of several.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::draw::Draw;
use crate::rows::rows;

/// What the places of a text may name.
#[derive(Clone)]
pub struct Words {
    lists: BTreeMap<String, Rc<[String]>>,
    /// What holds for texts within this one as well.
    told: BTreeMap<String, String>,
    said: BTreeMap<String, String>,
}

impl Words {
    /// The lists of `tests/data/lists.tsv` and `lines.tsv`.
    pub fn new() -> Self {
        let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rows("lines") {
            let list = lines.entry(row.get("list").to_owned()).or_default();
            list.push(row.get("line").to_owned());
        }
        for row in rows("lists") {
            lines.insert(row.get("list").to_owned(), row.list("words"));
        }
        let lists = lines.into_iter();
        Self {
            lists: lists.map(|(name, words)| (name, words.into())).collect(),
            told: BTreeMap::new(),
            said: BTreeMap::new(),
        }
    }

    /// The words of a list.
    pub fn list(&self, list: &str) -> &[String] {
        let words = self.lists.get(list);
        words.unwrap_or_else(|| panic!("there is no list {list}"))
    }

    /// One list more.
    pub fn add(&mut self, list: &str, words: Vec<String>) {
        self.lists.insert(list.to_owned(), words.into());
    }

    pub fn tell(&mut self, name: &str, value: impl ToString) {
        self.told.insert(name.to_owned(), value.to_string());
    }

    /// What was said so far holds for texts within this one as well.
    pub fn keep(&mut self) {
        self.told.append(&mut self.said);
    }

    /// The words of a text within this one: it has said nothing yet.
    pub fn within(&self) -> Self {
        let mut own = self.clone();
        own.said.clear();
        own
    }

    pub fn known(&self, name: &str) -> Option<&str> {
        let known = self.said.get(name).or(self.told.get(name));
        known.map(String::as_str)
    }

    /// The word that a name stands for; the first time one of its list is drawn, another than those said.
    fn say(&mut self, name: &str, draw: &mut Draw) -> Option<String> {
        if let Some(word) = self.known(name) {
            return Some(word.to_owned());
        }
        let list = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '~');
        let said = |word: &&String| {
            let mut own = self.said.iter().filter(|said| said.0.starts_with(list));
            !own.any(|(_, own)| own == *word)
        };
        let left: Vec<&String> = self.lists.get(list)?.iter().filter(said).collect();
        let word = (*draw.any(&left)?).clone();
        self.said.insert(name.to_owned(), word.clone());
        Some(word)
    }

    /// The text with its places filled; fails, with the text, where one cannot be.
    pub fn fill(&mut self, text: &str, draw: &mut Draw) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, from)) = rest.find(['{', '<']).map(|at| rest.split_at(at)) {
            let close = if from.starts_with('{') { '}' } else { '>' };
            let Some((inside, after)) = from[1..].split_once(close) else {
                panic!("no {close} after {from} in {text}");
            };
            filled += before;
            if close == '}' {
                filled += &self.place(inside, draw);
            } else {
                let several: Vec<&str> = inside.split('|').collect();
                let one = *draw.pick(&several);
                filled += &self.fill(one, draw);
            }
            rest = after;
        }
        filled + rest
    }

    fn place(&mut self, inside: &str, draw: &mut Draw) -> String {
        if let Some(list) = inside.strip_prefix('*') {
            let text = draw.pick(self.list(list));
            return self.within().fill(text, draw);
        }
        if let Some(sum) = inside.strip_suffix('一') {
            return numeral(self.sum(sum, draw));
        }
        if let Some((name, value)) = inside.split_once('=') {
            let value = self.sum(value, draw).to_string();
            let own = name.trim_end_matches(':').to_owned();
            self.said.insert(own, value.clone());
            return if name.ends_with(':') {
                String::new()
            } else {
                value
            };
        }
        let name = inside.strip_prefix('~').map_or_else(
            || inside.to_owned(),
            |list| format!("{list}~{}", self.said.len()),
        );
        let word = self.say(&name, draw);
        word.unwrap_or_else(|| self.sum(inside, draw).to_string())
    }

    fn sum(&mut self, text: &str, draw: &mut Draw) -> i64 {
        let Some(at) = text.rfind(['+', '-']) else {
            return self.product(text, draw);
        };
        let before = self.sum(&text[..at], draw);
        let last = self.product(&text[at + 1..], draw);
        if text[at..].starts_with('+') {
            before + last
        } else {
            before - last
        }
    }

    fn product(&mut self, text: &str, draw: &mut Draw) -> i64 {
        let Some(at) = text.rfind(['*', '/']) else {
            return self.number(text, draw);
        };
        let before = self.product(&text[..at], draw);
        let last = self.number(&text[at + 1..], draw);
        if text[at..].starts_with('*') {
            before * last
        } else {
            before / last
        }
    }

    fn number(&mut self, text: &str, draw: &mut Draw) -> i64 {
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (self.number(from, draw), self.number(to, draw));
            return draw.of(from..=to);
        }
        let said = self.say(text, draw);
        let word = said.as_deref().unwrap_or(text);
        let chinese = || (1..100).find(|number| numeral(*number) == word);
        let number = word.parse().ok().or_else(chinese);
        number.unwrap_or_else(|| panic!("what is {{{text}}}?"))
    }
}

/// A number from 1 to 99 in Chinese numerals.
pub fn numeral(number: i64) -> String {
    let digit = |number: i64| "〇一二三四五六七八九".chars().nth(number as usize);
    let tens = digit(number / 10).filter(|_| number > 19);
    let ten = (number > 9).then_some('十');
    let ones = digit(number % 10).filter(|_| number % 10 > 0);
    tens.into_iter().chain(ten).chain(ones).collect()
}
