//! Files and standard input, and what is said of them on standard error.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use xushi::Analyzer;
use xushi::layout::StatedParagraph;
use xushi::model::{Analysis, Ledger, Source, Span};
use xushi::source::SourceError;
use xushi_formats::{Content, Foreign, Kind, Limits, OfficeError, OfficeText};

use crate::arguments::Language;

/// A file as it came.
pub struct Input {
    /// Its name without folders; `-` for standard input.
    pub name: String,
    /// Its bytes, or the text of an office file.
    pub bytes: Vec<u8>,
    /// What its reader knows, where it is an office file.
    pub office: Option<Box<OfficeText>>,
    /// The bytes of the office file itself, unless it lies in an archive.
    pub file_bytes: Option<Vec<u8>>,
}

impl Input {
    /// The paragraphs that an office file has.
    pub fn stated(&self) -> Vec<StatedParagraph> {
        let paragraphs = self.office.iter().flat_map(|office| office.paragraphs());
        let stated = paragraphs.map(|(span, heading)| StatedParagraph {
            span: Span::new(span.start, span.end),
            heading,
        });
        stated.collect()
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
}

/// The texts of a file: one, or those of an archive's files; for each what stands in the way of reading it, if anything
/// does. What an office file's reader warns of goes to standard error.
pub fn open(file: &str, language: Language) -> Vec<(String, Result<Input, String>)> {
    let limits = Limits::default();
    let input = match read(file, limits.file_bytes) {
        Ok(Some(input)) => input,
        Ok(None) => {
            let message = OfficeError::TooLarge.message(spoken(language));
            return vec![(file.to_owned(), Err(message))];
        }
        Err(error) => return vec![(file.to_owned(), Err(error.to_string()))],
    };
    if !is_office(&input) {
        return vec![(file.to_owned(), Ok(input))];
    }
    let files = xushi_formats::read_files(&input.name, &input.bytes, &limits);
    let mut whole = Some(input.bytes);
    let files = files.into_iter().filter_map(|inside| {
        let is_whole = inside.name == input.name;
        let file_bytes = whole.take().filter(|_| is_whole);
        let shown = match is_whole {
            true => file.to_owned(),
            false => format!("{file}/{}", inside.name),
        };
        let read = match inside.content {
            Content::Plain(bytes) => Ok((bytes, None)),
            Content::Office(text) => {
                warn_of_office(&shown, &text, language);
                Ok((text.text.clone().into_bytes(), Some(text)))
            }
            Content::Refused(error) => Err(error.message(spoken(language))),
            Content::Skipped(_) => return None,
        };
        let name = inside.name;
        let input = |(bytes, office)| Input {
            name,
            bytes,
            office,
            file_bytes,
        };
        Some((shown, read.map(input)))
    });
    files.collect()
}

/// Whether the bytes are for the reader of office files; plain text, and what nobody knows, are for the analysis.
/// So is a text with tags in it: who saved it as text wants all of it read.
fn is_office(input: &Input) -> bool {
    let name = input.name.to_ascii_lowercase();
    let named_text = [".txt", ".md"].iter().any(|ending| name.ends_with(ending));
    match xushi_formats::kind_of(&input.bytes, &Limits::default()) {
        Ok(Kind::Html) => !named_text,
        kind => !matches!(
            kind,
            Ok(Kind::Text | Kind::Empty | Kind::Unknown | Kind::Foreign(Foreign::Picture))
        ),
    }
}

fn warn_of_office(file: &str, text: &OfficeText, language: Language) {
    for warning in &text.warnings {
        eprintln!("xushi: {file}: {}", warning.message(spoken(language)));
    }
}

/// The language, as the reader of office files has it.
pub fn spoken(language: Language) -> xushi_formats::Language {
    match language {
        Language::Zh => xushi_formats::Language::Chinese,
        Language::En => xushi_formats::Language::English,
    }
}

/// Reads a file, unless it has more bytes than `most`; `-` is standard input.
///
/// # Errors
///
/// What the system says.
fn read(file: &str, most: usize) -> io::Result<Option<Input>> {
    let mut bytes = Vec::new();
    let most = most as u64;
    if file == "-" {
        io::stdin().take(most + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most + 1).read_to_end(&mut bytes)?;
    }
    let name = Path::new(file).file_name().map_or_else(
        || file.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    );
    let is_whole = bytes.len() as u64 <= most;
    Ok(is_whole.then_some(Input {
        name,
        bytes,
        office: None,
        file_bytes: None,
    }))
}

/// Says on standard error why a file was not taken.
pub fn refuse(file: &str, message: &str) {
    eprintln!("xushi: {file}: {message}");
}

/// Warnings go to standard error, so that standard output holds the result and nothing else.
pub fn warn(file: &str, source: &Source, language: Language) {
    for warning in &source.warnings {
        let message = language.pick(&warning.message, &warning.message_en);
        eprintln!("xushi: {file}: {message}");
    }
}
