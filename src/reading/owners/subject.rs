//! Owners who are the subject of what is said: A、B要…, A组织….

use super::anybody::{EACH, is_office};
use super::list::{bodies, is_body, is_closed, leading_body, list_before};
use super::named::owner;
use crate::lexicon::duty_words::Role;
use crate::lexicon::{Set, departments};
use crate::model::{Owner, OwnerRole, Span};
use crate::numbering::{Form, marker};
use crate::reading::Reading;
use crate::reading::names::NameKind;
use crate::reading::pos::Pos;
use crate::reading::token::{Kind as TokenKind, Token};

/// The most characters of a list that is a subject.
const LONGEST_LIST: usize = 60;
/// The most names before an act among which its subject is looked for.
const MOST_OFFICES: usize = 12;

/// The owners who are the subject of a part: A、B要…, or of the act that stands right behind them: A开设….
pub(super) fn as_subject(reading: &Reading, part: Span) -> Vec<Owner> {
    let part = behind_number_and_time(reading, part);
    let longest = LONGEST_LIST * '字'.len_utf8();
    let ends = (reading.hits.within(part))
        .filter(|hit| hit.lexeme.duties.has(Role::BehindSubject))
        .map(|hit| hit.span.start)
        .take_while(|&end| end <= part.start + longest);
    let lists = ends.map(|end| bodies(reading, list_before(reading, Span::new(part.start, end))));
    let mut names = lists
        .into_iter()
        .find(|names| !names.is_empty())
        .unwrap_or_default();
    if names.is_empty() {
        names = apart(reading, part);
    }
    if names.is_empty() {
        names = actors(reading, part);
    }
    let names = names.into_iter();
    names
        .map(|name| owner(reading, name, OwnerRole::Responsible))
        .collect()
}

/// Those who are to act by a later part: 县教育局、各乡镇，要…; 税务部门对购置设备的企业，要….
fn apart(reading: &Reading, part: Span) -> Vec<Span> {
    let sentence = reading.sentences[reading.sentence_at(part.start)];
    let rest = Span::new(part.end.min(sentence.end), sentence.end);
    let wants = |at: usize| {
        let mut words = reading.hits.starting(at);
        let modal = words.find(|hit| hit.lexeme.duties.has(Role::BehindSubject));
        // …企业，要依法关停, 应由县发改局核定: who is dealt with.
        let behind = modal.map(|modal| Span::new(modal.span.end, rest.end));
        behind.is_some_and(|behind| {
            let next = reading.tokens_in(behind).first();
            next.is_none_or(|next| {
                !reading.entry(next.span, |entry| entry.duties.has(Role::DealtWith))
            })
        })
    };
    let mark = rest.of(reading.text).chars().next();
    let adjoins = mark.filter(|mark| matches!(mark, '，' | ','));
    if !adjoins.is_some_and(|mark| wants(rest.start + mark.len_utf8())) {
        return Vec::new();
    }
    let mut tokens = reading.tokens_in(part).iter();
    let ground = tokens.find(|token| token.pos == Pos::Preposition);
    let takes = |token: &Token| reading.entry(token.span, |entry| entry.duties.has(Role::Ground));
    let end = match ground {
        Some(token) if takes(token) => token.span.start,
        Some(_) => return Vec::new(),
        None => part.end,
    };
    let list = Span::new(part.start, end);
    let is_near = list.len() <= LONGEST_LIST * EACH.len_utf8();
    match is_near && !list.is_empty() {
        true => all_bodies(reading, list),
        false => Vec::new(),
    }
}

/// The names of a list of which each is that of a body, or which ends with what all are (教育、体育等部门).
fn all_bodies(reading: &Reading, list: Span) -> Vec<Span> {
    let names = bodies(reading, list);
    let sure = is_closed(reading, list) || names.iter().all(|&name| is_body(reading, name));
    if sure { names } else { Vec::new() }
}

