//! `xushi analyze FILE…`

use std::io::{self, Write as _};

use crate::arguments::{Analyze, Format, Language};
use crate::carried::analyzer;
use crate::outcome::Outcome;
use crate::{explain, input, write};
use xushi::Analyzer;
use xushi::model::Analysis;

/// Analyses each file in turn; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Analyze) -> io::Result<Outcome> {
    if arguments.explain {
        return explain::run(arguments);
    }
    let analyzer = analyzer()?;
    let language = arguments.language;
    let mut out = io::stdout().lock();
    let mut outcome = Outcome::Well;
    for file in &arguments.files {
        match analyze_one(&analyzer, file, language) {
            Ok(analysis) => {
                input::warn(file, &analysis.source, language);
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
