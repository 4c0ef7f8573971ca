//! In which sense a number is meant, what bounds it, and its sign.

use super::around::Around;
use super::frame::{Frame, Link};
use super::mention::{Form, Mention};
use super::read::Read;
use super::scene::Scene;
use crate::claims::mention::UnitKind;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
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
    let Read {
        mention,
        around,
        link,
        named,
    } = read;
    let right = around.right.of(scene.text);
    let (measure, because) = measure(scene, read, right);
    let falls = link.direction() < 0 && !link.reaches()
        || named.verb == Some(Verb::Down)
            && link.direction() == 0
            && matches!(measure, Measure::Change | Measure::Growth);
    let sign = if falls && matches!(measure, Measure::Growth | Measure::Change) {
        -1.0
    } else {
        1.0
    };
    Measured {
        value: sign * mention.value,
        value_max: mention.value_max.map(|value| sign * value),
        bound: bound(scene, mention, link, around),
        measure,
        because,
    }
}

fn measure(scene: &Scene, read: &Read, right: &str) -> (Measure, &'static str) {
    let Read {
        mention,
        link,
        named,
        ..
    } = read;
    match mention.kind {
        _ if mention.form == Form::Rank => (Measure::Rank, "because.rank"),
        UnitKind::Of(Kind::Multiple) => (Measure::Multiple, "because.multiple"),
        UnitKind::Of(Kind::Point) if link.reaches() => (Measure::Level, "because.level"),
        UnitKind::Of(Kind::Point) => (Measure::Change, "because.point"),
        UnitKind::Of(Kind::Percent) => percent(scene, read, right),
        _ if link.reaches() => (Measure::Level, "because.reach"),
        _ if link.direction() != 0
            || matches!(named.verb, Some(Verb::Up | Verb::Down))
            || change_name(&named.indicator) =>
        {
            (Measure::Change, "because.change")
        }
        _ => (Measure::Level, "because.level"),
    }
}

/// The sense of a part of a hundred: a rate of change, a share, or the level of a rate.
fn percent(scene: &Scene, read: &Read, right: &str) -> (Measure, &'static str) {
    let Read {
        mention,
        around,
        link,
        named,
    } = read;
    const GROWTH: (Measure, &str) = (Measure::Growth, "because.growth");
    const SHARE: (Measure, &str) = (Measure::Share, "because.share");
    let name = named.indicator.as_str();
    if link.rate() || names_rate_of_change(name) {
        return GROWTH;
    }
    if link.reaches() && !link.share() && !share_name(name) {
        return (Measure::Level, "because.reach");
    }
    if link.share() || share_name(name) && link.direction() == 0 {
        return SHARE;
    }
    let is_rate = rate_or_ratio(name);
    // 减少申报材料三成
    let is_set = matches!(link.frame, Frame::Plain | Frame::Holds | Frame::Reach) || named.behind;
    let changes = matches!(named.verb, Some(Verb::Up | Verb::Down)) && !is_set && !is_rate;
    // 增长贡献率 is a rate of its own.
    let named_growth = !link.reaches()
        && ["增长", "增速", "涨幅", "增幅", "降幅"]
            .iter()
            .any(|word| name.ends_with(word));
    if link.direction() != 0
        || changes
        || named_growth
        || growth_follows(right)
        || rate_name(scene, link)
    {
        return GROWTH;
    }
    // 90%以上的事项: of what follows; 人口不足1/5, 三分之一的村庄: a fraction is of something.
    let is_part = named.behind && (!link.linked() || link.frame == Frame::Holds)
        || mention.form != Form::Plain;
    // 其中到户类项目不少于60%: of what was named before.
    let is_among = || {
        let clause = around.clause.of(scene.text);
        link.bound.is_some() && clause.trim_start().starts_with("其中")
    };
    if !is_rate && (is_part || is_among()) {
        return SHARE;
    }
    // 年均9.7%, behind a list whose first number had the verb.
    let goes_on = around.follows_mention && !link.linked() && link.rest.is_empty();
    if link.annual || goes_on && named_grows(scene, around) {
        return GROWTH;
    }
    (Measure::Level, "because.level")
}

