//! A signature's issuer whose name stands on two lines: 云溪县防汛抗旱 / 指挥部办公室.

use super::bodies::{is_body_name, is_second_half};
use super::class::Class;
use super::paragraph::Paragraph;
use super::shape;

/// The most characters of a name.
const LONGEST: usize = 40;

/// Joins the lines of such names.
pub(super) fn join(paragraphs: &mut Vec<Paragraph>) {
    let is_half = |at| is_half(paragraphs, at);
    let halves: Vec<bool> = (0..paragraphs.len()).map(is_half).collect();
    let mut halves = halves.into_iter();
    paragraphs.dedup_by(|rest, first| {
        let joins = halves.next() == Some(true);
        if joins {
            first.append(rest);
        }
        joins
    });
}

/// Whether the line at `at` is the first half of the name that a date signs.
fn is_half(paragraphs: &[Paragraph], at: usize) -> bool {
    if at == 0 || at + 2 >= paragraphs.len() {
        return false;
    }
    let (first, second) = (&*paragraphs[at].text, &*paragraphs[at + 1].text);
    let short = |at: usize| matches!(paragraphs[at].class, Class::Short | Class::Post);
    short(at)
        && short(at + 1)
        && paragraphs[at + 2].class == Class::Date
        && matches!(
            paragraphs[at - 1].class,
            Class::Body | Class::Numbered(_) | Class::Trailer
        )
        && !is_body_name(first)
        && shape::title_kind(first).is_none()
        && !first.starts_with(['特', '此', '附'])
        && is_second_half(second)
        && is_body_name(second)
        && first.chars().count() + second.chars().count() <= LONGEST
}
