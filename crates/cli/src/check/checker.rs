//! From a text to its findings: those of the rules that apply, less those that a comment or a baseline leaves out.

use std::io;

use xushi::Analyzer;
use xushi::model::Document;
use xushi::strings::say;
use xushi_texts::{Text, check};

use super::baseline::Baseline;
use super::checked::Checked;
use super::fix;
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
        let settings = self.folders.of(&input.file)?;
        let checked = check(&input.text, &self.analyzer, |document, rule| {
            self.applies(&settings, document, rule)
        });
        let checked = checked.map_err(|error| language.of(error.said()))?;
        notes.extend(input.warnings(&checked.analysis.source, language));
        for (at, id) in &checked.strange {
            let line = checked.lines.place(*at).line.to_string();
            let values = [("line", &*line), ("id", id)];
            let told = language.of(say("cli.check.ignore", &values));
            notes.push(tell::of_file(&input.file, &told));
        }
        let mut checked = Checked {
            found: checked.found,
            lines: checked.lines,
            encoding: checked.encoding,
            left_out: 0,
            fail_on: self.fail_on(&settings),
            input,
        };
        self.leave_out(&mut checked);
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

    fn applies(&self, settings: &Settings, document: &Document, rule: &str) -> bool {
        let Check {
            only,
            ignore,
            profile,
            ..
        } = self.arguments;
        let is_named = |ids: &[String]| ids.iter().any(|id| id == rule);
        !is_named(ignore)
            && match only.is_empty() {
                true => settings.applies(rule, *profile, document.kind),
                false => is_named(only),
            }
    }

    fn leave_out(&self, checked: &mut Checked) {
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
            let text = &checked.input.text;
            if text.office.is_some() || text.is_inside {
                return refused("cli.check.fix.office");
            }
            let label = serde_json::to_value(checked.encoding).unwrap_or_default();
            let label = label.as_str().unwrap_or_default();
            let Some(bytes) = fix::applied(&text.bytes, label, &edits) else {
                return refused("cli.check.fix.bytes");
            };
            let text = Text {
                bytes: bytes.into(),
                ..checked.input.text
            };
            let input = Input {
                text,
                ..checked.input
            };
            checked = self.checked(input, &mut Vec::new())?;
            count += edits.len();
        }
        Ok((checked, count))
    }
}
