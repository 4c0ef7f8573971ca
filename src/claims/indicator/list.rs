//! Subjects of a list: 城镇、农村居民收入分别增长5%和7%.

use super::measure_noun::MEASURES;
use super::name::Named;
use crate::claims::around::Around;
use crate::claims::mention::Mention;
use crate::claims::scene::Scene;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates;
use crate::model::Span;
use crate::reading::{Kind, Pos, Token};

/// Whether nothing but the marks and words that join the numbers of a list stands in a stretch: 、, 以上和.
pub fn is_list_mark(scene: &Scene, between: Span) -> bool {
    let tokens = scene.reading.tokens_in(between);
    let joints = tokens
        .iter()
        .filter(|token| is_joint(scene, token) || is_comma(scene, token));
    let bounds = tokens.iter().filter(|token| {
        scene.reading.entry(token.span, |entry| {
            matches!(entry.grammar, Some(Role::Over | Role::About | Role::Under))
        })
    });
    joints.count() == 1
        && bounds.count() + 1 == tokens.len()
        && tokens
            .last()
            .is_some_and(|last| last.span.end == between.end)
}

/// Whether a token joins the parts of a list: 、, 和.
pub(super) fn is_joint(scene: &Scene, token: &Token) -> bool {
    token.span.of(scene.text) == "、"
        || scene
            .reading
            .entry(token.span, |entry| entry.grammar == Some(Role::Joins))
}

fn is_comma(scene: &Scene, token: &Token) -> bool {
    token.kind == Kind::Mark && token.span.of(scene.text).starts_with(['，', ','])
}

/// 城镇居民收入和农村居民收入 → two subjects; 高技术制造业、装备制造业增加值 → two of 增加值. The marks
/// that give `count` parts are the ones that divide; none where no marks do.
pub(super) fn split_subjects(scene: &Scene, list: Span, count: usize) -> Vec<Named> {
    let tokens = scene.reading.tokens_in(list);
    let is_mark = |token: &Token| token.span.of(scene.text) == "、" || is_comma(scene, token);
    let mut parts = divide(tokens, is_mark);
    if parts.len() != count {
        parts = divide(tokens, |token| is_mark(token) || is_joint(scene, token));
    }
    let span = |part: &[Token]| match part {
        [first, .., last] => Span::new(first.span.start, last.span.end),
        [only] => only.span,
        [] => Span::default(),
    };
    let tail =
        shared_tail(scene, &parts).map_or("", |start| Span::new(start, list.end).of(scene.text));
    let named = |part: &&[Token]| {
        let span = span(part);
        let part = span.of(scene.text);
        Named {
            indicator: match part.ends_with(tail) {
                true => part.to_owned(),
                false => format!("{part}{tail}"),
            },
            start: span.start,
            ..Named::default()
        }
    };
    parts.iter().map(named).collect()
}

/// Where the noun of measure begins that the last part of a list names for all: 产量 in 小麦、玉米、大豆产量.
fn shared_tail(scene: &Scene, parts: &[&[Token]]) -> Option<usize> {
    let (last, others) = parts.split_last()?;
    // 一、二、三产
    let is_number = |part: &&[Token]| matches!(part, [one] if one.kind == Kind::Number);
    if !others.is_empty() && others.iter().all(is_number) {
        let first = last.first()?.span;
        let ordinal = first.of(scene.text).chars().next()?;
        return Some(first.start + ordinal.len_utf8())
            .filter(|start| *start < last[last.len() - 1].span.end);
    }
    // 国家级、省级示范企业
    let describes = |part: &&[Token]| matches!(part, [one] if one.pos == Pos::Adjective);
    if let [first, head, ..] = last
        && first.pos == Pos::Adjective
        && others.iter().all(describes)
    {
        return Some(head.span.start);
    }
    let word = |token: &Token| token.span.of(scene.text);
    let is_measure = |part: &[Token]| {
        part.last()
            .is_some_and(|token| word(token).ends_with(MEASURES))
    };
    if !is_measure(last) || others.is_empty() || others.iter().any(|part| is_measure(part)) {
        return None;
    }
    let first = last.first()?;
    // 城镇、农村居民收入: a word that is longer than those it stands beside holds what they share.
    let length = others.first()?.first()?.span.len();
    let alone = |part: &&[Token]| part.len() == 1 && part[0].span.len() == length;
    if others.iter().all(alone) && first.span.len() >= length + 2 * '字'.len_utf8() {
        return Some(first.span.start + length);
    }
    // 高技术制造业、装备制造业增加值: behind the word that they end with alike.
    let ends = others.iter().filter_map(|part| part.last());
    let alike = last
        .iter()
        .rposition(|token| ends.clone().any(|end| word(end) == word(token)));
    // 城镇居民、农牧民人均住房面积: else before a word that begins a measure; 显示器、平板电脑产量: else where what
    // is its own is about as long as the longest of the others.
    let leads = |token: &Token| {
        scene
            .reading
            .entry(token.span, |entry| entry.leads && entry.alone)
    };
    let length = |part: &[Token]| -> usize {
        let words = part.iter().map(|token| word(token).chars().count());
        words.sum()
    };
    let longest = others.iter().map(|part| length(part)).max()?;
    let apart = |at: &usize| (length(&last[..*at]).abs_diff(longest), last.len() - at);
    let from = alike
        .map(|at| at + 1)
        .or_else(|| last.iter().skip(1).position(leads).map(|at| at + 1))
        .or_else(|| (1..last.len()).min_by_key(apart))?;
    let mut from = from.min(last.len() - 1);
    // 失业、工伤保险参保人数: what is done belongs to its measure.
    while from > 1 && matches!(last[from - 1].pos, Pos::Verb | Pos::VerbNoun) {
        from -= 1;
    }
    let is_long = |token: &&Token| token.span.len() > '字'.len_utf8();
    let tail = last[from..].iter().find(is_long).or(last.last())?;
    Some(tail.span.start)
}

/// The parts of a list, without those that hold nothing.
fn divide(tokens: &[Token], divides: impl Fn(&Token) -> bool) -> Vec<&[Token]> {
    tokens
        .split(divides)
        .filter(|part| !part.is_empty())
        .collect()
}

/// The place of a mention in a list of numbers, from 0, and how many the list has; `None` for one alone.
pub(super) fn place_in_list(scene: &Scene, at: usize, around: &Around) -> Option<(usize, usize)> {
    let here: Vec<&Mention> = (scene.mentions.iter())
        .filter(|mention| around.clause.covers(mention.span))
        .collect();
    let place = here
        .iter()
        .position(|mention| mention.span == scene.mentions[at].span)?;
    let lead = Span::new(
        around.clause.start,
        here.first()?.span.start.max(around.clause.start),
    );
    let respectively = (scene.reading.hits.within(lead))
        .any(|hit| hit.lexeme.predicate == Some(predicates::Role::Respectively));
    let joined = |index: usize| {
        let (Some(first), Some(second)) = (here.get(index), here.get(index + 1)) else {
            return false;
        };
        let between = Span::new(first.span.end, second.span.start.max(first.span.end));
        is_list_mark(scene, between) && (first.unit == second.unit || respectively)
    };
    let before = (0..place).rev().take_while(|&index| joined(index)).count();
    let behind = (place..here.len())
        .take_while(|&index| joined(index))
        .count();
    (before + behind > 0).then_some((before, before + behind + 1))
}