/// Those by whom something is to be done: 由县教育局、县财政局|制定; not 由企业举办的展会.
pub(super) fn agents(reading: &Reading, part: Span) -> Vec<Owner> {
    let list = agents_list(reading, part);
    let names = list.map_or_else(Vec::new, |list| all_bodies(reading, list));
    let names = names.into_iter();
    names
        .map(|name| owner(reading, name, OwnerRole::Responsible))
        .collect()
}

/// Where what they do begins.
pub(crate) fn act_of_agents(reading: &Reading, part: Span) -> Option<usize> {
    let list = agents_list(reading, part)?;
    (!all_bodies(reading, list).is_empty()).then_some(list.end)
}

/// The words between 由 and what is done.
fn agents_list(reading: &Reading, part: Span) -> Option<Span> {
    let mut words = reading.hits.within(part);
    let by = words.find(|hit| hit.lexeme.duties.has(Role::LeadsIn))?;
    let behind = Span::new(by.span.end, part.end);
    let describes = behind.of(reading.text).contains('的');
    let acts = |token: &&Token| {
        matches!(token.pos, Pos::Verb | Pos::Preposition | Pos::Adverb)
            && token.span.of(reading.text).chars().nth(1).is_some()
    };
    let tokens = reading.tokens_in(behind);
    let at = tokens.iter().position(|token| acts(&token))?;
    let mut run = tokens[at..]
        .iter()
        .skip_while(|token| matches!(token.pos, Pos::Verb | Pos::VerbNoun | Pos::Adverb));
    let made = run
        .next()
        .is_some_and(|next| next.span.of(reading.text) == "的");
    if made || describes && by.span.start != part.start {
        return None;
    }
    let act = tokens[at];
    let list = Span::new(behind.start, act.span.start);
    (list.len() <= LONGEST_LIST * EACH.len_utf8()).then_some(list)
}

/// Where what somebody sees to begins: 县水利局、各乡镇具体负责|组织巡查.
pub(crate) fn act_behind_duty(reading: &Reading, part: Span) -> Option<usize> {
    let mut duties = reading.hits.within(part);
    let roles = Set::of([Role::Note, Role::HelpedBy]);
    let duty = duties.find(|hit| hit.lexeme.duties.meets(roles))?;
    let list = list_before(reading, Span::new(part.start, duty.span.start));
    let is_list = list.len() <= LONGEST_LIST * EACH.len_utf8();
    if !is_list || bodies(reading, list).is_empty() {
        return None;
    }
    if !duty.lexeme.duties.has(Role::HelpedBy) {
        return Some(duty.span.end);
    }
    // 县水利局会同县财政局等单位|制定
    let helpers = reading.tokens_in(Span::new(duty.span.end, part.end)).iter();
    let mut helpers = helpers
        .take_while(|token| token.span.end <= duty.span.end + LONGEST_LIST * EACH.len_utf8());
    let act = helpers.find(|token| token.pos == Pos::Verb)?;
    Some(act.span.start)
}

/// Where the act begins in a part whose subject stands right before it: 县水利局|组织巡查.
pub(crate) fn act_of_subject(reading: &Reading, part: Span) -> Option<usize> {
    Some(actors(reading, part).last()?.end)
}

/// 第五条县水利局应当…, 6月底前各乡镇要…: a part without the number or the time that it begins with.
fn behind_number_and_time(reading: &Reading, part: Span) -> Span {
    let number = marker(part.of(reading.text)).filter(|number| number.form == Form::Clause);
    let start = part.start + number.map_or(0, |number| number.length);
    let start = behind_time(reading, start.min(part.end)).min(part.end);
    let words = Span::new(start, part.end).of(reading.text);
    Span::new(part.end - words.trim_start().len(), part.end)
}

