//! The texts of a file: its own, or those of an archive.

use std::borrow::Cow;

use xushi::layout::StatedParagraph;
use xushi::model::{Analysis, Document, Ledger, Span};
use xushi::source::SourceError;
use xushi::strings::Said;
use xushi::{Analyzer, Opened};
use xushi_formats::{Content, Language, Limits, OfficeError, OfficeText};

/// A text that is ready to be analysed.
pub struct Text<'a> {
    /// The name of its file without folders, which tells a plain text from markup.
    pub name: String,
    /// The bytes of a plain file, or the text of an office file.
    pub bytes: Cow<'a, [u8]>,
    /// What its reader knows, where it is an office file.
    pub office: Option<Box<OfficeText>>,
    /// The bytes of the office file itself, unless it lies in an archive.
    pub file: Option<Cow<'a, [u8]>>,
    /// Whether it is one of the files of an archive.
    pub is_inside: bool,
}

impl<'a> Text<'a> {
    /// A text that is no file of any kind, whatever it looks like.
    #[must_use]
    pub fn plain(name: &str, bytes: Cow<'a, [u8]>) -> Self {
        Self {
            name: name.to_owned(),
            bytes,
            office: None,
            file: None,
            is_inside: false,
        }
    }

    /// The texts of a file: one, or those of an archive, each with its name in there; or what stands in the way of
    /// reading it.
    #[must_use]
    pub fn all(name: &str, bytes: Cow<'a, [u8]>) -> Vec<(Option<String>, Result<Self, Said>)> {
        let limits = Limits::default();
        if bytes.len() > limits.file_bytes {
            return vec![(None, Err(said(OfficeError::TooLarge)))];
        }
        if !xushi_formats::is_office(name, &bytes, &limits) {
            return vec![(None, Ok(Self::plain(name, bytes)))];
        }
        let files = xushi_formats::read_files(name, &bytes, &limits);
        let mut whole = Some(bytes);
        let texts = files.into_iter().filter_map(|inside| {
            let is_inside = inside.name != name;
            let (bytes, office) = match inside.content {
                Content::Plain(bytes) => (bytes, None),
                Content::Office(text) => (text.text.clone().into_bytes(), Some(text)),
                Content::Refused(error) => {
                    return Some((is_inside.then_some(inside.name), Err(said(error))));
                }
                Content::Skipped(_) => return None,
            };
            let called = is_inside.then(|| inside.name.clone());
            let text = Self {
                name: inside.name,
                bytes: Cow::Owned(bytes),
                office,
                file: whole.take().filter(|_| !is_inside),
                is_inside,
            };
            Some((called, Ok(text)))
        });
        texts.collect()
    }

    /// The paragraphs that an office file has.
    #[must_use]
    pub fn stated(&self) -> Vec<StatedParagraph> {
        let paragraphs = self.office.iter().flat_map(|office| office.paragraphs());
        let stated = paragraphs.map(|(span, heading)| StatedParagraph {
            span: Span::new(span.start, span.end),
            heading,
        });
        stated.collect()
    }

    /// What the reader of an office file wants known.
    #[must_use]
    pub fn warnings(&self) -> Vec<Said> {
        let warnings = self.office.iter().flat_map(|office| &office.warnings);
        let told = warnings.map(|warning| both(|language| warning.message(language)));
        told.collect()
    }

    /// Its analysis.
    ///
    /// # Errors
    ///
    /// Where it holds no text that can be read.
    pub fn analysis(&self, analyzer: &Analyzer) -> Result<Analysis, SourceError> {
        analyzer.analyze_stated(&self.name, &self.bytes, &[], self.stated(), &mut |_| ())
    }

    /// Its analysis, and the ledger of each of its documents.
    ///
    /// # Errors
    ///
    /// As [`Self::analysis`].
    pub fn ledgers(&self, analyzer: &Analyzer) -> Result<(Analysis, Vec<Ledger>), SourceError> {
        analyzer.ledgers(&self.name, &self.bytes, &[], self.stated())
    }

    /// One of its documents, to be compared with another text's.
    #[must_use]
    pub fn opened(&self, document: usize) -> Opened<'_> {
        Opened {
            name: &self.name,
            bytes: &self.bytes,
            kept: &[],
            stated: self.stated(),
            document,
        }
    }
}

/// The longest document of a text, the first of several, and which it is: the one that is compared.
#[must_use]
pub fn longest(analysis: &Analysis) -> Option<(usize, &Document)> {
    let documents = analysis.documents.iter().enumerate();
    documents.rev().max_by_key(|(_, one)| one.text.len())
}

/// Why an office file is not read.
fn said(error: OfficeError) -> Said {
    both(|language| error.message(language))
}

fn both(message: impl Fn(Language) -> String) -> Said {
    Said {
        zh: message(Language::Chinese),
        en: message(Language::English),
    }
}
