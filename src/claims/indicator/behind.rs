//! The noun behind a number: 示范村 in 50个示范村建成投用.

use crate::claims::scene::Scene;
use crate::model::Span;

/// 能力 in 年产3万台的能力, 目标, 大关: words behind a number that name nothing.
pub(super) fn is_measure_tail(noun: &str) -> bool {
    [
        "能力", "目标", "大关", "任务", "规模", "水平", "之多", "台阶", "关口", "资金", "工作",
        "要求", "计划", "进展", "速度",
    ]
    .iter()
    .any(|word| {
        noun == *word
            || matches!(*word, "台阶" | "大关" | "关口") && noun.ends_with(word)
            || noun.starts_with("工作")
    })
}

/// The noun at the head of a stretch; empty where none stands there.
pub fn noun_at<'a>(scene: &Scene<'a>, stretch: Span, object: bool) -> &'a str {
    (scene.reading.noun_at(stretch, object)).map_or("", |span| span.of(scene.text))
}

/// 城市低保 in 3.2万人纳入城市低保: what those counted have got.
pub(super) fn object_behind<'a>(scene: &Scene<'a>, right: Span) -> Option<&'a str> {
    let right = Span::new(
        right.end - right.of(scene.text).trim_start().len(),
        right.end,
    );
    let verb = [
        "纳入",
        "享受",
        "参加",
        "领取",
        "获得",
        "实现",
        "接受",
        "得到",
        "受益于",
    ]
    .iter()
    .find(|verb| right.of(scene.text).starts_with(**verb))?;
    let tail = right.of(scene.text)[verb.len()..].trim_start_matches('了');
    let object = noun_at(scene, Span::new(right.end - tail.len(), right.end), true);
    (object.chars().count() >= 2).then_some(object)
}
