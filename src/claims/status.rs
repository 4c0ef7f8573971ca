//! Promised or done: the sentence's words first, then where it stands.

use super::mention::Mention;
use super::mood::Mood;
use super::period::When;
use super::predicate::Link;
use super::{Around, Scene};
use crate::language::time::Clock;
use crate::model::{Span, Status};

/// A status and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Target or actual.
    pub status: Status,
    /// The rule that decided, a key of `data/strings/`.
    pub because: &'static str,
    /// The word that binds: 确保, 力争.
    pub commitment: Option<&'static str>,
    /// Where the sentence looks.
    pub mood: Mood,
}

/// Words that make a target anywhere.
const FIRM: &[&str] = &["确保", "必须", "务必", "保证"];
const SOFT: &[&str] = &[
    "力争",
    "争取到",
    "努力",
    "力求",
    "力促",
    "预期目标",
    "目标是",
    "目标为",
    "有望",
    "奋斗目标",
];
/// Words that make a target unless the text looks back.
const AHEAD: &[&str] = &[
    "计划",
    "拟",
    "将",
    "争取",
    "预期",
    "今后",
    "未来",
    "接下来",
    "下一步",
    "打算",
    "明年",
    "规划",
    "不低于",
    "控制在",
];
/// Words that report.
const DONE: &[&str] = &[
    "已",
    "了",
    "累计",
    "截至",
    "目前",
    "现有",
    "以来",
    "去年",
    "过去",
    "圆满",
    "同比",
    "比上年",
    "较上年",
    "比去年",
    "年来",
    "曾",
    "先后",
    "成功",
    "荣获",
    "获评",
    "入选",
    "现在",
];

/// Words that report even where the text sets out work to come.
const DONE_BEFORE: &[&str] = &[
    "已", "累计", "截至", "目前", "现有", "以来", "去年", "过去", "年来", "曾", "现在",
];

/// Decides on a mention.
pub fn judge(
    scene: &Scene,
    mention: &Mention,
    around: &Around,
    link: &Link,
    mood: Mood,
    when: Option<&When>,
    clock: Clock,
) -> Judged {
    let before = Span::new(scene.sentence.start, mention.span.start).of(scene.text);
    let clause = Span::new(
        around.clause.start,
        around.right.end.max(around.clause.start),
    )
    .of(scene.text);
    let commitment = FIRM
        .iter()
        .chain(SOFT)
        .copied()
        .filter(|word| commits(last_clauses(before), word))
        .last();
    let found = |status, because| Judged {
        status,
        because,
        commitment,
        mood,
    };

    let future = when.is_some_and(|when| when.is_future(clock));
    let past = when.is_some_and(|when| when.is_past(clock));
    let wants = wants(before);
    // 由A增加到B in a plan: A is where things stand.
    if link.baseline {
        return found(Status::Actual, "because.baseline");
    }
    if before.contains("预计") && !future && mood != Mood::Plan {
        return found(Status::Actual, "because.estimate");
    }
    if mood == Mood::Review {
        let bound_ahead = FIRM.iter().chain(SOFT).any(|word| commits(before, word)) && !past;
        return if future && (bound_ahead || wants || AHEAD.iter().any(|word| before.contains(word)))
        {
            found(Status::Target, "because.future")
        } else {
            found(Status::Actual, "because.review")
        };
    }
    if commitment.is_some() {
        return found(Status::Target, "because.commitment");
    }
    let near_done = DONE
        .iter()
        .any(|word| clause.contains(word) && !is_false_friend(clause, word));
    if future {
        return found(Status::Target, "because.future");
    }
    if when.is_some_and(|when| when.deadline) && !past && !near_done {
        return found(Status::Target, "because.deadline");
    }
    if mood == Mood::Plan {
        let done_before = DONE_BEFORE
            .iter()
            .any(|word| clause.contains(word) && !is_false_friend(clause, word));
        return if past || done_before && !wants && !link.reaches {
            found(Status::Actual, "because.done")
        } else {
            found(Status::Target, "because.plan")
        };
    }
    if wants || AHEAD.iter().any(|word| last_clauses(before).contains(word)) && !near_done {
        return found(Status::Target, "because.ahead");
    }
    if past || near_done {
        return found(Status::Actual, "because.done");
    }
    let acts = [
        "打造", "建设", "推进", "加快", "实施", "培育", "引进", "推动", "抓好", "创建", "新建",
        "完善",
    ];
    let head = Span::new(around.clause.start, mention.span.start)
        .of(scene.text)
        .trim_start();
    let orders = acts.iter().any(|verb| head.starts_with(verb))
        || [
            "精心", "积极", "大力", "着力", "全力", "重点", "深入", "扎实",
        ]
        .iter()
        .any(|adverb| head.starts_with(adverb));
    if orders {
        return found(Status::Target, "because.order");
    }
    found(Status::Actual, "because.standing")
}

/// Whether a word of commitment binds; 在共同努力下 binds nobody.
fn commits(before: &str, word: &str) -> bool {
    before.match_indices(word).any(|(at, _)| {
        let tail = &before[at + word.len()..];
        word != "努力"
            || !before[..at].ends_with(['同', '懈', '苦', '的', '过', '力'])
                && !tail.starts_with(['下', '，', '、', '。', '奋'])
    })
}

/// Whether 要 stands as a modal: 要完成, not 主要, 需要, 要求.
fn wants(before: &str) -> bool {
    before
        .char_indices()
        .filter(|&(_, character)| character == '要')
        .any(|(at, _)| {
            let head = &before[..at];
            let tail = &before[at + '要'.len_utf8()..];
            !head.ends_with([
                '主', '重', '需', '纪', '只', '必', '首', '摘', '概', '提', '简', '紧', '次', '险',
                '若', '不',
            ]) && !tail.starts_with(['求', '素', '点', '害', '领', '闻', '件', '么', '是', '目'])
        })
        || before.contains("必须")
        || before.contains("需要")
}

/// The last two clauses: a word that binds an earlier clause does not bind this one for ever.
fn last_clauses(before: &str) -> &str {
    let mut marks = before.rmatch_indices(['；', ';', '。']);
    marks
        .next()
        .map_or(before, |(at, mark)| &before[at + mark.len()..])
}

/// 为了, 除了: 了 that reports nothing.
fn is_false_friend(clause: &str, word: &str) -> bool {
    match word {
        "了" => ["为了", "除了", "了解", "了不起"]
            .iter()
            .any(|friend| clause.contains(friend)),
        "已" => clause.contains("自已"),
        _ => false,
    }
}
