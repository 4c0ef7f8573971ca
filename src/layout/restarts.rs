//! Where an article ends whose neighbour has no title between: numbering that starts over.

use std::ops::Range;

use super::address::is_to_deputies;
use super::class::Class;
use super::cohesion::Cohesion;
use super::paragraph::{Paragraph, class_at};
use crate::numbering::{Form, Marker, leads_on};

/// How much less a paragraph above the first heading of an article may share with it.
const LIKELY: i64 = 150;

/// How much more it must share with it where no title says that an article begins here.
const UNLIKELY: i64 = -100;

/// Where chapters start over at 一、 without a title before them.
pub(super) struct Restarts {
    /// The first paragraph that belongs to the new article.
    pub places: Vec<usize>,
}

impl Restarts {
    /// Finds them.
    pub(super) fn find(paragraphs: &[Paragraph], cohesion: &Cohesion) -> Self {
        let mut places = Vec::new();
        let report = paragraphs
            .iter()
            .any(|line| line.class == Class::Salutation && is_to_deputies(&line.text));
        let lines = paragraphs.iter().enumerate();
        let chapters: Vec<(usize, u32)> = lines
            .filter_map(|(at, line)| match line.class {
                Class::Heading(number) if number.form == Form::Chapter => Some((at, number.number)),
                _ => None,
            })
            .collect();
        for (index, window) in chapters.windows(2).enumerate() {
            let [(before, last), (at, first)] = [window[0], window[1]];
            let goes_on = chapters.get(index + 2).is_some_and(|next| next.1 == 2);
            if report || first != 1 || last < 2 || !goes_on || !starts_over(paragraphs, before, at)
            {
                continue;
            }
            let begins = |chapter: &&(usize, u32)| chapter.1 == 1;
            let following = chapters[index + 2..].iter().find(begins);
            let following = following.map_or(paragraphs.len(), |next| next.0);
            let list = chapters[..=index].iter().rfind(begins);
            let list = list.map_or(0, |chapter| chapter.0);
            // Titles alone before the restart are a table of contents.
            let is_title = |line: &Paragraph| matches!(line.class, Class::Heading(_));
            if !paragraphs[list..at].iter().all(is_title) {
                places.push(cohesion.split(list, before + 1, at, following, UNLIKELY));
            }
        }
        Self { places }
    }
}

/// Whether the chapter at `at` begins a list of its own, not one inside the chapter `before`.
fn starts_over(paragraphs: &[Paragraph], before: usize, at: usize) -> bool {
    // A list inside a chapter stands under a heading of another form.
    let nests = |line: &Paragraph| match &line.class {
        Class::Heading(number) | Class::Numbered(number) => !matches!(
            number.form,
            Form::Section | Form::Dash | Form::Article | Form::Item
        ),
        class => matches!(
            class,
            Class::Short
                | Class::Names(_)
                | Class::Collected(_)
                | Class::Attachment
                | Class::Salutation
        ),
    };
    // A list of items has no text under each.
    let has_text = match class_at(paragraphs, at + 1) {
        Some(Class::Body | Class::Numbered(_)) => true,
        Some(Class::Heading(number)) => number.form == Form::Section,
        _ => false,
    };
    // 要抓好以下几件事：一、… goes on with the same article.
    has_text && !paragraphs[before + 1..at].iter().any(nests) && !leads_on(&paragraphs[at - 1].text)
}

/// Where the text begins that stands at the end of `within` and has its title below it: before the
/// last list of headings that starts over. That another text begins there is `known`, or the words
/// of the title are that text's and not those of the text before.
pub(super) fn above(
    paragraphs: &[Paragraph],
    cohesion: &Cohesion,
    within: Range<usize>,
    title: &[usize],
    known: bool,
) -> Option<usize> {
    let numbers: Vec<(usize, Marker)> = within
        .clone()
        .filter_map(|at| Some((at, paragraphs[at].class.number()?)))
        .filter(|(_, number)| number.form.heads())
        .collect();
    // Of the numbers after the last but one list the highest form heads the text.
    let mut first: Option<(usize, usize, u8)> = None;
    let mut highest = u8::MAX;
    for (index, (at, number)) in numbers.iter().enumerate().rev() {
        let rank = number.form.rank();
        if rank < highest && number.number > 1 && first.is_some() {
            break;
        }
        highest = highest.min(rank);
        if number.number == 1 && first.is_none_or(|(_, _, lowest)| rank < lowest) {
            first = Some((index, *at, rank));
        }
    }
    let (index, restart, _) = first?;
    let before = numbers.get(index.checked_sub(1)?)?.0;
    let title: String = title.iter().map(|&at| &*paragraphs[at].text).collect();
    let place = cohesion.split(within.start, before + 1, restart, within.end, LIKELY);
    (known || cohesion.belongs(&title, within.start..before, place..within.end)).then_some(place)
}
