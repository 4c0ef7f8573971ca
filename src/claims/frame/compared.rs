//! Comparisons between a subject and its number: 比上年, 比全省高, 占农户总数的比例, 扣除价格因素.

use super::link::{Frame, Link};
use crate::claims::mention::{Form, Mention, UnitKind};
use crate::claims::scene::Scene;
use crate::lexicon::Lexeme;
use crate::lexicon::predicates::{self, Compares, Role};
use crate::lexicon::units::Kind;
use crate::model::Span;
use crate::reading::{Hit, Kind as Token, Pos};

/// The last entry of a stretch that fits.
fn last<'s>(scene: &'s Scene, stretch: Span, fits: impl Fn(&Lexeme) -> bool) -> Option<&'s Hit> {
    (scene.reading.hits.within(stretch)).rfind(|hit| fits(hit.lexeme))
}

/// Whether an entry takes a part in a comparison.
fn compares(part: Compares) -> impl Fn(&Lexeme) -> bool {
    move |lexeme| lexeme.compares == Some(part)
}

/// Whether no mark stands in a stretch, and anything at all.
fn is_whole(scene: &Scene, stretch: Span) -> bool {
    let tokens = scene.reading.tokens_in(stretch);
    !tokens.is_empty()
        && !tokens
            .iter()
            .any(|token| "，。；、".contains(token.span.of(scene.text)))
}

/// A stretch without the 的 that it ends with.
fn without_of(scene: &Scene, stretch: Span) -> Span {
    let of = scene.ending(stretch, |lexeme| lexeme.links(&[Role::Of]));
    Span::new(
        stretch.start,
        stretch.end - of.map_or(0, |of| of.word.len()),
    )
}

/// Whether a comparison is made with the indicator's own past or plan: 上年, 去年暑期, 年初, 预算, “十三五”末.
fn names_base(scene: &Scene, words: Span) -> bool {
    let tokens = scene.reading.tokens_in(words);
    let mut ends = [tokens.first(), tokens.last()].into_iter().flatten();
    ends.any(|token| token.pos == Pos::Time)
        || (scene.ending(words, compares(Compares::Base)))
            .or_else(|| scene.ending(words, compares(Compares::Plan)))
            .is_some()
}

/// 居全区第一, 是五年前的3倍, 完成年度计划的86%: where 居, 是 and 完成 begin; between them and the number is no
/// subject. What stands between them is taken in, but for the 的 and the bounds that follow it.
pub(super) fn of_whole(
    scene: &Scene,
    mention: &Mention,
    left: Span,
    link: &mut Link,
) -> Option<(usize, Frame)> {
    let is_about = |lexeme: &Lexeme| lexeme.links(&[Role::About, Role::AtLeast]);
    let mut whole = left;
    while let Some(bound) = scene.ending(whole, is_about) {
        whole.end -= bound.word.len();
    }
    let bare = without_of(scene, whole);
    let has_of = bare != whole;
    whole = bare;
    // 完成计划101.5%, 占调整预算90.75%: of a plan it is said without 的 as well.
    let plan = scene.ending(whole, compares(Compares::Plan));
    let is_part = has_of || plan.is_some_and(|plan| plan.word.len() < whole.len());
    let opens: &[Role] = match mention.kind {
        UnitKind::Rank | UnitKind::LeadingRank => &[Role::Rank, Role::Reach],
        UnitKind::Of(Kind::Multiple) if has_of => &[Role::Equals],
        UnitKind::Of(Kind::Percent) if is_part => &[Role::Share, Role::Equals],
        _ => return None,
    };
    let opening = last(scene, left, |lexeme| lexeme.links(opens))?;
    // 2025年的21%: a time is no whole.
    let is_time = mention.kind == UnitKind::Of(Kind::Percent)
        && (scene.reading.tokens_in(whole).last()).is_some_and(|token| token.kind == Token::Time);
    whole.start = opening.span.end.min(whole.end);
    let stands = is_whole(scene, whole);
    match mention.kind {
        _ if !stands => {}
        UnitKind::Of(Kind::Multiple) => link.base = Some(whole),
        _ => link.whole = Some(whole),
    }
    // 为预算的95%, 完成计划的86%: how far a plan is fulfilled, and no part of it.
    let fulfils = || {
        !opening.lexeme.links(&[Role::Share])
            && predicates::TABLE
                .endings(whole.of(scene.text))
                .any(|row| row.compares == Some(Compares::Plan))
    };
    let frame = match mention.form {
        Form::Rank => Frame::Rank,
        _ if mention.kind == UnitKind::Of(Kind::Percent) && !fulfils() => Frame::Share,
        _ => Frame::Plain,
    };
    (!is_time && (frame == Frame::Rank || is_whole(scene, Span::new(opening.span.end, left.end))))
        .then_some((opening.span.start, frame))
}

