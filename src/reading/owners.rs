//! Who is to act: 由…牵头, …负责, 责任单位：…, and subjects that are bodies (各单位要…).

mod anybody;
mod first;
mod levels;
mod list;
mod named;
mod standing;
mod subject;

pub use anybody::{is_anybody, is_each, is_everybody, is_office};

pub(super) use first::first_leads;
use first::lead_first;
use list::{LONGEST, bodies, is_body, leading_body, list_before, names, whole_within_name};
use named::{owner, role};
pub(super) use standing::standing;
pub(super) use subject::{act_behind_duty, act_of_agents, act_of_subject};
use subject::{agents, as_subject};

use super::Reading;
use super::hits::Hit;
use super::marks::ends_sentence;
use super::pos::Pos;
use super::token::{Kind, Token};
use crate::lexicon::Set;
use crate::lexicon::duty_words::Role;
use crate::model::{Owner, OwnerRole, Span};

/// The owners that a stretch names, in order, none twice.
pub fn find(reading: &Reading, stretch: Span) -> Vec<Owner> {
    let mut owners: Vec<Owner> = Vec::new();
    // 责任单位：A，B、C: a label holds until another, a verb or a stronger mark than the comma.
    let mut label = None;
    // 县教育局、县财政局，各乡镇配合: a list waits for what is said of all.
    let mut waiting: Vec<Span> = Vec::new();
    for part in parts(reading, stretch) {
        if reading.standing.says(part) {
            continue;
        }
        let goes_on = reading.text[..part.start].ends_with(['，', ',']);
        let named = labelled(reading, part).or_else(|| {
            let roles = label.filter(|_| goes_on)?;
            (!bodies(reading, part).is_empty()).then_some((part, roles))
        });
        let named = named.or_else(|| alone(reading, part).then_some((part, Set::default())));
        label = named.map(|(_, roles)| roles);
        if reading.text[..part.start].ends_with(ends_sentence) {
            waiting.clear();
        }
        if named.is_none() && is_bare_list(reading, part) {
            waiting.extend(bodies(reading, part));
            continue;
        }
        let mut found = match named {
            Some((list, roles)) => of_label(reading, list, roles),
            None => of_part(reading, part),
        };
        let waited = std::mem::take(&mut waiting).into_iter();
        if let Some(role) = found.first().map(|first| first.role) {
            // （县住建局，各乡镇配合）: the first is not one who helps.
            let role = match role {
                OwnerRole::Support if owners.is_empty() => OwnerRole::Responsible,
                role => role,
            };
            let waited = waited.map(|name| owner(reading, name, role));
            found = waited.chain(found).collect();
        }
        let found = lead_first(reading, part, found, &owners);
        add(&mut owners, found);
    }
    let note = (owners.iter()).find_map(|owner| reading.note_of(owner.span));
    let stands = note.map(|note| reading.standing.of_note(note).cloned().collect());
    add(&mut owners, stands.unwrap_or_default());
    owners
}

/// Whether a stretch holds nothing but the names of bodies: 县教育局、各乡镇.
pub(super) fn are_listed(reading: &Reading, stretch: Span) -> bool {
    let names = names(reading, stretch);
    !names.is_empty() && names.iter().all(|&name| is_body(reading, name))
}

/// Adds the owners that are not there yet in the same role.
pub fn add(owners: &mut Vec<Owner>, more: Vec<Owner>) {
    for owner in more {
        let same = |known: &Owner| known.name == owner.name && known.role == owner.role;
        if !owners.iter().any(same) {
            owners.push(owner);
        }
    }
}

/// Those of `owners` who are to see to it: who leads, or is responsible where nobody does; nobody in particular
/// is none of them.
pub fn answerable(owners: &[Owner]) -> Vec<&str> {
    let of = |role: OwnerRole| {
        let named = owners.iter().filter(move |owner| owner.role == role);
        let names = named.map(|owner| owner.name.as_str());
        names.filter(|name| !is_anybody(name)).collect::<Vec<_>>()
    };
    let leading = of(OwnerRole::Lead);
    if leading.is_empty() {
        of(OwnerRole::Responsible)
    } else {
        leading
    }
}

