//! The names in a list of owners: A、B和C, 各乡镇, 住房城乡建设（城市管理）、公安等部门.

use crate::lexicon::body_endings::Count;
use crate::lexicon::duty_words::Role;
use crate::lexicon::name_words::Part;
use crate::lexicon::{Set, action_verbs, departments};
use crate::model::Span;
use crate::reading::Reading;
use crate::reading::names::NameKind;
use crate::reading::pos::Pos;
use crate::reading::token::{Kind as TokenKind, Token};

use super::anybody::EACH;
use super::{is_anybody, levels};

/// The most characters of an owner's name, and of the owners before what is said of them.
pub(super) const LONGEST: usize = 22;

/// Whether a token opens a bracket.
pub(super) fn starts_bracket(reading: &Reading, token: &Token) -> bool {
    close_of(token.span.of(reading.text)).is_some()
}

/// The bracket that closes what another opens.
fn close_of(open: &str) -> Option<&'static str> {
    match open {
        "（" => Some("）"),
        "(" => Some(")"),
        "〔" => Some("〕"),
        _ => None,
    }
}

/// How many tokens the quotation takes that stands first: “互联网+政务服务”|项目办公室.
fn quotation(reading: &Reading, tokens: &[Token]) -> Option<usize> {
    let word = |token: &Token| token.span.of(reading.text);
    (word(tokens.first()?) == "“").then_some(())?;
    let mut inside = tokens.iter().take(LONGEST);
    Some(inside.position(|token| word(token) == "”")? + 1)
}

/// How many tokens of a name stand together at the head, whatever marks are among them: a bracket or a quotation.
pub(super) fn whole_within_name(reading: &Reading, tokens: &[Token]) -> Option<usize> {
    bracket_of_name(reading, tokens).or_else(|| quotation(reading, tokens))
}

/// How many tokens the bracket takes that stands first and is part of a name: levels of places alone (（市、区）), or what
/// a member of a list, its last one too, is called besides (住房城乡建设（城市管理）、).
fn bracket_of_name(reading: &Reading, tokens: &[Token]) -> Option<usize> {
    let word = |token: &Token| token.span.of(reading.text);
    let close = close_of(word(tokens.first()?))?;
    let length = tokens.iter().position(|token| word(token) == close)?;
    let inside = &tokens[1..length];
    let of_levels = |token: &Token| word(token) == "、" || is_level(reading, token.span);
    let behind = tokens.get(length + 1);
    let in_list = behind.is_none_or(|next| matches!(word(next), "、" | "等"));
    let duty = |token: &Token| reading.entry(token.span, |entry| entry.duties.has(Role::Duty));
    let plain = |token: &Token| token.pos.is_nominal() && !duty(token);
    let belongs = inside.iter().all(of_levels)
        || matches!(inside, [only] if duty(only))
        || in_list && inside.iter().all(plain);
    belongs.then_some(length + 1)
}

/// Whether a word is a level of government before a name: 县.
pub(super) fn is_level(reading: &Reading, word: Span) -> bool {
    let levels = Set::of([Part::Level, Part::LevelOfKey]);
    reading.entry(word, |entry| entry.names.meets(levels))
}

/// The body that a stretch begins with, its level included: 县审计局|逐项验收.
pub(super) fn leading_body(reading: &Reading, stretch: Span) -> Option<Span> {
    let mut names = reading.names_in(stretch).iter();
    let name = names.find(|name| name.kind == NameKind::Body)?.span;
    let before = Span::new(stretch.start, name.start);
    // 国家|卫生健康委
    let is_area = || reading.entry(before, |entry| entry.names.has(Part::Area));
    let is_place = || {
        let mut places = reading.names_in(before).iter();
        places.any(|place| place.kind == NameKind::Place && place.span == before)
    };
    let begins = before.is_empty() || is_level(reading, before) || is_area() || is_place();
    begins.then_some(Span::new(stretch.start, name.end))
}

/// The names of a list of bodies. One that stands among bodies is one, whatever it ends with (邮政局、供销合作总社),
/// where no more of such than of others stand there.
pub(super) fn bodies(reading: &Reading, list: Span) -> Vec<Span> {
    let names = names(reading, list);
    let told = names.iter().filter(|&&name| is_body(reading, name)).count();
    let closed = || is_closed(reading, list);
    if names.iter().all(|&name| may_name(reading, name)) && (2 * told >= names.len() || closed()) {
        let own = names.into_iter().map(|name| behind_grounds(reading, name));
        own.collect()
    } else {
        Vec::new()
    }
}

/// Whether what ends a list tells what all its members are: 教育、卫生健康等部门, 教育、卫生健康部门.
pub(super) fn is_closed(reading: &Reading, list: Span) -> bool {
    let names = names(reading, list);
    let head = closing_head(reading, list);
    head.is_some_and(|head| {
        let lists_others = reading.text[list.start..head].ends_with(OTHERS);
        (lists_others || names.len() > 1) && names.iter().all(|name| name.start < head)
    })
}

/// Where the word stands that ends a list and names all of a kind: 教育、卫生健康等|部门.
fn closing_head(reading: &Reading, list: Span) -> Option<usize> {
    let mut ends = reading.hits.ending(list.end);
    let head = ends.find(|hit| hit.lexeme.duties.has(Role::Anybody))?;
    (head.span.start > list.start).then_some(head.span.start)
}

