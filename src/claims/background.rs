//! Numbers that are no goal and no result: names, sizes, thresholds, durations, whom an action covers.

use super::around::Around;
use super::frame::{Frame, Link};
use super::indicator::{self, Named};
use super::mention::{Mention, UnitKind};
use super::scene::Scene;
use crate::lexicon::predicates::Role;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{LEXICON, Lexeme, Set, cues, duty_words, grammar, name_words};
use crate::model::{Bound, Span};
use crate::reading::Tense;
use crate::text::numeral;

/// The most tokens from 每 to the number that is so much for each: 每户平均补贴3万元.
const EACH: usize = 3;

/// Whether the mention is background.
pub fn is(scene: &Scene, mention: &Mention, around: &Around, link: &Link, named: &Named) -> bool {
    let is_rate = matches!(mention.kind, UnitKind::Of(Kind::Percent | Kind::Multiple));
    is_size_class(scene, mention, around.right, link)
        || is_threshold(scene, mention, around, link, named)
        || is_capacity(scene, mention, around, link)
        || is_duration(scene, mention, around, link)
        || is_small_count(mention, named, link)
        || is_distributive(scene, around.left, link)
        || link.frame == Frame::Gap
        || is_allowance(scene, mention, around.left)
        || is_scope(scene, mention, around, named, link)
        || mention.bare && !mention.near && !is_rate && !passes_mark(mention, link)
        || matches!(
            mention.kind,
            UnitKind::Of(Kind::Ordinal | Kind::Temperature | Kind::Voltage)
        )
        || is_age_group(scene, mention, around.right)
}

/// 百亿元企业, 30亿元以上项目, 千亿元级集群, 超50亿元项目3个, 20亿元以上2个: the size is part of a kind's name.
fn is_size_class(scene: &Scene, mention: &Mention, right: Span, link: &Link) -> bool {
    if right.of(scene.text).starts_with('级') {
        return true;
    }
    let over = |word: &Lexeme| word.grammar == Some(grammar::Role::Over);
    let is_over = scene.heading(right, over).is_some();
    let counted = |at: usize| {
        let mut mentions = scene.mentions.iter();
        (mentions.find(|next| next.span.start == at)).is_some_and(|next| {
            matches!(
                next.kind,
                UnitKind::Of(Kind::Classifier | Kind::Household | Kind::People)
            )
        })
    };
    // 超50亿元的4个
    let is_over_before = || link.bound == Some(Bound::AtLeast) && right.of(scene.text) == "的";
    if mention.kind == UnitKind::Of(Kind::Currency)
        && scene.behind_bounds(right).is_empty()
        && (is_over || is_over_before())
    {
        return counted(right.end);
    }
    matches!(mention.kind, UnitKind::Of(Kind::Currency) | UnitKind::Noun)
        && names(scene, right).is_some_and(|noun| {
            mention.bare && !mention.near
                || is_over
                || link.bound == Some(Bound::AtLeast) && counted(noun.end)
        })
}

/// 井深超过800米的矿井, 30万吨/年以下煤矿, 时速120公里以上线路: what those are like that are spoken of.
fn is_threshold(
    scene: &Scene,
    mention: &Mention,
    around: &Around,
    link: &Link,
    named: &Named,
) -> bool {
    let right = around.right;
    let is_thing = |stretch: Span| {
        names(scene, stretch).is_some_and(|noun| indicator::is_thing(noun.of(scene.text)))
    };
    let of = right.of(scene.text).strip_prefix('的');
    let described = of.map(|rest| Span::new(right.end - rest.len(), right.end));
    let compares = link.bound.is_some() && link.only_bounds() && named.verb.is_none();
    let has_subject = !named.behind && !named.carried && !named.indicator.is_empty();
    if compares && has_subject && described.is_some_and(is_thing) {
        return true;
    }
    let behind = scene.behind_bounds(right);
    let is_bounded = || scene.heading(right, Lexeme::bounds).is_some();
    let is_rate = (mention.unit.as_deref()).is_some_and(|unit| unit.contains('/'));
    let counts = matches!(
        mention.kind,
        UnitKind::Of(Kind::Percent | Kind::Classifier | Kind::People | Kind::Household)
    );
    // 单机容量30万千瓦以上机组: a noun before the number, whatever the figure is named by.
    let before = scene.reading.tokens_in(around.left).last();
    let has_noun = || has_subject || before.is_some_and(|token| token.pos.is_nominal());
    let is_quality =
        || !counts && is_bounded() && has_noun() && named.verb.is_none() && !link.linked();
    behind.start > right.start && (is_rate || is_quality()) && is_thing(behind)
}

