//! The rules of the checks, in words: what each says at the head of its own file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Result, files, head, text_of};

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
    registered(folder, &rules)?;
    Ok(rules)
}

/// Whether each rule has its line in the registry, the `mod.rs` of the folder where there is one.
fn registered(folder: &Path, rules: &[Rule]) -> Result<()> {
    let registry = folder.join("mod.rs");
    if !registry.exists() {
        return Ok(());
    }
    let lines = text_of(&registry)?;
    match rules
        .iter()
        .find(|rule| !lines.contains(&format!("\"{}\"", rule.id)))
    {
        None => Ok(()),
        Some(rule) => Err(format!(
            "{}:1: the rule {} has no line in {}",
            rule.file.display(),
            rule.id,
            registry.display()
        )),
    }
}

/// Whether each rule's code asks for messages that it has, and for all of them.
///
/// # Errors
///
/// The first message that is missing or of no use, with its place.
pub fn check_messages(rules: &[Rule]) -> Result<()> {
    for rule in rules {
        let of_folder = rule.file.file_stem().is_some_and(|stem| stem == "mod");
        let folder = rule.file.parent().filter(|_| of_folder);
        let files = folder.map_or(Ok(vec![rule.file.clone()]), |folder| files(folder, "rs"))?;
        let mut asked = BTreeSet::new();
        for file in files {
            let text = text_of(&file)?;
            let code = text.lines().take_while(|line| *line != "#[cfg(test)]");
            for (line, code) in (1..).zip(code) {
                for case in cases(code) {
                    let key = format!("check.{}{case}", rule.id);
                    if !rule.messages.iter().any(|(_, known, _)| *known == key) {
                        return Err(format!("{}:{line}: no message {key}", file.display()));
                    }
                    asked.insert(key);
                }
            }
        }
        let mut messages = rule.messages.iter();
        if let Some((line, key, _)) = messages.find(|(_, key, _)| !asked.contains(key)) {
            let file = rule.file.display();
            return Err(format!("{file}:{line}: nothing says {key}"));
        }
    }
    Ok(())
}

/// The cases of messages that a line of code names: `""`, and words behind a dot, as `".open"` has them.
fn cases(code: &str) -> impl Iterator<Item = &str> {
    let strings = code.split('"').skip(1).step_by(2);
    strings.filter(|string| match string.strip_prefix('.') {
        Some(word) => word.starts_with(|c: char| c.is_ascii_lowercase()),
        None => string.is_empty(),
    })
}