/// The owners that are the subject at the head of a clause: 市财政局要….
pub fn subject(reading: &Reading, clause: Span) -> Vec<String> {
    let owners = as_subject(reading, clause).into_iter();
    let names = owners.map(|owner| owner.name);
    names.filter(|name| !is_anybody(name)).collect()
}

/// The parts of a stretch between its marks; 、 and ： stand inside one, and so do the brackets and
/// quotations of a name (各县（区）, “互联网+供水”项目办公室).
fn parts(reading: &Reading, stretch: Span) -> Vec<Span> {
    let tokens = reading.tokens_in(stretch);
    let mut parts = Vec::new();
    let mut start = stretch.start;
    let mut inside = 0;
    for (at, token) in tokens.iter().enumerate() {
        let mark = token.span.of(reading.text);
        let whole = whole_within_name(reading, &tokens[at..]);
        inside = inside.max(whole.map_or(0, |length| at + length));
        let joins = at < inside
            || mark.starts_with(['、', '：', ':', '“', '”', '《', '》'])
            || token.kind != Kind::Mark;
        if !joins {
            parts.push(Span::new(start, token.span.start));
            start = token.span.end;
        }
    }
    parts.push(Span::new(start, stretch.end));
    parts
}

/// Whether a part is a note that only lists bodies: （县教育局、各乡镇） behind a full stop.
fn alone(reading: &Reading, part: Span) -> bool {
    let is_one = |span: Span| span.of(reading.text).chars().nth(1).is_none();
    let is_whole = reading.note_of(part).is_some_and(|note| {
        is_one(Span::new(note.start, part.start)) && is_one(Span::new(part.end, note.end))
    });
    is_whole && is_bare_list(reading, part)
}

/// Whether a part of a note lists bodies and says nothing of them.
fn is_bare_list(reading: &Reading, part: Span) -> bool {
    let acts = |hit: &Hit| hit.lexeme.duties.has(Role::Duty);
    reading.note_of(part).is_some()
        && !reading.hits.within(part).any(acts)
        && are_listed(reading, part)
}

/// The owners of a list behind a label, each with the role that the list gives it (责任单位：市教育局牵头，市财政局配合) or
/// that of the label; persons are none.
fn of_label(reading: &Reading, list: Span, roles: Set<Role>) -> Vec<Owner> {
    if roles.has(Role::Person) {
        return Vec::new();
    }
    let told = by_duty(reading, list);
    if !told.is_empty() {
        return told;
    }
    // 无, /: a cell that names nobody.
    let is_name = |name: &Span| (2..=LONGEST).contains(&name.of(reading.text).chars().count());
    let names = names(reading, list).into_iter().filter(is_name);
    names
        .map(|name| owner(reading, name, role(roles)))
        .collect()
}

/// The owners that a part names before a duty, or as the subject of what is said.
fn of_part(reading: &Reading, part: Span) -> Vec<Owner> {
    let mut owners = by_duty(reading, part);
    // 市发展改革委要会同市财政局完成…: who is helped is the subject.
    let helps = |owner: &Owner| owner.role == OwnerRole::Support;
    if owners.iter().all(helps) {
        let mut subjects = as_subject(reading, part);
        if subjects.is_empty() {
            subjects = agents(reading, part);
        }
        subjects.retain(|subject| owners.iter().all(|owner| owner.span != subject.span));
        subjects.append(&mut owners);
        return subjects;
    }
    owners
}

