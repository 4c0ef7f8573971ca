//! In which sense a number is meant, what bounds it, and its sign.

use super::around::Around;
use super::frame::{Frame, Link};
use super::mention::{Form, Mention, UnitKind};
use super::read::Read;
use super::scene::Scene;
use crate::lexicon::predicates::{self, Amount, Role};
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Lexeme, grammar};
use crate::model::{Bound, Measure, Span};

/// A mention's value and sense.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Negative for a decrease.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// What bounds it.
    pub bound: Bound,
    /// In which sense.
    pub measure: Measure,
    /// The rule that decided, a key of `data/strings/`.
    pub because: &'static str,
}

/// The sense of a mention.
pub fn of(scene: &Scene, read: &Read) -> Measured {
    let (around, link) = (&read.around, &read.link);
    let (measure, because) = measure(scene, read);
    let lowers = || {
        read.named.verb == Some(Verb::Down) && link.direction() == 0
            // 拉低粮食增速2个百分点: what is lowered may be a rate itself.
            || link.frame == Frame::Bare
                && scene.holds(around.left, |word| word.verb == Some(Verb::Down))
    };
    let falls = matches!(measure, Measure::Growth | Measure::Change)
        && !link.reaches()
        && (link.direction() < 0 || lowers());
    let sign = if falls { -1.0 } else { 1.0 };
    Measured {
        value: sign * read.mention.value,
        value_max: read.mention.value_max.map(|value| sign * value),
        bound: bound(scene, read.mention, link, around),
        measure,
        because,
    }
}

fn measure(scene: &Scene, read: &Read) -> (Measure, &'static str) {
    let (link, named) = (&read.link, &read.named);
    match read.mention.kind {
        _ if read.mention.form == Form::Rank => (Measure::Rank, "because.rank"),
        UnitKind::Of(Kind::Multiple) => (Measure::Multiple, "because.multiple"),
        UnitKind::Of(Kind::Point) if link.reaches() => (Measure::Level, "because.level"),
        UnitKind::Of(Kind::Point) => (Measure::Change, "because.point"),
        UnitKind::Of(Kind::Percent) => percent(scene, read),
        _ if link.reaches() => (Measure::Level, "because.reach"),
        _ if link.direction() != 0
            || matches!(named.verb, Some(Verb::Up | Verb::Down))
            || names_increase(&named.indicator) =>
        {
            (Measure::Change, "because.change")
        }
        _ => (Measure::Level, "because.level"),
    }
}

/// The sense of a part of a hundred: a rate of change, a share, or the level of a rate.
fn percent(scene: &Scene, read: &Read) -> (Measure, &'static str) {
    let (around, link, named) = (&read.around, &read.link, &read.named);
    const GROWTH: (Measure, &str) = (Measure::Growth, "because.growth");
    const SHARE: (Measure, &str) = (Measure::Share, "because.share");
    // 投资增速连续两年: the word of growth need not be the last.
    let growth = || {
        let growth = |row: &predicates::Row| row.amount == Some(Amount::Growth);
        (predicates::TABLE.inside(&named.indicator).any(growth)).then_some(Amount::Growth)
    };
    let amount = amount_of(&named.indicator).or_else(growth);
    if link.rate() || amount == Some(Amount::Growth) {
        return GROWTH;
    }
    if link.reaches() && !link.share() && amount != Some(Amount::Share) {
        return (Measure::Level, "because.reach");
    }
    if link.share() || amount == Some(Amount::Share) && link.direction() == 0 {
        return SHARE;
    }
    let is_rate = amount == Some(Amount::Rate);
    // 减少申报材料三成
    let is_set = matches!(link.frame, Frame::Plain | Frame::Holds | Frame::Reach) || named.behind;
    let changes = matches!(named.verb, Some(Verb::Up | Verb::Down)) && !is_set && !is_rate;
    if link.direction() != 0
        || changes
        || grows(&named.indicator) && !link.reaches()
        || growth_follows(scene, around.right)
        || amount_of(link.rest.of(scene.text)) == Some(Amount::Growth)
    {
        return GROWTH;
    }
    // 90%以上的事项: of what follows; 人口不足1/5, 三分之一的村庄: a fraction is of something.
    let is_part = named.behind && (!link.linked() || link.frame == Frame::Holds)
        || read.mention.form != Form::Plain;
    // 其中到户类项目不少于60%: of what was named before.
    let is_among = || {
        let among = |word: &Lexeme| word.grammar == Some(grammar::Role::Within);
        link.bound.is_some() && scene.heading(around.clause, among).is_some()
    };
    if !is_rate && (is_part || is_among()) {
        return SHARE;
    }
    // 年均9.7%, behind a list whose first number had the verb.
    let goes_on = around.follows_mention && !link.linked() && link.rest.is_empty();
    if link.annual || goes_on && grew_before(scene, around) {
        return GROWTH;
    }
    (Measure::Level, "because.level")
}

