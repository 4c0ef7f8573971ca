//! A source's paragraphs told apart as articles, by titles, bylines, salutations, markers and
//! numbering that starts over.

use super::classify::Look;
use super::cohesion;
use super::join::Paragraph;
use super::shape;
use crate::outline::Form;

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
    /// Where the signature begins, where there is one.
    pub signature: Option<usize>,
}

/// A title with what stands around it: lines `start..end`.
#[derive(Debug, Clone)]
struct Front {
    start: usize,
    end: usize,
    title: Vec<usize>,
    /// A byline, a salutation or a marker makes it the head of an article.
    sure: bool,
    /// Whether it names people.
    named: bool,
    /// Whether a salutation ends it.
    greets: bool,
}

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
            if after > start {
                signatures.push(start);
            }
            after
        };
        let groups = groups(paragraphs, looks, run_start, at, greeted);
        greeted |= looks[start..at].contains(&Look::Salutation);
        if !groups.is_empty() {
            fronts.push(groups);
        }
    }
    let starts_over = Restarts::find(paragraphs, looks);
    assemble(paragraphs, looks, fronts, &signatures, &starts_over)
}

/// Whether a paragraph may stand in the head of an article.
fn is_front(paragraphs: &[Paragraph], looks: &[Look], at: usize) -> bool {
    match &looks[at] {
        Look::Short
        | Look::Names(_)
        | Look::Post
        | Look::Date
        | Look::Label(_)
        | Look::Number
        | Look::Salutation
        | Look::Addressees
        | Look::Attachment
        | Look::Collected(_) => true,
        Look::Body => {
            // A title may end with a mark: 怎样建设美丽乡村？
            let text = &*paragraphs[at].text;
            text.len() < 120
                && text.ends_with(['？', '！'])
                && !text.contains(['。', '；'])
                && looks.get(at + 1).is_some_and(|next| matches!(next, Look::Names(byline) if byline.sure || byline.people.len() == 1))
        }
        _ => false,
    }
}

/// The paragraph after the signature that a run of short lines begins with; `start` where there is
/// none: 云河县人民政府, 2024年3月5日.
fn signature(paragraphs: &[Paragraph], looks: &[Look], start: usize, end: usize) -> usize {
    let mut at = start;
    let mut issuers = 0;
    while at < end && issuers < 6 {
        match &looks[at] {
            Look::Short if is_body_name(&paragraphs[at].text) => issuers += 1,
            Look::Names(_) if issuers == 0 => issuers += 1,
            Look::Date if !paragraphs[at].text.contains('在') => {
                let after = at + 1;
                let closes = matches!(
                    looks.get(after),
                    None | Some(
                        Look::Short
                            | Look::Attachment
                            | Look::Collected(_)
                            | Look::Number
                            | Look::Label(_)
                    )
                );
                let before_is_text = start > 0;
                return if before_is_text && closes {
                    after
                } else {
                    start
                };
            }
            _ => break,
        }
        at += 1;
    }
    // A body's name alone at the end of the source.
    if at == looks.len() && issuers > 0 && at > start && !matches!(looks[start], Look::Names(_)) {
        return at;
    }
    start
}

/// Whether a short line is the name of a body: it ends as one and says nothing else.
pub(super) fn is_body_name(text: &str) -> bool {
    let text = text.trim();
    let endings = [
        "政府",
        "办公室",
        "委员会",
        "办公厅",
        "局",
        "厅",
        "党委",
        "党组",
        "领导小组",
        "指挥部",
        "县委",
        "市委",
        "省委",
        "区委",
        "旗委",
        "盟委",
        "公司",
        "学校",
        "学院",
        "大学",
        "中心",
        "医院",
        "管委会",
        "总队",
        "支队",
        "法院",
        "检察院",
        "协会",
        "联合会",
        "集团",
        "部",
        "行署",
        "委",
        "院",
    ];
    text.chars().count() <= 30
        && endings.iter().any(|ending| text.ends_with(ending))
        && !text.contains(['，', '、', '“', '《'])
}

