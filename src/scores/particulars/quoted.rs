//! Names in quotation marks: “清水”行动, “十百千工程”, “一村一策”机制.

use std::sync::OnceLock;

use super::{Hint, Kind, projects};
use crate::lexicon::Trie;
use crate::terms::{Wording, scan};

/// What stands after a quoted name.
const AFTER: [&str; 24] = [
    "工程",
    "项目",
    "行动",
    "计划",
    "活动",
    "品牌",
    "机制",
    "制度",
    "平台",
    "基地",
    "试点",
    "方案",
    "专项",
    "建设",
    "改革",
    "工作法",
    "服务",
    "攻坚",
    "大赛",
    "论坛",
    "联盟",
    "治理措施",
    "等举措",
    "等措施",
];

/// What a quoted name may end with.
const WITHIN: [&str; 15] = [
    "工程",
    "项目",
    "行动",
    "计划",
    "基地",
    "平台",
    "示范区",
    "示范旗",
    "示范县",
    "示范市",
    "第一县",
    "先进县",
    "先进旗",
    "机制",
    "制度",
];

/// Names in quotation marks.
pub fn kinds(all: &mut Vec<Kind>) {
    all.push(Kind::of_sentence(["“"], any));
}

/// Whether a sentence quotes a name: not a set phrase, a stock phrase or a single abstract word.
fn any(hint: &Hint) -> bool {
    static NOUNS: OnceLock<Trie> = OnceLock::new();
    let nouns = NOUNS.get_or_init(|| Trie::new(AFTER.into_iter().zip(0..)));
    let mut rest = hint.text;
    while let Some((_, opened)) = rest.split_once('“') {
        let Some((name, tail)) = opened.split_once('”') else {
            return false;
        };
        rest = tail;
        // “并联审批”“送审批上门”等举措: one noun for a row of names.
        let mut after = tail;
        while let Some(next) = after
            .trim_start_matches(['、', '和', '及'])
            .strip_prefix('“')
        {
            let Some((_, more)) = next.split_once('”') else {
                break;
            };
            after = more;
        }
        let length = name.chars().count();
        if length < 2 || name.contains(['，', '。', '；']) {
            continue;
        }
        let named_inside = length >= 4 && WITHIN.iter().any(|end| name.ends_with(end));
        let named_after =
            nouns.longest(after).is_some() || nouns.longest(without_modifier(after)).is_some();
        if (named_inside || named_after) && !is_fixed(name, after) {
            return true;
        }
    }
    false
}

/// What follows a common word of two characters: “…”协作机制, “…”专项行动.
fn without_modifier(after: &str) -> &str {
    match after.char_indices().nth(2) {
        Some((at, _)) if projects::is_common(&after[..at]) => &after[at..],
        _ => after,
    }
}

/// Whether the quoted words are wording that every text shares.
fn is_fixed(name: &str, after: &str) -> bool {
    let is_programme = [
        "等举措",
        "等措施",
        "治理措施",
        "工程",
        "行动",
        "项目",
        "计划",
        "品牌",
        "机制",
        "制度",
        "活动",
    ]
    .iter()
    .any(|noun| after.starts_with(noun));
    // “十四五”规划, “九五”计划: everybody's plan.
    if name.chars().all(|c| "一二三四五六七八九十".contains(c)) {
        return true;
    }
    let quoted = format!("“{name}”");
    scan(&quoted, 0).iter().any(|hit| {
        hit.span.len() >= name.len()
            && match hit.wording {
                Wording::Slogan => !is_programme,
                Wording::SetPhrase | Wording::StockPhrase | Wording::FormulaWord => true,
                Wording::Grammar | Wording::Matter => false,
            }
    })
}
