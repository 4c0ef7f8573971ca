//! Subjects that an earlier clause of the sentence names: topics, shares, what changes.

use super::measure_noun::MEASURES;
use super::subject::{Subject, subject};
use crate::claims::around::Around;
use crate::claims::frame::{self, Noun};
use crate::claims::mention::UnitKind;
use crate::claims::scene::Scene;
use crate::lexicon::Lexeme;
use crate::lexicon::grammar::Role as Grammar;
use crate::lexicon::predicates::{Compares, Role};
use crate::lexicon::verbs::Verb;
use crate::model::Span;
use crate::reading::Pos;

/// The most characters of a name that an earlier clause gives.
const LONGEST: usize = 16;

/// The most clauses that only say how something is reckoned.
const NEAR: usize = 3;

/// The clause before, without its mark; empty where a number stands in it.
pub(super) fn clause_before(scene: &Scene, around: &Around) -> Span {
    let ends = |span: Span| span.end <= around.clause.start;
    let ended = (scene.clauses.iter().rev()).filter(|clause| ends(clause.span));
    // 按不变价格计算，: how it is reckoned, and nothing that is.
    let before = ended
        .take(NEAR)
        .find(|clause| !is_manner(scene, clause.span));
    before
        .map(|clause| clause.span)
        .filter(|span| {
            !scene
                .mentions
                .iter()
                .any(|mention| mention.span.overlaps(*span))
        })
        .unwrap_or_default()
}

/// Whether a clause only says how something is reckoned: 按年平均汇率折算.
fn is_manner(scene: &Scene, clause: Span) -> bool {
    match scene.reading.tokens_in(clause) {
        [first, .., last] => {
            first.pos == Pos::Preposition
                && first.span.of(scene.text).starts_with(['按', '据', '经'])
                && matches!(last.pos, Pos::Verb | Pos::VerbNoun)
        }
        _ => false,
    }
}

/// Whether a stretch ends with a noun for a share: 比重, 占比.
fn ends_as_share(scene: &Scene, stretch: Span) -> bool {
    let is_share = |lexeme: &Lexeme| lexeme.predicate == Some(Role::ShareNoun);
    scene.ending(stretch, is_share).is_some()
}

/// Whether the clause before names a share of which this one gives the value.
pub fn is_share_clause(scene: &Scene, around: &Around) -> bool {
    ends_as_share(scene, clause_before(scene, around))
}

/// A name at the end of a stretch that measures something, of a length that an earlier clause may give.
fn measure(scene: &Scene, stretch: Span) -> Option<Span> {
    let Subject { name, .. } = subject(scene, stretch, true, UnitKind::None);
    let words = name.of(scene.text);
    let is_short = (2..=LONGEST).contains(&words.chars().count());
    (is_short && words.ends_with(MEASURES)).then_some(name)
}

/// A clause that only names what the next one is about: 每吨钢的综合能耗，由…, 轻工业所占的比重，由….
pub(super) fn topic(scene: &Scene, around: &Around) -> Option<Span> {
    let clause = clause_before(scene, around);
    let head = Span::new(scene.sentence.start, clause.start).of(scene.text);
    if clause.is_empty() || !head.is_empty() && !head.ends_with(['；', ';']) {
        return None;
    }
    if ends_as_share(scene, clause) {
        let rest = frame::words(scene, clause).rest;
        let name = subject(scene, rest, true, UnitKind::None).name;
        return (!name.is_empty()).then_some(name);
    }
    measure(scene, clause).filter(|name| *name == clause)
}

/// 投资 in 下半年投资增长加快，全年增长19%: the subject of a change told without a number; 基本养老金 in
/// 提高企业退休人员基本养老金，人均增加…: the amount that such a verb has as its object.
pub(super) fn changing_subject(scene: &Scene, around: &Around) -> Option<Span> {
    if around.follows_mention {
        return None;
    }
    let clause = clause_before(scene, around);
    let changes = |lexeme: &Lexeme| {
        matches!(lexeme.predicate, Some(Role::Up | Role::Down | Role::Reach))
            || lexeme.compares == Some(Compares::Other)
    };
    let mut hits = scene
        .reading
        .hits
        .within(clause)
        .filter(|hit| changes(hit.lexeme));
    let change = hits.next()?.span;
    let object = Span::new(change.end, clause.end);
    measure(scene, object)
        .filter(|name| name.end == clause.end && name.start - change.end <= '了'.len_utf8())
        .or_else(|| {
            let before = Span::new(clause.start, change.start);
            let link = frame::words(scene, before);
            measure(scene, if link.rate() { before } else { link.rest })
        })
}

/// The subject of the clause before, where no number has given one: 加工企业集中在城区，占…96%.
pub(super) fn previous_subject(scene: &Scene, around: &Around) -> Span {
    let clause = clause_before(scene, around);
    let link = frame::words(scene, clause);
    // 轻工业产值占总产值的比重，由…提高到…: what has the share.
    if link.noun == Some(Noun::Share) {
        return subject(scene, link.rest, true, UnitKind::None).name;
    }
    let mut head = clause;
    let before = |lexeme: &Lexeme| lexeme.leads || lexeme.verb.is_some_and(|verb| verb != Verb::Be);
    let mut is_object = false;
    while let Some(lead) = scene.starting(head, before) {
        head.start += lead.word.len();
        is_object |= lead.verb.is_some();
    }
    // 增选人民调解员: so it is with a verb that no table knows.
    if let [act, next, ..] = scene.reading.tokens_in(head)
        && act.pos == Pos::Verb
        && next.pos.is_nominal()
        && act.span.len() > '字'.len_utf8()
    {
        head.start = act.span.end;
        is_object = true;
    }
    // 实行试点的工业企业: the head noun stands behind 的.
    let of = (scene.reading.hits.within(head)).rfind(|hit| hit.lexeme.grammar == Some(Grammar::Of));
    head.start = of.map_or(head.start, |of| of.span.end);
    let noun = scene.reading.noun_at(head, is_object).unwrap_or_default();
    // 展现较强活力: a verb alone is what is done.
    let is_verb = matches!(scene.reading.tokens_in(noun), [act] if act.pos == Pos::Verb);
    let words = noun.of(scene.text);
    if words.chars().count() >= 2 && (!is_verb || words.ends_with(MEASURES)) {
        noun
    } else {
        Span::default()
    }
}
