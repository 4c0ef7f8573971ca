//! `xushi analyze FILE…`

use std::io::{self, Write as _};

use crate::arguments::{Analyze, Format, Language};
use crate::carried::analyzer;
use crate::input::Input;
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
    let files = arguments.files.iter();
    for (file, input) in files.flat_map(|file| input::open(file, language)) {
        match input.and_then(|input| analyze_one(&analyzer, &input, language)) {
            Ok(analysis) => {
                input::warn(&file, &analysis.source, language);
                match arguments.format {
                    Format::Json => write::json(&mut out, &analysis)?,
                    Format::Table => write::table(&mut out, &analysis, language)?,
                    Format::Csv => write::csv(&mut out, &analysis, language)?,
                }
            }
            Err(message) => {
                input::refuse(&file, &message);
                outcome = Outcome::Less;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn analyze_one(analyzer: &Analyzer, input: &Input, language: Language) -> Result<Analysis, String> {
    input
        .analysis(analyzer)
        .map_err(|error| language.of(error.said()))
}
