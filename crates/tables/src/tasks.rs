//! `tasks`: a row a task.

use xushi::model::{Deadline, OwnerRole, Task};

use crate::column::Values::{Text, Texts, Whole, Wholes};
use crate::column::{Column, Row, each, name_of};

/// The columns of its own.
pub const COLUMNS: &[Column<Task>] = &[
    ("task", Whole(|row| Some(row.index))),
    ("start", Whole(|row| Some(row.item.span.start))),
    ("end", Whole(|row| Some(row.item.span.end))),
    ("text", Text(|row| Some(row.words))),
    ("kind", Text(|row| name_of(&row.item.kind))),
    ("action", Text(|row| Some(&row.item.action))),
    ("lead", Texts(|row| owners(row, OwnerRole::Lead))),
    (
        "responsible",
        Texts(|row| owners(row, OwnerRole::Responsible)),
    ),
    ("support", Texts(|row| owners(row, OwnerRole::Support))),
    (
        "deadlines",
        Texts(|row| row.item.deadlines.iter().map(Deadline::told).collect()),
    ),
    ("recurrence", Texts(recurrence)),
    ("claims", Wholes(|row| row.item.claims.clone())),
    (
        "missing",
        Texts(|row| row.item.missing.iter().filter_map(name_of).collect()),
    ),
    ("section", Texts(|row| each(&row.item.section))),
];

fn owners<'a>(row: &Row<'a, Task>, role: OwnerRole) -> Vec<&'a str> {
    let owners = row.item.owners.iter();
    let owners = owners.filter(|owner| owner.role == role);
    owners.map(|owner| owner.name.as_str()).collect()
}

fn recurrence<'a>(row: &Row<'a, Task>) -> Vec<&'a str> {
    let recurrence = row.item.recurrence.iter();
    recurrence.map(|told| told.text.as_str()).collect()
}