/// 责任单位：A、B: the list, and the roles of its label.
fn labelled(reading: &Reading, part: Span) -> Option<(Span, Set<Role>)> {
    let tokens = reading.tokens_in(part);
    let is_colon = |token: &Token| token.span.of(reading.text).starts_with(['：', ':']);
    let colon = tokens.iter().find(|token| is_colon(token));
    let label = |hit: &Hit| hit.lexeme.duties.has(Role::Label);
    // The label of a cell stands at the head of its column.
    let headed = (reading.cell_at(part.start)).filter(|cell| cell.duties.has(Role::Label));
    let acts = |hit: &Hit| hit.lexeme.duties.has(Role::Duty);
    if let Some(cell) = headed.filter(|_| !reading.hits.within(part).any(acts)) {
        return Some((part, cell.duties));
    }
    let (hit, list) = match colon {
        Some(colon) => {
            // 责任单位 ：县水务局, set with spaces.
            let label_end = reading.text[..colon.span.start].trim_end().len();
            let mut hits = reading.hits.ending(label_end);
            (hits.find(|hit| label(hit))?, colon.span.end)
        }
        None => {
            // 责任单位　县水务局: a gap stands for the colon.
            let gap = |hit: &&Hit| reading.text[hit.span.end..].starts_with(char::is_whitespace);
            let mut hits = reading.hits.starting(part.start);
            let Some(hit) = hits.find(|hit| label(hit)).filter(gap) else {
                return made_so(reading, part);
            };
            (hit, hit.span.end)
        }
    };
    Some((Span::new(list, part.end), hit.lexeme.duties))
}

/// 县水务局、各乡镇为（主要）责任单位: the list, and the roles of the label behind it.
fn made_so(reading: &Reading, part: Span) -> Option<(Span, Set<Role>)> {
    let mut hits = reading.hits.ending(part.end);
    let label = hits.find(|hit| hit.lexeme.duties.has(Role::Label))?;
    let before = reading.tokens_in(Span::new(part.start, label.span.start));
    let mut near = before.iter().rev().take(2);
    let copula =
        near.find(|token| reading.entry(token.span, |entry| entry.duties.has(Role::MakesOwner)))?;
    let list = list_before(reading, Span::new(part.start, copula.span.start));
    (!bodies(reading, list).is_empty()).then_some((list, label.lexeme.duties))
}

/// The owners before the words that only bodies stand before: 由A、B牵头，A会同C负责.
fn by_duty(reading: &Reading, part: Span) -> Vec<Owner> {
    let mut owners: Vec<Owner> = Vec::new();
    let mut from = part.start;
    // Who stands behind 会同 helps, whatever they do.
    let mut helped = false;
    for hit in reading.hits.within(part) {
        let roles = hit.lexeme.duties;
        // 协调机制|牵头部门: who leads is a name.
        // 市教育局（牵头）、市财政局负责: a role in brackets is that of one alone.
        let in_bracket = reading.text[..hit.span.start].ends_with(['（', '(']);
        let is_noun = || {
            let mut longer = reading.hits.starting(hit.span.start);
            longer
                .any(|longer| longer.lexeme.duties.has(Role::Label) && longer.span.end <= part.end)
        };
        if !roles.has(Role::Duty) || hit.span.start < from || in_bracket || is_noun() {
            continue;
        }
        let by = roles.has(Role::HelpedBy);
        let list = list_before(reading, Span::new(from, hit.span.start));
        // 由企业承办的活动: what somebody does is only described.
        let led = reading.tokens_in(Span::new(from, list.start)).last();
        let describes = led.is_some_and(|by| by.pos == Pos::Preposition)
            && reading.text[hit.span.end..].starts_with('的');
        if describes && !roles.has(Role::Lead) {
            continue;
        }
        let names = bodies(reading, list);
        if names.is_empty() && !by {
            break;
        }
        let role = if helped {
            OwnerRole::Support
        } else {
            role(roles)
        };
        owners.extend(names.into_iter().map(|name| owner(reading, name, role)));
        helped = by;
        from = hit.span.end;
    }
    if helped {
        // 会同市财政局逐项验收: what is done with them is none of them.
        let names = names(reading, Span::new(from, part.end)).into_iter();
        let own = |name| is_body(reading, name).then_some(name);
        let names = names.filter_map(|name| own(name).or_else(|| leading_body(reading, name)));
        owners.extend(names.map(|name| owner(reading, name, OwnerRole::Support)));
    }
    owners
}

#[cfg(test)]
mod tests;
