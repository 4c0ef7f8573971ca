//! `xushi analyze --explain FILE…`: each line with what it was taken for and why.

use std::io::{self, Write as _};

use crate::arguments::{Analyze, Language};
use crate::input;
use crate::outcome::Outcome;
use xushi::layout::{ExplainedLine, Stated, explain};
use xushi::source;

/// The most reasons that are printed for a line, and the most characters of it.
const MOST_REASONS: usize = 4;
const MOST_CHARACTERS: usize = 40;

/// Explains each file in turn; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Analyze) -> io::Result<Outcome> {
    let mut out = io::stdout().lock();
    let mut outcome = Outcome::Well;
    for file in &arguments.files {
        let decoded = input::read(file)
            .map_err(|error| error.to_string())
            .and_then(|input| {
                source::decode(&input.name, &input.bytes)
                    .map_err(|error| arguments.language.of(error.said()))
            });
        match decoded {
            Ok(decoded) => {
                for line in explain(&decoded.text, &Stated::default()) {
                    writeln!(out, "{}", told(&decoded.text, &line, arguments.language))?;
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

/// A line of the source as it is told: its number, its block, whether it goes on, its words, the heaviest reasons.
fn told(text: &str, line: &ExplainedLine, language: Language) -> String {
    let number = 1 + text[..line.span.start].matches('\n').count();
    let block = line.block.map_or_else(
        || "—".to_owned(),
        |block| format!("{block:?}").to_lowercase(),
    );
    let words: String = line
        .span
        .of(text)
        .chars()
        .filter(|c| !c.is_control())
        .take(MOST_CHARACTERS)
        .collect();
    let reasons: Vec<String> = line
        .reasons
        .iter()
        .take(MOST_REASONS)
        .map(|reason| {
            format!(
                "{} {:+}",
                language.pick(reason.zh, reason.en),
                reason.weight
            )
        })
        .collect();
    let sum: i32 = line.reasons.iter().map(|reason| reason.weight).sum();
    let joined = if line.goes_on { '│' } else { '┌' };
    format!(
        "{number}\t{block}\t{joined}\t{words}\t{sum:+}\t{}",
        reasons.join(language.pick("、", "; "))
    )
}
