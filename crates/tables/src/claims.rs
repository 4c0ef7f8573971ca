//! `claims`: a row a claim.

use xushi::model::{Claim, Comparison};

use crate::column::Values::{Number, Text, Texts, Whole};
use crate::column::{Column, Row, each, name_of};

/// The columns of its own.
pub const COLUMNS: &[Column<Claim>] = &[
    ("claim", Whole(|row| Some(row.index))),
    ("start", Whole(|row| Some(row.item.span.start))),
    ("end", Whole(|row| Some(row.item.span.end))),
    ("text", Text(|row| Some(&row.item.text))),
    ("indicator", Text(|row| Some(&row.item.indicator))),
    ("name", Text(|row| Some(&row.item.name))),
    ("scope", Texts(|row| each(&row.item.scope))),
    ("value", Number(|row| Some(row.item.value))),
    ("value_max", Number(|row| row.item.value_max)),
    ("unit", Text(|row| row.item.unit.as_deref())),
    ("bound", Text(|row| name_of(&row.item.bound))),
    ("measure", Text(|row| name_of(&row.item.measure))),
    ("status", Text(|row| name_of(&row.item.status))),
    ("period", Text(|row| row.item.period.as_deref())),
    ("of", Text(|row| Some(&row.item.of.as_ref()?.value))),
    ("compared_with", Text(|row| Some(&base(row)?.text))),
    ("compared_basis", Text(|row| name_of(&base(row)?.basis))),
    ("compared_period", Text(|row| base(row)?.period.as_deref())),
    ("owner", Text(|row| row.item.owner.as_deref())),
    ("commitment", Text(|row| row.item.commitment.as_deref())),
    ("sentence", Whole(|row| Some(row.item.sentence))),
    ("section", Texts(|row| each(&row.item.section))),
];

fn base<'a>(row: &Row<'a, Claim>) -> Option<&'a Comparison> {
    row.item.compared_with.as_ref()
}
