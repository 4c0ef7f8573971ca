//! Events: with a date (4月15日), a year and what was done in it (2021年签订), a number (第42次常务会议) or a
//! scope (全国青少年锦标赛); and honours, whose scope is a higher level.

use super::name::{Name, NameKind};
use super::scene::Scene;
use crate::lexicon::Set;
use crate::lexicon::name_words::{Part, TABLE};
use crate::model::Span;
use crate::reading::time::Time;
use crate::text::{is_digit, window_after};

/// The most characters between a year and what happened in it, a scope and an event, a scope and an honour.
const NEAR: usize = 10;
const SCOPE: usize = 12;
const HONOUR_SCOPE: usize = 24;

/// The event or the deadline that a time tells.
pub fn at(scene: &Scene, span: Span, time: &Time) -> Option<Name> {
    let words = span.of(scene.text);
    let states = |mark: char| {
        words
            .match_indices(mark)
            .any(|(at, _)| words[..at].ends_with(is_digit))
    };
    let is_date = states('月') && (states('日') || states('年'));
    let is_deadline = time.deadline && words.ends_with('前');
    let happens = || {
        let near = window_after(&scene.text[..scene.sentence.end], span.end, NEAR);
        states('年') && scene.has(Span::of_part(near, scene.text), Part::Once)
    };
    (is_date || is_deadline || happens()).then(|| Name::new(span.start, span.end, NameKind::Event))
}

/// The event or honour that ends with `word`, where its scope or number stands before it.
pub fn scoped(scene: &Scene, word: Span, parts: Set<Part>) -> Option<Name> {
    let (kind, reach) = if parts.has(Part::Honour) {
        (NameKind::Honour, HONOUR_SCOPE)
    } else {
        (NameKind::Event, SCOPE)
    };
    let before = scene.clause_before(word.start, reach, true);
    // 世界|园艺博览会 may be one word.
    (TABLE.stands_in(before.of(scene.text), Part::Scope))
        .then(|| Name::new(before.start, word.end, kind))
}

/// A deadline, or a meeting by its number in digits: 15|日前, 第|42|次|常务会议.
pub fn numbered(scene: &Scene, at: usize) -> Option<Name> {
    let token = scene.tokens[at];
    let digits = scene.word(at).bytes().all(|byte| byte.is_ascii_digit());
    // 本月|15|日前
    if let Some(due) = scene.part_from(at + 1, Part::Due).filter(|_| digits) {
        return Some(Name::new(token.span.start, due, NameKind::Event));
    }
    let ordinal = at
        .checked_sub(1)
        .is_some_and(|before| scene.word(before) == "第");
    if !digits || !ordinal || !matches!(scene.word(at + 1), "次" | "届") {
        return None;
    }
    let meeting = (at + 2..at + 6).find(|&at| scene.word(at).contains('会'))?;
    let end = scene.tokens[meeting].span.end;
    Some(Name::new(token.span.start, end, NameKind::Event))
}
