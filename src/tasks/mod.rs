//! Commitments to act (任务): action, owner, deadline, measure, and what is missing.

mod above;
mod clauses;
mod recurrence;
mod who_when;

use above::{Above, Phase};
use clauses::clauses;
use who_when::{deadlines, leading_deadlines, own_owners, with_notes};

use crate::layout::LONGEST_TOPIC;
use crate::lexicon::stance_words::Stance;
use crate::model::{Claim, Deadline, Missing, Span, Status, Task, TaskKind};
use crate::reading::{
    Goal, Horizon, Pos, Reading, Tense, ends_clause, ends_sentence, owners, runs_on,
};
use crate::text::is_longer;

/// The tasks of a document, in order: one for each forward-looking sentence that holds an act or a goal, or
/// for each of its parts between semicolons. A text that sets rules has none.
pub fn extract(reading: &Reading, claims: &[Claim]) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    // What a rule demands of everybody at all times is no line of a ledger.
    if reading.sets_rules() {
        return tasks;
    }
    let above = Above::new(reading);
    let mut phase = Phase::default();
    let mut horizon = Horizon::new(reading);
    for (index, &sentence) in reading.sentences.iter().enumerate() {
        phase.goes_on(reading, index);
        horizon.goes_on(index);
        if !looks_ahead(reading, index, claims) {
            continue;
        }
        for mut task in of_sentence(reading, sentence, claims) {
            let is_told = !task.owners.is_empty() || !task.deadlines.is_empty();
            // A heading only names what follows, unless it says itself who or by when.
            let names_only = reading.sentence_is_heading[index]
                && !tells(&task, sentence)
                && !stands_alone(reading, sentence)
                && !is_order(reading, sentence);
            let framed = || above.frames(reading, task.span);
            if names_only || !is_told && framed() {
                continue;
            }
            let is_dated = !reading.times_in(task.span).is_empty();
            let horizon = horizon.near().filter(|_| !is_dated);
            reach(&mut task, sentence, phase.deadlines(), horizon);
            above.complete(reading, &mut task);
            task.missing = missing(&task, claims);
            tasks.push(task);
        }
    }
    tasks
}

/// Gives a task that names no time that by which its paragraph is to be done, or the goal that was set before its sentence:
/// 到2027年，…。水库达到12座。
fn reach(task: &mut Task, sentence: Span, phase: &[Deadline], goal: Option<&Goal>) {
    if task.deadlines.is_empty() {
        task.deadlines.extend_from_slice(phase);
    }
    let goal = goal.filter(|goal| {
        (goal.leads || task.kind == TaskKind::Goal)
            && task.recurrence.is_empty()
            && goal.span.end <= sentence.start
    });
    if let Some(goal) = goal.filter(|_| task.deadlines.is_empty()) {
        task.deadlines.push(Deadline {
            value: Some(goal.period.text.clone()),
            text: goal.words.clone(),
            span: goal.span,
        });
    }
}

/// Whether a sentence may hold tasks: it looks ahead, or stands in the column of a table that says what is to be done.
fn looks_ahead(reading: &Reading, index: usize, claims: &[Claim]) -> bool {
    let sentence = reading.sentences[index];
    let measured = |claim: &Claim| claim.status == Status::Target;
    let is_ahead = match reading.outlook.sentences[index] {
        Tense::Future => true,
        Tense::Open => {
            (sentence.begun(claims, |claim| claim.span.start).iter()).any(measured)
                || is_assigned(reading, sentence)
        }
        Tense::Past => false,
    };
    reading.is_task_cell(sentence.start) || is_ahead && !reading.presents_itself(sentence)
}

