//! Rows of document data told by their neighbours: labels that no table knows, the site's copy of a title,
//! the title that a row states.

use super::class::{Class, Data};
use super::labels;
use super::paragraph::{Paragraph, class_at};
use super::shape;
use crate::lexicon::page_labels::States;
use crate::text::character::is_han;
use crate::text::is_longer;

/// The most paragraphs above a text that are looked at.
const HEAD: usize = 60;

/// The fewest rows that tell of labels that no table knows.
const ROWS: usize = 3;

/// The most lines of a title.
const TITLE: usize = 4;

/// Tells the rows of data above the text.
pub(super) fn tell(paragraphs: &mut [Paragraph]) {
    rows(paragraphs);
    cells_beside(paragraphs);
    copies(paragraphs);
    stated_title(paragraphs);
}

/// Rows that stand together are all data where one has a label that is known: 文种：会议纪要, publisher: …;
/// so is the mark's heading above them.
fn rows(paragraphs: &mut [Paragraph]) {
    let head = paragraphs.len().min(HEAD);
    let mut at = 0;
    while at < head {
        let length = paragraphs[at..]
            .iter()
            .take_while(|line| is_row(&line.text))
            .count();
        let run = &mut paragraphs[at..at + length];
        let enough = length >= ROWS || run.iter().all(|line| is_field(&line.text));
        if enough && run.iter().any(|line| labels::is_label_row(&line.text)) {
            for line in run {
                let known = labels::label(&line.text).map(|(what, _)| what);
                let ends = || labels::ending(labels::parts(&line.text)?.0);
                let what = known.or_else(ends).unwrap_or(States::Other);
                line.class = Class::Label(Data::Stated(what));
            }
            // 正文： stands between the rows and the text.
            if let Some(below) = paragraphs.get_mut(at + length)
                && labels::lone_label(&below.text).is_some()
            {
                below.class = Class::Label(Data::Stated(States::Other));
            }
            if let Some(above) = at.checked_sub(1).map(|above| &mut paragraphs[above])
                && above.mark > 0
            {
                above.class = Class::Label(Data::Stated(States::Other));
            }
        }
        at += length.max(1);
    }
}

/// A short word, in Chinese or as programs name fields, with a colon and a value.
fn is_row(text: &str) -> bool {
    let Some((label, value)) = labels::parts(text) else {
        return false;
    };
    let mut letters = label.chars().filter(|letter| !letter.is_whitespace());
    let chinese = !is_longer(label, 8) && letters.all(is_han);
    let fits = !value.trim().is_empty() && !text.contains('。') && text.len() < 600;
    fits && chinese || is_field(text)
}

/// A field as programs write it, with its value: source_url: https://…
pub(super) fn is_field(text: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b' ');
    text.len() < 600
        && text.split_once(':').is_some_and(|(name, value)| {
            name.len() > 1 && name.bytes().all(part) && value.starts_with([' ', '\t'])
        })
}

/// A label and its value without a colon beside other rows of data: 内容概述 关于…的通知
fn cells_beside(paragraphs: &mut [Paragraph]) {
    let is_data = |class: Option<&Class>| matches!(class, Some(Class::Label(_)));
    for at in 0..paragraphs.len().min(HEAD) {
        let beside = is_data(class_at(paragraphs, at + 1))
            || at > 0 && is_data(class_at(paragraphs, at - 1));
        if let Some(what) = labels::first_cell(&paragraphs[at].text).filter(|_| beside) {
            paragraphs[at].class = Class::Label(Data::Stated(what));
        }
    }
}

/// Of two lines that say the same, one below the other, the first is the site's.
fn copies(paragraphs: &mut [Paragraph]) {
    for at in 1..paragraphs.len().min(HEAD) {
        let [above, own] = [&paragraphs[at - 1], &paragraphs[at]];
        let short = own.class == Class::Short && above.class == Class::Short;
        if short && is_longer(&own.text, 6) && shape::dense(&above.text) == shape::dense(&own.text)
        {
            paragraphs[at - 1].class = Class::Label(Data::Stated(States::Other));
        }
    }
}

/// The lines that make the title which a row states are a title, however many.
fn stated_title(paragraphs: &mut [Paragraph]) {
    let Some((row, title)) = stated(paragraphs) else {
        return;
    };
    for at in row + 1..paragraphs.len().min(HEAD) {
        let mut dense = String::new();
        let makes = |line: &Paragraph| {
            dense.push_str(&shape::dense(&line.text));
            dense == title
        };
        let last = paragraphs[at..].iter().take(TITLE).position(makes);
        if let Some(last) = last {
            for line in &mut paragraphs[at..=at + last] {
                line.class = Class::Short;
            }
            return;
        }
    }
}

/// The row that states the title, or the value below it, and the title's letters.
fn stated(paragraphs: &[Paragraph]) -> Option<(usize, String)> {
    let head = &paragraphs[..paragraphs.len().min(HEAD)];
    head.iter().enumerate().find_map(|(at, line)| {
        let is_title = line.class == Class::Label(Data::Stated(States::Title));
        if !is_title {
            return None;
        }
        let own = labels::label(&line.text).map(|(_, length)| line.text[length..].trim());
        let below = paragraphs
            .get(at + 1)
            .filter(|below| below.class == Class::Label(Data::Value));
        let (row, value) = match (own, below) {
            (Some(value), _) if !value.is_empty() => (at, value),
            (_, below) => (at + 1, &*below?.text),
        };
        let title = shape::dense(value);
        (title.chars().count() > 5).then_some((row, title))
    })
}
