//! The task ledger (任务台账): what a supervising office hands up, a row a task or a row a paragraph.

mod content;
mod item;
mod wording;

use std::collections::HashSet;

use crate::model::{Claim, Document, Ledger, LedgerRow, Missing, OwnerRole, Span, Status, Task};
use item::Item;

pub use wording::{amount, due, period, quarter, target};

/// What a row of a ledger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// A task: a sentence, or a part of one.
    Sentence,
    /// A paragraph with all its tasks.
    Item,
}

/// The ledger of a document whose spans are bytes, its rows in the order of the text.
pub fn of(document: &Document) -> Ledger {
    let items = item::find(document);
    let whole = |item: &Item| row(document, item, item.tasks.clone(), Unit::Item);
    let single = |item: &Item| {
        let tasks = item.tasks.iter();
        let rows = tasks.map(|&task| row(document, item, vec![task], Unit::Sentence));
        rows.collect::<Vec<_>>()
    };
    Ledger {
        title: document.title.clone(),
        sentences: items.iter().flat_map(single).collect(),
        items: items.iter().map(whole).collect(),
    }
}

/// The row of some tasks of an item.
fn row(document: &Document, item: &Item, indices: Vec<usize>, by: Unit) -> LedgerRow {
    let tasks: Vec<&Task> = indices.iter().map(|&at| &document.tasks[at]).collect();
    let is_paragraph = by == Unit::Item && item.holds_number;
    let (span, content) = if is_paragraph {
        (item.span, content::of_paragraph(document, item, &tasks))
    } else {
        (span_of(&tasks), content::of_tasks(document, item, &tasks))
    };
    let above = (item.path.iter()).filter(|heading| heading.span.start < span.start);
    let due = tasks.iter().flat_map(|task| &task.deadlines);
    let mut deadlines = distinct(due.map(|deadline| deadline.told().to_owned()));
    deadlines.sort();
    let claims: Vec<&Claim> = if is_paragraph {
        let claims = span.begun(&document.claims, |claim| claim.span.start);
        claims.iter().collect()
    } else {
        let indices = tasks.iter().flat_map(|task| &task.claims);
        indices.map(|&at| &document.claims[at]).collect()
    };
    let targets = targets(&claims, &deadlines);
    let [lead, responsible, support] = owners(&tasks);
    let recurrence = tasks.iter().flat_map(|task| &task.recurrence);
    LedgerRow {
        number: item.number.clone(),
        section: above.map(|heading| heading.title.clone()).collect(),
        content,
        missing: missing(&tasks, targets.is_empty()),
        targets,
        lead,
        responsible,
        support,
        deadlines,
        recurrence: distinct(recurrence.map(|often| often.text.clone())),
        span,
        tasks: indices,
    }
}

/// Who leads, who is responsible and who supports, each in the first of these parts that it plays.
fn owners(tasks: &[&Task]) -> [Vec<String>; 3] {
    let mut known = HashSet::new();
    [OwnerRole::Lead, OwnerRole::Responsible, OwnerRole::Support].map(|role| {
        let owners = tasks.iter().flat_map(|task| &task.owners);
        let names = owners.filter(|owner| owner.role == role);
        let names = names.filter(|owner| known.insert(owner.name.as_str()));
        names.map(|owner| owner.name.clone()).collect()
    })
}

/// The targets of some claims in words. Their period is left out where it is the one deadline of the row.
fn targets(claims: &[&Claim], deadlines: &[String]) -> Vec<String> {
    let targets = claims.iter().filter(|claim| claim.status == Status::Target);
    distinct(targets.map(|claim| match (&claim.period, deadlines) {
        (Some(period), [deadline]) if period == deadline => wording::measure(claim),
        _ => wording::target(claim),
    }))
}

/// From the first of some tasks to the last.
fn span_of(tasks: &[&Task]) -> Span {
    let start = tasks.first().map_or(0, |task| task.span.start);
    Span::new(start, tasks.last().map_or(start, |task| task.span.end))
}

/// What all of some tasks lack; a measure is lacking where there is no target.
fn missing(tasks: &[&Task], unmeasured: bool) -> Vec<Missing> {
    let lack = |what: &Missing| match what {
        Missing::Measure => unmeasured,
        _ => tasks.iter().all(|task| task.missing.contains(what)),
    };
    let all = [Missing::Owner, Missing::Deadline, Missing::Measure];
    all.into_iter().filter(lack).collect()
}

/// Words in order, each once.
fn distinct(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = HashSet::new();
    words.filter(|word| known.insert(word.clone())).collect()
}

#[cfg(test)]
mod tests;