/// What stands behind a number, if it names a thing: not 台阶, 大关, 目标.
fn names(scene: &Scene, right: Span) -> Option<Span> {
    let noun = scene.reading.noun_at(right, true)?;
    (scene.starting(noun, |word| word.alone).is_none()).then_some(noun)
}

/// 3岁以下婴幼儿, 60周岁及以上老人, 35至64岁妇女, 0—17岁、18—34岁人口: of what age people are.
fn is_age_group(scene: &Scene, mention: &Mention, right: Span) -> bool {
    let noun = scene.behind_bounds(right);
    let is_bounded = noun.start > right.start
        && (noun.of(scene.text)).starts_with(|c: char| c.is_alphanumeric() || c == '（');
    mention.kind == UnitKind::Of(Kind::Age)
        && (mention.value_max.is_some()
            || is_bounded
            || scene.reading.noun_at(right, false).is_some())
}

/// 突破百亿元: a magnitude alone is the amount itself where a bound is passed.
fn passes_mark(mention: &Mention, link: &Link) -> bool {
    link.bound == Some(Bound::AtLeast)
        && matches!(
            mention.kind,
            UnitKind::Of(Kind::Currency | Kind::Area | Kind::Mass | Kind::Power | Kind::Energy)
                | UnitKind::Noun
                | UnitKind::None
        )
}

/// 70万吨水泥项目: capacity used as a name.
fn is_capacity(scene: &Scene, mention: &Mention, around: &Around, link: &Link) -> bool {
    let joins = || {
        let right = around.right.of(scene.text);
        right.starts_with(|c: char| c.is_alphanumeric() || c == '“')
            && !right.starts_with('多')
            && (scene.starting(around.right, |word| word.grammar.is_some())).is_none()
    };
    let changes = |word: &Lexeme| word.links(&[Role::Up, Role::Down, Role::Reach]);
    let links = |word: &Lexeme| word.links(&[Role::Link, Role::Equals]);
    matches!(
        mention.kind,
        UnitKind::Of(Kind::Power | Kind::Energy | Kind::Mass | Kind::Volume)
    ) && joins()
        && names(scene, around.right).is_some()
        && link.direction() == 0
        && !link.reaches()
        && (!link.rest.is_empty() || !link.linked())
        && scene.starting(around.right, changes).is_none()
        && scene.ending(around.left, links).is_none()
}

/// 连续三年, 连续四个季度, 15天, 扩大24小时图书馆: how long, not how much, unless a level is reached (压缩到3天).
fn is_duration(scene: &Scene, mention: &Mention, around: &Around, link: &Link) -> bool {
    let first = scene.reading.tokens_in(around.right).first();
    let names = || first.is_some_and(|first| first.pos.is_nominal());
    mention.kind == UnitKind::Of(Kind::Time)
        && !link.reaches()
        && (!link.linked() || link.frame != Frame::Baseline && names())
        || scene.lasts(around.left)
}

/// 两个基本盘, 三级网络: a Chinese numeral of one sign counts a result only behind a verb that makes things.
fn is_small_count(mention: &Mention, named: &Named, link: &Link) -> bool {
    mention.small
        && matches!(
            mention.kind,
            UnitKind::Of(Kind::Classifier | Kind::People | Kind::Household)
                | UnitKind::Noun
                | UnitKind::Of(Kind::Ordinal | Kind::Data | Kind::Length)
                | UnitKind::None
        )
        && (mention.vague || named.verb.is_none() && !link.linked())
}