/// Whether a note right behind a sentence says who is to do what its verb says: 单一窗口增加舱单申报功能。（负责部门：海关总署）
fn is_assigned(reading: &Reading, sentence: Span) -> bool {
    let mut tokens = reading.tokens_in(sentence).iter();
    if !tokens.any(|token| token.pos == Pos::Verb) {
        return false;
    }
    let mut notes = reading
        .notes_over(sentence.start)
        .map(|at| reading.notes[at].span);
    notes.any(|note| {
        let between = sentence.end.min(note.start)..note.start;
        let behind = note.end.min(sentence.end)..sentence.end;
        let is_next = [between, behind]
            .iter()
            .all(|words| !reading.text[words.clone()].contains(char::is_alphanumeric));
        is_next && note.start > sentence.start && !owners::find(reading, note).is_empty()
    })
}

/// The tasks of the parts of a sentence.
fn of_sentence(reading: &Reading, sentence: Span, claims: &[Claim]) -> Vec<Task> {
    let acts = behind_notes(reading, sentence);
    let mut leading = leading_deadlines(reading, acts);
    let mut tasks = Vec::new();
    for part in parts(acts.of(reading.text)) {
        let span = Span::new(acts.start + part.start, acts.start + part.end);
        let Some(mut task) = read(reading, span, claims) else {
            continue;
        };
        if task.deadlines.is_empty() {
            task.deadlines.clone_from(&leading);
        } else if span.start > acts.start {
            // Another time, and what was said before it is over.
            leading.clear();
        }
        tasks.push(task);
    }
    tasks
}

/// Whether a sentence says itself who is to do a task of it, or by when.
fn tells(task: &Task, sentence: Span) -> bool {
    let owners = task.owners.iter().map(|owner| owner.span);
    let deadlines = task.deadlines.iter().map(|deadline| deadline.span);
    owners.chain(deadlines).any(|place| sentence.covers(place))
}

/// Whether a heading that its paragraph runs on from is an order of several clauses and no name of one:
/// （一）签约医院按照协议，定期巡诊，提供医疗服务。行动不便的老人….
fn is_order(reading: &Reading, heading: Span) -> bool {
    let index = reading.sentence_at(heading.start);
    let is_long = is_longer(heading.of(reading.text), LONGEST_TOPIC);
    runs_on(reading.text, heading) && is_long && reading.clauses_of(index).len() > 1
}

/// Whether nothing but a note stands behind a heading in its paragraph: what it says is worked out nowhere.
fn stands_alone(reading: &Reading, heading: Span) -> bool {
    let block = reading.blocks[reading.sentence_blocks[reading.sentence_at(heading.start)]].span;
    let behind = Span::new(heading.end, block.end);
    let rest = behind.of(reading.text).trim_start();
    let note = Span::new(block.end - rest.len(), block.end);
    let mut notes = reading
        .notes_over(heading.start)
        .map(|at| reading.notes[at].span);
    notes.any(|own| own.start == note.start && own.end + '。'.len_utf8() >= note.end)
}

/// A sentence without the notes that it begins with: （市教育局牵头） before it belongs to what stands above.
fn behind_notes(reading: &Reading, mut sentence: Span) -> Span {
    let from = (reading.notes).partition_point(|note| note.span.end <= sentence.start);
    for note in &reading.notes[from..] {
        let before = Span::new(sentence.start, note.span.start.max(sentence.start));
        if note.span.start >= sentence.end || !before.of(reading.text).trim().is_empty() {
            break;
        }
        sentence.start = note.span.end.min(sentence.end);
    }
    sentence
}

