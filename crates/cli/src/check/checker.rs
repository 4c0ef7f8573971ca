//! From a text to its findings: those of the rules that apply, less those that a comment or a baseline leaves out.

use std::io;

use xushi::Analyzer;
use xushi::model::{Analysis, DocumentKind, Source, Warning, WarningCode};
use xushi::source::{self, SourceError};
use xushi::strings::say;

use super::baseline::Baseline;
use super::checked::Checked;
use super::fix;
use super::found;
use super::ignores::Ignores;
use super::lines::Lines;
use crate::arguments::{Check, FailOn};
use crate::carried::analyzer;
use crate::input::Input;
use crate::settings::{Folders, Settings};
use crate::tell;

/// What all files are checked with.
pub struct Checker<'a> {
    analyzer: Analyzer,
    arguments: &'a Check,
    folders: Folders,
    baseline: Option<Baseline>,
}

impl<'a> Checker<'a> {
    /// As the arguments say.
    pub fn new(arguments: &'a Check) -> io::Result<Self> {
        let language = arguments.language;
        let baseline = arguments.baseline.as_deref();
        let baseline = baseline.map(|path| Baseline::read(path, language));
        Ok(Self {
            baseline: baseline.transpose()?,
            folders: Folders::new(language),
            analyzer: analyzer()?,
            arguments,
        })
    }

    /// Checks a text; what is to be said beside the findings is noted.
    ///
    /// # Errors
    ///
    /// In words.
    pub fn checked(&self, input: Input, notes: &mut Vec<String>) -> Result<Checked, String> {
        let language = self.arguments.language;
        let said = |error: SourceError| language.of(error.said());
        let settings = self.folders.of(&input.file)?;
        let decoded = source::decode(&input.name, &input.bytes).map_err(said)?;
        let lines = Lines::new(decoded.text);
        // An office file has comments of its own.
        let ignores = match &input.office {
            Some(_) => None,
            None => Ignores::of(&lines),
        };
        let mut analysis = match &ignores {
            Some(ignores) => self
                .analyzer
                .analyze(&input.name, ignores.without.as_bytes()),
            None => input.analysis(&self.analyzer),
        };
        if let (Some(_), Ok(analysis)) = (&ignores, &mut analysis) {
            also(&mut analysis.source, &decoded.source);
        }
        let analysis = analysis.map_err(said)?;
        notes.extend(input.warnings(&analysis.source, language));
        for (at, id) in ignores.iter().flat_map(Ignores::unknown) {
            let line = lines.place(at).line.to_string();
            let values = [("line", &*line), ("id", id)];
            let told = language.of(say("cli.check.ignore", &values));
            notes.push(tell::of_file(&input.file, &told));
        }
        let mut checked = Checked {
            found: self.found(&analysis, &lines, &settings),
            encoding: decoded.source.encoding,
            left_out: 0,
            fail_on: self.fail_on(&settings),
            input,
            lines,
        };
        self.leave_out(&mut checked, ignores.as_ref());
        Ok(checked)
    }

    /// From which severity on a finding of such a file is one too many.
    fn fail_on(&self, settings: &Settings) -> FailOn {
        let asked = self.arguments.fail_on.or(settings.fail_on);
        asked.unwrap_or(FailOn::Warning)
    }

    /// What is known of a file from an earlier run fails or not as if it were checked now.
    pub fn fail_on_of(&self, file: &str) -> FailOn {
        let settings = self.folders.of(file.as_ref()).unwrap_or_default();
        self.fail_on(&settings)
    }

    fn found(&self, analysis: &Analysis, lines: &Lines, settings: &Settings) -> Vec<found::Found> {
        let Check {
            only,
            ignore,
            profile,
            ..
        } = self.arguments;
        let is_named = |ids: &[String], rule: &str| ids.iter().any(|id| id == rule);
        let is_asked = |rule: &str, kind: DocumentKind| match only.is_empty() {
            true => settings.applies(rule, *profile, kind),
            false => is_named(only, rule),
        };
        found::all(analysis, lines, |document, rule| {
            !is_named(ignore, rule) && is_asked(rule, document.kind)
        })
    }

    fn leave_out(&self, checked: &mut Checked, ignores: Option<&Ignores>) {
        if let Some(ignores) = ignores {
            let found = &mut checked.found;
            found.retain(|one| !ignores.has(&one.finding.rule, one.span));
        }
        let baseline = self.baseline.as_ref();
        if let Some(known) = baseline.and_then(|it| it.of(&checked.input.file)) {
            let all = checked.found.len();
            checked
                .found
                .retain(|one| !known.contains(&one.fingerprint));
            checked.left_out = all - checked.found.len();
        }
    }

    /// Does what is suggested: the text as it then is, checked anew, and how many suggestions were done.
    ///
    /// # Errors
    ///
    /// In words, where the file cannot be changed.
    pub fn mended(&self, mut checked: Checked) -> Result<(Checked, usize), String> {
        let language = self.arguments.language;
        let refused = |key: &str| Err(language.of(say(key, &[])));
        let mut count = 0;
        for _ in 0..fix::ROUNDS {
            let edits = fix::edits(&checked.found);
            if edits.is_empty() {
                break;
            }
            if checked.input.office.is_some() || checked.input.is_in_archive {
                return refused("cli.check.fix.office");
            }
            let label = serde_json::to_value(checked.encoding).unwrap_or_default();
            let label = label.as_str().unwrap_or_default();
            let Some(bytes) = fix::applied(&checked.input.bytes, label, &edits) else {
                return refused("cli.check.fix.bytes");
            };
            let input = Input {
                bytes,
                ..checked.input
            };
            checked = self.checked(input, &mut Vec::new())?;
            count += edits.len();
        }
        Ok((checked, count))
    }
}

/// Warnings of the bytes, where the analysis had the text without its comments.
fn also(source: &mut Source, decoded: &Source) {
    let of_bytes = |it: &&Warning| matches!(it.code, WarningCode::BadBytes | WarningCode::CutOff);
    let more = decoded.warnings.iter().filter(of_bytes).cloned();
    source.warnings.extend(more);
}
