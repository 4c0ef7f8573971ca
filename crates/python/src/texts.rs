//! The texts of a file, as the command line has them: a file's bytes go to the readers of office files first.

use std::borrow::Cow;

use pyo3::FromPyObject;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use xushi::layout::StatedParagraph;
use xushi::model::{Analysis, Span};
use xushi::source::SourceError;
use xushi::strings::say;
use xushi::{Analyzer, Opened};
use xushi_formats::{Content, Language, Limits, OfficeError, OfficeText};

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

/// A text that is ready to be analysed.
pub struct Text<'a> {
    name: String,
    bytes: Cow<'a, [u8]>,
    office: Option<Box<OfficeText>>,
}

impl<'a> Text<'a> {
    /// The texts of a file: one, or those of an archive; for each the name that it is called by, and what stands in the
    /// way of reading it, if anything does.
    pub fn all(name: &str, given: Given<'a>) -> Vec<(String, Result<Self, Refusal>)> {
        let plain = |bytes: &'a [u8]| Self {
            name: name.to_owned(),
            bytes: Cow::Borrowed(bytes),
            office: None,
        };
        let bytes = match given {
            Given::Words(words) => return vec![(name.to_owned(), Ok(plain(words.as_bytes())))],
            Given::Bytes(bytes) => bytes,
        };
        let limits = Limits::default();
        if bytes.len() > limits.file_bytes {
            return vec![(name.to_owned(), Err(OfficeError::TooLarge.into()))];
        }
        if !xushi_formats::is_office(name, bytes, &limits) {
            return vec![(name.to_owned(), Ok(plain(bytes)))];
        }
        let files = xushi_formats::read_files(name, bytes, &limits);
        let files = files.into_iter().filter_map(|inside| {
            let called = match inside.name == name {
                true => name.to_owned(),
                false => format!("{name}/{}", inside.name),
            };
            let (bytes, office) = match inside.content {
                Content::Plain(bytes) => (bytes, None),
                Content::Office(text) => (text.text.clone().into_bytes(), Some(text)),
                Content::Refused(error) => return Some((called, Err(error.into()))),
                Content::Skipped(_) => return None,
            };
            let text = Self {
                name: inside.name,
                bytes: Cow::Owned(bytes),
                office,
            };
            Some((called, Ok(text)))
        });
        files.collect()
    }

    /// The text of a file that holds one.
    ///
    /// # Errors
    ///
    /// Where it holds several, or cannot be read.
    pub fn only(name: &str, given: Given<'a>) -> Result<Self, Refusal> {
        let mut all = Self::all(name, given);
        if all.len() > 1 {
            let values = [("name", name), ("count", &all.len().to_string())];
            return Err(say("tables.several", &values).into());
        }
        let one = all.pop().map(|(_, text)| text);
        one.unwrap_or_else(|| Err(OfficeError::Unknown.into()))
    }

    /// Its analysis.
    ///
    /// # Errors
    ///
    /// Where it holds no text that can be read.
    pub fn analysis(&self, analyzer: &Analyzer) -> Result<Analysis, SourceError> {
        analyzer.analyze_stated(&self.name, &self.bytes, &[], self.stated(), &mut |_| ())
    }

    /// Its longest document, to be compared with another.
    ///
    /// # Errors
    ///
    /// As [`Self::analysis`].
    pub fn opened(&self, analyzer: &Analyzer) -> Result<Opened<'_>, SourceError> {
        let analysis = self.analysis(analyzer)?;
        let documents = analysis.documents.iter().enumerate();
        let longest = documents.rev().max_by_key(|(_, one)| one.text.len());
        Ok(Opened {
            name: &self.name,
            bytes: &self.bytes,
            kept: &[],
            stated: self.stated(),
            document: longest.map_or(0, |(at, _)| at),
        })
    }

    /// Its ledger, a document each.
    ///
    /// # Errors
    ///
    /// As [`Self::analysis`].
    pub fn ledgers(&self, analyzer: &Analyzer) -> Result<Vec<xushi::model::Ledger>, SourceError> {
        let ledgers = analyzer.ledgers(&self.name, &self.bytes, &[], self.stated());
        ledgers.map(|(_, ledgers)| ledgers)
    }

    /// What the reader of an office file wants known.
    pub fn warnings(&self) -> Vec<String> {
        let warnings = self.office.iter().flat_map(|office| &office.warnings);
        let told = warnings.map(|warning| {
            let [zh, en] = [Language::Chinese, Language::English].map(|one| warning.message(one));
            format!("{}: {zh} / {en}", self.name)
        });
        told.collect()
    }

    /// The paragraphs that an office file has.
    fn stated(&self) -> Vec<StatedParagraph> {
        let paragraphs = self.office.iter().flat_map(|office| office.paragraphs());
        let stated = paragraphs.map(|(span, heading)| StatedParagraph {
            span: Span::new(span.start, span.end),
            heading,
        });
        stated.collect()
    }
}
