//! Numbers that are no goal and no result: names, sizes, thresholds, durations, whom an action covers.

use super::around::Around;
use super::frame::{self, Frame, Link};
use super::indicator::Named;
use super::mention::Mention;
use super::scene::Scene;
use crate::claims::mention::UnitKind;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::model::{Bound, Span};
use crate::reading::Tense;

/// Whether the mention is background.
pub fn is(scene: &Scene, mention: &Mention, around: &Around, link: &Link, named: &Named) -> bool {
    let right = around.right.of(scene.text);
    let left = around.left.of(scene.text);
    is_size_class(mention, right)
        || is_capacity(mention, right, left, link)
        || is_duration(mention, link)
        || is_small_count(mention, named, link, right)
        || is_distributive(left, link)
        || link.frame == Frame::Gap
        || is_allowance(scene, mention, left)
        || is_scope(mention, left, right, named, link)
        || mention.bare
            && !mention.near
            && !matches!(mention.kind, UnitKind::Of(Kind::Percent | Kind::Multiple))
            && !passes_mark(mention, link)
        || matches!(
            mention.kind,
            UnitKind::Of(Kind::Ordinal | Kind::Temperature)
        )
        || is_age_group(mention, right)
}

/// 百亿元企业, 30亿元以上项目, 千亿元级集群: the size is part of a kind's name.
fn is_size_class(mention: &Mention, right: &str) -> bool {
    if right.starts_with('级') {
        return true;
    }
    let noun = right
        .trim_start_matches("及")
        .trim_start_matches("以上")
        .trim_start_matches('的');
    let kinds = [
        "企业", "项目", "产业", "集群", "工程", "单位", "园区", "县", "镇", "村", "大户", "主体",
        "龙头",
    ];
    let counted = noun.chars().take(8).collect::<String>();
    matches!(mention.kind, UnitKind::Of(Kind::Currency) | UnitKind::Noun)
        && (right.starts_with("以上") || mention.bare)
        && kinds.iter().any(|kind| counted.contains(kind))
}

