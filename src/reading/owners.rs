//! Who is to act: 由…牵头, …负责, 责任单位：…, and subjects that are bodies (各单位要…).

use super::Reading;
use super::names::ends_as;
use super::pos::Pos;
use super::token::{Kind, Token};
use crate::lexicon::Set;
use crate::lexicon::body_endings::{self, Count};
use crate::lexicon::duty_words::{self, Role};
use crate::model::Span;

/// The most characters of an owner's name, and of the owners before what is said of them.
const LONGEST: usize = 22;
const LONGEST_LIST: usize = 30;

/// The owners that a stretch names, in order, none twice.
pub fn find(reading: &Reading, stretch: Span) -> Vec<String> {
    let mut owners = Vec::new();
    for part in parts(reading, stretch) {
        add(&mut owners, of_part(reading, part));
    }
    owners
}

/// The owners that a stretch names first: those who lead where others help.
pub fn lead(reading: &Reading, stretch: Span) -> Vec<String> {
    parts(reading, stretch)
        .into_iter()
        .map(|part| {
            let mut owners = Vec::new();
            add(&mut owners, of_part(reading, part));
            owners.retain(|owner| !is_anybody(owner));
            owners
        })
        .find(|owners| !owners.is_empty())
        .unwrap_or_default()
}

/// The owners that are the subject at the head of a clause: 市财政局要….
pub fn subject(reading: &Reading, clause: Span) -> Vec<String> {
    let mut owners = before_role(reading, clause, Role::BehindSubject);
    owners.retain(|owner| !is_anybody(owner));
    owners
}

/// Whether a stretch only says who and when: （由…牵头，6月底前完成）, 责任单位：….
pub fn is_note(reading: &Reading, stretch: Span) -> bool {
    let tokens = reading.tokens_in(stretch);
    let is = |token: &Token, marks: &[char]| token.span.of(reading.text).starts_with(marks);
    let opens = |token: &Token| is(token, &['（', '(', '［', '[', '【']);
    let closes = |token: &Token| is(token, &['）', ')', '］', ']', '】']);
    let Some(inside) = tokens.iter().position(|token| !opens(token)) else {
        return false;
    };
    let start = tokens[inside].span.start;
    let labels = Set::of([Role::Label, Role::TimeLabel]);
    let mut hits = reading.hits.starting(start);
    if hits.any(|hit| hit.lexeme.duties.meets(labels)) {
        return true;
    }
    if inside == 0 {
        return false;
    }
    // 各县（区）由市财政局负责: what stands behind the bracket is no part of a note.
    let end = tokens.iter().find(|token| closes(token));
    let note = Span::new(start, end.map_or(stretch.end, |token| token.span.start));
    let mut hits = reading.hits.within(note);
    let mut times = reading.times_in(note).iter();
    hits.any(|hit| hit.lexeme.duties.has(Role::Note)) || times.any(|(_, time)| time.deadline)
}

/// Whether the words name nobody in particular: 各部门, 有关单位, 全旗上下.
pub fn is_anybody(owner: &str) -> bool {
    let has = |row: &duty_words::Row, role: Role| row.roles.has(role);
    let is_short = owner.chars().count() < 3;
    duty_words::TABLE
        .beginnings(owner)
        .any(|row| has(row, Role::AnybodyBefore))
        || duty_words::TABLE
            .get(owner)
            .is_some_and(|row| has(row, Role::Anybody))
        || is_short && !ends_as(owner, Count::Department) && !ends_as(owner, Count::OfField)
}

/// Whether an owner is an office, and no village or firm.
pub fn is_office(owner: &str) -> bool {
    let row = body_endings::TABLE.longest_at_end(owner);
    row.is_some_and(|row| row.counts.has(Count::Office))
}

/// The parts of a stretch between its marks; 、 and ： stand inside one.
fn parts(reading: &Reading, stretch: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = stretch.start;
    for token in reading.tokens_in(stretch) {
        let mark = token.span.of(reading.text);
        if token.kind == Kind::Mark && !mark.starts_with(['、', '：', ':', '“', '”', '《', '》'])
        {
            parts.push(Span::new(start, token.span.start));
            start = token.span.end;
        }
    }
    parts.push(Span::new(start, stretch.end));
    parts
}