/// 每户3万元: so much for each; 每万人拥有 is a rate, an indicator of its own, and 每年 no one.
fn is_distributive(scene: &Scene, left: Span, link: &Link) -> bool {
    let tokens = scene.reading.tokens_in(left);
    let each = (tokens.iter().rev().take(EACH))
        .position(|token| token.span.of(scene.text).starts_with('每'))
        .map(|place| tokens.len() - 1 - place);
    each.is_some_and(|at| {
        // 每|户, 每户
        let whom = match tokens[at].span.of(scene.text) {
            "每" => tokens
                .get(at + 1)
                .map_or("", |token| token.span.of(scene.text)),
            word => word.rsplit('每').next().unwrap_or_default(),
        };
        let is_time = whom.starts_with(['年', '季', '月', '周', '天', '日']);
        !is_time && !whom.starts_with(numeral::in_chinese) && link.direction() == 0
    })
}

/// 给予50万元奖励, 按照1%给予补助, 最高不超过100万元: a rule of what is paid, no goal.
fn is_allowance(scene: &Scene, mention: &Mention, left: Span) -> bool {
    if scene.passage.tense == Tense::Past
        || !matches!(mention.kind, UnitKind::Of(Kind::Currency | Kind::Percent))
    {
        return false;
    }
    let hits = &scene.reading.hits;
    let before = without(
        scene,
        left,
        &[Role::AtMost, Role::About, Role::Link, Role::Equals],
    );
    let ends = |role: cues::Role| scene.ending(before, |word| word.is(role)).is_some();
    let by = |word: &Lexeme| word.duties.has(duty_words::Role::Manner);
    let behind = Span::new(mention.span.end, scene.sentence.end);
    let pays = Set::of([cues::Role::Grants, cues::Role::Allowance]);
    ends(cues::Role::Grants)
        || hits.has(left, cues::Role::Caps)
        || scene.holds(left, by) && hits.has(behind, pays)
        || is_condition(scene, mention) && hits.has(behind, pays)
}

/// 对年营业收入达到2000万元以上的，给予…: whether a number stands in a clause that names whom a rule is for.
fn is_condition(scene: &Scene, mention: &Mention) -> bool {
    let clause = scene
        .clauses
        .iter()
        .find(|clause| clause.span.covers(mention.span));
    clause.is_some_and(|clause| clause.span.of(scene.text).ends_with('的'))
}

/// 不得超过3个, 不宜少于5项, “标准群”是指以至少1项…: a bound that holds for everybody, or a word's meaning.
pub fn is_norm(scene: &Scene, left: Span) -> bool {
    let before = without(scene, left, &[Role::AtMost, Role::AtLeast]);
    let lead = Span::new(scene.sentence.start, left.end);
    scene
        .ending(before, |word| word.is(cues::Role::Norm))
        .is_some()
        || scene.reading.hits.has(lead, cues::Role::Defines)
}

/// A stretch before a number without the bound or link that it ends with.
fn without(scene: &Scene, left: Span, links: &[Role]) -> Span {
    match scene.ending(left, |word| word.links(links)) {
        Some(word) => Span::new(left.start, left.end - word.word.len()),
        None => left,
    }
}

/// 深入9个旗县, 全市12个乡镇: whom or where an action covers.
fn is_scope(scene: &Scene, mention: &Mention, around: &Around, named: &Named, link: &Link) -> bool {
    let counts =
        mention.kind == UnitKind::Of(Kind::Classifier) && mention.unit.as_deref() == Some("个");
    if !counts || !named.behind {
        return false;
    }
    let left = scene.trimmed(around.left);
    let covers = |role: cues::Role| scene.ending(left, |word| word.is(role)).is_some();
    let noun = || LEXICON.word(&named.indicator);
    let is_area = || noun().is_some_and(|noun| noun.names.has(name_words::Part::Area));
    // 5个镇入选…: what is told of so many places, and not where something is done.
    let is_told = left.is_empty() && around.right.len() > named.indicator.len();
    let made = matches!(named.verb, Some(Verb::Make | Verb::Up | Verb::Down))
        && !covers(cues::Role::Covers);
    covers(cues::Role::Amid) || !is_told && !made && !link.linked() && is_area()
}
