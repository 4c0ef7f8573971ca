//! The texts that Python hands over: a file's bytes go to the readers of office files first.

use pyo3::FromPyObject;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use xushi::strings::{Said, say};
use xushi_texts::Text;

use crate::refusal::Refusal;

/// What Python hands over: a text, or the bytes of a file. Neither is copied.
#[derive(FromPyObject)]
pub enum Data {
    Words(PyBackedStr),
    Bytes(PyBackedBytes),
}

impl Data {
    /// As it lies in Python's memory.
    pub fn given(&self) -> Given<'_> {
        match self {
            Self::Words(words) => Given::Words(words),
            Self::Bytes(bytes) => Given::Bytes(bytes),
        }
    }
}

/// A text, or the bytes of a file.
#[derive(Clone, Copy)]
pub enum Given<'a> {
    /// Who hands over a text wants all of it read, tags as well.
    Words(&'a str),
    /// Of any kind of file.
    Bytes(&'a [u8]),
}

/// The texts of a file: one, or those of an archive; for each the name that it is called by, and what stands in the
/// way of reading it, if anything does.
pub fn all<'a>(name: &str, given: Given<'a>) -> Vec<(String, Result<Text<'a>, Said>)> {
    let texts = match given {
        Given::Words(words) => vec![(None, Ok(Text::plain(name, words.as_bytes().into())))],
        Given::Bytes(bytes) => Text::all(name, bytes.into()),
    };
    let called = |inside: Option<String>| match inside {
        Some(inside) => format!("{name}/{inside}"),
        None => name.to_owned(),
    };
    let texts = texts.into_iter();
    texts.map(|(inside, text)| (called(inside), text)).collect()
}

/// The text of a file that holds one.
///
/// # Errors
///
/// Where it holds several, or cannot be read.
pub fn only<'a>(name: &str, given: Given<'a>) -> Result<Text<'a>, Refusal> {
    let mut all = all(name, given);
    match all.pop() {
        Some((_, text)) if all.is_empty() => Ok(text?),
        _ => {
            let values = [("name", name), ("count", &(all.len() + 1).to_string())];
            Err(say("tables.several", &values).into())
        }
    }
}

/// What the reader of an office file wants known.
pub fn warnings(text: &Text) -> Vec<String> {
    let warnings = text.warnings().into_iter();
    let told = warnings.map(|Said { zh, en }| format!("{}: {zh} / {en}", text.name));
    told.collect()
}
