//! An article: its paragraphs, and which of them are its head and its title.

use std::ops::Range;

use super::class::Class;
use super::date;
use super::heads::Head;
use super::paragraph::Paragraph;
use super::posts;
use super::shape;

/// One article: the paragraphs `start..end`, and which of them are its title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Article {
    /// The first paragraph.
    pub start: usize,
    /// The paragraph after the last one.
    pub end: usize,
    /// The lines of the title, in order; they may stand after the text.
    pub title: Vec<usize>,
    /// Lines of the head: titles that stand twice, bylines, dates, salutations.
    pub head: Vec<Range<usize>>,
    /// The lines of the signature, where there is one.
    pub signature: Option<Range<usize>>,
}

/// The most characters of a title of several lines.
const LONGEST_TITLE: usize = 60;

/// The most lines of a run that are looked at as one title.
const MOST_TITLE_LINES: usize = 12;

impl Article {
    pub fn new(start: usize) -> Self {
        Self {
            start,
            ..Self::default()
        }
    }

    /// Whether a paragraph stands in its head.
    pub fn heads(&self, at: usize) -> bool {
        self.head.iter().any(|lines| lines.contains(&at))
    }

    /// A line that names its year alone is no title where another one does below: 2030年工作回顾 … 2031年工作安排
    /// are the sections of a text without a title; so are 【案例一】… and 【案例二】….
    pub fn give_up_section(&mut self, paragraphs: &[Paragraph]) {
        let [title] = self.title[..] else {
            return;
        };
        let is_section = |at: &usize| {
            let line = &paragraphs[*at];
            let dated = || date::date_at(&line.text, 0).is_some_and(|date| date.value.len() == 4);
            line.class == Class::Short && (line.text.starts_with('【') || dated())
        };
        let alone = self.head.len() == 1 && self.head[0].len() == 1;
        if !alone || !is_section(&title) {
            return;
        }
        // 2030年工作总结 is the title of what has numbers below.
        let numbered = |at: &usize| {
            shape::title_kind(&paragraphs[title].text).is_some()
                && paragraphs[*at].class.number().is_some()
        };
        let mut below = (title + 1..self.end).take_while(|at| !numbered(at));
        if below.any(|at| is_section(&at)) {
            self.title.clear();
            self.head.clear();
        }
    }

    /// Gives it the head that stands before its text.
    pub fn open(&mut self, paragraphs: &[Paragraph], run: &[Head], run_end: usize) {
        // The title nearest the text counts; the same title above it is the page's.
        let greeting = run.iter().position(|head| head.greets);
        let last = greeting.map_or(run.len(), |greeting| greeting + 1);
        let sure_below = run[last..].iter().filter(|head| head.sure);
        let headed: Vec<&Head> = run[..last].iter().chain(sure_below).collect();
        let titled = |head: &&&Head| !head.title.is_empty();
        let chosen = headed
            .iter()
            .rev()
            .filter(titled)
            .find(|head| head.sure || run.len() == 1)
            .or_else(|| headed.iter().find(titled));
        for head in &headed {
            if head.sure || Some(head.start) <= chosen.map(|chosen| chosen.start) {
                self.head.push(head.lines());
            }
        }
        let Some(chosen) = chosen else {
            // A text may begin with data, or with those whom it turns to.
            self.head.extend(headed.iter().map(|head| head.lines()));
            return;
        };
        if !self.title.is_empty() && !chosen.sure {
            return;
        }
        // Titles alone, however many, must not be compared each with each.
        let excess = chosen.title.len().saturating_sub(MOST_TITLE_LINES);
        let mut title = chosen.title[excess..].to_vec();
        // Of lines without a byline the first is the title, and a second one only where it is the
        // other half of it; a heading follows next.
        if !chosen.sure && run_end < paragraphs.len() && title.len() > 1 {
            let typed = title
                .iter()
                .rposition(|&at| shape::title_kind(&paragraphs[at].text).is_some());
            title.truncate(typed.map_or(1, |typed| typed + 1));
            // 关于…的方案 / 市林业局: the body that speaks stands below.
            let mut last = title.last().copied().unwrap_or_default();
            while last + 1 < run_end && posts::is_body_name(&paragraphs[last + 1].text) {
                last += 1;
            }
            self.head.retain_mut(|lines| {
                lines.end = lines.end.min(last + 1);
                lines.start < lines.end
            });
        }
        self.title = own_lines(paragraphs, title);
    }
}

/// The lines of a title that stands twice, or below a name of the site or a section, once.
fn own_lines(paragraphs: &[Paragraph], title: Vec<usize>) -> Vec<usize> {
    let dense = |at: usize| shape::dense(&paragraphs[at].text);
    let mut lines: Vec<usize> = Vec::new();
    for at in title {
        let own = dense(at);
        // # 关于批准《…条例》的决议, and below it once more what is decided.
        let is_marked = |&line: &usize| {
            paragraphs[line].mark > paragraphs[at].mark && dense(line).contains(&own)
        };
        if lines.iter().any(is_marked) {
            continue;
        }
        lines.retain(|&line| !dense(line).contains(&own) && !own.contains(&dense(line)));
        lines.push(at);
    }
    // The body that speaks stands below its title: 工作汇报 / 云河镇人民政府
    while let [_, .., last] = lines[..]
        && posts::is_body_name(&paragraphs[last].text)
    {
        lines.pop();
    }
    // Nearest the text stands the title; what makes it too long for one stands above it.
    let mut left = LONGEST_TITLE;
    let fits = lines.iter().rev().take(4).take_while(|&&at| {
        let length = paragraphs[at].text.chars().count();
        let fits = length <= left;
        left = left.saturating_sub(length);
        fits
    });
    let kept = fits.count().max(1).min(lines.len());
    lines.split_off(lines.len() - kept)
}
