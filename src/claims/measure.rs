//! In which sense a number is meant, what bounds it, and its sign.

use super::indicator::Named;
use super::mention::{Form, Mention};
use super::predicate::Link;
use super::{Around, Scene};
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
pub fn of(
    scene: &Scene,
    mention: &Mention,
    around: &Around,
    link: &Link,
    named: &Named,
) -> Measured {
    let right = around.right.of(scene.text);
    let (measure, because) = measure(scene, mention, around, link, named, right);
    let falls = link.direction < 0 && !link.reaches
        || named.verb == "down"
            && link.direction == 0
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

fn measure(
    scene: &Scene,
    mention: &Mention,
    around: &Around,
    link: &Link,
    named: &Named,
    right: &str,
) -> (Measure, &'static str) {
    if mention.form == Form::Rank {
        return (Measure::Rank, "because.rank");
    }
    if mention.kind == "multiple" {
        return (Measure::Multiple, "because.multiple");
    }
    let tail = right
        .trim_start_matches("以上")
        .trim_start_matches("左右")
        .trim_start_matches('的');
    let growth_follows = [
        "增速",
        "速度增长",
        "增长",
        "速度递增",
        "增幅",
        "年均增长",
        "涨幅",
    ]
    .iter()
    .any(|word| tail.starts_with(word));
    let relative = mention.kind == "percent";
    if mention.kind == "point" {
        return if link.reaches {
            (Measure::Level, "because.level")
        } else {
            (Measure::Change, "because.point")
        };
    }
    if relative {
        let rate_of_change = [
            "增速",
            "增幅",
            "增长率",
            "增长幅度",
            "增长速度",
            "涨幅",
            "上涨幅度",
        ]
        .iter()
        .any(|word| named.indicator.contains(word))
            // The population's natural increase is a rate of its own.
            && !named.indicator.contains("自然增长率");
        if rate_of_change || link.rate {
            return (Measure::Growth, "because.growth");
        }
        if link.reaches && !link.share_noun && !share_name(&named.indicator) {
            return (Measure::Level, "because.reach");
        }
        if link.share || link.share_noun || share_name(&named.indicator) && link.direction == 0 {
            return (Measure::Share, "because.share");
        }
        // 增长贡献率 is a rate of its own.
        let named_growth = ["增长", "增速", "涨幅", "增幅", "降幅"]
            .iter()
            .any(|word| named.indicator.ends_with(word))
            && !link.reaches;
        // 减少申报材料三成
        let is_set = link.plain || link.reaches || link.share || named.behind;
        let changes =
            matches!(named.verb, "up" | "down") && !is_set && !rate_or_ratio(&named.indicator);
        if link.direction != 0
            || link.rate
            || changes
            || growth_follows
            || named_growth
            || rate_name(scene, link)
        {
            return (Measure::Growth, "because.growth");
        }
        // 90%以上的事项: of what follows.
        if named.behind && !link.linked && !rate_or_ratio(&named.indicator) {
            return (Measure::Share, "because.share");
        }
        // A fraction is of something: 人口不足1/5, 三分之一的村庄.
        if mention.form != Form::Plain && !rate_or_ratio(&named.indicator) {
            return (Measure::Share, "because.share");
        }
        // 其中到户类项目不少于60%: of what was named before.
        if link.bound.is_some()
            && !rate_or_ratio(&named.indicator)
            && around
                .clause
                .of(scene.text)
                .trim_start()
                .starts_with("其中")
        {
            return (Measure::Share, "because.share");
        }
        // 年均9.7%, behind a list whose first number had the verb.
        if link.annual
            || around.follows_mention
                && !link.linked
                && link.rest.is_empty()
                && named_grows(scene, around)
        {
            return (Measure::Growth, "because.growth");
        }
        return (Measure::Level, "because.level");
    }
    if link.reaches {
        return (Measure::Level, "because.reach");
    }
    if link.direction != 0 || matches!(named.verb, "up" | "down") || change_name(&named.indicator) {
        return (Measure::Change, "because.change");
    }
    (Measure::Level, "because.level")
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
    if mention.kind == "leading_rank" {
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
