//! A column that another article interrupts, put together again: its first part breaks off in the
//! middle of a sentence above the other article, its rest stands below.

use std::ops::Range;

use super::articles::Article;
use super::class::Class;
use super::cohesion::Cohesion;
use super::continuation::Break;
use super::paragraph::Paragraph;
use super::shape;
use crate::numbering::Marker;

/// How much more a rest must share with the first part than with the article that interrupts it
/// where nothing else tells; 100 times natural logarithms.
const SURE: i64 = 600;

/// What a sign weighs beside them.
const SIGN: i64 = 400;

/// The most paragraphs of an article in which a rest is looked for.
const LOOKED_AT: usize = 100;

/// The paragraphs below them whose words are compared as well.
const AFTER: usize = 20;

/// Where a rest stands.
struct Rest {
    /// The paragraph that breaks off.
    broken: usize,
    /// The paragraphs that go on where it stops.
    start: usize,
    end: usize,
}

/// Moves what goes on below another article to where it broke off. Whether anything was moved.
pub(super) fn mend(paragraphs: &mut Vec<Paragraph>, articles: &[Article], indents: bool) -> bool {
    let mut rests: Vec<Rest> = Vec::new();
    let cohesion = Cohesion::new(paragraphs);
    let mut free = 0;
    for pair in articles.windows(2) {
        let broken = pair[0].end - 1;
        if pair[0].start < free || !paragraphs[broken].broken {
            continue;
        }
        let found = rest(paragraphs, &cohesion, &pair[0], &pair[1], indents);
        if let Some(start) = found {
            free = pair[1].end;
            rests.push(Rest {
                broken,
                start,
                end: pair[1].end,
            });
        }
    }
    if rests.is_empty() {
        return false;
    }
    let mut order: Vec<usize> = Vec::with_capacity(paragraphs.len());
    let mut at = 0;
    for rest in &rests {
        order.extend(at..=rest.broken);
        order.extend(rest.start..rest.end);
        order.extend(rest.broken + 1..rest.start);
        at = rest.end;
    }
    order.extend(at..paragraphs.len());
    let old = std::mem::take(paragraphs).into_iter();
    let mut old: Vec<Option<Paragraph>> = old.map(Some).collect();
    let mut glued = rests.iter().map(|rest| rest.start).peekable();
    for at in order {
        let Some(mut paragraph) = old[at].take() else {
            continue;
        };
        if glued.next_if_eq(&at).is_some()
            && let Some(before) = paragraphs.last_mut()
        {
            before.append(&mut paragraph);
            before.broken = paragraph.broken;
        } else {
            paragraphs.push(paragraph);
        }
    }
    true
}

/// The paragraph of `other` that goes on where `own` breaks off, if it can be told.
fn rest(
    paragraphs: &[Paragraph],
    cohesion: &Cohesion,
    own: &Article,
    other: &Article,
    indents: bool,
) -> Option<usize> {
    let end = other.end;
    let heads = other.head.iter().map(|lines| lines.end);
    let text_start = heads.max().unwrap_or(other.start);
    let places: Vec<usize> = (text_start + 1..end.min(text_start + LOOKED_AT))
        .filter(|&at| may_go_on(paragraphs, at) && !(indents && paragraphs[at].indent))
        .collect();
    let first = *places.first()?;
    let last = last_number(&paragraphs[own.start..own.end]);
    let weighed = first..end.min(text_start + LOOKED_AT + AFTER);
    let follow = following(
        paragraphs,
        cohesion,
        own.start..own.end,
        other.start..end,
        weighed,
    );
    let gap = Break::new(
        &paragraphs[own.end - 1].text,
        places.iter().map(|&at| &*paragraphs[at].text),
        &paragraphs[own.start..end],
    );
    let mut best: Option<(usize, i64)> = None;
    for at in places {
        let Some(own_signs) = gap.signs(&paragraphs[at].text) else {
            continue;
        };
        let follow = follow[at - first];
        let (above, below) = (&paragraphs[text_start..at], &paragraphs[at..end]);
        let counted = last.is_some_and(|last| counts_on(last, above, below));
        let unindented = indents && !paragraphs[at].indent;
        let signs = own_signs
            + i64::from(counted)
            + i64::from(unindented)
            + 3 * i64::from(paragraphs[at].ended);
        // A sign and the words agree; or the words alone leave no doubt.
        let sure = signs > 0 && follow > 0 || signs > 1 || follow > SURE;
        let score = signs * SIGN + follow;
        if sure && best.is_none_or(|(_, most)| score > most) {
            best = Some((at, score));
        }
    }
    best.map(|(at, _)| at)
}

/// For each of the paragraphs `weighed` of another article how much more it and those below it share
/// with their own article than with the beginning of the other.
fn following(
    paragraphs: &[Paragraph],
    cohesion: &Cohesion,
    own: Range<usize>,
    other: Range<usize>,
    weighed: Range<usize>,
) -> Vec<i64> {
    let all = own.start..other.end;
    let sides = cohesion.sides(all, own, other.start..weighed.start, weighed.clone());
    let lean = |at: usize| -sides.lean(&paragraphs[at].text);
    let mut follow: Vec<i64> = weighed.map(lean).collect();
    for at in (1..follow.len()).rev() {
        follow[at - 1] += follow[at];
    }
    follow
}

/// Whether a paragraph may begin in the middle of a sentence: running text below a closed one.
fn may_go_on(paragraphs: &[Paragraph], at: usize) -> bool {
    paragraphs[at].class == Class::Body
        && !matches!(paragraphs[at - 1].class, Class::Heading(_) | Class::Short)
        && shape::is_closed(&paragraphs[at - 1].text)
        && shape::is_closed(&paragraphs[at].text)
        && !paragraphs[at].text.starts_with(['“', '《', '（', '(', '—'])
}

/// The last heading's number of an article.
fn last_number(article: &[Paragraph]) -> Option<Marker> {
    let mut lines = article.iter().rev();
    lines.find_map(|line| line.class.number().filter(|number| number.form.heads()))
}

/// Whether the first heading `below` goes on counting from `last`, and none `above` it does.
fn counts_on(last: Marker, above: &[Paragraph], below: &[Paragraph]) -> bool {
    let goes_on = |line: &Paragraph| {
        let number = line.class.number();
        number.is_some_and(|number| (number.form, number.number) == (last.form, last.number + 1))
    };
    let heads = |line: &&Paragraph| matches!(line.class, Class::Heading(_));
    !above.iter().any(goes_on) && below.iter().find(heads).is_some_and(goes_on)
}
