//! Files and standard input.

use std::ffi::{OsStr, OsString};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use xushi::Analyzer;
use xushi::model::{Analysis, Source};
use xushi::strings::{Said, say};
use xushi_formats::Limits;
use xushi_texts::Text;

use crate::arguments::Language;
use crate::{shown, tell};

/// A text, and which file it is of.
pub struct Input {
    /// As the file was named, or found in a folder; behind an archive's name that of the file in it.
    pub file: OsString,
    /// The text.
    pub text: Text<'static>,
}

impl Input {
    /// Its analysis; what the analysis warns of is noted.
    ///
    /// # Errors
    ///
    /// Where it holds no text that can be read.
    pub fn analysed(
        &self,
        analyzer: &Analyzer,
        language: Language,
        notes: &mut Vec<String>,
    ) -> Result<Analysis, Said> {
        let analysis = self.text.analysis(analyzer);
        let analysis = analysis.map_err(|error| error.said())?;
        notes.extend(self.warnings(&analysis.source, language));
        Ok(analysis)
    }

    /// What is to be said of the text beside the results.
    pub fn warnings(&self, source: &Source, language: Language) -> impl Iterator<Item = String> {
        let warnings = source.warnings.iter();
        let said = warnings.map(move |it| language.pick(&it.message, &it.message_en));
        said.map(|said| tell::of_file(&self.file, said))
    }
}

/// What a file gave when it was opened.
pub struct Opened {
    /// What its reader warns of, a line each.
    pub notes: Vec<String>,
    /// Its text, or those of an archive's files, each with its name; or what stands in the way of reading it.
    pub texts: Vec<(OsString, Result<Input, Said>)>,
}

/// Opens a file, `-` is standard input, and calls it `shown`.
pub fn open(file: &OsStr, shown: &OsStr, language: Language) -> Opened {
    let mut notes = Vec::new();
    let name = shown::written(Path::new(shown).file_name().unwrap_or(shown));
    let texts = match read(file, Limits::default().file_bytes) {
        Ok(bytes) => Text::all(&name, bytes.into()),
        Err(why) => vec![(None, Err(why))],
    };
    let texts = texts.into_iter().map(|(inside, text)| {
        let mut file = shown.to_owned();
        if let Some(inside) = inside {
            file.push("/");
            file.push(inside);
        }
        let warnings = text.iter().flat_map(Text::warnings);
        notes.extend(warnings.map(|said| tell::of_file(&file, &language.of(said))));
        let input = text.map(|text| Input {
            file: file.clone(),
            text,
        });
        (file, input)
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

/// Reads a file, but no more than a byte above `most`: then it is too large.
fn read(file: &OsStr, most: usize) -> Result<Vec<u8>, Said> {
    let all = |input: &mut dyn Read| {
        let mut bytes = Vec::new();
        input.take(most as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = match file == "-" {
        true => all(&mut io::stdin()).map(Some),
        false => File::open(file).and_then(|mut file| unchanged(&mut file, all)),
    };
    let bytes = bytes.map_err(|error| tell::cause(&error))?;
    bytes.ok_or_else(|| say("cli.changed", &[]))
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