/// What the number of an indicator is by itself, by the last word of its name: 增速, 占比, 覆盖率.
pub(super) fn amount_of(name: &str) -> Option<Amount> {
    predicates::TABLE.endings(name).find_map(|row| row.amount)
}

/// Whether a name ends in a word of change: 经济增长.
fn grows(name: &str) -> bool {
    let last = predicates::TABLE.longest_at_end(name);
    last.is_some_and(|row| row.role == Some(Role::Up) && row.word.len() < name.len())
}

/// Whether a name holds a verb that adds: 城镇新增就业.
pub fn names_increase(name: &str) -> bool {
    verbs::TABLE.inside(name).any(|row| row.adds)
}

/// Whether a word makes a number a rate of change.
fn is_growth(word: &Lexeme) -> bool {
    word.links(&[Role::Up, Role::Rate, Role::RateDown]) || word.amount == Some(Amount::Growth)
}

/// 8%左右的增速: the word of change stands behind the number.
fn growth_follows(scene: &Scene, right: Span) -> bool {
    let says = |word: &Lexeme| word.predicate.is_some() || word.amount.is_some();
    (scene.starting(scene.behind_bounds(right), says)).is_some_and(is_growth)
}

/// Whether a word of change stands earlier in the clause: 增长3.5%、6%、5%.
fn grew_before(scene: &Scene, around: &Around) -> bool {
    let start = around.clause.start;
    let before = Span::new(start, around.left.start.max(start));
    scene.holds(before, |word| is_growth(word) || word.links(&[Role::Down]))
}

fn bound(scene: &Scene, mention: &Mention, link: &Link, around: &Around) -> Bound {
    if mention.value_max.is_some() {
        return Bound::Range;
    }
    if mention.kind == UnitKind::LeadingRank {
        return Bound::AtMost;
    }
    let behind = scene.heading(around.right, Lexeme::bounds);
    match behind.and_then(|word| word.grammar) {
        Some(grammar::Role::Over) => return Bound::AtLeast,
        Some(grammar::Role::Under) => return Bound::AtMost,
        Some(grammar::Role::About) => return Bound::About,
        _ => {}
    }
    if mention.or_more {
        return Bound::AtLeast;
    }
    if mention.near {
        return Bound::About;
    }
    let bound = link.bound.unwrap_or(Bound::Exact);
    // 至少培育1家: the word stands before the verb; 增加一倍多: or behind the number.
    let more = || {
        (scene.reading.hits.within(around.left)).any(|hit| {
            hit.lexeme.predicate == Some(Role::AtLeast)
                && (scene.reading.hits.starting(hit.span.end))
                    .any(|verb| verb.lexeme.verb.is_some())
        }) || scene.trimmed(around.right).of(scene.text).starts_with('多')
    };
    match bound {
        Bound::Exact if more() => Bound::AtLeast,
        bound => bound,
    }
}
