//! The noun behind a number: 示范村 in 50个示范村建成投用.

use std::sync::OnceLock;

use super::LONGEST;
use super::tidy::{is_noun_head, verbs};
use crate::lexicon::{Matcher, RIGHT_STOPS};

pub(super) fn right_stops() -> &'static Matcher<1> {
    static MATCHER: OnceLock<Matcher<1>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(RIGHT_STOPS))
}

/// 能力 in 年产3万台的能力, 目标, 大关: words behind a number that name nothing.
pub(super) fn is_measure_tail(noun: &str) -> bool {
    [
        "能力", "目标", "大关", "任务", "规模", "水平", "之多", "台阶", "关口", "资金", "以上",
        "左右", "以内", "以下", "上下", "工作", "要求", "计划", "进展", "速度",
    ]
    .iter()
    .any(|word| {
        noun == *word
            || matches!(*word, "台阶" | "大关" | "关口") && noun.ends_with(word)
            || noun.starts_with("工作")
            || noun.starts_with("以")
            || noun.starts_with("左右")
    })
}

/// 个 → 示范村 in 示范村建成投用: up to the first verb, mark or 的.
pub fn noun_behind(right: &str) -> String {
    let right = right.trim_start();
    let right = right
        .strip_prefix("以上的")
        .or_else(|| right.strip_prefix("以上"))
        .or_else(|| right.strip_prefix("左右的"))
        .or_else(|| right.strip_prefix("左右"))
        .or_else(|| right.strip_prefix('的'))
        .unwrap_or(right);
    if right.starts_with(['“', '《']) {
        // A name in quotation marks is the noun.
        let end = right.find(['”', '》']).map_or(0, |at| at + '”'.len_utf8());
        let tail: String = right[end..]
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .take(8)
            .collect();
        return format!("{}{}", &right[..end], cut_noun(&tail));
    }
    cut_noun(right)
}

/// 城市低保 in 3.2万人纳入城市低保: what those counted have got.
pub(super) fn object_behind(right: &str) -> Option<String> {
    let object = [
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
    .find_map(|verb| right.trim_start().strip_prefix(verb))?;
    let object = cut_noun(object.trim_start_matches('了'));
    (object.chars().count() >= 2).then_some(object)
}

pub(super) fn cut_noun(right: &str) -> String {
    let mut end = 0;
    for (count, (at, character)) in right.char_indices().enumerate() {
        let rest = &right[at..];
        let is_mark =
            !(character.is_alphanumeric() || matches!(character, '“' | '”' | '+' | '·' | '-'));
        // 和 between nouns of one count: 乡镇和街道; kept out, for the head noun comes first.
        let stops = count > 0
            && (right_stops()
                .longest(rest)
                .is_some_and(|row| !is_noun_head(rest, row[0]))
                || verb_stops(rest));
        if is_mark || stops || count >= LONGEST {
            break;
        }
        if count == 0
            && right_stops()
                .longest(rest)
                .is_some_and(|row| row[0].len() >= 6)
        {
            break;
        }
        end = at + character.len_utf8();
    }
    right[..end].to_owned()
}

pub(super) fn verb_stops(rest: &str) -> bool {
    verbs().longest(rest).is_some_and(|row| {
        row[0].len() >= 6
            && matches!(
                row[0],
                "完成"
                    | "实现"
                    | "建成"
                    | "开工"
                    | "投产"
                    | "竣工"
                    | "入选"
                    | "获得"
                    | "列入"
                    | "纳入"
                    | "通过"
                    | "落地"
                    | "取得"
                    | "达到"
                    | "新增"
                    | "增加"
                    | "减少"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_behind_a_number_ends_at_its_verb() {
        for (right, noun) in [
            ("示范村，", "示范村"),
            ("重点项目开工建设", "重点项目"),
            ("的文化广场", "文化广场"),
            ("以上企业投资", "企业"),
            ("贫困村如期退出", "贫困村"),
        ] {
            assert_eq!(noun_behind(right), noun, "{right}");
        }
    }
}
