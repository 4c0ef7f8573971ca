//! `findings`: a row a finding of the checks.

use xushi::model::{Finding, Suggestion};

use crate::column::Values::{Text, Texts, Whole, Wholes};
use crate::column::{Column, Row, name_of};

/// The columns of its own.
pub const COLUMNS: &[Column<Finding>] = &[
    ("finding", Whole(|row| Some(row.index))),
    ("start", Whole(|row| Some(row.item.span.start))),
    ("end", Whole(|row| Some(row.item.span.end))),
    ("text", Text(|row| Some(row.words))),
    ("rule", Text(|row| Some(&row.item.rule))),
    ("severity", Text(|row| name_of(&row.item.severity))),
    ("message", Text(|row| Some(&row.item.message))),
    ("message_en", Text(|row| Some(&row.item.message_en))),
    (
        "replacement",
        Text(|row| Some(&suggestion(row)?.replacement)),
    ),
    (
        "replaced_start",
        Whole(|row| Some(suggestion(row)?.span.start)),
    ),
    ("replaced_end", Whole(|row| Some(suggestion(row)?.span.end))),
    (
        "elsewhere",
        Texts(|row| elsewhere(row, |it| &*it.replacement)),
    ),
    (
        "elsewhere_start",
        Wholes(|row| elsewhere(row, |it| it.span.start)),
    ),
    (
        "elsewhere_end",
        Wholes(|row| elsewhere(row, |it| it.span.end)),
    ),
    ("identity", Text(|row| Some(&row.item.identity))),
];

fn suggestion<'a>(row: &Row<'a, Finding>) -> Option<&'a Suggestion> {
    row.item.suggestion.as_ref()
}

/// Of what is to be written at other places as well, in their order.
fn elsewhere<'a, Value>(
    row: &Row<'a, Finding>,
    value: impl Fn(&'a Suggestion) -> Value,
) -> Vec<Value> {
    row.item.elsewhere.iter().map(value).collect()
}
