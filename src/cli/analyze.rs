//! `xushi analyze FILE…`

use std::io::{self, Read as _, Write as _};

use super::Outcome;
use super::arguments::{Analyze, Format, Language};
use super::{input, write};
use xushi::Analyzer;
use xushi::language::Dictionary;
use xushi::model::Analysis;
use xushi::strings::say;

/// The dictionary, packed by the build script.
static DICTIONARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.gz"));

/// Analyses each file in turn; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Analyze) -> io::Result<Outcome> {
    let analyzer = Analyzer::with_dictionary(load_dictionary()?);
    let language = arguments.language;
    let mut out = io::stdout().lock();
    let mut outcome = Outcome::Well;
    for file in &arguments.files {
        match analyze_one(&analyzer, file, language) {
            Ok(analysis) => {
                input::warn(file, &analysis.source, language, None);
                match arguments.format {
                    Format::Json => write::json(&mut out, &analysis)?,
                    Format::Table => write::table(&mut out, &analysis, language)?,
                    Format::Csv => write::csv(&mut out, &analysis, language)?,
                }
            }
            Err(message) => {
                input::refuse(file, &message);
                outcome = Outcome::Less;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn analyze_one(analyzer: &Analyzer, file: &str, language: Language) -> Result<Analysis, String> {
    let input = input::read(file).map_err(|error| error.to_string())?;
    analyzer
        .analyze(&input.name, &input.bytes)
        .map_err(|error| language.of(error.said()))
}

fn load_dictionary() -> io::Result<Dictionary> {
    let broken = || io::Error::other(say("cli.dictionary", &[]).en);
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(DICTIONARY).read_to_end(&mut bytes)?;
    Dictionary::read(&bytes).map_err(|_| broken())
}
