//! The rules of the checks, in words: what each says at the head of its own file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Result, Strings, files, head, text_of};

/// Chinese and English.
pub type Both = (String, String);

/// A message: its line, its key and what it says.
pub type Message = (usize, String, Both);

/// What a rule's file says of it.
#[derive(Debug, Default)]
pub struct Rule {
    /// Its file.
    pub file: PathBuf,
    /// What findings carry, for instance `announced-count`.
    pub id: String,
    /// What it is called.
    pub name: Both,
    /// What it finds, and what it leaves alone.
    pub what: Both,
    /// Why that matters.
    pub why: Both,
    /// What it rests on.
    pub source: Both,
    /// What its findings say: line, key and the sentence.
    pub messages: Vec<Message>,
    /// A text that it finds something in.
    pub trips: String,
    /// A text like it that it finds nothing in.
    pub silent: String,
}

impl Rule {
    /// What stands among the strings: the line, the key and the string.
    pub fn strings(&self) -> impl Iterator<Item = (usize, String, &Both)> {
        let messages = self.messages.iter();
        let name = (1, format!("rule.{}", self.id), &self.name);
        std::iter::once(name).chain(messages.map(|(line, key, both)| (*line, key.clone(), both)))
    }
}

/// What the file of a rule begins with, before its id.
const HEAD: &str = "//! # ";

/// The rules of a folder, by file.
///
/// # Errors
///
/// Where the head of a rule's file lacks a part, or has one that is not known.
pub fn read(folder: &Path) -> Result<Vec<Rule>> {
    let mut rules: Vec<Rule> = Vec::new();
    for file in files(folder, "rs")? {
        let text = text_of(&file)?;
        if !text.starts_with(HEAD) {
            continue;
        }
        let rule =
            head::rule(&file, &text).map_err(|error| format!("{}:{error}", file.display()))?;
        if rules.iter().any(|known| known.id == rule.id) {
            return Err(format!(
                "{}:1: the rule {} stands twice",
                file.display(),
                rule.id
            ));
        }
        rules.push(rule);
    }
    Ok(rules)
}

/// Whether the code asks for messages that there are, and for each that its rule has.
///
/// # Errors
///
/// The first message that is missing or of no use, with its place.
pub fn check_keys(folder: &Path, rules: &[Rule], strings: &Strings) -> Result<()> {
    let mut asked = BTreeSet::new();
    for file in files(folder, "rs")? {
        let text = text_of(&file)?;
        for (line, code) in (1..).zip(text.lines()) {
            for key in keys(code) {
                if !strings.contains_key(key) {
                    return Err(format!("{}:{line}: no message {key}", file.display()));
                }
                asked.insert(key.to_owned());
            }
        }
    }
    let all = rules
        .iter()
        .flat_map(|rule| rule.messages.iter().map(move |message| (rule, message)));
    for (rule, (line, key, _)) in all {
        if !asked.contains(key) {
            return Err(format!(
                "{}:{line}: nothing says {key}",
                rule.file.display()
            ));
        }
    }
    Ok(())
}

/// The keys of messages that a line of code names.
fn keys(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices("\"check.").filter_map(|(at, _)| {
        let rest = code.get(at + 1..)?;
        let key = rest.get(..rest.find('"')?)?;
        (!key.ends_with('.')).then_some(key)
    })
}
