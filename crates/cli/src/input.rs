//! Files and standard input.

use std::ffi::{OsStr, OsString};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use xushi::Analyzer;
use xushi::layout::StatedParagraph;
use xushi::model::{Analysis, Ledger, Source, Span};
use xushi::source::SourceError;
use xushi::strings::say;
use xushi_formats::{Content, Limits, OfficeError, OfficeText};

use crate::arguments::Language;
use crate::{shown, tell};

/// A file as it came.
pub struct Input {
    /// As it was named, or found in a folder; behind an archive's name that of the file in it.
    pub file: OsString,
    /// Its name without folders; `-` for standard input.
    pub name: String,
    /// Its bytes, or the text of an office file.
    pub bytes: Vec<u8>,
    /// What its reader knows, where it is an office file.
    pub office: Option<Box<OfficeText>>,
    /// The bytes of the office file itself, unless it lies in an archive.
    pub file_bytes: Option<Vec<u8>>,
    /// Whether it is a file of an archive.
    pub is_in_archive: bool,
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

    /// Its analysis; what the analysis warns of is noted.
    ///
    /// # Errors
    ///
    /// In words, where it holds no text that can be read.
    pub fn analysed(
        &self,
        analyzer: &Analyzer,
        language: Language,
        notes: &mut Vec<String>,
    ) -> Result<Analysis, String> {
        let analysis = self.analysis(analyzer);
        let analysis = analysis.map_err(|error| language.of(error.said()))?;
        notes.extend(self.warnings(&analysis.source, language));
        Ok(analysis)
    }

    /// What is to be said of the text beside the results.
    pub fn warnings(&self, source: &Source, language: Language) -> impl Iterator<Item = String> {
        let warnings = source.warnings.iter();
        let said = warnings.map(move |it| language.pick(&it.message, &it.message_en));
        said.map(|said| tell::of_file(&self.file, said))
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

/// What a file gave when it was opened.
pub struct Opened {
    /// What its reader warns of, a line each.
    pub notes: Vec<String>,
    /// Its text, or those of an archive's files, each with its name; or what stands in the way of reading it.
    pub texts: Vec<(OsString, Result<Input, String>)>,
}

/// Opens a file, `-` is standard input, and calls it `shown`.
pub fn open(file: &OsStr, shown: &OsStr, language: Language) -> Opened {
    let limits = Limits::default();
    let only = |text| Opened {
        notes: Vec::new(),
        texts: vec![(shown.to_owned(), text)],
    };
    let bytes = match read(file, limits.file_bytes, language) {
        Ok(bytes) => bytes,
        Err(message) => return only(Err(message)),
    };
    let name = Path::new(shown).file_name().unwrap_or(shown);
    let input = Input {
        file: shown.to_owned(),
        name: shown::written(name),
        bytes,
        office: None,
        file_bytes: None,
        is_in_archive: false,
    };
    if !xushi_formats::is_office(&input.name, &input.bytes, &limits) {
        return only(Ok(input));
    }
    let mut notes = Vec::new();
    let files = xushi_formats::read_files(&input.name, &input.bytes, &limits);
    let mut whole = Some(input.bytes);
    let texts = files.into_iter().filter_map(|inside| {
        let is_whole = inside.name == input.name;
        let file_bytes = whole.take().filter(|_| is_whole);
        let mut file = shown.to_owned();
        if !is_whole {
            file.push("/");
            file.push(&inside.name);
        }
        let read = match inside.content {
            Content::Plain(bytes) => Ok((bytes, None)),
            Content::Office(text) => {
                let warnings = text.warnings.iter();
                let warnings = warnings.map(|warning| warning.message(spoken(language)));
                notes.extend(warnings.map(|warning| tell::of_file(&file, &warning)));
                Ok((text.text.clone().into_bytes(), Some(text)))
            }
            Content::Refused(error) => Err(error.message(spoken(language))),
            Content::Skipped(_) => return None,
        };
        let input = read.map(|(bytes, office)| Input {
            file: file.clone(),
            name: inside.name,
            bytes,
            office,
            file_bytes,
            is_in_archive: !is_whole,
        });
        Some((file, input))
    });
    let texts = texts.collect();
    Opened { notes, texts }
}

/// The language, as the reader of office files has it.
pub fn spoken(language: Language) -> xushi_formats::Language {
    match language {
        Language::Zh => xushi_formats::Language::Chinese,
        Language::En => xushi_formats::Language::English,
    }
}

/// Reads a file that has no more bytes than `most`.
///
/// # Errors
///
/// In words.
fn read(file: &OsStr, most: usize, language: Language) -> Result<Vec<u8>, String> {
    let most = most as u64;
    let all = |input: &mut dyn Read| {
        let mut bytes = Vec::new();
        input.take(most + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = match file == "-" {
        true => all(&mut io::stdin()).map(Some),
        false => File::open(file).and_then(|mut file| unchanged(&mut file, all)),
    };
    let bytes = bytes.map_err(|error| tell::failure(&error, language))?;
    let bytes = bytes.ok_or_else(|| language.of(say("cli.changed", &[])))?;
    if bytes.len() as u64 > most {
        return Err(OfficeError::TooLarge.message(spoken(language)));
    }
    Ok(bytes)
}

/// What was read of a file; nothing where something else wrote to it meanwhile: half of one state and half of another is
/// no text.
fn unchanged(
    file: &mut File,
    read: impl FnOnce(&mut dyn Read) -> io::Result<Vec<u8>>,
) -> io::Result<Option<Vec<u8>>> {
    let before = state(file);
    let bytes = read(file)?;
    Ok((before == state(file)).then_some(bytes))
}

/// What changes when a file is written to; of pipes and devices nothing is known.
fn state(file: &File) -> Option<(u64, SystemTime)> {
    let data = file.metadata().ok().filter(Metadata::is_file)?;
    Some((data.len(), data.modified().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    #[test]
    fn a_file_that_is_written_to_meanwhile_is_not_taken() -> io::Result<()> {
        let path = std::env::temp_dir().join(format!("xushi-changed-{}", std::process::id()));
        let all = |input: &mut dyn Read| {
            let mut bytes = Vec::new();
            input.read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        std::fs::write(&path, "上半。")?;
        let whole = unchanged(&mut File::open(&path)?, all)?;
        let torn = unchanged(&mut File::open(&path)?, |input| {
            let read = all(input);
            let mut other = File::options().append(true).open(&path)?;
            other.write_all("下半。".as_bytes())?;
            read
        })?;
        std::fs::remove_file(&path)?;
        assert_eq!(whole, Some("上半。".into()));
        assert_eq!(torn, None);
        Ok(())
    }
}