/// A name without the grounds that it stands behind: 根据工作需要|市财政局.
pub(super) fn behind_grounds(reading: &Reading, name: Span) -> Span {
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
    let level = before.filter(|token| is_level(reading, token.span));
    Span::new(
        level.map_or(body.span.start, |level| level.span.start),
        name.end,
    )
}

/// The owners' part of the words before a duty: behind 由, and without 按职责分工.
pub(super) fn list_before(reading: &Reading, head: Span) -> Span {
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
pub(super) fn names(reading: &Reading, list: Span) -> Vec<Span> {
    let text = reading.text;
    let tokens = reading.tokens_in(list);
    let mut names = Vec::new();
    let mut name: Option<Span> = None;
    let (mut inside, mut others) = (0, false);
    for (at, token) in tokens.iter().enumerate() {
        let words = token.span.of(text);
        let whole = whole_within_name(reading, &tokens[at..]);
        let beside = at < inside || at == inside && at > 0 || whole.is_some();
        inside = inside.max(whole.map_or(0, |length| at + length));
        // 各地 (市)|行署: the spaces of a bracket divide nothing.
        let gap = !beside && name.is_some_and(|name| name.end < token.span.start);
        let joins = (token.pos == Pos::Conjunction || words == WITH)
            && !within_field(text, &tokens[..at], token);
        let links = joins
            && name.is_none_or(|name| {
                is_body(reading, name) && !joins_kinds(reading, name, &tokens[at + 1..])
            });
        let goes_on = || {
            let behind = &text[token.span.end..list.end.max(token.span.end)];
            // A longer one is no name.
            let near = name.filter(|name| name.len() <= LONGEST * '字'.len_utf8());
            near.is_some_and(|name| levels::go_on(name.of(text), behind))
        };
        let divides = at >= inside && (links || words == "、" && !goes_on() || words == OTHERS);
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

/// The most words of a field before what joins its halves: 住房|和城乡建设, 文化|和旅游.
const FIELD: usize = 2;

/// Whether a word joins the halves of a field: 各地工业|和|信息化主管部门.
fn within_field(text: &str, before: &[Token], joint: &Token) -> bool {
    let mut starts = before
        .iter()
        .rev()
        .take(FIELD)
        .map(|token| token.span.start);
    starts.any(|start| {
        let field = departments::TABLE.longest(&text[start..]);
        field.is_some_and(|row| start + row.field.len() > joint.span.end)
    })
}

/// Whether what is joined to a name is a second kind of those that it names, and ends there: 各有关部门和|单位.
fn joins_kinds(reading: &Reading, name: Span, behind: &[Token]) -> bool {
    let is_kind = |token: &Token| reading.entry(token.span, |entry| entry.duties.has(Role::Kind));
    let own = reading.tokens_in(name);
    let Some((kind, rest)) = behind.split_first() else {
        return false;
    };
    let says_what = Set::of([Role::Duty, Role::Manner, Role::BehindSubject]);
    let ends = rest.first().is_none_or(|next| {
        next.kind == TokenKind::Mark
            || reading.entry(next.span, |entry| entry.duties.meets(says_what))
    });
    is_kind(kind) && ends && own.len() > 1 && own.last().is_some_and(is_kind)
}

/// What joins two names and is tagged a preposition: 教育部门|与|财政部门.
const WITH: &str = "与";
/// What says that a list has more members.
pub(super) const OTHERS: &str = "等";

/// Whether a name ends as that of a body does, or names all of a kind (各地区).
pub(super) fn is_body(reading: &Reading, name: Span) -> bool {
    let words = name.of(reading.text);
    may_name(reading, name) && (Count::Owner.ends(words) || words.starts_with(EACH))
}

/// Whether words may be a name: none among them stands in none, and they are neither too few nor too many.
pub(super) fn may_name(reading: &Reading, name: Span) -> bool {
    let words = name.of(reading.text);
    let mut hits = reading.hits.within(name);
    // 加强|部门, 积极引导|企业 are acts. The pieces of a short name (住|建|局) are no verbs, whatever they are tagged.
    let mut tokens = reading.tokens_in(name).iter();
    let acts = tokens
        .find(|token| !matches!(token.pos, Pos::Adverb | Pos::Adjective))
        .is_some_and(|first| {
            first.pos == Pos::Verb && first.span.of(reading.text).chars().nth(1).is_some()
        });
    // 通过试点引导|各乡镇, 径|向|县财政局: what is done to somebody is no name.
    let led = || {
        let own = reading.tokens_in(name);
        let takes = |token: &Token| {
            let mut known = reading.hits.starting(token.span.start);
            token.pos == Pos::Preposition
                && known.any(|hit| hit.lexeme.opens == Some(action_verbs::Kind::Coverb))
        };
        own.iter().any(takes) && behind_grounds(reading, name) == name
    };
    !acts
        && !led()
        && (2..=LONGEST).contains(&words.chars().count())
        && !hits.any(|hit| hit.lexeme.duties.has(Role::NoOwner))
}
