//! `sentences`: a row a sentence, with its step of the ladder.

use xushi::model::Sentence;

use crate::column::Values::{Text, Texts, Whole};
use crate::column::{Column, each, name_of};

/// The columns of its own.
pub const COLUMNS: &[Column<Sentence>] = &[
    ("sentence", Whole(|row| Some(row.index))),
    ("start", Whole(|row| Some(row.item.span.start))),
    ("end", Whole(|row| Some(row.item.span.end))),
    ("text", Text(|row| Some(row.words))),
    ("block", Whole(|row| Some(row.item.block))),
    ("ladder", Text(|row| name_of(row.item.ladder.as_ref()?))),
    ("because", Texts(|row| each(&row.item.because))),
];
