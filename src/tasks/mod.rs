//! Commitments to act (任务): action, owner, deadline, measure, and what is missing.

use crate::reading::owners;
pub use crate::reading::owners::is_anybody;

use crate::model::{Claim, Missing, Span, Status, Task};
use crate::reading::{Reading, Tense, ends_clause, ends_sentence};

/// The tasks of a document, in order: one for each forward-looking sentence that holds an act, or
/// for each of its parts between semicolons.
pub fn extract(reading: &Reading, claims: &[Claim]) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    // The sentence that the last task stands in.
    let mut last = None;
    for (index, &sentence) in reading.sentences.iter().enumerate() {
        if reading.sentence_is_heading[index] {
            continue;
        }
        let text = sentence.of(reading.text);
        // （责任单位：…） after the full stop, or on the next line, belongs to the task before it.
        if owners::is_note(reading, sentence) {
            if let Some(task) = tasks.last_mut().filter(|_| last == index.checked_sub(1)) {
                task.span.end = sentence.end;
                add_owners(task, owners::find(reading, sentence));
                task.deadline = task.deadline.take().or_else(|| deadline(reading, sentence));
                last = Some(index);
            }
            continue;
        }
        if reading.outlook.sentences[index] != Tense::Future {
            continue;
        }
        for part in parts(text) {
            let span = Span::new(sentence.start + part.start, sentence.start + part.end);
            if let Some(task) = read(reading, span) {
                tasks.push(task);
                last = Some(index);
            }
        }
    }
    for task in &mut tasks {
        let from = claims.partition_point(|claim| claim.span.start < task.span.start);
        task.claims = (from..claims.len())
            .take_while(|&index| claims[index].span.start < task.span.end)
            .collect();
        task.missing = missing(task, claims);
    }
    tasks
}

/// The task that a part of a sentence holds.
fn read(reading: &Reading, span: Span) -> Option<Task> {
    let text = span.of(reading.text);
    let owners = owners::find(reading, span);
    let deadline = deadline(reading, span);
    let head = clauses(text).find_map(|clause| {
        let clause = Span::new(span.start + clause.start, span.start + clause.end);
        reading
            .verb_of(clause)
            .filter(|head| head.is_act)
            .map(|head| head.start - span.start)
    });
    let start = match head {
        // 普及率由93%提高到96%，提高3个百分点: the act begins where its figures do.
        Some(start) => measured_before(text, start).unwrap_or(start),
        // 资金下达工作由财政局负责: the act is a noun.
        None if !owners.is_empty() && deadline.is_some() => 0,
        None => return None,
    };
    let action = without_notes(reading, Span::new(span.start + start, span.end));
    (action.chars().count() >= 4).then(|| Task {
        span,
        action: action.to_owned(),
        owners,
        deadline,
        claims: Vec::new(),
        section: reading.section_path(span.start),
        missing: Vec::new(),
    })
}

/// By when: the first time in a stretch that is a point to be reached (6月底前, 到2027年); the words
/// as they stand where the year is not known.
fn deadline(reading: &Reading, stretch: Span) -> Option<String> {
    reading
        .times_in(stretch)
        .iter()
        .find(|(_, time)| time.deadline)
        .map(|(span, time)| match &time.period {
            Some(period) => period.text.clone(),
            None => span.of(reading.text).to_owned(),
        })
}

/// The start of the first clause before `head` that gives an amount.
fn measured_before(text: &str, head: usize) -> Option<usize> {
    clauses(text)
        .take_while(|clause| clause.end <= head)
        .find(|clause| {
            let clause = clause.of(text);
            clause.contains(['%', '％'])
                || clause.contains('由') && clause.contains(|c: char| c.is_ascii_digit())
        })
        .map(|clause| clause.start)
}

fn missing(task: &Task, claims: &[Claim]) -> Vec<Missing> {
    let measured = task
        .claims
        .iter()
        .any(|&index| claims[index].status != Status::Other);
    [
        (task.owners.is_empty(), Missing::Owner),
        (task.deadline.is_none(), Missing::Deadline),
        (!measured, Missing::Measure),
    ]
    .into_iter()
    .filter_map(|(lacks, what)| lacks.then_some(what))
    .collect()
}

fn add_owners(task: &mut Task, owners: Vec<String>) {
    for owner in owners {
        if !task.owners.contains(&owner) {
            task.owners.push(owner);
        }
    }
}

/// The words of an action without the bracket of owners after it and without the last mark.
fn without_notes<'a>(reading: &Reading<'a>, action: Span) -> &'a str {
    let text = action.of(reading.text);
    let mut end = text.len();
    if let Some(open) = text.rfind(['（', '('])
        && owners::is_note(reading, Span::new(action.start + open, action.end))
    {
        end = open;
    }
    text[..end].trim_end_matches(|mark: char| {
        ends_clause(mark) || ends_sentence(mark) || mark.is_whitespace()
    })
}

/// The stretches between the semicolons of a sentence; those inside brackets do not cut.
fn parts(text: &str) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        match mark {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '；' | ';' if depth == 0 => {
                parts.push(Span::new(start, at));
                start = at + mark.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(Span::new(start, text.len()));
    parts.retain(|part| !part.of(text).trim().is_empty());
    parts
}

/// The clauses of a stretch.
fn clauses(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    text.char_indices()
        .filter(|(_, mark)| ends_clause(*mark) || ends_sentence(*mark))
        .map(|(at, mark)| (at, at + mark.len_utf8()))
        .chain(std::iter::once((text.len(), text.len())))
        .map(move |(end, next)| {
            let clause = Span::new(start, end);
            start = next;
            clause
        })
}

#[cfg(test)]
mod tests;
