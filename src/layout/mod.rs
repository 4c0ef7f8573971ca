//! Text to documents: page furniture set aside, wrapped lines joined, articles told apart.

mod account;
mod address;
mod articles;
mod assemble;
mod attached;
mod bodies;
mod byline;
mod class;
mod classify;
mod clean;
mod cohesion;
mod columns;
mod continuation;
mod copies;
mod data_lines;
pub(crate) mod date;
mod dispatch;
mod division;
mod document;
mod foot;
mod furniture;
mod heads;
mod join;
mod keep;
mod kind;
mod labels;
mod lines;
mod metadata;
mod neighbours;
mod occasion;
#[cfg(test)]
mod page_tests;
mod pair_places;
mod paragraph;
mod person_names;
mod posts;
mod restarts;
mod shape;
mod signers;
mod statements;
mod teaser;
#[cfg(test)]
mod tests;

use crate::model::{NoiseKind, Span, WarningCode};
use crate::source::warning;
use articles::Article;
use assemble::Shared;
use class::Class;
pub(crate) use data_lines::is_contents_head;
pub use document::{Layout, Layouts};
use join::Paragraphs;
pub use keep::Kept;
use paragraph::Paragraph;
pub(crate) use statements::ends_once;

/// Divides a source's text into documents and cleans each.
pub fn lay_out(source: &str) -> Layouts {
    lay_out_keeping(source, &Kept::default())
}

/// As [`lay_out`], and sets nothing aside that is kept.
pub fn lay_out_keeping(source: &str, keep: &Kept) -> Layouts {
    let Paragraphs {
        mut paragraphs,
        mut aside,
        indents,
    } = join::paragraphs(source, lines::lines(source), keep);
    set_teasers_aside(&mut paragraphs, &mut aside, keep);
    neighbours::classify_all(&mut paragraphs);
    let mut printed = printed_date(source, &paragraphs, &aside);
    take_page_date(&mut paragraphs, &mut aside, &mut printed, keep);
    signers::join(&mut paragraphs);
    let mut articles = articles::articles(&paragraphs);
    if columns::mend(&mut paragraphs, &articles, indents) {
        articles = articles::articles(&paragraphs);
    }
    let shared = Shared {
        source,
        marks: paragraphs
            .iter()
            .filter(|paragraph| paragraph.mark > 0)
            .count()
            > 1,
        printed,
        keep,
    };
    let asides = share_out(&paragraphs, &articles, aside);
    let mut documents: Vec<Layout> = articles
        .iter()
        .zip(asides)
        .map(|(article, aside)| assemble::assemble(&shared, &paragraphs, article, aside))
        .filter(|layout| !layout.text.is_empty())
        .collect();
    attached::inherit(&mut documents);
    let broken = interrupted(&paragraphs, &articles)
        .map(|span| warning(WarningCode::BrokenColumn, Some(span)));
    let copy = copies::copy(&paragraphs, &articles)
        .map(|span| warning(WarningCode::Duplicate, Some(span)));
    let warnings = broken.into_iter().chain(copy).collect();
    Layouts {
        documents,
        warnings,
    }
}

/// The first paragraph that breaks off where another article begins: its continuation was not
/// found. One that breaks off before the next paragraph of its own article only lacks a mark.
fn interrupted(paragraphs: &[Paragraph], articles: &[Article]) -> Option<Span> {
    articles.windows(2).find_map(|pair| {
        let last = paragraphs[pair[0].start..pair[0].end].last()?;
        last.spans.last().copied().filter(|_| last.broken)
    })
}

fn set_teasers_aside(
    paragraphs: &mut Vec<Paragraph>,
    aside: &mut Vec<(NoiseKind, Span)>,
    keep: &Kept,
) {
    let teasers: Vec<bool> = (0..paragraphs.len())
        .map(|at| teaser::is_teaser(paragraphs, at) && !is_kept(&paragraphs[at], keep))
        .collect();
    let mut is_teaser = teasers.into_iter();
    paragraphs.retain(|paragraph| {
        let is_teaser = is_teaser.next().unwrap_or(false);
        if is_teaser {
            aside.extend(
                paragraph
                    .spans
                    .iter()
                    .map(|span| (NoiseKind::Teaser, *span)),
            );
        }
        !is_teaser
    });
    aside.sort_by_key(|(_, span)| *span);
}

fn is_kept(paragraph: &Paragraph, keep: &Kept) -> bool {
    paragraph.spans.iter().any(|span| keep.touches(*span))
}

/// The date of a newspaper's head.
fn printed_date(
    source: &str,
    paragraphs: &[Paragraph],
    aside: &[(NoiseKind, Span)],
) -> Option<String> {
    let text_starts = paragraphs.first()?.spans.first()?.start;
    aside
        .iter()
        .filter(|(kind, span)| *kind == NoiseKind::Masthead && span.start < text_starts)
        .find_map(|(_, span)| date::first_date(span.of(source)))
        .filter(|date| date.value.len() == 10)
        .map(|date| date.value)
}

/// A date alone above everything else, with an editor's line beside it, is the page's: it is set
/// aside and holds for every article of the page.
fn take_page_date(
    paragraphs: &mut Vec<Paragraph>,
    aside: &mut Vec<(NoiseKind, Span)>,
    printed: &mut Option<String>,
    keep: &Kept,
) {
    let dated = paragraphs.len() > 1
        && paragraphs[0].class == Class::Date
        && !is_kept(&paragraphs[0], keep)
        && date::is_date_line(&paragraphs[0].text);
    let Some(end) = paragraphs
        .first()
        .filter(|_| dated)
        .and_then(|first| first.spans.last())
        .map(|span| span.end)
    else {
        return;
    };
    let next = paragraphs[1].spans.first().map_or(end, |span| span.start);
    let beside_editors = aside.iter().any(|(kind, span)| {
        matches!(kind, NoiseKind::Editors | NoiseKind::Masthead) && span.start < next
    });
    if !beside_editors {
        return;
    }
    let first = paragraphs.remove(0);
    *printed = date::first_date(&first.text).map(|date| date.value);
    aside.extend(
        first
            .spans
            .into_iter()
            .map(|span| (NoiseKind::Masthead, span)),
    );
    aside.sort_by_key(|(_, span)| *span);
}

/// Gives every article the furniture that stands before its end.
fn share_out(
    paragraphs: &[Paragraph],
    articles: &[Article],
    aside: Vec<(NoiseKind, Span)>,
) -> Vec<Vec<(NoiseKind, Span)>> {
    let mut shares: Vec<Vec<(NoiseKind, Span)>> = articles.iter().map(|_| Vec::new()).collect();
    let mut at = 0;
    for (kind, span) in aside {
        while at + 1 < articles.len() {
            let next = paragraphs[articles[at + 1].start].spans.first();
            if next.is_some_and(|next| next.start > span.start) {
                break;
            }
            at += 1;
        }
        if let Some(share) = shares.get_mut(at) {
            share.push((kind, span));
        }
    }
    shares
}
