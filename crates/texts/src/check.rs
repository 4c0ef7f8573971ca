//! From a text to its findings: those of the rules that apply, less those that a comment has ignored.

use xushi::Analyzer;
use xushi::model::{Analysis, Document, Encoding, Source, Warning, WarningCode};
use xushi::source::{self, SourceError};

use crate::found::{self, Found};
use crate::ignores::Ignores;
use crate::lines::Lines;
use crate::text::Text;

/// What was found in a text.
pub struct Checked {
    /// All that is known of it; findings that a comment has ignored are still there.
    pub analysis: Analysis,
    /// The decoded text, cut into lines. Those of an office file are none of the file's.
    pub lines: Lines,
    /// What it is decoded from.
    pub encoding: Encoding,
    /// By place.
    pub found: Vec<Found>,
    /// What comments name that is no rule's id, each with its place in the decoded text.
    pub strange: Vec<(usize, String)>,
}

/// Checks a text by the rules that apply to a document.
///
/// # Errors
///
/// Where it holds no text that can be read.
pub fn check(
    text: &Text,
    analyzer: &Analyzer,
    applies: impl Fn(&Document, &str) -> bool,
) -> Result<Checked, SourceError> {
    let decoded = source::decode(&text.name, &text.bytes)?;
    let lines = Lines::new(decoded.text);
    // An office file has comments of its own.
    let ignores = match &text.office {
        Some(_) => None,
        None => Ignores::of(&lines),
    };
    let analysis = match &ignores {
        Some(ignores) => {
            let mut analysis = analyzer.analyze(&text.name, ignores.without.as_bytes())?;
            also(&mut analysis.source, &decoded.source);
            analysis
        }
        None => text.analysis(analyzer)?,
    };
    let mut found = found::all(&analysis, &lines, applies);
    if let Some(ignores) = &ignores {
        found.retain(|one| !ignores.has(&one.finding.rule, one.span));
    }
    let strange = ignores.iter().flat_map(Ignores::unknown);
    let strange = strange.map(|(at, id)| (at, id.to_owned()));
    Ok(Checked {
        strange: strange.collect(),
        encoding: decoded.source.encoding,
        analysis,
        lines,
        found,
    })
}

/// Warnings of the bytes, where the analysis had the text without its comments.
fn also(source: &mut Source, decoded: &Source) {
    let of_bytes = |it: &&Warning| matches!(it.code, WarningCode::BadBytes | WarningCode::CutOff);
    let more = decoded.warnings.iter().filter(of_bytes).cloned();
    source.warnings.extend(more);
}
