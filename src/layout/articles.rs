//! A source's paragraphs told apart as articles, by titles, bylines, salutations, markers and
//! numbering that starts over.

use super::bodies::is_body_name;
use super::classify::Look;
use super::cohesion::Cohesion;
use super::fronts::{Front, groups, is_attachment_note, is_front, signature};
use super::paragraph::Paragraph;
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
    pub head: Vec<(usize, usize)>,
    /// The lines of the signature, where there is one.
    pub signature: Option<(usize, usize)>,
}

/// The most lines of a run that are looked at as one title.
const MOST_TITLE_LINES: usize = 12;

/// Divides the paragraphs into articles.
pub(super) fn articles(paragraphs: &[Paragraph], looks: &[Look]) -> Vec<Article> {
    let mut fronts: Vec<Vec<Front>> = Vec::new();
    let mut signatures = Vec::new();
    // A speaker turns to the hall again before the end: that begins no other speech.
    let mut greeted = false;
    let mut at = 0;
    while at < looks.len() {
        if !is_front(paragraphs, looks, at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < looks.len() && is_front(paragraphs, looks, at) {
            at += 1;
        }
        let run_start = if start == 0 {
            start
        } else {
            let after = signature(paragraphs, looks, start, at);
            let first = (start..after).find(|&line| {
                looks[line] != Look::Trailer && !is_attachment_note(&paragraphs[line], &looks[line])
            });
            signatures.extend(first.map(|first| (first, after)));
            after
        };
        let groups = groups(paragraphs, looks, run_start, at, greeted);
        greeted |= looks[start..at].contains(&Look::Salutation);
        if !groups.is_empty() {
            fronts.push(groups);
        }
    }
    let cohesion = Cohesion::new(paragraphs);
    let starts_over = Restarts::find(paragraphs, looks, &cohesion);
    assemble(
        paragraphs,
        looks,
        &cohesion,
        fronts,
        &signatures,
        &starts_over,
    )
}

/// Puts fronts and restarts together.
fn assemble(
    paragraphs: &[Paragraph],
    looks: &[Look],
    cohesion: &Cohesion,
    fronts: Vec<Vec<Front>>,
    signatures: &[(usize, usize)],
    restarts: &Restarts,
) -> Vec<Article> {
    let mut articles = vec![Article::new(0)];
    let mut restarts = restarts.places.iter().copied().peekable();
    let trailing = titles_follow(looks, &fronts);
    for mut run in fronts {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        let (run_start, run_end) = (first.start, last.end);
        while let Some(place) = restarts.next_if(|&place| place <= run_start) {
            cut(&mut articles, place);
        }
        if trailing {
            let current = articles.len() - 1;
            if let Some(front) = run.iter().rev().find(|front| front.sure) {
                articles[current].take(front);
                articles[current].title.clone_from(&front.title);
                cut(&mut articles, front.end);
            }
            continue;
        }
        let has_text = |article: &Article, to: usize| {
            (article.start..to).any(|at| !is_head(article, at) && is_content(&looks[at]))
        };
        let current = articles.len() - 1;
        if run_start == articles[current].start || !has_text(&articles[current], run_start) {
            opening(paragraphs, looks, &mut articles[current], &run, run_end);
            continue;
        }
        // Lines after the last byline head what follows, as plain headings do.
        while run
            .last()
            .is_some_and(|front| !front.sure && !is_marked_title(paragraphs, looks, front))
        {
            run.pop();
        }
        if run.is_empty() {
            continue;
        }
        // Of two titles with their authors the first belongs to a text that stands above it.
        let current = if run.len() > 1
            && is_whole(&run[0])
            && is_whole(&run[1])
            && !articles[current].title.is_empty()
            && let Some(place) = restarts::above(
                paragraphs,
                looks,
                cohesion,
                articles[current].start..run_start,
                &run[0].title,
                false,
            ) {
            cut(&mut articles, place);
            articles.len() - 1
        } else {
            current
        };
        let untitled = articles[current].title.is_empty();
        let at_end = run_end == looks.len();
        if untitled && (run.len() > 1 || at_end) {
            let front = run.remove(0);
            // Numbering that starts over began this article; whose the words above it are is told
            // better by a title that follows.
            if let [.., before, own] = &mut articles[..]
                && own.head.is_empty()
                && let Some(place) = restarts::above(
                    paragraphs,
                    looks,
                    cohesion,
                    before.start..run_start,
                    &front.title,
                    true,
                )
            {
                own.start = place;
            }
            articles[current].take(&front);
            articles[current].title = front.title;
        } else if at_end
            && run.len() == 1
            && !matches!(looks[run[0].start], Look::Collected(_) | Look::Attachment)
            && run[0].title.len() < 3
            && !run[0].sure
        {
            continue;
        }
        let Some(first) = run.first() else { continue };
        cut(&mut articles, first.start);
        let current = articles.len() - 1;
        opening(paragraphs, looks, &mut articles[current], &run, run_end);
    }
    for place in restarts {
        cut(&mut articles, place);
    }
    let end = looks.len();
    for index in 0..articles.len() {
        let to = articles.get(index + 1).map_or(end, |next| next.start);
        articles[index].end = to;
        let from = articles[index].start;
        let before_end = signatures.partition_point(|lines| lines.1 <= to);
        articles[index].signature = signatures[..before_end]
            .last()
            .copied()
            .filter(|lines| lines.0 > from);
    }
    articles.retain(|article| article.end > article.start);
    articles
}

/// Whether titles stand after their texts on this page: it begins with text and ends with a title
/// and its byline.
fn titles_follow(looks: &[Look], fronts: &[Vec<Front>]) -> bool {
    let begins_with_text = looks.first().is_some_and(is_content);
    let ends_with_title = fronts
        .last()
        .and_then(|run| run.last())
        .is_some_and(|front| front.end == looks.len() && front.named && !front.title.is_empty());
    begins_with_text && ends_with_title
}

/// Whether a front has both a title and its author.
fn is_whole(front: &Front) -> bool {
    front.named && !front.title.is_empty() && !front.greets
}

/// Ends the article before `place` and begins another.
fn cut(articles: &mut Vec<Article>, place: usize) {
    if articles.last().is_some_and(|last| last.start < place) {
        articles.push(Article::new(place));
    }
}

/// Gives an article the head that stands before its text.
fn opening(
    paragraphs: &[Paragraph],
    looks: &[Look],
    article: &mut Article,
    run: &[Front],
    run_end: usize,
) {
    // The title nearest the text counts; the same title above it is the page's.
    let greeting = run
        .iter()
        .position(|front| front.greets)
        .unwrap_or(run.len());
    let headed: Vec<&Front> = run
        .iter()
        .enumerate()
        .filter(|(at, front)| *at <= greeting || front.sure)
        .map(|(_, front)| front)
        .collect();
    let chosen = headed
        .iter()
        .rev()
        .find(|front| !front.title.is_empty() && (front.sure || run.len() == 1))
        .or_else(|| headed.iter().find(|front| !front.title.is_empty()));
    for front in &headed {
        if Some(front.start) > chosen.map(|chosen| chosen.start) && !front.sure {
            continue;
        }
        article.take(front);
    }
    let Some(chosen) = chosen else { return };
    if !article.title.is_empty() && !chosen.sure {
        return;
    }
    let before_text = run_end < looks.len();
    // Titles alone, however many, must not be compared each with each.
    let excess = chosen.title.len().saturating_sub(MOST_TITLE_LINES);
    let mut title = chosen.title[excess..].to_vec();
    // Of lines without a byline the first is the title, and a second one only where it is the
    // other half of it; a heading follows next.
    let bare = !chosen.sure;
    if bare && before_text && title.len() > 1 {
        let typed = title
            .iter()
            .rposition(|&at| shape::title_kind(&paragraphs[at].text).is_some());
        title.truncate(typed.map_or(1, |typed| typed + 1));
        let last = title.last().copied().unwrap_or_default();
        article.head.retain_mut(|range| {
            range.1 = range.1.min(last + 1);
            range.0 < range.1
        });
    }
    // A title that stands twice is one; a name of the site or a section before it is none.
    let dense = |at: usize| -> String {
        paragraphs[at]
            .text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect()
    };
    let mut lines: Vec<usize> = Vec::new();
    for at in title {
        let own = dense(at);
        lines.retain(|&line| !dense(line).contains(&own) && !own.contains(&dense(line)));
        lines.push(at);
    }
    // The body that speaks stands below its title: 工作汇报 / 云河镇人民政府
    while lines.len() > 1
        && lines
            .last()
            .is_some_and(|&at| is_body_name(&paragraphs[at].text))
    {
        lines.pop();
    }
    let excess = lines.len().saturating_sub(4);
    article.title = lines.split_off(excess);
}

fn is_head(article: &Article, at: usize) -> bool {
    article
        .head
        .iter()
        .any(|range| range.0 <= at && at < range.1)
}

fn is_content(look: &Look) -> bool {
    matches!(
        look,
        Look::Body | Look::Numbered(_) | Look::Heading(_) | Look::Contents
    )
}

/// Whether a lone short line is marked as a title: by the highest Markdown mark, or by the last
/// word of a title before text that is addressed or numbered anew.
fn is_marked_title(paragraphs: &[Paragraph], looks: &[Look], front: &Front) -> bool {
    let Some(&first) = front.title.first() else {
        return false;
    };
    if paragraphs[first].mark == 1 {
        return paragraphs.iter().any(|paragraph| paragraph.mark > 1) || paragraphs[0].mark == 1;
    }
    let ends_before = first == 0
        || matches!(
            looks[first - 1],
            Look::Date | Look::Names(_) | Look::Trailer
        );
    let starts_after = matches!(looks.get(front.end), Some(Look::Heading(n)) if n.number == 1);
    front
        .title
        .iter()
        .any(|&at| shape::title_kind(&paragraphs[at].text).is_some())
        && ends_before
        && (starts_after || first > 0)
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

    fn take(&mut self, front: &Front) {
        self.head.push((front.start, front.end));
    }
}
