//! The findings of all files in the form that is asked for, each file's as soon as it was checked.

use std::io;

use serde_json::{Value, json};
use xushi::model::Severity;

use super::checked::Checked;
use super::{github, json, sarif, text};
use crate::arguments::{CheckFormat, Language};
use crate::many::{Form, Target};
use crate::{shown, write};

/// The form of a line of `--format jsonl`.
const SCHEMA: &str = "xushi-check/1";

/// What can be done with files of a form.
pub fn form(format: CheckFormat) -> Form {
    Form {
        ending: None,
        schema: (format == CheckFormat::Jsonl).then_some(SCHEMA),
    }
}

/// What is written of a file. What belongs into a list stands as it will stand there.
pub fn printed(checked: &Checked, format: CheckFormat, language: Language) -> io::Result<Vec<u8>> {
    match format {
        CheckFormat::Text => Ok(text::of(checked, language).into_bytes()),
        CheckFormat::Github => Ok(github::of(checked, language).into_bytes()),
        CheckFormat::Json => elements(json::findings(checked), 1),
        CheckFormat::Sarif => elements(sarif::results(checked, language), sarif::DEPTH),
        CheckFormat::Jsonl => write::json(&json!({
            "schema": SCHEMA,
            "file": shown::written(&checked.input.file),
            "findings": json::findings(checked).collect::<Vec<Value>>(),
        })),
    }
}

/// The elements of a list that stands so deep in indented JSON.
fn elements(values: impl Iterator<Item = Value>, depth: usize) -> io::Result<Vec<u8>> {
    let margin = "  ".repeat(depth);
    let mut all = Vec::new();
    for value in values {
        // No string of JSON goes on in a next line, so that every line end is one between elements.
        let element = serde_json::to_string_pretty(&value)?.replace('\n', &format!("\n{margin}"));
        if !all.is_empty() {
            all.push(b',');
        }
        all.extend(format!("\n{margin}{element}").into_bytes());
    }
    Ok(all)
}

/// The findings as they are written.
pub struct Report<'a> {
    target: &'a mut Target,
    language: Language,
    /// Nothing where what is printed of the files stands by itself.
    format: Option<CheckFormat>,
    /// What ends a list of all files' findings.
    tail: String,
    /// Whether the list has an element.
    has_any: bool,
    files: usize,
    severities: [usize; 3],
}

impl<'a> Report<'a> {
    /// Writes what stands before the findings.
    pub fn begin(
        target: &'a mut Target,
        format: Option<CheckFormat>,
        language: Language,
    ) -> io::Result<Self> {
        let (head, tail) = match format {
            Some(CheckFormat::Json) => ("[".to_owned(), "]\n".to_owned()),
            Some(CheckFormat::Sarif) => sarif::around(language)?,
            _ => Default::default(),
        };
        target.put(head.as_bytes())?;
        Ok(Self {
            target,
            language,
            format,
            tail,
            has_any: false,
            files: 0,
            severities: [0; 3],
        })
    }

    /// Writes the findings of a file.
    pub fn add(&mut self, printed: &[u8], severities: &[Severity]) -> io::Result<()> {
        self.files += 1;
        for &severity in severities {
            self.severities[severity as usize] += 1;
        }
        let is_list = !self.tail.is_empty() && !printed.is_empty();
        if is_list && self.has_any {
            self.target.put(b",")?;
        }
        self.has_any |= is_list;
        self.target.put(printed)
    }

    /// Writes what stands after the findings.
    pub fn end(self) -> io::Result<()> {
        if self.format == Some(CheckFormat::Text) {
            let summary = text::summary(self.files, self.severities, self.language);
            return self.target.put(summary.as_bytes());
        }
        if self.has_any {
            let depth = if self.format == Some(CheckFormat::Sarif) {
                sarif::DEPTH
            } else {
                1
            };
            self.target
                .put(format!("\n{}", "  ".repeat(depth - 1)).as_bytes())?;
        }
        self.target.put(self.tail.as_bytes())
    }
}
