//! Who is to act: 由…牵头, …负责, 责任单位：…, and subjects that are bodies (各单位要…).

use std::sync::OnceLock;

use crate::lexicon::Trie;

/// What a body's name ends with.
const BODY_ENDS: [&str; 44] = [
    "局",
    "委",
    "办",
    "厅",
    "部",
    "部门",
    "政府",
    "公司",
    "集团",
    "中心",
    "单位",
    "委员会",
    "办公室",
    "科",
    "处",
    "室",
    "队",
    "院",
    "所",
    "站",
    "行署",
    "党委",
    "党组",
    "党工委",
    "管委会",
    "镇",
    "乡",
    "苏木",
    "街道",
    "旗县",
    "旗县区",
    "旗县市",
    "县区",
    "市区",
    "嘎查村",
    "村",
    "银行",
    "学校",
    "医院",
    "企业",
    "支部",
    "工会",
    "联合会",
    "专班",
];

/// Labels before a list of owners.
const LABELS: [&str; 11] = [
    "责任单位",
    "责任部门",
    "牵头单位",
    "牵头部门",
    "配合单位",
    "配合部门",
    "负责单位",
    "实施单位",
    "责任主体",
    "责任人",
    "责任领导",
];

/// Verbs after an owner.
const DUTIES: [&str; 9] = [
    "牵头", "负责", "配合", "会同", "落实", "参与", "协助", "承办", "主办",
];

/// What follows a subject: modals, and what a date begins with.
const BEHIND_SUBJECT: [&str; 6] = ["要", "应", "须", "于", "将", "务"];

/// The owners that `text` names, in order, none twice.
pub fn find(text: &str) -> Vec<String> {
    let mut owners = Vec::new();
    any_part(text, |part, signs| {
        add_part(part, signs, &mut owners);
        false
    });
    owners
}

/// The owners that `text` names first: those who lead where others help.
pub fn lead(text: &str) -> Vec<String> {
    let mut owners = Vec::new();
    any_part(text, |part, signs| {
        add_part(part, signs, &mut owners);
        owners.retain(|owner| !is_anybody(owner));
        !owners.is_empty()
    });
    owners
}

/// What stands in a part of a text, each a bit.
const ENDS_PART: u32 = 1;
const ENDS_LABEL: u32 = 1 << 1;
const DUTY: u32 = 1 << 2;
const FOLLOWS_SUBJECT: u32 = 1 << 3;

/// The marks between the parts of a text.
const BETWEEN: [&str; 16] = [
    "，", ",", "；", ";", "。", "（", "）", "(", ")", "［", "］", "[", "]", "【", "】", "\n",
];

/// Tells `found` the parts of a text that may name an owner, each with the signs for it, until it says
/// that it has enough. One walk finds the marks between them and the signs in them.
fn any_part<'a>(text: &'a str, mut found: impl FnMut(&'a str, u32) -> bool) {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let between = BETWEEN.into_iter().map(|mark| (mark, ENDS_PART));
        let labels = ["：", ":"].into_iter().map(|mark| (mark, ENDS_LABEL));
        let duties = DUTIES.into_iter().map(|duty| (duty, DUTY));
        let behind = BEHIND_SUBJECT
            .into_iter()
            .map(|word| (word, FOLLOWS_SUBJECT));
        Trie::new(between.chain(labels).chain(duties).chain(behind))
    });
    let (mut start, mut signs) = (0, 0);
    let has_enough = table.any(text, |at, end, sign| {
        if sign != ENDS_PART {
            signs |= sign;
            return false;
        }
        let part = &text[start..at];
        start = end;
        let signs = std::mem::take(&mut signs);
        signs != 0 && found(part.trim(), signs)
    });
    if !has_enough && signs != 0 {
        found(text[start..].trim(), signs);
    }
}

fn add_part(part: &str, signs: u32, owners: &mut Vec<String>) {
    let has = |sign: u32| signs & sign != 0;
    if has(ENDS_LABEL)
        && let Some(list) = labelled(part)
    {
        add_list(list, false, owners);
    } else if has(DUTY)
        && let Some(list) = before_duty(part)
    {
        add_list(list, true, owners);
    } else if has(FOLLOWS_SUBJECT)
        && let Some(subject) = subject(part)
    {
        add_list(subject, true, owners);
    }
}

