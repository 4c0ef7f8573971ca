//! The head of a rule's file under `src/checks/`, which says what the rule is:
//!
//! ````text
//! //! # rule-id
//! //!
//! //! ## zh: its name
//! //!
//! //! What it finds. Lines of Chinese are joined with nothing between them, lines of English with a blank.
//! //!
//! //! Why: why that matters.
//! //!
//! //! Source: the standard or table that it rests on.
//! //!
//! //! ## en: its name
//! //!
//! //! (the same in English)
//! //!
//! //! ## Messages
//! //!
//! //! | key | zh | en |
//! //! |---|---|---|
//! //! | check.rule-id | what a finding says | with the same {values} |
//! //! | check.rule-id.related | what a place that belongs to it says | … |
//! //!
//! //! ## Trips
//! //!
//! //! ```text
//! //! a text that it finds something in
//! //! ```
//! //!
//! //! ## Silent
//! //!
//! //! ```text
//! //! a text like it that it finds nothing in
//! //! ```
//! //!
//! //! ## Notes
//! //!
//! //! What a developer should know besides; it may be missing, and is not shown to readers.
//! ````

use std::collections::BTreeSet;
use std::path::Path;

use super::Result;
use super::rules::{Both, Message, Rule};

/// A line of the head with its number.
type Line<'a> = (usize, &'a str);

/// The rule that the head of a file tells of.
///
/// # Errors
///
/// The line and what is wrong with it.
pub fn rule(file: &Path, text: &str) -> Result<Rule> {
    let head: Vec<Line> = (1..)
        .zip(text.lines())
        .map_while(|(number, line)| Some((number, line.strip_prefix("//!")?)))
        .map(|(number, line)| (number, line.strip_prefix(' ').unwrap_or(line)))
        .collect();
    let id = head.first().and_then(|(_, line)| line.strip_prefix("# "));
    let id = id.ok_or("1: a rule's file begins with `//! # ` and its id")?;
    let expected = id_of(file);
    if id != expected {
        return Err(format!("1: the file of {id} is that of {expected}"));
    }
    let mut rule = Rule {
        file: file.to_owned(),
        id: id.to_owned(),
        ..Rule::default()
    };
    let mut seen = BTreeSet::new();
    for (title, lines) in sections(&head[1..])? {
        let (at, title) = title;
        let kind = title.split(':').next().unwrap_or_default();
        if !seen.insert(kind) {
            return Err(format!("{at}: {kind} stands twice"));
        }
        match kind {
            "zh" => rule.told(at, title, lines, "", |(zh, _)| zh)?,
            "en" => rule.told(at, title, lines, " ", |(_, en)| en)?,
            "Messages" => rule.messages = messages(at, id, lines)?,
            "Trips" => rule.trips = example(at, lines)?,
            "Silent" => rule.silent = example(at, lines)?,
            "Notes" => {}
            _ => return Err(format!("{at}: no part of a rule is called {kind:?}")),
        }
    }
    for part in ["zh", "en", "Messages", "Trips", "Silent"] {
        if !seen.contains(part) {
            return Err(format!("{}: {part} is missing", head.len()));
        }
    }
    Ok(rule)
}

/// The id of a rule by its file: `weekday_mismatch.rs`, `share_mismatch/mod.rs`.
fn id_of(file: &Path) -> String {
    let is_folder = file.file_stem().is_some_and(|stem| stem == "mod");
    let named = if is_folder { file.parent() } else { Some(file) };
    let stem = named.and_then(Path::file_stem).unwrap_or_default();
    stem.to_string_lossy().replace('_', "-")
}

/// The parts of a head: title and lines of each.
fn sections<'a>(head: &'a [Line<'a>]) -> Result<Vec<(Line<'a>, &'a [Line<'a>])>> {
    let is_title = |line: &Line| line.1.starts_with("## ");
    let first = head.iter().position(is_title).unwrap_or(head.len());
    if let Some((at, _)) = head[..first].iter().find(|(_, line)| !line.is_empty()) {
        return Err(format!("{at}: a part begins with `## `"));
    }
    let parts = head[first..].chunk_by(|_, next| !is_title(next));
    Ok(parts
        .filter_map(|part| part.split_first())
        .map(|((at, title), lines)| ((*at, title[3..].trim()), lines))
        .collect())
}

