//! A source's paragraphs told apart as articles, by titles, bylines, salutations, markers and
//! numbering that starts over.

use std::ops::Range;

use super::article::Article;
use super::class::Class;
use super::cohesion::Cohesion;
use super::heads::{Head, groups, may_head, signed};
use super::paragraph::{Paragraph, class_at};
use super::restarts;
use super::shape;
use crate::lexicon::trailers::{self, Stand};
use crate::text::is_longer;

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
            let (signed, after) = signed(paragraphs, start, at);
            signatures.extend(signed);
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
    let mut divided = Divided {
        trailing: titles_follow(paragraphs, &runs),
        ranked: paragraphs.first().is_some_and(|first| first.mark == 1)
            || paragraphs.iter().any(|line| line.mark > 1),
        issued: issued(paragraphs),
        paragraphs,
        cohesion: &cohesion,
        articles: vec![Article::new(0)],
    };
    let mut places = restarts::restarts(paragraphs, &cohesion)
        .into_iter()
        .peekable();
    for run in runs {
        while let Some(place) = places.next_if(|&place| place <= run[0].start) {
            divided.cut(place);
        }
        divided.take(run);
    }
    places.for_each(|place| divided.cut(place));
    divided.finish(&signatures)
}

/// The letters of the titles that stand in 《》 where something is issued: 《…》已经同意，现印发给你们.
fn issued(paragraphs: &[Paragraph]) -> Vec<String> {
    // 各乡镇人民政府：《…》已经同意: the addressee may stand on the same line.
    let issuing = |line: &&Paragraph| {
        !matches!(line.class, Class::Heading(_))
            && trailers::TABLE.stands_in(&line.text, Stand::Issued)
    };
    let quoted = |line: &Paragraph| -> Vec<String> {
        let parts = line.text.split('《').skip(1);
        let titles = parts.filter_map(|part| Some(shape::dense(part.split_once('》')?.0)));
        titles.filter(|title| is_longer(title, 4)).collect()
    };
    let head = paragraphs.iter().take(MOST_ISSUING);
    head.filter(issuing).flat_map(quoted).collect()
}

/// The most paragraphs at the beginning of a source in which something is issued.
const MOST_ISSUING: usize = 60;

/// The articles of a source, as far as it was divided.
struct Divided<'d, 'a> {
    paragraphs: &'d [Paragraph<'a>],
    cohesion: &'d Cohesion<'d, 'a>,
    /// Whether titles stand after their texts.
    trailing: bool,
    /// Whether Markdown marks tell titles from headings.
    ranked: bool,
    /// The letters of the titles that a notice issues.
    issued: Vec<String>,
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
        // A picture stands between the site's title and the text's own.
        let is_text = |at: usize| {
            !own.heads(at) && is_content(&paragraphs[at].class) && !paragraphs[at].caption
        };
        // 以下是起草的通知：
        let leads_in = own.start + 1 == run_start
            && own.head.is_empty()
            && paragraphs[own.start].text.ends_with(['：', ':']);
        if leads_in || run_start == own.start || !(own.start..run_start).any(is_text) {
            own.open(paragraphs, &run, run_end);
            return;
        }
        // Lines after the last byline head what follows, as plain headings do.
        let kept = run.iter().rposition(|head| {
            head.sure || is_marked_title(paragraphs, head, self.ranked) || self.is_issued(head)
        });
        run.truncate(kept.map_or(0, |last| last + 1));
        // Short lines above an annex are the rest of the form that it follows.
        let annex = run
            .iter()
            .position(|head| paragraphs[head.start].class == Class::Attachment);
        if let Some(annex) = annex
            && !run[..annex].iter().any(|head| head.sure)
        {
            run.drain(..annex);
        }
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
            self.articles[current].open(paragraphs, &run, run_end);
        }
    }

    /// Whether a notice above names the title: 现将《…》印发给你们.
    fn is_issued(&self, head: &Head) -> bool {
        let title: String = head
            .title
            .iter()
            .map(|&at| shape::dense(&self.paragraphs[at].text))
            .collect();
        self.issued.contains(&title)
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
        for article in &mut articles {
            article.give_up_section(self.paragraphs);
        }
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

fn is_content(look: &Class) -> bool {
    matches!(
        look,
        Class::Body | Class::Numbered(_) | Class::Heading(_) | Class::Contents
    )
}

/// Whether a lone short line is marked as a title: by the highest Markdown mark where the marks are
/// `ranked`, or by the last word of a title before text that is addressed or numbered anew, or with its date.
fn is_marked_title(paragraphs: &[Paragraph], head: &Head, ranked: bool) -> bool {
    let Some(&first) = head.title.first() else {
        return false;
    };
    if paragraphs[first].mark == 1 {
        return ranked;
    }
    let ends_before = first == 0
        || matches!(
            paragraphs[first - 1].class,
            Class::Date | Class::Names(_) | Class::Trailer
        );
    // 在全县水利工作会议上的讲话（2031年3月5日）
    let title = &*paragraphs[first].text;
    let ends_before = ends_before || shape::is_dated(title);
    let next = class_at(paragraphs, head.end);
    let starts_after = matches!(next, Some(Class::Heading(number)) if number.number == 1);
    head.is_typed(paragraphs) && ends_before && (starts_after || first > 0)
}
