//! A column that another article interrupts, put together again: its first part breaks off in the
//! middle of a sentence above the other article, its rest stands below.

use super::articles::Article;
use super::classify::Look;
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
pub(super) fn mend(
    paragraphs: &mut Vec<Paragraph>,
    looks: &mut Vec<Look>,
    articles: &[Article],
    indents: bool,
) -> bool {
    let mut rests: Vec<Rest> = Vec::new();
    let cohesion = Cohesion::new(paragraphs);
    let mut free = 0;
    for pair in articles.windows(2) {
        let broken = pair[0].end - 1;
        if pair[0].start < free || !paragraphs[broken].broken {
            continue;
        }
        let found = rest(paragraphs, looks, &cohesion, &pair[0], &pair[1], indents);
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
    let mut old: Vec<Option<(Paragraph, Look)>> = std::mem::take(paragraphs)
        .into_iter()
        .zip(std::mem::take(looks))
        .map(Some)
        .collect();
    let mut glued = rests.iter().map(|rest| rest.start).peekable();
    for at in order {
        let Some((paragraph, look)) = old[at].take() else {
            continue;
        };
        if glued.next_if_eq(&at).is_some()
            && let Some(before) = paragraphs.last_mut()
        {
            before.spans.extend(paragraph.spans);
            before.text.to_mut().push_str(&paragraph.text);
            before.broken = paragraph.broken;
            continue;
        }
        paragraphs.push(paragraph);
        looks.push(look);
    }
    true
}

/// The paragraph of `other` that goes on where `own` breaks off, if it can be told.
fn rest(
    paragraphs: &[Paragraph],
    looks: &[Look],
    cohesion: &Cohesion,
    own: &Article,
    other: &Article,
    indents: bool,
) -> Option<usize> {
    let end = other.end;
    let text_start = other
        .head
        .iter()
        .map(|range| range.1)
        .max()
        .unwrap_or(other.start);
    let places: Vec<usize> = (text_start + 1..end.min(text_start + LOOKED_AT))
        .filter(|&at| may_go_on(paragraphs, looks, at) && !(indents && paragraphs[at].indent))
        .collect();
    if places.is_empty() {
        return None;
    }
    let last = last_number(looks, own.start, own.end);
    // What the rest shares with the beginning of the other article, rather than with its own.
    let first = places[0];
    let weighed = first..end.min(text_start + LOOKED_AT + AFTER);
    let sides = cohesion.sides(
        own.start..end,
        own.start..own.end,
        other.start..first,
        weighed.clone(),
    );
    let mut follow: Vec<i64> = weighed
        .map(|at| -sides.lean(&paragraphs[at].text))
        .collect();
    for at in (1..follow.len()).rev() {
        follow[at - 1] += follow[at];
    }
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
        let counted = last.is_some_and(|last| counts_on(looks, last, text_start, at, end));
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

/// Whether a paragraph may begin in the middle of a sentence: running text below a closed one.
fn may_go_on(paragraphs: &[Paragraph], looks: &[Look], at: usize) -> bool {
    looks[at] == Look::Body
        && !matches!(looks[at - 1], Look::Heading(_) | Look::Short)
        && shape::is_closed(&paragraphs[at - 1].text)
        && shape::is_closed(&paragraphs[at].text)
        && !paragraphs[at].text.starts_with(['“', '《', '（', '(', '—'])
}

/// The last heading's number of an article.
fn last_number(looks: &[Look], start: usize, end: usize) -> Option<Marker> {
    looks[start..end].iter().rev().find_map(|look| match look {
        Look::Heading(number) | Look::Numbered(number) if number.form.heads() => Some(*number),
        _ => None,
    })
}

/// Whether the first heading below `at` goes on counting from `last`, and none above it does.
fn counts_on(looks: &[Look], last: Marker, start: usize, at: usize, end: usize) -> bool {
    let goes_on = |look: &Look| {
        matches!(look, Look::Heading(number) | Look::Numbered(number)
            if number.form == last.form && number.number == last.number + 1)
    };
    let heads = |look: &&Look| matches!(look, Look::Heading(_));
    let above = looks[start..at].iter().any(&goes_on);
    let first = looks[at..end].iter().find(heads);
    !above && first.is_some_and(goes_on)
}
