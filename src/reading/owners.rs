//! Who is to act: 由…牵头, …负责, 责任单位：…, and subjects that are bodies (各单位要…).

mod anybody;

pub use anybody::{is_anybody, is_everybody, is_office};

use super::Reading;
use super::hits::Hit;
use super::names::NameKind;
use super::pos::Pos;
use super::token::{Kind, Token};
use crate::lexicon::Set;
use crate::lexicon::body_endings::Count;
use crate::lexicon::duty_words::Role;
use crate::lexicon::name_words::Part;
use crate::model::{Owner, OwnerRole, Span};

/// The most characters of an owner's name, and of the owners before what is said of them.
const LONGEST: usize = 22;
const LONGEST_LIST: usize = 60;

/// The owners that a stretch names, in order, none twice.
pub fn find(reading: &Reading, stretch: Span) -> Vec<Owner> {
    let mut owners: Vec<Owner> = Vec::new();
    // 责任单位：A，B、C: a label holds until another, a verb or a stronger mark than the comma.
    let mut label = None;
    for part in parts(reading, stretch) {
        let goes_on = reading.text[..part.start].ends_with(['，', ',']);
        let named = labelled(reading, part).or_else(|| {
            let roles = label.filter(|_| goes_on)?;
            (!bodies(reading, part).is_empty()).then_some((part, roles))
        });
        let named = named.or_else(|| alone(reading, part).then_some((part, Set::default())));
        label = named.map(|(_, roles)| roles);
        let found = match named {
            Some((list, roles)) => of_label(reading, list, roles),
            None => of_part(reading, part),
        };
        add(&mut owners, found);
    }
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

/// The parts of a stretch between its marks; 、 and ： stand inside one, and so do the brackets of a name (各县（区）).
fn parts(reading: &Reading, stretch: Span) -> Vec<Span> {
    let tokens = reading.tokens_in(stretch);
    let mut parts = Vec::new();
    let mut start = stretch.start;
    let mut inside = 0;
    for (at, token) in tokens.iter().enumerate() {
        let mark = token.span.of(reading.text);
        let level = bracket_of_name(reading, &tokens[at..]);
        inside = inside.max(level.map_or(0, |length| at + length));
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

fn starts_bracket(reading: &Reading, token: &Token) -> bool {
    token.span.of(reading.text).starts_with(['（', '('])
}

/// How many tokens the bracket takes that stands first and is part of a name: levels of places alone (（市、区）), or what
/// a member of a list is called besides (住房城乡建设（城市管理）、).
fn bracket_of_name(reading: &Reading, tokens: &[Token]) -> Option<usize> {
    let word = |token: &Token| token.span.of(reading.text);
    let close = match word(tokens.first()?) {
        "（" => "）",
        "(" => ")",
        _ => return None,
    };
    let length = tokens.iter().position(|token| word(token) == close)?;
    let inside = &tokens[1..length];
    let of_levels = |token: &Token| word(token) == "、" || is_level(reading, token.span);
    let behind = tokens.get(length + 1);
    let in_list = behind.is_some_and(|next| matches!(word(next), "、" | "等"));
    let duty = |token: &Token| reading.entry(token.span, |entry| entry.duties.has(Role::Duty));
    let plain = |token: &Token| token.pos.is_nominal() && !duty(token);
    let belongs = inside.iter().all(of_levels)
        || matches!(inside, [only] if duty(only))
        || in_list && inside.iter().all(plain);
    belongs.then_some(length + 1)
}

/// Whether a part is a note that only lists bodies: （县教育局、各乡镇） behind a full stop.
fn alone(reading: &Reading, part: Span) -> bool {
    let is_one = |span: Span| span.of(reading.text).chars().nth(1).is_none();
    let mut notes = reading
        .notes_over(part.start)
        .map(|at| reading.notes[at].span);
    let is_whole = notes.any(|note| {
        note.covers(part)
            && is_one(Span::new(note.start, part.start))
            && is_one(Span::new(part.end, note.end))
    });
    let acts = |hit: &Hit| hit.lexeme.duties.has(Role::Duty);
    is_whole && !reading.hits.within(part).any(acts) && are_listed(reading, part)
}

/// The owners of a list behind a label; persons are none.
fn of_label(reading: &Reading, list: Span, roles: Set<Role>) -> Vec<Owner> {
    if roles.has(Role::Person) {
        return Vec::new();
    }
    let is_name = |name: &Span| name.of(reading.text).chars().count() <= LONGEST;
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
        subjects.retain(|subject| owners.iter().all(|owner| owner.span != subject.span));
        subjects.append(&mut owners);
        return subjects;
    }
    owners
}

/// An owner by its name; what stands in a bracket behind it (市教育局（牵头）) is its own role.
fn owner(reading: &Reading, mut name: Span, mut role: OwnerRole) -> Owner {
    if let [.., open, duty, _] = reading.tokens_in(name)
        && starts_bracket(reading, open)
        && let mut hits = reading.hits.starting(duty.span.start)
        && let Some(own) = hits.find(|hit| hit.lexeme.duties.has(Role::Duty))
    {
        role = self::role(own.lexeme.duties);
        name.end = open.span.start;
    }
    Owner {
        name: name.of(reading.text).to_owned(),
        role,
        span: name,
    }
}

/// The role of who does what a word says.
fn role(roles: Set<Role>) -> OwnerRole {
    if roles.has(Role::Lead) {
        OwnerRole::Lead
    } else if roles.has(Role::Support) {
        OwnerRole::Support
    } else {
        OwnerRole::Responsible
    }
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
            let mut hits = reading.hits.ending(colon.span.start);
            (hits.find(|hit| label(hit))?, colon.span.end)
        }
        None => {
            // 责任单位　县水务局: a gap stands for the colon.
            let hit = reading.hits.starting(part.start).find(|hit| label(hit))?;
            let gap = reading.text[hit.span.end..].starts_with(char::is_whitespace);
            (gap.then_some(hit)?, hit.span.end)
        }
    };
    Some((Span::new(list, part.end), hit.lexeme.duties))
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
        let names = bodies(
            reading,
            list_before(reading, Span::new(from, hit.span.start)),
        );
        if names.is_empty() && !by {
            break;
        }
        let role = match role(roles) {
            _ if helped => OwnerRole::Support,
            _ if by => OwnerRole::Lead,
            role => role,
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

/// The owners who are the subject of a part: A、B要…, or of the act that stands right behind them: A开设….
fn as_subject(reading: &Reading, part: Span) -> Vec<Owner> {
    let longest = LONGEST_LIST * '字'.len_utf8();
    let ends = (reading.hits.within(part))
        .filter(|hit| hit.lexeme.duties.has(Role::BehindSubject))
        .map(|hit| hit.span.start)
        .take_while(|&end| end <= part.start + longest);
    let lists = ends.map(|end| bodies(reading, list_before(reading, Span::new(part.start, end))));
    let names = lists.into_iter().find(|names| !names.is_empty());
    let names = names.unwrap_or_else(|| actors(reading, part));
    let names = names.into_iter();
    names
        .map(|name| owner(reading, name, OwnerRole::Responsible))
        .collect()
}

/// Who a part begins with, right before the act: an office by its name (县水利局|开设), or all of a kind (各乡镇|完成).
fn actors(reading: &Reading, part: Span) -> Vec<Span> {
    let acts = |at: usize| {
        let head = reading.verb_at_head(Span::new(at, part.end));
        head.is_some_and(|head| head.is_act && head.start == at)
    };
    if part.of(reading.text).starts_with(EACH) {
        let near = part.start + LONGEST_LIST * EACH.len_utf8();
        let starts = reading.tokens_in(part).iter().map(|token| token.span.start);
        let mut starts = starts.skip(1).take_while(|&start| start <= near);
        let end = starts.find(|&start| acts(start));
        return end.map_or_else(Vec::new, |end| bodies(reading, Span::new(part.start, end)));
    }
    let name = reading.names_in(part).first();
    let leads = name.filter(|name| name.kind == NameKind::Body && name.span.start == part.start);
    let office = |name: &Span| is_office(name.of(reading.text)) && acts(name.end);
    leads
        .map(|name| name.span)
        .filter(office)
        .into_iter()
        .collect()
}

/// Whether a word is a level of government before a name: 县.
fn is_level(reading: &Reading, word: Span) -> bool {
    let levels = Set::of([Part::Level, Part::LevelOfKey]);
    reading.entry(word, |entry| entry.names.meets(levels))
}

/// The body that a stretch begins with, its level included: 县审计局|逐项验收.
fn leading_body(reading: &Reading, stretch: Span) -> Option<Span> {
    let mut names = reading.names_in(stretch).iter();
    let name = names.find(|name| name.kind == NameKind::Body)?.span;
    let before = Span::new(stretch.start, name.start);
    let begins = before.is_empty() || is_level(reading, before);
    begins.then_some(Span::new(stretch.start, name.end))
}

/// The names of a list of bodies. One that stands among bodies is one, whatever it ends with (邮政局、供销合作总社),
/// where no more of such than of others stand there.
fn bodies(reading: &Reading, list: Span) -> Vec<Span> {
    let names = names(reading, list);
    let told = names.iter().filter(|&&name| is_body(reading, name)).count();
    // 教育、卫生健康等部门: what closes the list tells what all are.
    let closed = || {
        let mut ends = reading.hits.ending(list.end);
        names.len() > 1
            && ends.any(|hit| {
                hit.lexeme.duties.has(Role::Anybody)
                    && reading.text[list.start..hit.span.start].ends_with(OTHERS)
            })
    };
    if names.iter().all(|&name| may_name(reading, name)) && (2 * told >= names.len() || closed()) {
        let own = names.into_iter().map(|name| behind_grounds(reading, name));
        own.collect()
    } else {
        Vec::new()
    }
}

/// A name without the grounds that it stands behind: 根据工作需要|市财政局.
fn behind_grounds(reading: &Reading, name: Span) -> Span {
    let tokens = reading.tokens_in(name);
    let mut own = reading.names_in(name).iter().rev();
    let body = own.find(|own| own.kind == NameKind::Body && own.span.end == name.end);
    let Some(body) = body.filter(|_| {
        tokens
            .first()
            .is_some_and(|first| first.pos == Pos::Preposition)
    }) else {
        return name;
    };
    let before = tokens
        .iter()
        .rfind(|token| token.span.end <= body.span.start);
    let levels = Set::of([Part::Level, Part::LevelOfKey]);
    let level = before.filter(|token| reading.entry(token.span, |entry| entry.names.meets(levels)));
    Span::new(
        level.map_or(body.span.start, |level| level.span.start),
        name.end,
    )
}

/// The owners' part of the words before a duty: behind 由, and without 按职责分工.
fn list_before(reading: &Reading, head: Span) -> Span {
    let mut leads =
        (reading.hits.within(head).rev()).filter(|hit| hit.lexeme.duties.has(Role::LeadsIn));
    let start = leads.next().map_or(head.start, |hit| hit.span.end);
    let manner = |end: usize| {
        let mut hits = reading.hits.ending(end);
        hits.find(|hit| hit.lexeme.duties.has(Role::Manner) && hit.span.start >= start)
            .map(|hit| hit.span.start)
    };
    let mut end = head.end;
    while let Some(before) = manner(end) {
        end = before;
    }
    Span::new(start, end)
}

/// The names of a list: A、B和C. 和 and the like divide only behind a body: 人力资源和社会保障局 is one. What
/// 等 stands before (等部门) names nobody more.
fn names(reading: &Reading, list: Span) -> Vec<Span> {
    let text = reading.text;
    let tokens = reading.tokens_in(list);
    let mut names = Vec::new();
    let mut name: Option<Span> = None;
    let (mut inside, mut others) = (0, false);
    for (at, token) in tokens.iter().enumerate() {
        let words = token.span.of(text);
        let level = bracket_of_name(reading, &tokens[at..]);
        inside = inside.max(level.map_or(0, |length| at + length));
        let gap = name.is_some_and(|name| name.end < token.span.start);
        let links = token.pos == Pos::Conjunction && name.is_none_or(|name| is_body(reading, name));
        let divides = at >= inside && (links || words == "、" || words == OTHERS);
        if gap || divides {
            names.extend(name.take());
        }
        if divides {
            others = words == OTHERS;
        } else {
            let start = name.map_or(token.span.start, |name| name.start);
            name = Some(Span::new(start, token.span.end));
        }
    }
    names.extend(name.filter(|name| !(others && is_anybody(name.of(text)))));
    names
}

/// What names all of a kind begins with.
const EACH: char = '各';
/// What says that a list has more members.
const OTHERS: &str = "等";

/// Whether a name ends as that of a body does, or names all of a kind (各地区).
fn is_body(reading: &Reading, name: Span) -> bool {
    let words = name.of(reading.text);
    may_name(reading, name) && (Count::Owner.ends(words) || words.starts_with(EACH))
}

/// Whether words may be a name: none among them stands in none, and they are neither too few nor too many.
fn may_name(reading: &Reading, name: Span) -> bool {
    let words = name.of(reading.text);
    let mut hits = reading.hits.within(name);
    // 加强|部门, 积极引导|企业 are acts. The pieces of a short name (住|建|局) are no verbs, whatever they are tagged.
    let mut tokens = reading.tokens_in(name).iter();
    let acts = tokens
        .find(|token| !matches!(token.pos, Pos::Adverb | Pos::Adjective))
        .is_some_and(|first| {
            first.pos == Pos::Verb && first.span.of(reading.text).chars().nth(1).is_some()
        });
    !acts
        && (2..=LONGEST).contains(&words.chars().count())
        && !hits.any(|hit| hit.lexeme.duties.has(Role::NoOwner))
}

#[cfg(test)]
mod tests;
