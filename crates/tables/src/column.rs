//! What a column is: its name, and where its values come from.

use serde::Serialize;
use xushi::model::Source;

/// What a row is made of: the thing that it tells of, and where that stands.
pub struct Row<'a, T> {
    /// The source, as the caller names it.
    pub name: &'a str,
    /// What is known of the source, where it could be read.
    pub source: Option<&'a Source>,
    /// Which of its documents.
    pub document: Option<usize>,
    /// Which of its kind in the document.
    pub index: usize,
    /// The words of the document at its place.
    pub words: &'a str,
    /// The thing itself.
    pub item: &'a T,
}

/// The name of a column, and its values.
pub type Column<T> = (&'static str, Values<T>);

/// How a column's value is had from a row, by the kind of its values. Each may be absent.
pub enum Values<T: 'static> {
    /// Words.
    Text(for<'a> fn(&Row<'a, T>) -> Option<&'a str>),
    /// A count, an index or a position.
    Whole(for<'a> fn(&Row<'a, T>) -> Option<usize>),
    /// An amount.
    Number(for<'a> fn(&Row<'a, T>) -> Option<f64>),
    /// Several words.
    Texts(for<'a> fn(&Row<'a, T>) -> Vec<&'a str>),
    /// Several indices.
    Wholes(for<'a> fn(&Row<'a, T>) -> Vec<usize>),
}

impl<T> Clone for Values<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Values<T> {}

/// With what every table begins: which text a row is of.
pub fn of_every_table<T>() -> [Column<T>; 2] {
    [
        ("source", Values::Text(|row| Some(row.name))),
        ("document", Values::Whole(|row| row.document)),
    ]
}

/// The name of a variant, as the contract has it.
pub fn name_of(value: &impl Serialize) -> Option<&'static str> {
    serde_variant::to_variant_name(value).ok()
}

/// The words of a list.
pub fn each(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}
