//! `findings`: a row a finding of the checks.

use xushi::model::Finding;

use crate::column::Column;
use crate::column::Values::{Text, Whole};
use crate::column::name_of;

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
        Text(|row| Some(&row.item.suggestion.as_ref()?.replacement)),
    ),
    ("identity", Text(|row| Some(&row.item.identity))),
];