/// The task that a part of a sentence holds.
fn read(reading: &Reading, span: Span, claims: &[Claim]) -> Option<Task> {
    let own = own_owners(reading, span);
    let recurrence = recurrence::find(reading, span);
    let recurs = |deadline: &Deadline| {
        (recurrence.iter()).any(|recurrence| recurrence.span.covers(deadline.span))
    };
    let mut own_deadlines = deadlines(reading, span);
    own_deadlines.retain(|deadline| !recurs(deadline));
    // 加快造林绿化，是林业的前提, 单位可查询: what is told of an act or may be done is no order, unless a modal makes it one.
    let wants = reading.modalities.modals(span).next().is_some();
    let is_free =
        |clause| reading.defines(clause) || reading.permits(clause) || reading.lays_down(clause);
    let assigned = is_assigned(reading, span);
    if !wants && !assigned && clauses(reading, span).any(is_free) {
        return None;
    }
    let acts = clauses(reading, span).filter_map(|clause| reading.verb_of(clause));
    let act = acts
        .filter(|head| head.is_act)
        .map(|head| head.start)
        .next();
    let (kind, start) = match act {
        // 普及率由93%提高到96%，提高3个百分点: the act begins where its figures do.
        Some(start) => (
            TaskKind::Act,
            measured_before(reading, span, start).unwrap_or(start),
        ),
        // 资金下达工作由财政局负责: the act is a noun.
        None if !own.is_empty() && !own_deadlines.is_empty() => (TaskKind::Act, span.start),
        // What a table has somebody do by some day is to be done, whatever its words.
        None if reading.is_task_cell(span.start) => (TaskKind::Act, span.start),
        None if is_goal(reading, span, claims) => (TaskKind::Goal, span.start),
        None if assigned => (TaskKind::Act, span.start),
        None => return None,
    };
    let action = without_notes(reading, Span::new(start, span.end));
    if action.chars().count() < 4 {
        return None;
    }
    let (owners, deadlines) = with_notes(reading, span, own, own_deadlines);
    let from = claims.partition_point(|claim| claim.span.start < span.start);
    let inside = span.begun(claims, |claim| claim.span.start).len();
    Some(Task {
        span,
        kind,
        action: action.to_owned(),
        owners,
        deadlines,
        recurrence,
        claims: (from..from + inside).collect(),
        section: reading.section_path(span.start),
        missing: Vec::new(),
    })
}

/// Whether a part says what is to be reached: it has a target, or a subject that comes to something (标准体系基本建成)
/// where no shortcoming is told.
fn is_goal(reading: &Reading, part: Span, claims: &[Claim]) -> bool {
    let mut inside = part.begun(claims, |claim| claim.span.start).iter();
    let sentence = reading.sentences[reading.sentence_at(part.start)];
    let mut words = reading.hits.within(sentence);
    let admits = words.any(|hit| hit.lexeme.stance == Some(Stance::Admits));
    inside.any(|claim| claim.status == Status::Target)
        || !admits && clauses(reading, part).any(|clause| reading.comes_to(clause))
}

/// The start of the first clause of a part before `head` that gives an amount.
fn measured_before(reading: &Reading, part: Span, head: usize) -> Option<usize> {
    let mut before = clauses(reading, part).take_while(|clause| clause.end <= head);
    let measured = before.find(|clause| {
        let words = clause.of(reading.text);
        words.contains(['%', '％'])
            || words.contains('由') && words.contains(|c: char| c.is_ascii_digit())
    });
    measured.map(|clause| clause.start)
}

fn missing(task: &Task, claims: &[Claim]) -> Vec<Missing> {
    let mut measures = task.claims.iter().map(|&index| claims[index].status);
    let measured = measures.any(|status| status != Status::Other);
    [
        (task.owners.is_empty(), Missing::Owner),
        (task.deadlines.is_empty(), Missing::Deadline),
        (!measured, Missing::Measure),
    ]
    .into_iter()
    .filter_map(|(lacks, what)| lacks.then_some(what))
    .collect()
}

/// The words of an action without the note behind it and without the last mark.
fn without_notes<'a>(reading: &Reading<'a>, action: Span) -> &'a str {
    let last = reading
        .notes_over(action.start)
        .map(|at| reading.notes[at].span);
    let is_last = |note: &Span| {
        note.start > action.start
            && note.end <= action.end
            && !Span::new(note.end, action.end)
                .of(reading.text)
                .contains(char::is_alphanumeric)
    };
    let end = last
        .filter(is_last)
        .last()
        .map_or(action.end, |note| note.start);
    let text = Span::new(action.start, end).of(reading.text);
    text.trim_end_matches(|mark: char| {
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

#[cfg(test)]
mod tests;
