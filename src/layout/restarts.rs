//! Where an article ends whose neighbour has no title between: numbering that starts over.

use std::ops::Range;

use super::address::is_to_deputies;
use super::classify::Look;
use super::cohesion::Cohesion;
use super::paragraph::Paragraph;
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
    pub(super) fn find(paragraphs: &[Paragraph], looks: &[Look], cohesion: &Cohesion) -> Self {
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
            .any(|(at, look)| *look == Look::Salutation && is_to_deputies(&paragraphs[at].text));
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
            // 要抓好以下几件事：一、… goes on with the same article.
            if leads_on(&paragraphs[at - 1].text) {
                continue;
            }
            let following = chapters[index + 2..]
                .iter()
                .find(|chapter| chapter.1 == 1)
                .map_or(looks.len(), |next| next.0);
            let first_of_before = chapters[..=index]
                .iter()
                .rev()
                .find(|chapter| chapter.1 == 1)
                .map_or(0, |chapter| chapter.0);
            // Titles alone before the restart are a table of contents.
            let titles_alone = looks[first_of_before..at]
                .iter()
                .all(|look| matches!(look, Look::Heading(_)));
            if titles_alone {
                continue;
            }
            places.push(cohesion.split(first_of_before, before + 1, at, following, UNLIKELY));
        }
        Self { places }
    }
}

/// Where the text begins that stands at the end of `within` and has its title below it: before the
/// last list of headings that starts over. That another text begins there is `known`, or the words
/// of the title are that text's and not those of the text before.
pub(super) fn above(
    paragraphs: &[Paragraph],
    looks: &[Look],
    cohesion: &Cohesion,
    within: Range<usize>,
    title: &[usize],
    known: bool,
) -> Option<usize> {
    let numbers: Vec<(usize, Marker)> = within
        .clone()
        .filter_map(|at| match &looks[at] {
            Look::Heading(number) | Look::Numbered(number) if number.form.heads() => {
                Some((at, *number))
            }
            _ => None,
        })
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