impl Rule {
    /// Takes in what is told in one language.
    fn told(
        &mut self,
        at: usize,
        title: &str,
        lines: &[Line],
        between: &str,
        pick: fn(&mut Both) -> &mut String,
    ) -> Result<()> {
        let name = title.split_once(':').map_or("", |(_, name)| name.trim());
        *pick(&mut self.name) = name.to_owned();
        for paragraph in lines.split(|(_, line)| line.is_empty()) {
            let Some((line, _)) = paragraph.first() else {
                continue;
            };
            let words: Vec<&str> = paragraph.iter().map(|(_, words)| words.trim()).collect();
            let words = words.join(between);
            let (part, words) = if let Some(why) = words.strip_prefix("Why: ") {
                (&mut self.why, why)
            } else if let Some(source) = words.strip_prefix("Source: ") {
                (&mut self.source, source)
            } else {
                (&mut self.what, &*words)
            };
            let part = pick(part);
            if !part.is_empty() {
                return Err(format!("{line}: told already"));
            }
            *part = words.to_owned();
        }
        let parts = [
            &mut self.name,
            &mut self.what,
            &mut self.why,
            &mut self.source,
        ];
        for (part, called) in parts.into_iter().zip(["name", "what", "Why", "Source"]) {
            if pick(part).is_empty() {
                return Err(format!("{at}: {called} is missing"));
            }
        }
        Ok(())
    }
}

/// The rows of a table of messages.
fn messages(at: usize, id: &str, lines: &[Line]) -> Result<Vec<Message>> {
    let mut rows = lines.iter().filter(|(_, line)| !line.is_empty());
    let head = [rows.next(), rows.next()].map(|row| row.map_or("", |(_, row)| row));
    if head != ["| key | zh | en |", "|---|---|---|"] {
        return Err(format!("{at}: messages stand in a table of key, zh and en"));
    }
    let mut messages = Vec::new();
    for &(line, row) in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let ["", key, zh, en, ""] = cells[..] else {
            return Err(format!("{line}: a message needs key, zh and en"));
        };
        let own = key
            .strip_prefix("check.")
            .and_then(|key| key.strip_prefix(id));
        if !own.is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) {
            return Err(format!(
                "{line}: the key {key} does not begin with check.{id}"
            ));
        }
        if zh.is_empty() || en.is_empty() {
            return Err(format!("{line}: {key} lacks a language"));
        }
        messages.push((line, key.to_owned(), (zh.to_owned(), en.to_owned())));
    }
    Ok(messages)
}

/// The text of a block of code.
fn example(at: usize, lines: &[Line]) -> Result<String> {
    let lines: Vec<&str> = lines.iter().map(|(_, line)| *line).collect();
    let text = lines.join("\n");
    let text = text.trim().strip_prefix("```text\n");
    let text = text.and_then(|text| text.strip_suffix("\n```"));
    match text {
        Some(text) if !text.is_empty() && !text.contains("```") => Ok(text.to_owned()),
        _ => Err(format!("{at}: an example is one block of ```text")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "\
//! # odd-mark
//!
//! ## zh: 标点有误
//!
//! 两行中文，
//! 连成一行。
//!
//! Why: 难读。
//!
//! Source: 惯例
//!
//! ## en: Odd mark
//!
//! Two lines
//! are one.
//!
//! Why: It is hard to read.
//!
//! Source: Practice
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.odd-mark | “{mark}”有误。 | “{mark}” is odd. |
//!
//! ## Trips
//!
//! ```text
//! 一
//! 二
//! ```
//!
//! ## Silent
//!
//! ```text
//! 三
//! ```

";

    fn read(text: &str) -> Result<Rule> {
        rule(Path::new("src/checks/odd_mark.rs"), text)
    }

    fn error(old: &str, new: &str) -> String {
        read(&HEAD.replacen(old, new, 1)).map_or_else(|error| error, |_| String::new())
    }

    #[test]
    fn a_head_is_read_in_both_languages() -> Result<()> {
        let rule = read(HEAD)?;
        let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        assert_eq!(rule.name, both("标点有误", "Odd mark"));
        assert_eq!(
            rule.what,
            both("两行中文，连成一行。", "Two lines are one.")
        );
        assert_eq!(rule.why, both("难读。", "It is hard to read."));
        assert_eq!(rule.source, both("惯例", "Practice"));
        assert_eq!(rule.messages.len(), 1);
        assert_eq!(rule.messages[0].0, 25);
        assert_eq!((&*rule.trips, &*rule.silent), ("一\n二", "三"));
        Ok(())
    }

    #[test]
    fn a_faulty_head_is_named_by_its_line() {
        assert_eq!(
            error("# odd-mark", "# odd"),
            "1: the file of odd is that of odd-mark"
        );
        assert_eq!(error("Why: 难读。", "难读。"), "8: told already");
        assert_eq!(error("//! Source: 惯例\n", ""), "3: Source is missing");
        assert_eq!(
            error("## Silent", "## Quiet"),
            "34: no part of a rule is called \"Quiet\""
        );
        assert_eq!(error("## Silent", "## Trips"), "34: Trips stands twice");
    }

    #[test]
    fn a_message_needs_a_key_of_its_rule_and_both_languages() {
        let none = error("“{mark}” is odd.", "");
        assert_eq!(none, "25: check.odd-mark lacks a language");
        let short = error("“{mark}” is odd. |", "");
        assert_eq!(short, "25: a message needs key, zh and en");
        let strange = error("check.odd-mark", "check.odd-marks");
        assert_eq!(
            strange,
            "25: the key check.odd-marks does not begin with check.odd-mark"
        );
    }
}
