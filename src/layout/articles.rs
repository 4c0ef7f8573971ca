//! A source's paragraphs told apart as articles, by titles, bylines, salutations, markers and
//! numbering that starts over.

use std::ops::Range;

use super::bodies::is_body_name;
use super::class::Class;
use super::cohesion::Cohesion;
use super::heads::{Head, groups, is_attachment_note, may_head, signature};
use super::paragraph::{Paragraph, class_at};
use super::restarts::{self, Restarts};
use super::shape;

/// One article: the paragraphs `start..end`, and which of them are its title.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The most lines of a run that are looked at as one title.
const MOST_TITLE_LINES: usize = 12;

/// Divides the paragraphs into articles.
pub(super) fn articles(paragraphs: &[Paragraph]) -> Vec<Article> {
    let mut runs: Vec<Vec<Head>> = Vec::new();
    let mut signatures = Vec::new();
    // A speaker turns to the hall again before the end: that begins no other speech.
    let mut greeted = false;
    let mut at = 0;
    while at < paragraphs.len() {
        if !may_head(paragraphs, at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < paragraphs.len() && may_head(paragraphs, at) {
            at += 1;
        }
        let run_start = if start == 0 {
            start
        } else {
            let after = signature(paragraphs, start, at);
            let first = (start..after).find(|&line| {
                let line = &paragraphs[line];
                line.class != Class::Trailer && !is_attachment_note(line)
            });
            signatures.extend(first.map(|first| first..after));
            after
        };
        let run = groups(paragraphs, run_start, at, greeted);
        greeted |= paragraphs[start..at]
            .iter()
            .any(|line| line.class == Class::Salutation);
        if !run.is_empty() {
            runs.push(run);
        }
    }
    let cohesion = Cohesion::new(paragraphs);
    let restarts = Restarts::find(paragraphs, &cohesion);
    let mut divided = Divided {
        trailing: titles_follow(paragraphs, &runs),
        paragraphs,
        cohesion: &cohesion,
        articles: vec![Article::new(0)],
    };
    let mut places = restarts.places.into_iter().peekable();
    for run in runs {
        while let Some(place) = places.next_if(|&place| place <= run[0].start) {
            divided.cut(place);
        }
        divided.take(run);
    }
    places.for_each(|place| divided.cut(place));
    divided.finish(&signatures)
}

/// The articles of a source, as far as it was divided.
struct Divided<'d, 'a> {
    paragraphs: &'d [Paragraph<'a>],
    cohesion: &'d Cohesion<'d, 'a>,
    /// Whether titles stand after their texts.
    trailing: bool,
    /// The last one is open; there is always one.
    articles: Vec<Article>,
}

impl Divided<'_, '_> {
    /// Takes in a run of heads, which is not empty.
    fn take(&mut self, mut run: Vec<Head>) {
        let paragraphs = self.paragraphs;
        let (run_start, run_end) = (run[0].start, run[run.len() - 1].end);
        let current = self.articles.len() - 1;
        let own = &mut self.articles[current];
        if self.trailing {
            if let Some(head) = run.iter().rev().find(|head| head.sure) {
                own.head.push(head.lines());
                own.title.clone_from(&head.title);
                self.cut(head.end);
            }
            return;
        }
        let is_text = |at: usize| !own.heads(at) && is_content(&paragraphs[at].class);
        if run_start == own.start || !(own.start..run_start).any(is_text) {
            opening(paragraphs, own, &run, run_end);
            return;
        }
        // Lines after the last byline head what follows, as plain headings do.
        let kept = run
            .iter()
            .rposition(|head| head.sure || is_marked_title(paragraphs, head));
        run.truncate(kept.map_or(0, |last| last + 1));
        if run.is_empty() {
            return;
        }
        let current = self.cut_above(&run, current);
        let at_end = run_end == paragraphs.len();
        if self.articles[current].title.is_empty() && (run.len() > 1 || at_end) {
            self.title_below(run.remove(0), run_start);
        } else if at_end
            && run.len() == 1
            && !matches!(
                paragraphs[run[0].start].class,
                Class::Collected(_) | Class::Attachment
            )
            && run[0].title.len() < 3
            && !run[0].sure
        {
            return;
        }
        if let Some(first) = run.first() {
            self.cut(first.start);
            let current = self.articles.len() - 1;
            opening(paragraphs, &mut self.articles[current], &run, run_end);
        }
    }

    /// Of two titles with their authors the first belongs to a text that stands above it: begins that
    /// text, and tells which article is the last one.
    fn cut_above(&mut self, run: &[Head], current: usize) -> usize {
        let own = &self.articles[current];
        if let [first, second, ..] = run
            && first.is_whole()
            && second.is_whole()
            && !own.title.is_empty()
            && let Some(place) = self.above(own.start..first.start, &first.title, false)
        {
            self.cut(place);
        }
        self.articles.len() - 1
    }

