//! A signature's issuer whose name stands on two lines: 云溪县防汛抗旱 / 指挥部办公室.

use super::bodies::{is_body_name, is_second_half};
use super::classify::Look;
use super::paragraph::Paragraph;
use super::shape;

/// The most characters of a name.
const LONGEST: usize = 40;

/// Joins the lines of such names.
pub(super) fn join(paragraphs: &mut Vec<Paragraph>, looks: &mut Vec<Look>) {
    let halves: Vec<bool> = (0..looks.len())
        .map(|at| is_half(paragraphs, looks, at))
        .collect();
    if !halves.contains(&true) {
        return;
    }
    let old: Vec<Paragraph> = std::mem::take(paragraphs);
    for (at, paragraph) in old.into_iter().enumerate() {
        match paragraphs.last_mut() {
            Some(first) if at > 0 && halves[at - 1] => {
                first.spans.extend(paragraph.spans);
                first.text.to_mut().push_str(&paragraph.text);
            }
            _ => paragraphs.push(paragraph),
        }
    }
    let mut rests = std::iter::once(false).chain(halves);
    looks.retain(|_| rests.next() != Some(true));
}

/// Whether the line at `at` is the first half of the name that a date signs.
fn is_half(paragraphs: &[Paragraph], looks: &[Look], at: usize) -> bool {
    if at == 0 || at + 2 >= looks.len() {
        return false;
    }
    let (first, second) = (&*paragraphs[at].text, &*paragraphs[at + 1].text);
    let short = |at: usize| matches!(looks[at], Look::Short | Look::Post);
    short(at)
        && short(at + 1)
        && looks[at + 2] == Look::Date
        && matches!(
            looks[at - 1],
            Look::Body | Look::Numbered(_) | Look::Trailer
        )
        && !is_body_name(first)
        && shape::title_kind(first).is_none()
        && !first.starts_with(['特', '此', '附'])
        && is_second_half(second)
        && is_body_name(second)
        && first.chars().count() + second.chars().count() <= LONGEST
}
