//! Upper and lower: what a lower text makes of an upper one's tasks.

use super::firmness;
use super::likeness::{Weights, copied};
use super::pairing::{Candidate, best};
use super::text::Text;
use crate::model::{Cited, Span, Status, Task, TaskRow, Uptake};

/// How alike two tasks of one matter are at least, and from where on there is no doubt.
const ALIKE: f64 = 0.28;
const SURE: f64 = 0.45;

/// The share of a task, in percent, that is letter for letter in one that copies it.
const COPIED: u32 = 80;

/// The tasks of the first text in order, then those that only the second has.
pub fn rows(first: &Text, second: &Text) -> Vec<TaskRow> {
    let [uppers, lowers] = [first, second].map(|text| &text.document.tasks);
    let words = |text: &Text<'_>, task: &Task| task.span.of(&text.document.text).to_owned();
    let texts: Vec<String> = (uppers.iter().map(|task| words(first, task)))
        .chain(lowers.iter().map(|task| words(second, task)))
        .collect();
    let weights = Weights::of(texts.iter().map(String::as_str));
    let alike = weights.alike(uppers.len(), ALIKE).into_iter();
    let candidates = alike.map(|(first, second, score)| Candidate {
        first,
        second,
        score,
        told: (),
    });
    let pairs = best(candidates.collect());
    let mut taken = vec![false; lowers.len()];
    let mut kept = pairs.iter().peekable();
    let mut rows = Vec::new();
    for at in 0..uppers.len() {
        let pair = kept.next_if(|pair| pair.first == at);
        let lower = pair.map(|pair| pair.second);
        let copied = lower.map_or(0, |lower| copied(&texts[at], &texts[uppers.len() + lower]));
        let uptakes = match lower {
            Some(lower) => uptakes((first, at), (second, lower), copied),
            None => vec![Uptake::Absent],
        };
        if let Some(lower) = lower {
            taken[lower] = true;
        }
        rows.push(TaskRow {
            uptakes,
            copied,
            first: Some(cite(first, at)),
            second: lower.map(|lower| cite(second, lower)),
            sure: pair.is_none_or(|pair| pair.score >= SURE),
        });
    }
    let own = (0..lowers.len()).filter(|&at| !taken[at]);
    rows.extend(own.map(|at| TaskRow {
        uptakes: vec![Uptake::Own],
        copied: 0,
        first: None,
        second: Some(cite(second, at)),
        sure: true,
    }));
    rows
}

fn cite(text: &Text, at: usize) -> Cited {
    let span = text.document.tasks[at].span;
    Cited {
        task: Some(at),
        ..text.cite_words(span, span.of(&text.document.text).trim())
    }
}

/// What a lower task makes of an upper one.
fn uptakes(
    (first, upper): (&Text, usize),
    (second, lower): (&Text, usize),
    copied: u32,
) -> Vec<Uptake> {
    let [task, own] = [&first.document.tasks[upper], &second.document.tasks[lower]];
    let figures = |text: &Text, task: &Task| {
        let claims = task.claims.iter().map(|&at| &text.document.claims[at]);
        claims
            .filter(|claim| claim.status == Status::Target)
            .count()
    };
    let [asked, told] = [figures(first, task), figures(second, own)];
    let firm = firmness::of_words(around(first, upper));
    let is_weaker = firmness::of_words(around(second, lower)) < firm || told < asked;
    let mut uptakes = vec![match copied >= COPIED {
        true => Uptake::Copied,
        false => Uptake::Reworded,
    }];
    let added = [
        (told > asked, Uptake::Figure),
        (
            task.owners.is_empty() && !own.owners.is_empty(),
            Uptake::Owner,
        ),
        (
            task.deadlines.is_empty() && !own.deadlines.is_empty(),
            Uptake::Deadline,
        ),
        (is_weaker, Uptake::Weaker),
    ];
    uptakes.extend(
        added
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, uptake)| uptake),
    );
    uptakes
}

/// A task with what stands before it in its sentence, up to the task before.
fn around<'a>(text: &Text<'a>, at: usize) -> &'a str {
    let document = text.document;
    let span = document.tasks[at].span;
    let before = at
        .checked_sub(1)
        .map_or(0, |before| document.tasks[before].span.end);
    let sentence = document.sentences.get(text.sentence_at(span.start));
    let start = sentence.map_or(span.start, |sentence| sentence.span.start.max(before));
    Span::new(start.min(span.start), span.end).of(&document.text)
}
