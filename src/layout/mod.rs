//! Text to documents: page furniture set aside, wrapped lines joined, articles told apart.

mod account;
mod address;
mod article;
mod articles;
mod assemble;
mod attached;
mod body_cells;
mod byline;
mod cell_lines;
mod class;
mod classify;
mod clean;
mod cohesion;
mod columns;
mod contents;
mod continuation;
mod copies;
mod data_lines;
mod data_rows;
pub(crate) mod date;
mod dispatch;
mod division;
mod document;
mod document_number;
mod explain;
mod figures;
mod fill;
mod folios;
mod foot;
mod furniture;
mod heads;
mod imprint;
mod issued;
mod join;
mod keep;
mod kind;
mod labels;
mod lines;
mod lone_cells;
mod menus;
mod metadata;
mod neighbours;
mod noted;
mod notes_below;
mod occasion;
#[cfg(test)]
mod of_lines;
mod one_line;
#[cfg(test)]
mod page_tests;
mod pair_places;
mod paragraph;
mod person_names;
mod posts;
mod restarts;
mod run_labels;
mod run_on;
mod seam;
mod shape;
mod signers;
mod spacing;
mod stated;
mod statements;
mod tables;
mod teaser;
#[cfg(test)]
mod tests;

use crate::model::{NoiseKind, Span, WarningCode};
use crate::source::warning;
use article::Article;
use assemble::Shared;
use class::Class;
pub(crate) use data_lines::is_contents_head;
pub use document::{FigureCell, Layout, Layouts, TableCell};
pub use explain::{ExplainedLine, Reason};
use join::Paragraphs;
pub use keep::Kept;
use paragraph::Paragraph;
pub(crate) use shape::is_closed;
pub use stated::{Stated, StatedParagraph};
pub(crate) use statements::{LONGEST_TOPIC, ends_once};

/// Divides a source's text into documents and cleans each.
pub fn lay_out(source: &str) -> Layouts {
    lay_out_knowing(source, &Kept::default(), &Stated::default())
}

/// As [`lay_out`], sets nothing aside that is kept, and begins a paragraph wherever the source's file does.
pub fn lay_out_knowing(source: &str, keep: &Kept, stated: &Stated) -> Layouts {
    let Paragraphs {
        mut paragraphs,
        mut aside,
        indents,
    } = join::paragraphs(source, stated.lines(source, keep), keep, |_, _| ());
    let is_teaser = |paragraphs: &[Paragraph], at: usize| {
        teaser::is_teaser(paragraphs, at) && !keep.touches_any(&paragraphs[at].spans)
    };
    set_aside(&mut paragraphs, &mut aside, NoiseKind::Teaser, is_teaser);
    let menu = menus::menu(&paragraphs);
    let is_item = |paragraphs: &[Paragraph], at: usize| {
        menus::is_item(paragraphs, &menu, at) && !keep.touches_any(&paragraphs[at].spans)
    };
    set_aside(
        &mut paragraphs,
        &mut aside,
        NoiseKind::SiteControls,
        is_item,
    );
    neighbours::classify_all(&mut paragraphs);
    tables::take_bars(&mut paragraphs, &mut aside, keep);
    let masthead = printed_date(source, &paragraphs, &aside);
    let printed = take_page_date(&mut paragraphs, &mut aside, keep).or(masthead);
    signers::join(&mut paragraphs);
    let mut articles = articles::articles(&paragraphs);
    if columns::mend(&mut paragraphs, &articles, indents) {
        articles = articles::articles(&paragraphs);
    }
    let shared = Shared {
        source,
        marks: paragraphs.iter().filter(|line| line.mark > 0).count() > 1,
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

/// Each line of `source` that is text, with what it was taken for and why it goes on with the line above, or does
/// not; `stated` is what the source's file says.
pub fn explain(source: &str, stated: &Stated) -> Vec<ExplainedLine> {
    let mut lines = explain::lines_of(source, stated);
    for document in &lay_out_knowing(source, &Kept::default(), stated).documents {
        explain::tell_blocks(&mut lines, document);
    }
    lines
}

/// What is taken out of the text.
type Aside = Vec<(NoiseKind, Span)>;

/// The first paragraph that breaks off where another article begins: its continuation was not
/// found. One that breaks off before the next paragraph of its own article only lacks a mark.
fn interrupted(paragraphs: &[Paragraph], articles: &[Article]) -> Option<Span> {
    articles.windows(2).find_map(|pair| {
        let last = paragraphs[pair[0].start..pair[0].end].last()?;
        last.spans.last().copied().filter(|_| last.broken)
    })
}

/// Sets the paragraphs aside that fit, as a `kind` of noise.
fn set_aside(
    paragraphs: &mut Vec<Paragraph>,
    aside: &mut Aside,
    kind: NoiseKind,
    fits: impl Fn(&[Paragraph], usize) -> bool,
) {
    let fitting: Vec<bool> = (0..paragraphs.len())
        .map(|at| fits(paragraphs, at))
        .collect();
    let mut fitting = fitting.into_iter();
    for paragraph in paragraphs.extract_if(.., |_| fitting.next() == Some(true)) {
        aside.extend(paragraph.spans.into_iter().map(|span| (kind, span)));
    }
    aside.sort_by_key(|(_, span)| *span);
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
    aside: &mut Aside,
    keep: &Kept,
) -> Option<String> {
    let [first, second, ..] = &paragraphs[..] else {
        return None;
    };
    let next = second.spans.first()?.start;
    let beside_editors = aside.iter().any(|(kind, span)| {
        matches!(kind, NoiseKind::Editors | NoiseKind::Masthead) && span.start < next
    });
    let is_date = first.class == Class::Date && date::is_date_line(&first.text);
    if !is_date || !beside_editors || keep.touches_any(&first.spans) {
        return None;
    }
    let date = date::first_date(&first.text);
    set_aside(paragraphs, aside, NoiseKind::Masthead, |_, at| at == 0);
    date.map(|date| date.value)
}

/// Gives every article the furniture that stands before its end.
fn share_out(paragraphs: &[Paragraph], articles: &[Article], aside: Aside) -> Vec<Aside> {
    let mut aside = aside.into_iter().peekable();
    let ends = articles.iter().skip(1).map(Some).chain([None]);
    let shares = ends.map(|next| {
        let next = next.and_then(|next| paragraphs[next.start].spans.first());
        let is_before = |span: Span| next.is_none_or(|next| span.start < next.start);
        std::iter::from_fn(|| aside.next_if(|(_, span)| is_before(*span))).collect()
    });
    shares.collect()
}
