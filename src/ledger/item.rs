//! Paragraphs that hold tasks, with the number that they have.

use crate::model::{Document, Heading, HeadingStyle, Span};
use crate::numbering::marker;

/// A paragraph, or a numbered part of one, and its tasks.
pub struct Item<'a> {
    /// Where it stands; its number belongs to it.
    pub span: Span,
    /// The headings around its first task, outermost first.
    pub path: Vec<&'a Heading>,
    /// Its number as it stands.
    pub number: Option<String>,
    /// Whether it begins with that number, which else stands on a line of its own above it.
    pub holds_number: bool,
    /// The indices of its tasks.
    pub tasks: Vec<usize>,
}

/// The items of a document, in order.
pub fn find(document: &Document) -> Vec<Item<'_>> {
    let mut items: Vec<Item> = Vec::new();
    for (index, task) in document.tasks.iter().enumerate() {
        let at = task.span.start;
        match items.last_mut() {
            Some(last) if last.span.contains(at) => last.tasks.push(index),
            _ => items.push(begun(document, index, at)),
        }
    }
    items
}

/// The item that a task begins.
fn begun(document: &Document, index: usize, at: usize) -> Item<'_> {
    let before = (document.blocks).partition_point(|block| block.span.start <= at);
    let block = before
        .checked_sub(1)
        .map(|block| document.blocks[block].span);
    let mut span = block.unwrap_or(document.tasks[index].span);
    let path = path(&document.outline, at);
    let numbered = path.iter().rev().find(|heading| is_counted(heading));
    let holds_number = numbered.is_some_and(|heading| heading.span.start >= span.start);
    if let Some(heading) = numbered.filter(|_| holds_number) {
        span = Span::new(heading.span.start, heading.section.end.min(span.end));
    } else if let Some(next) = next_number(document, &path, span) {
        span.end = next;
    }
    let number = numbered
        .filter(|heading| holds_number || is_all_of(document, heading.section, index, span))
        .and_then(|heading| number_of(heading));
    Item {
        span: span.trimmed(&document.text),
        path,
        number,
        holds_number,
        tasks: vec![index],
    }
}

/// Where, in a paragraph, the first numbered part of it begins.
fn next_number(document: &Document, path: &[&Heading], paragraph: Span) -> Option<usize> {
    let children = path.last().map_or(&document.outline, |last| &last.children);
    let next = paragraph
        .begun(children, |heading| heading.span.start)
        .iter();
    let mut next = next.filter(|heading| is_counted(heading));
    next.next().map(|heading| heading.span.start)
}

/// The headings around a place, outermost first.
pub fn path(outline: &[Heading], at: usize) -> Vec<&Heading> {
    let mut path = Vec::new();
    let mut level = outline;
    loop {
        let before = level.partition_point(|heading| heading.span.start <= at);
        let around = before.checked_sub(1).map(|heading| &level[heading]);
        let Some(heading) = around.filter(|heading| heading.section.contains(at)) else {
            return path;
        };
        path.push(heading);
        level = &heading.children;
    }
}

/// Whether a heading has a number of the kind that paragraphs are counted by; 一是 inside a paragraph is none.
fn is_counted(heading: &Heading) -> bool {
    let styles = [
        HeadingStyle::Chapter,
        HeadingStyle::Section,
        HeadingStyle::Article,
        HeadingStyle::Item,
    ];
    styles.contains(&heading.style)
}

/// Whether all tasks of a section stand in one of its paragraphs, where `first` is the paragraph's first.
fn is_all_of(document: &Document, section: Span, first: usize, paragraph: Span) -> bool {
    let starts_with = |task: usize| {
        let before = task.checked_sub(1).map(|before| &document.tasks[before]);
        !before.is_some_and(|before| section.contains(before.span.start))
    };
    let mut last = document.tasks[first..].iter();
    let after = last.find(|task| !paragraph.contains(task.span.start));
    starts_with(first) && !after.is_some_and(|after| section.contains(after.span.start))
}

/// The number that a heading begins with.
fn number_of(heading: &Heading) -> Option<String> {
    let marker = marker(&heading.title)?;
    let number = heading.title.get(..marker.length)?.trim();
    Some(number.to_owned())
}