/// 高于全省0.4个百分点, 比全国快1.2个百分点: where the comparison with another place begins; for 比上年高2个百分点
/// the change.
pub(super) fn gap(
    scene: &Scene,
    mention: &Mention,
    left: Span,
    link: &mut Link,
) -> Option<(usize, Frame)> {
    let free = |start: usize, end: usize| is_whole(scene, Span::new(start, end));
    let passed =
        |lexeme: &Lexeme| lexeme.links(&[Role::About, Role::Adverb]) && lexeme.compares.is_none();
    let mut words = left;
    while let Some(word) = scene.ending(words, passed) {
        words.end -= word.word.len();
    }
    if mention.kind == UnitKind::Of(Kind::Point)
        && let Some(hit) = last(scene, left, compares(Compares::Other))
        && free(hit.span.end, left.end)
    {
        link.base = Some(Span::new(hit.span.end, words.end.max(hit.span.end)));
        return Some((hit.span.start, Frame::Gap));
    }
    let ends = |lexeme: &Lexeme| {
        matches!(
            lexeme.compares,
            Some(Compares::More | Compares::Less | Compares::Other)
        )
    };
    let end = scene.ending(words, ends)?;
    words.end -= end.word.len();
    let than = last(scene, words, compares(Compares::Than))?;
    let other = Span::new(than.span.end, words.end);
    let frame = match names_base(scene, other) {
        false => Frame::Gap,
        true if end.compares == Some(Compares::Less) => Frame::Fall,
        true => Frame::Rise,
    };
    link.base = Some(other);
    free(other.start, other.end).then_some((than.span.start, frame))
}

/// 比上年, 比“九五”期末, 较2020年, 扣除价格因素, 占全盟: where the words begin that are no subject.
///
/// A `percent` may have a link or a bound between the whole and itself: 占总产值超过四成, 占出口额达到62%.
pub(super) fn before(
    scene: &Scene,
    rest: Span,
    link: &mut Link,
    compared: bool,
    percent: bool,
) -> Option<usize> {
    if scene.ending(rest, compares(Compares::Adjusted)).is_some() {
        return last(scene, rest, compares(Compares::Adjusts)).map(|hit| hit.span.start);
    }
    if link.direction() != 0 && !compared {
        let than = last(scene, rest, compares(Compares::Than))?;
        let base = Span::new(than.span.end, rest.end);
        let stands = names_base(scene, base) && is_whole(scene, base);
        link.base = link.base.or(Some(base).filter(|_| stands));
        return stands.then_some(than.span.start);
    }
    let is_linked = link.linked() && link.noun.is_none();
    // 占总产值的比重达到15%: the noun for the share is read first.
    let names_share = |lexeme: &Lexeme| lexeme.links(&[Role::Proportion, Role::ShareNoun]);
    let may_share = percent
        && matches!(link.frame, Frame::Bare | Frame::Plain | Frame::Bounded)
        && scene.ending(rest, names_share).is_none();
    if is_linked && !may_share || link.frame == Frame::Share {
        return None;
    }
    // 占全盟40%: 占 before what is the whole.
    let share = last(scene, rest, |lexeme| lexeme.links(&[Role::Share]))?;
    let whole = Span::new(share.span.end, rest.end);
    // 占工业比重超过15%: the bound is read first.
    use Role::{About, AtLeast, AtMost, Equals, Link as Links, Reach};
    let bounds = |lexeme: &Lexeme| lexeme.links(&[AtLeast, AtMost, About, Links, Equals, Reach]);
    let begins = |lexeme: &Lexeme| lexeme.links(&[Role::Baseline]);
    let is_read = scene.ending(whole, bounds).is_some() || last(scene, whole, begins).is_some();
    let stands = !is_read && is_whole(scene, whole) && !names_base(scene, whole);
    let named = Some(without_of(scene, whole)).filter(|_| stands);
    link.whole = link.whole.or(named);
    if stands && is_linked {
        link.frame = Frame::Share;
    }
    stands.then_some(share.span.end)
}

/// 由年初的40万元: where the words for a time end that 由 has.
pub(super) fn since(scene: &Scene, rest: Span) -> Option<usize> {
    let base = scene.ending(rest, compares(Compares::Base))?;
    let before = Span::new(rest.start, rest.end - base.word.len());
    let begins = |lexeme: &Lexeme| lexeme.links(&[Role::Baseline]);
    scene.ending(before, begins).map(|_| before.end)
}

/// 从建市时的, 由去年同期的, 增长到疫情前的: the 从 or 增长到 that has a time with 的 directly before a number.
pub(super) fn at_when<'s>(scene: &'s Scene, rest: Span) -> Option<&'s Hit> {
    let when = without_of(scene, rest);
    let begins = |lexeme: &Lexeme| lexeme.links(&[Role::Baseline, Role::Reach]);
    let begin = last(scene, when, begins).filter(|_| when != rest)?;
    let when = Span::new(begin.span.end, when.end);
    (names_base(scene, when) && is_whole(scene, when)).then_some(begin)
}

/// 占农户总数的比例: where 占 begins.
pub(super) fn proportion(scene: &Scene, rest: Span, link: &mut Link) -> Option<usize> {
    let noun = scene.ending(rest, |lexeme| lexeme.links(&[Role::Proportion]))?;
    let share = last(scene, rest, |lexeme| lexeme.links(&[Role::Share]))?;
    let whole = Span::new(share.span.end, rest.end - noun.word.len());
    let stands = is_whole(scene, whole);
    link.whole = Some(without_of(scene, whole))
        .filter(|_| stands)
        .or(link.whole);
    stands.then_some(share.span.start)
}