/// 3岁以下婴幼儿, 60周岁及以上老人: of what age people are.
fn is_age_group(mention: &Mention, right: &str) -> bool {
    mention.kind == UnitKind::Of(Kind::Age)
        && ["以下", "以上", "及以上", "及以下", "至"]
            .iter()
            .filter_map(|word| right.strip_prefix(word))
            .any(|noun| noun.starts_with(|c: char| c.is_alphanumeric() || c == '（'))
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

/// 70万吨水泥项目, 220千伏变电站: capacity used as a name.
fn is_capacity(mention: &Mention, right: &str, left: &str, link: &Link) -> bool {
    if mention.kind == UnitKind::Of(Kind::Voltage) {
        return true;
    }
    let joins = right.starts_with(|c: char| c.is_alphanumeric() || c == '“')
        && ![
            "以上",
            "以下",
            "左右",
            "以内",
            "多",
            "余",
            "的",
            "和",
            "与",
            "及",
            "上下",
            "新台阶",
            "台阶",
            "大关",
            "关口",
        ]
        .iter()
        .any(|word| right.starts_with(word));
    matches!(
        mention.kind,
        UnitKind::Of(Kind::Power | Kind::Energy) | UnitKind::Of(Kind::Mass | Kind::Volume)
    ) && joins
        && !frame::begins(right)
        && link.direction() == 0
        && !link.reaches()
        && !left.ends_with(['达', '到', '产'])
        && (!link.rest.is_empty() || !link.linked())
}

/// 连续三年, 15天: how long, not how much, unless a level is reached (压缩到3天).
fn is_duration(mention: &Mention, link: &Link) -> bool {
    mention.kind == UnitKind::Of(Kind::Time) && !link.reaches() && !link.linked()
}

/// 两个基本盘, 三级网络: a Chinese numeral of one sign counts a result only behind a verb that makes things.
fn is_small_count(mention: &Mention, named: &Named, link: &Link, _right: &str) -> bool {
    if !mention.small
        || !matches!(
            mention.kind,
            UnitKind::Of(Kind::Classifier | Kind::People | Kind::Household)
                | UnitKind::Noun
                | UnitKind::Of(Kind::Ordinal | Kind::Data | Kind::Length)
                | UnitKind::None
        )
    {
        return false;
    }
    let vague = matches!(
        mention.unit.as_deref(),
        Some(
            "个" | "大"
                | "项"
                | "件"
                | "种"
                | "类"
                | "级"
                | "条"
                | "方面"
                | "次"
                | "张"
                | "场"
                | "支"
                | "份"
                | "点"
                | "轮"
                | "期"
                | "层"
                | "批"
                | "组"
        ) | None
    );
    vague || named.verb.is_none() && !link.linked()
}

/// 每户3万元, 人人2亩.
fn is_distributive(left: &str, link: &Link) -> bool {
    let clause_tail: String = left
        .chars()
        .rev()
        .take(8)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let each = clause_tail.rfind('每').is_some_and(|at| {
        let tail = &clause_tail[at + '每'.len_utf8()..];
        // 每万人拥有: a rate is an indicator of its own.
        let is_rate = tail.starts_with(['万', '千', '百']);
        let is_time = tail.starts_with(['年', '季', '月']);
        !is_rate && (!is_time || tail.contains(['人', '户', '亩', '村', '个']))
    });
    (each || clause_tail.ends_with("人人")) && link.direction() == 0
}

/// 给予50万元奖励, 按照1%给予补助, 最高不超过100万元: a rule of what is paid, no goal.
fn is_allowance(scene: &Scene, mention: &Mention, left: &str) -> bool {
    if scene.passage.tense == Tense::Past
        || !matches!(mention.kind, UnitKind::Of(Kind::Currency | Kind::Percent))
    {
        return false;
    }
    let tail = left.trim_end_matches(['为', '的', '约']);
    tail.ends_with("给予")
        || tail.ends_with("一次性奖励")
        || tail.ends_with("一次性补助")
        || left.contains("最高")
            && (left.ends_with("不超过")
                || left.ends_with("最高")
                || tail.ends_with(['助', '贴', '励', '补']))
        || mention.kind == UnitKind::Of(Kind::Percent)
            && (tail.ends_with('按') || left.contains("按照"))
            && ["给予", "奖", "补助", "补贴", "收取", "征收"]
                .iter()
                .any(|word| {
                    Span::new(mention.span.end, scene.sentence.end)
                        .of(scene.text)
                        .contains(word)
                })
}

/// 深入9个旗县, 全市12个乡镇: whom or where an action covers.
fn is_scope(mention: &Mention, left: &str, right: &str, named: &Named, link: &Link) -> bool {
    if mention.kind != UnitKind::Of(Kind::Classifier)
        || mention.unit.as_deref() != Some("个")
        || !named.behind
    {
        return false;
    }
    let places = [
        "乡镇",
        "旗县",
        "县区",
        "市县",
        "区县",
        "县市",
        "省份",
        "省区",
        "国家",
        "部门",
        "部委",
        "盟市",
        "苏木",
        "街道",
        "工业园区",
        "省市",
        "市州",
        "县",
        "区",
        "市",
        "镇",
        "地区",
    ];
    // 5个镇入选…: what is told of so many places, and not where something is done.
    let is_told = left.trim().is_empty() && right.len() > named.indicator.len();
    let is_place = !is_told && places.contains(&named.indicator.as_str());
    let made = matches!(named.verb, Some(Verb::Make | Verb::Up | Verb::Down))
        && !["覆盖", "深入", "服务", "走访", "惠及", "检查"]
            .iter()
            .any(|verb| left.ends_with(verb));
    is_place && !made && !link.linked()
        || left.ends_with("列入")
        || left.ends_with("纳入") && named.behind && named.indicator.ends_with("清单")
        || ["周边", "深入", "围绕", "聚焦"]
            .iter()
            .any(|word| left.ends_with(word))
}