/// The owners that a part names: behind a label, before a duty, or as the subject of what is said.
fn of_part(reading: &Reading, part: Span) -> Vec<String> {
    if let Some(list) = labelled(reading, part) {
        return names(reading, list)
            .into_iter()
            .map(|name| name.of(reading.text))
            .filter(|name| name.chars().count() <= LONGEST)
            .map(str::to_owned)
            .collect();
    }
    let owners = before_role(reading, part, Role::Duty);
    if owners.is_empty() {
        before_role(reading, part, Role::BehindSubject)
    } else {
        owners
    }
}

/// 责任单位：A、B
fn labelled(reading: &Reading, part: Span) -> Option<Span> {
    let tokens = reading.tokens_in(part);
    let mark = tokens
        .iter()
        .find(|token| token.span.of(reading.text).starts_with(['：', ':']))?;
    let mut hits = reading.hits.ending(mark.span.start);
    hits.any(|hit| hit.lexeme.duties.has(Role::Label))
        .then_some(Span::new(mark.span.end, part.end))
}

/// The owners before the first word of a role that only bodies stand before: 由A、B牵头, A负责, A要….
fn before_role(reading: &Reading, part: Span, role: Role) -> Vec<String> {
    let longest = LONGEST_LIST * '字'.len_utf8();
    let ends = reading
        .hits
        .within(part)
        .filter(|hit| hit.lexeme.duties.has(role))
        .map(|hit| hit.span.start)
        .take_while(|&end| role == Role::Duty || end <= part.start + longest);
    for end in ends {
        let list = list_before(reading, Span::new(part.start, end));
        let names = names(reading, list);
        if !names.is_empty() && names.iter().all(|&name| is_body(reading, name)) {
            let words = names
                .into_iter()
                .map(|name| name.of(reading.text).to_owned());
            return words.collect();
        }
        if role == Role::Duty {
            break;
        }
    }
    Vec::new()
}

/// The owners' part of the words before a duty: behind 由, and without 按职责分工.
fn list_before(reading: &Reading, head: Span) -> Span {
    let mut list = head;
    for hit in reading.hits.within(head) {
        if hit.lexeme.duties.has(Role::LeadsIn) {
            list.start = hit.span.end;
        }
    }
    let manner = |end: usize| {
        let mut hits = reading.hits.ending(end);
        hits.find(|hit| hit.lexeme.duties.has(Role::Manner) && hit.span.start >= list.start)
            .map(|hit| hit.span.start)
    };
    let mut end = list.end;
    while let Some(before) = manner(end) {
        end = before;
    }
    Span::new(list.start, end)
}

/// The names of a list: A、B和C. 和 and the like divide only behind a body: 人力资源和社会保障局 is one.
fn names(reading: &Reading, list: Span) -> Vec<Span> {
    let text = reading.text;
    let mut names = Vec::new();
    let mut name: Option<Span> = None;
    for token in reading.tokens_in(list) {
        let words = token.span.of(text);
        let gap = name.is_some_and(|name| name.end < token.span.start);
        let links =
            token.pos == Pos::Conjunction && name.is_some_and(|name| is_body(reading, name));
        if gap || links || words == "、" || words == "等" {
            names.extend(name.take());
        }
        if !links && words != "、" && words != "等" {
            let start = name.map_or(token.span.start, |name| name.start);
            name = Some(Span::new(start, token.span.end));
        }
    }
    names.extend(name);
    names
}

/// Whether a name ends as that of a body does, and holds no word that stands in none.
fn is_body(reading: &Reading, name: Span) -> bool {
    let words = name.of(reading.text);
    let mut hits = reading.hits.within(name);
    // 加强|部门 is an act. The pieces of a short name (住|建|局) are no verbs, whatever they are tagged.
    let acts = reading.tokens_in(name).first().is_some_and(|first| {
        first.pos == Pos::Verb && first.span.of(reading.text).chars().nth(1).is_some()
    });
    !acts
        && (2..=LONGEST).contains(&words.chars().count())
        && ends_as(words, Count::Owner)
        && !hits.any(|hit| hit.lexeme.duties.has(Role::NoOwner))
}

fn add(owners: &mut Vec<String>, more: Vec<String>) {
    for owner in more {
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
}

#[cfg(test)]
mod tests;