/// Whether the words name nobody in particular: 各部门, 有关单位, 全旗上下.
pub fn is_anybody(owner: &str) -> bool {
    [
        "各", "有关", "相关", "全", "我", "所有", "本", "两", "上级", "职能", "责任",
    ]
    .iter()
    .any(|word| owner.starts_with(word))
        || owner.chars().count() < 3 && !owner.ends_with(['局', '办', '厅'])
        || matches!(
            owner,
            "政府"
                | "党委"
                | "部门"
                | "单位"
                | "企业"
                | "委员会"
                | "办公室"
                | "国有企业纪委"
                | "人民政府"
        )
}

/// 责任单位：A、B
fn labelled(part: &str) -> Option<&str> {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    let (label, list) = part.split_once(['：', ':'])?;
    let labels = TABLE.get_or_init(|| Trie::backward(LABELS.into_iter().zip(0..)));
    labels.ends(label).then_some(list)
}

/// 由A、B牵头, A负责.
fn before_duty(part: &str) -> Option<&str> {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    let duties = TABLE.get_or_init(|| Trie::new(DUTIES.into_iter().zip(0..)));
    let mut first = 0;
    duties.any(part, |at, _, _| {
        first = at;
        true
    });
    if first == 0 {
        return None;
    }
    let list = &part[..first];
    let list = list.rsplit_once('由').map_or(list, |(_, list)| list);
    let list = [
        "按照职责分工",
        "按职责分工",
        "按分工",
        "具体",
        "共同",
        "分别",
        "统一",
        "全面",
    ]
    .iter()
    .find_map(|word| list.strip_suffix(word))
    .unwrap_or(list);
    is_body_list(list).then_some(list)
}

/// 各单位要…, 市财政局于…: a body at the head of a clause that a modal or a date follows.
fn subject(part: &str) -> Option<&str> {
    part.char_indices()
        .take_while(|(at, _)| *at <= 90)
        .filter(|(_, character)| matches!(character, '要' | '应' | '须' | '于' | '将' | '务'))
        .map(|(at, _)| &part[..at])
        .find(|list| is_body_list(list))
}

/// Whether every name of a list ends as a body does.
fn is_body_list(list: &str) -> bool {
    !list.is_empty() && names(list).all(is_body)
}

fn is_body(name: &str) -> bool {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    let ends = TABLE.get_or_init(|| Trie::backward(BODY_ENDS.into_iter().zip(0..)));
    ends.ends(name)
        && (2..=22).contains(&name.chars().take(23).count())
        && !name.contains(['的', '是', '为', '把', '将', '对'])
}

/// The names of a list: A、B和C. Brackets of a place list (旗县（市、区）) are not divided here: the text was
/// cut at them before.
fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(['、', ' ', '　'])
        .flat_map(linked)
        .map(|name| name.trim_end_matches('等').trim())
        .filter(|name| !name.is_empty())
}

/// The names that 和 and the like link: it divides only behind a body, 人力资源和社会保障局 is one.
fn linked(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(part);
    std::iter::from_fn(move || {
        let names = rest.take()?;
        let first = names
            .match_indices(['和', '及', '与'])
            .map(|(at, link)| {
                (
                    names[..at].trim_end_matches('以'),
                    &names[at + link.len()..],
                )
            })
            .find(|(name, _)| is_body(name));
        match first {
            Some((name, others)) => {
                rest = Some(others);
                Some(name)
            }
            None => Some(names),
        }
    })
}

fn add_list(list: &str, only_bodies: bool, owners: &mut Vec<String>) {
    for name in names(list) {
        let fits = if only_bodies {
            is_body(name)
        } else {
            name.chars().count() <= 22
        };
        if fits && !owners.iter().any(|owner| owner == name) {
            owners.push(name.to_owned());
        }
    }
}

#[cfg(test)]
mod tests;