    /// Gives the last article the title that stands below its text.
    fn title_below(&mut self, head: Head, run_start: usize) {
        // Numbering that starts over began this article; whose the words above it are is told
        // better by a title that follows.
        if let [.., before, own] = &self.articles[..]
            && own.head.is_empty()
            && let Some(place) = self.above(before.start..run_start, &head.title, true)
            && let Some(own) = self.articles.last_mut()
        {
            own.start = place;
        }
        if let Some(own) = self.articles.last_mut() {
            own.head.push(head.lines());
            own.title = head.title;
        }
    }

    /// As [`restarts::above`].
    fn above(&self, within: Range<usize>, title: &[usize], known: bool) -> Option<usize> {
        restarts::above(self.paragraphs, self.cohesion, within, title, known)
    }

    /// Ends the article before `place` and begins another.
    fn cut(&mut self, place: usize) {
        if self.articles.last().is_some_and(|last| last.start < place) {
            self.articles.push(Article::new(place));
        }
    }

    /// The articles with their ends and their signatures.
    fn finish(mut self, signatures: &[Range<usize>]) -> Vec<Article> {
        let mut end = self.paragraphs.len();
        for article in self.articles.iter_mut().rev() {
            article.end = end;
            end = article.start;
            let before_end = signatures.partition_point(|lines| lines.end <= article.end);
            let last = signatures[..before_end].last().cloned();
            article.signature = last.filter(|lines| lines.start > article.start);
        }
        let mut articles = self.articles;
        articles.retain(|article| article.end > article.start);
        articles
    }
}

/// Whether titles stand after their texts on this page: it begins with text and ends with a title
/// and its byline.
fn titles_follow(paragraphs: &[Paragraph], runs: &[Vec<Head>]) -> bool {
    let begins_with_text = class_at(paragraphs, 0).is_some_and(is_content);
    let last = runs.last().and_then(|run| run.last());
    begins_with_text
        && last.is_some_and(|head| {
            head.end == paragraphs.len() && head.named && !head.title.is_empty()
        })
}

/// Gives an article the head that stands before its text.
fn opening(paragraphs: &[Paragraph], article: &mut Article, run: &[Head], run_end: usize) {
    // The title nearest the text counts; the same title above it is the page's.
    let greeting = run.iter().position(|head| head.greets);
    let headed: Vec<&Head> = run
        .iter()
        .enumerate()
        .filter(|(at, head)| greeting.is_none_or(|greeting| *at <= greeting) || head.sure)
        .map(|(_, head)| head)
        .collect();
    let titled = |head: &&&Head| !head.title.is_empty();
    let chosen = headed
        .iter()
        .rev()
        .filter(titled)
        .find(|head| head.sure || run.len() == 1)
        .or_else(|| headed.iter().find(titled));
    for head in &headed {
        if head.sure || Some(head.start) <= chosen.map(|chosen| chosen.start) {
            article.head.push(head.lines());
        }
    }
    let Some(chosen) = chosen else { return };
    if !article.title.is_empty() && !chosen.sure {
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
        let last = title.last().copied().unwrap_or_default();
        article.head.retain_mut(|lines| {
            lines.end = lines.end.min(last + 1);
            lines.start < lines.end
        });
    }
    article.title = own_lines(paragraphs, title);
}

/// The lines of a title that stands twice, or below a name of the site or a section, once.
fn own_lines(paragraphs: &[Paragraph], title: Vec<usize>) -> Vec<usize> {
    let dense = |at: usize| shape::dense(&paragraphs[at].text);
    let mut lines: Vec<usize> = Vec::new();
    for at in title {
        let own = dense(at);
        lines.retain(|&line| !dense(line).contains(&own) && !own.contains(&dense(line)));
        lines.push(at);
    }
    // The body that speaks stands below its title: 工作汇报 / 云河镇人民政府
    while let [_, .., last] = lines[..]
        && is_body_name(&paragraphs[last].text)
    {
        lines.pop();
    }
    let excess = lines.len().saturating_sub(4);
    lines.split_off(excess)
}

fn is_content(look: &Class) -> bool {
    matches!(
        look,
        Class::Body | Class::Numbered(_) | Class::Heading(_) | Class::Contents
    )
}

/// Whether a lone short line is marked as a title: by the highest Markdown mark, or by the last
/// word of a title before text that is addressed or numbered anew.
fn is_marked_title(paragraphs: &[Paragraph], head: &Head) -> bool {
    let Some(&first) = head.title.first() else {
        return false;
    };
    if paragraphs[first].mark == 1 {
        return paragraphs[0].mark == 1 || paragraphs.iter().any(|paragraph| paragraph.mark > 1);
    }
    let ends_before = first == 0
        || matches!(
            paragraphs[first - 1].class,
            Class::Date | Class::Names(_) | Class::Trailer
        );
    let next = class_at(paragraphs, head.end);
    let starts_after = matches!(next, Some(Class::Heading(number)) if number.number == 1);
    head.is_typed(paragraphs) && ends_before && (starts_after || first > 0)
}

impl Article {
    fn new(start: usize) -> Self {
        Self {
            start,
            end: start,
            title: Vec::new(),
            head: Vec::new(),
            signature: None,
        }
    }

    /// Whether a paragraph stands in its head.
    pub fn heads(&self, at: usize) -> bool {
        self.head.iter().any(|lines| lines.contains(&at))
    }
}