/// Where the time ends that begins at a place, with the preposition before it: 于2026年11月底前|完成; the place itself where none does.
fn behind_time(reading: &Reading, place: usize) -> usize {
    let from = (reading.tokens).partition_point(|token| token.span.start < place);
    let mut tokens = reading.tokens[from..].iter().take(2);
    let first = tokens.next().filter(|first| first.span.start == place);
    let time = match first {
        Some(first) if first.pos == Pos::Preposition => tokens.next(),
        first => first,
    };
    let time = time.filter(|time| time.kind == TokenKind::Time);
    time.map_or(place, |time| time.span.end)
}

/// Who a part begins with, right before the act: offices by their names (县水利局、县住建局|组织), or all of a kind
/// (各乡镇|完成).
fn actors(reading: &Reading, part: Span) -> Vec<Span> {
    // 县水利局|牵头, …: who is to act, and not yet what is to be done.
    let is_duty =
        |at: usize| (reading.hits.starting(at)).any(|hit| hit.lexeme.duties.has(Role::Duty));
    let acts = |at: usize| {
        let at = behind_time(reading, at);
        // 县水利局|每月|组织巡查
        let often = reading.recurrence(Span::new(at, part.end));
        let at = often.map_or(at, |often| often.end);
        let head = reading.verb_at_head(Span::new(at, part.end));
        head.is_some_and(|head| head.is_act && head.start == at) && !is_duty(at)
    };
    if part.of(reading.text).starts_with(EACH) {
        let near = part.start + LONGEST_LIST * EACH.len_utf8();
        let starts = reading.tokens_in(part).iter().map(|token| token.span.start);
        let mut starts = starts.skip(1).take_while(|&start| start <= near);
        let list = starts
            .find(|&start| acts(start))
            .map(|end| Span::new(part.start, end));
        // 各乡镇可按照需要|增设: what stands before the act is no list.
        let is_list = |list: &Span| {
            let mut tokens = reading.tokens_in(*list).iter();
            !tokens.any(|token| matches!(token.pos, Pos::Preposition | Pos::Verb))
        };
        return list
            .filter(is_list)
            .map_or_else(Vec::new, |list| bodies(reading, list));
    }
    // 经所在县（市）水利局|审核: what stands behind a bracket goes on with what stands before it.
    if reading.text[..part.start].ends_with(['）', ')']) {
        return Vec::new();
    }
    // 县水利局、县住建局|组织: each an office, with its level.
    let mut near = reading.names_in(part).iter().take(MOST_OFFICES);
    let last = near.find(|name| name.kind == NameKind::Body && acts(name.span.end));
    let list = last.map(|last| Span::new(part.start, last.span.end));
    let names = list.map_or_else(Vec::new, |list| bodies(reading, list));
    let office = |name: &Span| {
        is_office(name.of(reading.text)) && leading_body(reading, *name) == Some(*name)
    };
    let begins = names.first().is_some_and(|first| first.start == part.start);
    if begins && names.iter().all(office) {
        names
    } else {
        closed_list(reading, part, acts)
    }
}

/// The names of a list that a part begins with and that ends with what all of them are: 财政、教育、医保部门|研究制定; not
/// 联合高校、企业|共建, with whom something is done.
fn closed_list(reading: &Reading, part: Span, acts: impl Fn(usize) -> bool) -> Vec<Span> {
    let first = part.of(reading.text).split_once('、');
    if first.is_none_or(|(first, _)| departments::TABLE.get(first).is_none()) {
        return Vec::new();
    }
    let near = part.start + LONGEST_LIST * EACH.len_utf8();
    let starts = reading.tokens_in(part).iter().map(|token| token.span.start);
    let lists = starts
        .skip(1)
        .take_while(|&start| start <= near)
        .map(|end| Span::new(part.start, end));
    let mut closed = lists.filter(|list| is_closed(reading, *list));
    let list = closed.next().filter(|list| acts(list.end));
    list.map_or_else(Vec::new, |list| bodies(reading, list))
}
