//! Dated events: a day or month (4月15日), or a year with what was done in it (2021年签订).

use std::sync::OnceLock;

use super::{Hint, Kind};
use crate::lexicon::Trie;

/// Verbs of things that happen once.
const ONCE: [&str; 18] = [
    "签订", "签署", "成立", "召开", "举办", "举行", "建成", "启动", "开工", "投产", "通车", "竣工",
    "颁布", "施行", "印发", "揭牌", "落成", "获批",
];

/// What the name of an event ends with.
const NAMED: [&str; 22] = [
    "普查",
    "运动会",
    "博览会",
    "锦标赛",
    "文化节",
    "旅游节",
    "艺术节",
    "音乐节",
    "丰收节",
    "采摘节",
    "论坛",
    "交易会",
    "洽谈会",
    "展销会",
    "推介会",
    "招商会",
    "马拉松",
    "大奖赛",
    "技能大赛",
    "那达慕",
    "邀请赛",
    "联赛",
];

/// Whose events these are: 全国青少年锦标赛, 第三届牡丹文化节.
const SCOPES: [&str; 8] = ["全国", "全省", "国际", "世界", "中国", "亚洲", "届", "次全"];

/// Ends of a stretch that are a deadline by themselves.
const DUE: [&str; 4] = ["年底前", "月底前", "年末前", "月末前"];

/// Events by their date, number or name.
pub fn kinds(all: &mut Vec<Kind>) {
    all.push(Kind::new(["月"], dated));
    all.push(Kind::new(["年"], happens));
    all.push(Kind::new(["日前", "月前"], |hint| {
        states_number(hint.before())
    }));
    all.push(Kind::new(DUE, |_| true));
    all.push(Kind::new(["季度末前"], by_quarter));
    all.push(Kind::new(["第"], numbered));
    all.push(Kind::new(NAMED, named));
}

fn states_number(head: &str) -> bool {
    head.ends_with(|c: char| c.is_ascii_digit())
}

fn without_digits(head: &str) -> &str {
    head.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// 二季度末前 beside another date or an event.
fn by_quarter(hint: &Hint) -> bool {
    ["年", "月", "日前", "底前", "第"]
        .iter()
        .chain(&NAMED)
        .any(|word| hint.text.contains(word))
}

/// 4月15日
fn dated(hint: &Hint) -> bool {
    let before = hint.before();
    if !states_number(before) {
        return false;
    }
    let after = hint.after();
    let days = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let day_follows = days.len() < after.len() && days.starts_with('日');
    day_follows
        || without_digits(before)
            .strip_suffix('年')
            .is_some_and(states_number)
}

/// A year of four digits with a verb of [`ONCE`] within the next ten characters.
fn happens(hint: &Hint) -> bool {
    static VERBS: OnceLock<Trie> = OnceLock::new();
    let before = hint.before();
    if before.len() - without_digits(before).len() != 4 {
        return false;
    }
    let rest = hint.after();
    let near = rest
        .char_indices()
        .nth(10)
        .map_or(rest, |(end, _)| &rest[..end]);
    VERBS
        .get_or_init(|| Trie::new(ONCE.into_iter().zip(0..)))
        .stands_in(near)
}

/// A meeting by its number in digits: 第42次常务会议.
fn numbered(hint: &Hint) -> bool {
    let rest = hint.after();
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    tail.len() < rest.len()
        && tail.starts_with(['次', '届'])
        && tail.chars().take(12).any(|c| c == '会')
}

/// An event with a name: its scope or its number stands at most twelve characters before.
fn named(hint: &Hint) -> bool {
    let before = hint.before();
    let from = before
        .char_indices()
        .rev()
        .take(12)
        .take_while(|(_, mark)| !matches!(mark, '，' | '、' | '。' | '；' | ',' | ';'))
        .last()
        .map_or(before.len(), |(at, _)| at);
    SCOPES.iter().any(|scope| before[from..].contains(scope))
}
