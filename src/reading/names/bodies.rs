//! Bodies: departments (财政局), companies and schools with a name, and those that a county has one of.

use super::name::{Name, NameKind};
use super::scene::Scene;
use crate::lexicon::body_endings::{self, Count};
use crate::lexicon::name_words::Part;
use crate::lexicon::{Set, departments, known_names};
use crate::model::Span;
use crate::reading::pos::Pos;

/// The body whose name ends with a token.
pub fn ending_at(scene: &Scene, at: usize) -> Option<Name> {
    let token = scene.tokens[at];
    let body = |start: usize| Name::new(start, token.span.end, NameKind::Body);
    let after_list = at.checked_sub(1).map(|at| scene.tokens[at].span);
    if let Some(etc) = after_list.filter(|etc| etc.of(scene.text) == "等")
        && let Some(end) = scene.part_from(at, Part::Listed)
        && is_list(scene, etc.start)
    {
        return Some(Name::new(token.span.start, end, NameKind::Body));
    }
    // 省|农科院 may be one word.
    let known = known_names::TABLE.longest_at_end(scene.word(at));
    if known.is_some_and(|row| row.kind == known_names::Kind::Body) && token.pos.is_nominal() {
        return Some(body(token.span.start));
    }
    let head = Span::new(scene.sentence.start, token.span.end).of(scene.text);
    for row in body_endings::TABLE.endings(head) {
        if row.counts.is_empty() {
            return None;
        }
        let start = token.span.end - row.ending.len();
        let has = |count: Count| row.counts.has(count);
        let of_field = Set::of([Count::Department, Count::OfField]);
        let found = if has(Count::Sole) {
            let all = scene.part_before(start, Part::AllOfKind);
            (!all).then_some(start)
        } else if has(Count::Numbered) {
            let before = scene.clause_before(start, NUMBER, true);
            before.of(scene.text).find('第').map(|at| before.start + at)
        } else if row.counts.meets(of_field)
            && let Some(field) = field(scene, start, has(Count::Department))
        {
            Some(field)
        } else if has(Count::Named) {
            scene.name_before_trade(start)
        } else {
            None
        };
        if let Some(start) = found {
            return Some(body(start));
        }
    }
    None
}

/// The most characters between the number of an inspection team and what it is.
const NUMBER: usize = 12;

/// Where the field begins that a department deals with: 教育|部, and of any field before 局 and the like.
fn field(scene: &Scene, place: usize, any: bool) -> Option<usize> {
    let head = Span::new(scene.sentence.start, place).of(scene.text);
    if let Some(row) = departments::TABLE.longest_at_end(head) {
        return Some(place - row.field.len());
    }
    let at = scene.tokens.partition_point(|token| token.span.end < place);
    let token = scene.tokens.get(at).filter(|_| any)?;
    let field = Span::new(token.span.start.min(place), place);
    let is_field = if token.span.end == place {
        token.pos.is_nominal()
    } else {
        token.pos == Pos::Body
    };
    let names_one = is_field && field.of(scene.text).chars().nth(1).is_some();
    let all = scene.part_from(at, Part::AllOfKind).is_some();
    (names_one && !all).then_some(field.start)
}

/// 甲、乙 before 等企业, which ends at a place: the first or last name of the list is no common word.
fn is_list(scene: &Scene, end: usize) -> bool {
    let list = scene.clause_before(end, LIST, false);
    let words = list.of(scene.text);
    words.contains('、')
        && words
            .match_indices('、')
            .map(|(at, _)| list.start + at)
            .chain([list.end])
            .any(|end| scene.name_before_trade(end).is_some())
}

/// The most characters of a list of companies.
const LIST: usize = 60;
