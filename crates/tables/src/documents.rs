//! `documents`: a row a document, with its counts.

use xushi::model::{Document, Stated};
use xushi::strings::Said;

use crate::column::Values::{Text, Texts, Whole};
use crate::column::{Column, Row, name_of};

/// What became of a source, or of a part of it.
pub enum Entry {
    /// A document was found.
    Found(Box<Document>),
    /// It was read and holds none.
    Empty,
    /// It could not be read.
    Refused(Said),
}

/// The columns of its own.
pub const COLUMNS: &[Column<Entry>] = &[
    ("title", Text(|row| found(row)?.title.as_deref())),
    ("kind", Text(|row| name_of(&found(row)?.kind))),
    (
        "date",
        Text(|row| Some(&found(row)?.metadata.date.as_ref()?.value)),
    ),
    ("issuer", Text(|row| stated(&found(row)?.metadata.issuer))),
    (
        "occasion",
        Text(|row| stated(&found(row)?.metadata.occasion)),
    ),
    (
        "addressee",
        Text(|row| stated(&found(row)?.metadata.addressee)),
    ),
    (
        "document_number",
        Text(|row| stated(&found(row)?.metadata.document_number)),
    ),
    (
        "index_number",
        Text(|row| stated(&found(row)?.metadata.index_number)),
    ),
    ("authors", Texts(authors)),
    (
        "characters",
        Whole(|row| Some(found(row)?.statistics.characters)),
    ),
    (
        "han_characters",
        Whole(|row| Some(found(row)?.statistics.han_characters)),
    ),
    ("words", Whole(|row| Some(found(row)?.statistics.words))),
    (
        "sentences",
        Whole(|row| Some(found(row)?.statistics.sentences)),
    ),
    (
        "paragraphs",
        Whole(|row| Some(found(row)?.statistics.paragraphs)),
    ),
    (
        "headings",
        Whole(|row| Some(found(row)?.statistics.headings)),
    ),
    ("claims", Whole(|row| Some(found(row)?.claims.len()))),
    ("tasks", Whole(|row| Some(found(row)?.tasks.len()))),
    ("findings", Whole(|row| Some(found(row)?.findings.len()))),
    ("encoding", Text(|row| name_of(&row.source?.encoding))),
    ("warnings", Texts(warnings)),
    ("error", Text(|row| Some(&refused(row)?.zh))),
    ("error_en", Text(|row| Some(&refused(row)?.en))),
];

fn found<'a>(row: &Row<'a, Entry>) -> Option<&'a Document> {
    match row.item {
        Entry::Found(document) => Some(document),
        Entry::Empty | Entry::Refused(_) => None,
    }
}

fn refused<'a>(row: &Row<'a, Entry>) -> Option<&'a Said> {
    match row.item {
        Entry::Refused(reason) => Some(reason),
        Entry::Empty | Entry::Found(_) => None,
    }
}

fn stated(stated: &Option<Stated>) -> Option<&str> {
    stated.as_ref().map(|stated| stated.value.as_str())
}

fn authors<'a>(row: &Row<'a, Entry>) -> Vec<&'a str> {
    let authors = found(row).into_iter();
    let authors = authors.flat_map(|document| &document.metadata.authors);
    authors.map(|author| author.name.as_str()).collect()
}

/// The codes of what was noticed while the source was read, the same for all its documents.
fn warnings<'a>(row: &Row<'a, Entry>) -> Vec<&'a str> {
    let warnings = row.source.into_iter().flat_map(|source| &source.warnings);
    warnings
        .filter_map(|warning| name_of(&warning.code))
        .collect()
}
