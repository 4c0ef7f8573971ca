//! Bodies: departments (财政局), companies and schools with a name, and those known by short names.

use std::sync::OnceLock;

use super::{Hint, Kind, projects};
use crate::lexicon::{BODIES, DEPARTMENTS, Trie, trades};
use crate::text::character::is_han;

/// What a department's name ends with.
const DEPARTMENT_ENDS: [&str; 9] = [
    "委员会",
    "管理局",
    "管理厅",
    "局",
    "厅",
    "委",
    "部",
    "办",
    "署",
];

/// What the name of a company, a school or the like ends with.
const NAME_ENDS: [&str; 14] = [
    "公司",
    "集团",
    "大学",
    "学院",
    "研究院",
    "研究所",
    "医院",
    "中学",
    "小学",
    "商会",
    "协会",
    "合作社",
    "电厂",
    "煤矿",
];

/// Bodies that a county has one of: each can be rung up by its name alone.
const ONLY_ONES: [&str; 17] = [
    "人民医院",
    "中医院",
    "中医医院",
    "妇幼保健院",
    "疾控中心",
    "融媒体中心",
    "职教中心",
    "人民法院",
    "人民检察院",
    "第一中学",
    "第二中学",
    "第三中学",
    "第四中学",
    "第五中学",
    "第一小学",
    "实验小学",
    "实验中学",
];

/// What stands before one of [`ONLY_ONES`] where all of their kind are meant.
const ALL_OF_A_KIND: [&str; 9] = [
    "各级", "各", "基层", "乡镇", "县级", "市级", "等", "家", "所",
];

/// What stands after a list of companies.
const AFTER_LIST: [&str; 7] = [
    "等企业",
    "等一批企业",
    "等一批头部企业",
    "等重点企业",
    "等龙头企业",
    "等头部企业",
    "等公司",
];

/// Bodies by short names, departments, and names by their ends.
pub fn kinds(all: &mut Vec<Kind>) {
    all.push(Kind::new(BODIES.iter().map(|row| row[0]), |_| true));
    all.push(Kind::new(DEPARTMENTS.iter().map(|row| row[0]), department));
    // 青河公司, 北山中学: an ending after a name that is no common word.
    all.push(Kind::new(NAME_ENDS, |hint| {
        projects::is_proper(without_trade(hint.before()))
    }));
    all.push(Kind::new(INSPECTORS, |hint| numbered(hint.before())));
    all.push(Kind::new(AFTER_LIST, |hint| enumerated(hint.before())));
    all.push(Kind::new(ONLY_ONES, |hint| {
        let head = hint.before();
        !ALL_OF_A_KIND.iter().any(|word| head.ends_with(word))
    }));
}

/// What the name of an inspection team ends with (中央第三生态环境保护督察组).
const INSPECTORS: [&str; 4] = ["督察组", "巡视组", "巡察组", "督导组"];

/// Whether the few words before hold the team's number.
fn numbered(before: &str) -> bool {
    let near = before.chars().rev().take(12);
    near.take_while(|&character| is_han(character))
        .any(|character| character == '第')
}

/// 财政|局
fn department(hint: &Hint) -> bool {
    static ENDS: OnceLock<Trie> = OnceLock::new();
    let ends = ENDS.get_or_init(|| Trie::new(DEPARTMENT_ENDS.into_iter().zip(0..)));
    let after = hint.after();
    ends.longest(after)
        .is_some_and(|(length, _)| ends_name(&after[..length], &after[length..]))
}

/// 部 and 办 begin other words too: 教育部署, 农业部门, 科技办法.
fn ends_name(end: &str, rest: &str) -> bool {
    let next = rest.chars().next().unwrap_or(' ');
    !match end {
        "部" => "署门分位件长落队".contains(next),
        "办" => "法理好事公学实案".contains(next),
        "局" => "面部势".contains(next),
        "委" => "员托派屈".contains(next),
        _ => false,
    }
}

/// The words before the trade that a company's or a zone's name ends with, where there is one.
pub(super) fn without_trade(head: &str) -> &str {
    trades::TABLE
        .strip_end(head)
        .filter(|name| name.chars().next_back().is_some_and(is_han))
        .unwrap_or(head)
}

/// 甲、乙 in 甲、乙等企业: the first or last name of the list is no common word.
fn enumerated(list: &str) -> bool {
    let from = list
        .char_indices()
        .rev()
        .find(|(_, mark)| matches!(mark, '，' | '。' | '；' | ',' | ';'))
        .map_or(0, |(at, mark)| at + mark.len_utf8());
    list[from..].contains('、') && list[from..].split('、').any(projects::is_proper)
}