/// 增速, 涨幅 in a name; the population's natural increase (自然增长率) is a rate of its own.
fn names_rate_of_change(name: &str) -> bool {
    name.contains(['增', '涨'])
        && [
            "增速",
            "增幅",
            "增长率",
            "增长幅度",
            "增长速度",
            "涨幅",
            "上涨幅度",
        ]
        .iter()
        .any(|word| name.contains(word))
        && !name.contains("自然增长率")
}

/// 8%左右的增速: the word of change stands behind the number.
fn growth_follows(right: &str) -> bool {
    let tail = right
        .trim_start_matches("以上")
        .trim_start_matches("左右")
        .trim_start_matches('的');
    [
        "增速",
        "速度增长",
        "增长",
        "速度递增",
        "增幅",
        "年均增长",
        "涨幅",
    ]
    .iter()
    .any(|word| tail.starts_with(word))
}

/// Whether a growth verb stands earlier in the clause: 增长3.5%、6%、5%.
fn named_grows(scene: &Scene, around: &Around) -> bool {
    let before = Span::new(
        around.clause.start,
        around.left.start.max(around.clause.start),
    )
    .of(scene.text);
    ["增长", "递增", "下降", "增速", "提高", "减少"]
        .iter()
        .any(|word| before.contains(word))
}

/// 率, 度: names whose own amount is a part of a hundred.
fn rate_or_ratio(name: &str) -> bool {
    name.ends_with(['率', '度']) || name.ends_with("比例")
}

/// 增速 and the like as the subject's last word.
fn rate_name(scene: &Scene, link: &Link) -> bool {
    let subject = link.rest.of(scene.text);
    if subject.ends_with("自然增长率") {
        return false;
    }
    ["增速", "增幅", "增长率", "增长速度", "涨幅"]
        .iter()
        .any(|word| subject.ends_with(word))
}

/// 比重, 占比, 份额 at the end of a name.
fn share_name(name: &str) -> bool {
    ["比重", "占比", "份额"]
        .iter()
        .any(|word| name.ends_with(word))
}

/// 新增, 净增 inside a name: 城镇新增就业.
fn change_name(name: &str) -> bool {
    name.contains("新增") && !name.contains("新增长")
        || name.contains("净增")
        || name.starts_with("增设")
}

fn bound(scene: &Scene, mention: &Mention, link: &Link, around: &Around) -> Bound {
    let left = around.left.of(scene.text);
    let right = around.right.of(scene.text);
    if mention.value_max.is_some() {
        return Bound::Range;
    }
    if mention.kind == UnitKind::LeadingRank {
        return Bound::AtMost;
    }
    let right = right.trim_start();
    if right.starts_with("以上") || right.starts_with("及以上") || right.starts_with("之上")
    {
        return Bound::AtLeast;
    }
    if ["以内", "以下", "之内", "及以下"]
        .iter()
        .any(|word| right.starts_with(word))
    {
        return Bound::AtMost;
    }
    if ["左右", "上下", "大关附近"]
        .iter()
        .any(|word| right.starts_with(word))
    {
        return Bound::About;
    }
    let before = Span::new(scene.sentence.start, mention.span.start).of(scene.text);
    if mention.or_more {
        return Bound::AtLeast;
    }
    if mention.near || before.ends_with('近') {
        return Bound::About;
    }
    let bound = link.bound.unwrap_or(Bound::Exact);
    // 至少培育1家: the word stands before the verb.
    if bound == Bound::Exact
        && ["至少", "不少于", "最少"]
            .iter()
            .any(|word| left.contains(word))
    {
        return Bound::AtLeast;
    }
    // 控制在5%: a ceiling where 以内 follows, else the level itself.
    if bound == Bound::Exact && right.starts_with('多') {
        return Bound::AtLeast;
    }
    bound
}
