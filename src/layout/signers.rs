//! A signature's issuer whose name stands on two lines: 云溪县防汛抗旱 / 指挥部办公室.

use std::ops::Range;

use super::class::Class;
use super::paragraph::Paragraph;
use super::posts;
use super::shape;
use crate::lexicon::body_endings::{Count, TABLE};

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
        && !posts::is_body_name(first)
        && shape::title_kind(first).is_none()
        && !first.starts_with(['特', '此', '附'])
        && TABLE.beginning(second, Count::Half).is_some()
        && posts::is_body_name(second)
        && first.chars().count() + second.chars().count() <= LONGEST
}

/// The bodies with their date at the end of a source, whatever short lines of the run stand above them: 联系人：…, 附件：….
pub(super) fn at_end(paragraphs: &[Paragraph], run: Range<usize>) -> Option<Range<usize>> {
    /// The most lines of bodies.
    const MOST: usize = 6;
    let date = run
        .clone()
        .rfind(|&at| paragraphs[at].class == Class::Date)?;
    let is_last = run.end == paragraphs.len()
        && paragraphs[date + 1..]
            .iter()
            .all(|line| line.class == Class::Trailer);
    let from = (run.start.max(date.saturating_sub(MOST))..date).rev();
    let signs = |&at: &usize| are_bodies(&paragraphs[at..date]);
    let first = from.take_while(signs).last().filter(|_| is_last)?;
    Some(first..run.end)
}

/// Whether lines hold nothing but names of bodies, of which some go on on the next line: 云溪县农业和 / 农村局 /
/// 云溪县财政局 云溪县交通 / 运输局.
pub(super) fn are_bodies(lines: &[Paragraph]) -> bool {
    let mut open = String::new();
    for line in lines {
        if !matches!(line.class, Class::Short | Class::Post | Class::Names(_)) {
            return false;
        }
        for word in line.text.split_whitespace() {
            open.push_str(word);
            if posts::is_signer(&open) {
                open.clear();
            } else if open.chars().count() > LONGEST {
                return false;
            }
        }
    }
    open.is_empty()
}
