//! Paragraphs that hold tasks, with the number that they have.

use crate::model::{Document, Heading, HeadingStyle, Span};
use crate::numbering::{counts_on, marker};

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
    let numbered = (path.iter().rev()).find(|heading| is_counted(heading.style));
    let within = numbered.filter(|heading| heading.span.start >= span.start);
    if let Some(heading) = within {
        span = Span::new(heading.span.start, heading.section.end.min(span.end));
    } else if let Some(next) = next_number(document, &path, span) {
        span.end = next;
    }
    let span = span.trimmed(&document.text);
    let own = number_of(span.of(&document.text));
    let above = numbered.filter(|heading| is_all_of(document, heading.section, index, span));
    let above = above.and_then(|heading| number_of(&heading.title));
    Item {
        span,
        path,
        holds_number: own.is_some(),
        number: own.or(above),
        tasks: vec![index],
    }
}

/// Where, in a paragraph, the first numbered part of it begins.
fn next_number(document: &Document, path: &[&Heading], paragraph: Span) -> Option<usize> {
    let children = path.last().map_or(&document.outline, |last| &last.children);
    let next = paragraph
        .begun(children, |heading| heading.span.start)
        .iter();
    let mut next = next.filter(|heading| is_counted(heading.style));
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

/// Whether numbers of a style count paragraphs; 一是 inside a paragraph does not.
fn is_counted(style: HeadingStyle) -> bool {
    let styles = [
        HeadingStyle::Chapter,
        HeadingStyle::Section,
        HeadingStyle::Article,
        HeadingStyle::Item,
    ];
    styles.contains(&style)
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

/// The number that a paragraph or a heading begins with, as it stands.
fn number_of(text: &str) -> Option<String> {
    let marker = marker(text).filter(|marker| is_counted(marker.form.style()))?;
    let number = text
        .get(..marker.length)
        .filter(|_| !counts_on(text, marker))?;
    Some(number.trim().to_owned())
}
