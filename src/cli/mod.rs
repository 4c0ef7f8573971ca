//! Arguments in, output and exit codes out; the work is the library's.

mod arguments;
mod rows;
mod write;

use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Analyze, Arguments, Command, Format, Language};
use xushi::Analyzer;
use xushi::language::Dictionary;
use xushi::model::Analysis;
use xushi::strings::say;

/// The dictionary, packed by the build script.
static DICTIONARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.gz"));

/// Runs the command line: 0 where every file was analysed, 1 where one was not, 2 where the
/// arguments make no sense.
pub fn run() -> ExitCode {
    let Command::Analyze(analyze) = Arguments::parse().command;
    match analyze_files(&analyze) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader went away (`xushi … | head`): nobody is left to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xushi: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Analyses each file in turn; one that cannot be read is named on standard error and the rest go on.
fn analyze_files(analyze: &Analyze) -> io::Result<bool> {
    let analyzer = Analyzer::with_dictionary(load_dictionary()?);
    let mut out = io::stdout().lock();
    let mut all_read = true;
    for file in &analyze.files {
        match analyze_one(&analyzer, file, analyze.language) {
            Ok(analysis) => {
                warn(file, &analysis, analyze.language);
                match analyze.format {
                    Format::Json => write::json(&mut out, &analysis)?,
                    Format::Table => write::table(&mut out, &analysis, analyze.language)?,
                    Format::Csv => write::csv(&mut out, &analysis, analyze.language)?,
                }
            }
            Err(message) => {
                eprintln!("xushi: {file}: {message}");
                all_read = false;
            }
        }
    }
    out.flush()?;
    Ok(all_read)
}

fn analyze_one(analyzer: &Analyzer, file: &str, language: Language) -> Result<Analysis, String> {
    let mut bytes = Vec::new();
    let name = if file == "-" {
        io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| error.to_string())?;
        "-".to_owned()
    } else {
        bytes = std::fs::read(file).map_err(|error| error.to_string())?;
        Path::new(file).file_name().map_or_else(
            || file.to_owned(),
            |name| name.to_string_lossy().into_owned(),
        )
    };
    analyzer
        .analyze(&name, &bytes)
        .map_err(|error| language.of(error.said()))
}

/// Warnings go to standard error, so that standard output holds the result and nothing else.
fn warn(file: &str, analysis: &Analysis, language: Language) {
    for warning in &analysis.source.warnings {
        let message = match language {
            Language::Zh => &warning.message,
            Language::En => &warning.message_en,
        };
        eprintln!("xushi: {file}: {message}");
    }
}

fn load_dictionary() -> io::Result<Dictionary> {
    let broken = || io::Error::other(say("cli.dictionary", &[]).en);
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(DICTIONARY).read_to_end(&mut bytes)?;
    Dictionary::read(&bytes).map_err(|_| broken())
}