/// Cuts a run of short lines into fronts: a title with its byline, date and salutation each.
fn groups(paragraphs: &[Paragraph], looks: &[Look], start: usize, end: usize, greeted: bool) -> Vec<Front> {
    let mut groups: Vec<Front> = Vec::new();
    let mut open: Option<Front> = None;
    let mut closed = false;
    for at in start..end {
        let titular = matches!(
            &looks[at],
            Look::Short | Look::Collected(_) | Look::Attachment | Look::Body
        ) || matches!(&looks[at], Look::Names(byline) if !byline.sure && bare_name_is_title(looks, at, start, end));
        let breaks = matches!(looks[at], Look::Collected(_) | Look::Attachment)
            || (titular && closed)
            || (titular
                && paragraphs[at].mark == 1
                && open.as_ref().is_some_and(|front| front.named));
        if breaks && let Some(front) = open.take() {
            groups.push(front);
            closed = false;
        }
        let front = open.get_or_insert_with(|| Front {
            start: at,
            end: at,
            title: Vec::new(),
            sure: false,
            named: false,
            greets: false,
        });
        front.end = at + 1;
        match &looks[at] {
            _ if titular => {
                front.title.push(at);
                front.sure |= matches!(looks[at], Look::Collected(_) | Look::Attachment);
            }
            Look::Names(_) => {
                front.named = true;
                front.sure |= !front.title.is_empty();
                closed = true;
            }
            Look::Salutation | Look::Addressees => {
                let again = greeted && looks[at] == Look::Salutation;
                let typed = front.title.iter().any(|&line| shape::title_kind(&paragraphs[line].text).is_some());
                front.sure |= !front.title.is_empty() && (!again || typed);
                front.greets = true;
                closed = true;
            }
            Look::Date => {
                front.sure |= !front.title.is_empty() && end < looks.len();
                closed = true;
            }
            Look::Number => front.sure |= !front.title.is_empty(),
            Look::Label(_) => closed |= !front.title.is_empty(),
            _ => {}
        }
    }
    groups.extend(open);
    groups
}

/// A line that looks like a name is one only with a title before it and nothing but text after.
fn bare_name_is_title(looks: &[Look], at: usize, start: usize, end: usize) -> bool {
    let first = at == start;
    let only = first && at + 1 == end;
    only && at > 0 && end < looks.len()
}

/// Where chapters start over at 一、 without a title before them.
struct Restarts {
    /// The first paragraph that belongs to the new article.
    places: Vec<usize>,
}

impl Restarts {
    fn find(paragraphs: &[Paragraph], looks: &[Look]) -> Self {
        let mut places = Vec::new();
        let chapters: Vec<(usize, u32)> = looks
            .iter()
            .enumerate()
            .filter_map(|(at, look)| match look {
                Look::Heading(number) if number.form == Form::Chapter => Some((at, number.number)),
                _ => None,
            })
            .collect();
        let report = looks
            .iter()
            .enumerate()
            .any(|(at, look)| *look == Look::Salutation && paragraphs[at].text.contains("代表"));
        for (index, window) in chapters.windows(2).enumerate() {
            let [(before, last), (at, first)] = [window[0], window[1]];
            let goes_on = chapters.get(index + 2).is_some_and(|next| next.1 == 2);
            if report || first != 1 || last < 2 || !goes_on {
                continue;
            }
            // A list inside a chapter stands under a heading of another form.
            let nested = looks[before + 1..at].iter().any(|look| {
                matches!(look, Look::Heading(n) | Look::Numbered(n) if !matches!(n.form, Form::Section | Form::Dash | Form::Article | Form::Item))
                    || matches!(look, Look::Short | Look::Names(_) | Look::Collected(_) | Look::Attachment | Look::Salutation)
            });
            // A list of items has no text under each.
            let has_text = matches!(looks.get(at + 1), Some(Look::Body | Look::Numbered(_)))
                || matches!(looks.get(at + 1), Some(Look::Heading(n)) if n.form == Form::Section);
            if nested || !has_text {
                continue;
            }
            let following = chapters.get(index + 2).map_or(looks.len(), |next| next.0);
            let first_of_before = chapters[..=index]
                .iter()
                .rev()
                .find(|chapter| chapter.1 == 1)
                .map_or(0, |chapter| chapter.0);
            places.push(cohesion::split(
                paragraphs,
                first_of_before,
                before + 1,
                at,
                following,
            ));
        }
        Self { places }
    }
}

/// Puts fronts and restarts together.
fn assemble(
    paragraphs: &[Paragraph],
    looks: &[Look],
    fronts: Vec<Vec<Front>>,
    signatures: &[usize],
    restarts: &Restarts,
) -> Vec<Article> {
    let mut articles = vec![Article::new(0)];
    let mut restarts = restarts.places.iter().copied().peekable();
    for mut run in fronts {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        let (run_start, run_end) = (first.start, last.end);
        while let Some(place) = restarts.next_if(|&place| place <= run_start) {
            cut(&mut articles, place);
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
        let untitled = articles[current].title.is_empty();
        let at_end = run_end == looks.len();
        if untitled && (run.len() > 1 || at_end) {
            let front = run.remove(0);
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
        articles[index].signature = signatures
            .iter()
            .copied()
            .filter(|&at| at > from && at < to)
            .next_back()
            .filter(|&at| {
                (at..to).all(|line| {
                    !matches!(looks[line], Look::Body) || paragraphs[line].text.len() < 200
                })
            });
    }
    articles.retain(|article| article.end > article.start);
    articles
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
    let greeting = run.iter().position(|front| front.greets).unwrap_or(run.len());
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
    let mut title = chosen.title.clone();
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
    let ends_before = first == 0 || matches!(looks[first - 1], Look::Date | Look::Names(_));
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
