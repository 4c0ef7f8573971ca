//! Promised or done: the sentence's words first, then where it stands.

use std::sync::OnceLock;

use super::mention::Mention;
use super::mood::Mood;
use super::period::When;
use super::predicate::{self, Link};
use super::{Around, Scene};
use crate::model::{Span, Status};
use crate::terms::Trie;

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
    "已", "累计", "截至", "目前", "现有", "以来", "去年", "过去", "年来", "曾", "现在", "年间",
];

/// Those that report even where the sums of years to come are set (五年累计降低17%).
const DONE_FIRMLY: &[&str] = &[
    "已", "截至", "目前", "现有", "以来", "去年", "过去", "年来", "曾", "现在", "年间",
];

/// Other words that decide; each stands for itself.
const OTHERS: &[&str] = &[
    "截至",
    "截止",
    "预计",
    "必须",
    "需要",
    "要",
    "为了",
    "除了",
    "了解",
    "了不起",
    "自已",
    "牵头",
    "负责",
    "责任单位",
    "责任部门",
    "守住",
    "严守",
    "坚守",
];

/// The groups that a word belongs to, each a bit.
const COMMITS: u32 = 1;
const LOOKS_AHEAD: u32 = 1 << 1;
const REPORTS: u32 = 1 << 2;
const REPORTS_BEFORE: u32 = 1 << 3;
const REPORTS_FIRMLY: u32 = 1 << 4;

/// All words that decide, the commitments first and in their order, with their groups.
struct Table {
    words: Vec<(&'static str, u32)>,
    trie: Trie,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut words: Vec<(&str, u32)> = Vec::new();
        let groups = [
            (FIRM, COMMITS),
            (SOFT, COMMITS),
            (AHEAD, LOOKS_AHEAD),
            (DONE, REPORTS),
            (DONE_BEFORE, REPORTS_BEFORE),
            (DONE_FIRMLY, REPORTS_FIRMLY),
            (OTHERS, 0),
        ];
        for (list, group) in groups {
            for &word in list {
                match words.iter_mut().find(|(known, _)| *known == word) {
                    Some((_, of_word)) => *of_word |= group,
                    None => words.push((word, group)),
                }
            }
        }
        let trie = Trie::new(words.iter().map(|(word, _)| *word).zip(0..));
        Table { words, trie }
    })
}

/// The words of a sentence that decide, found once for all of its mentions.
pub struct Cues<'a> {
    text: &'a str,
    /// Where they stand and their number in the table, from left to right.
    found: Vec<(Span, usize)>,
}

impl<'a> Cues<'a> {
    /// The cues of a sentence of `text`.
    pub fn of(text: &'a str, sentence: Span) -> Self {
        let mut found = Vec::new();
        table().trie.each(sentence.of(text), |at, length, number| {
            let start = sentence.start + at;
            found.push((Span::new(start, start + length), number as usize));
        });
        Self { text, found }
    }

    /// Those in a stretch: the word, its groups, where it stands.
    fn within(&self, stretch: Span) -> impl Iterator<Item = (&'static str, u32, Span)> {
        let from = self
            .found
            .partition_point(|(span, _)| span.start < stretch.start);
        self.found[from..]
            .iter()
            .take_while(move |(span, _)| span.start < stretch.end)
            .filter(move |(span, _)| span.end <= stretch.end)
            .map(|&(span, number)| {
                let (word, groups) = table().words[number];
                (word, groups, span)
            })
    }

    fn has(&self, stretch: Span, words: &[&str]) -> bool {
        self.within(stretch)
            .any(|(word, _, _)| words.contains(&word))
    }

    fn has_group(&self, stretch: Span, group: u32) -> bool {
        self.within(stretch)
            .any(|(_, groups, _)| groups & group != 0)
    }

    /// The commitment of a stretch: of several words the one that stands last in the table.
    fn commitment(&self, stretch: Span) -> Option<&'static str> {
        self.found
            .iter()
            .filter(|(span, number)| {
                let (word, groups) = table().words[*number];
                groups & COMMITS != 0
                    && stretch.covers(*span)
                    && commits(stretch.of(self.text), word, span.start - stretch.start)
            })
            .map(|(_, number)| *number)
            .max()
            .map(|number| table().words[number].0)
    }

    /// Whether a word of a group reports something in a stretch.
    fn reports(&self, stretch: Span, group: u32) -> bool {
        self.within(stretch).any(|(word, groups, span)| {
            groups & group != 0
                && match word {
                    // 为了, 除了: 了 that reports nothing.
                    "了" => !self.has(stretch, &["为了", "除了", "了解", "了不起"]),
                    "已" => !self.has(stretch, &["自已"]),
                    "年间" => !self.has(stretch, &["今后", "未来"]),
                    // 规模大于去年: compared with, not reported.
                    "去年" | "过去" => {
                        !self.text[..span.start].ends_with(['于', '比', '较', '同', '与', '过'])
                    }
                    _ => true,
                }
        })
    }

    /// Whether 将 stands before a verb: 将达到, not 将其纳入.
    fn will(&self, from: usize, to: usize) -> bool {
        self.within(Span::new(from, to)).any(|(word, _, span)| {
            word == "将" && predicate::continues(Span::new(span.end, to).of(self.text))
        })
    }

    /// Whether a year's plan is quoted: 1980年计划.
    fn of_plan(&self, stretch: Span) -> bool {
        self.within(stretch).any(|(word, _, span)| {
            word == "计划"
                && Span::new(stretch.start, span.start)
                    .of(self.text)
                    .ends_with('年')
        })
    }

    /// Whether a sentence reports: 同比, 比上年, 已, 了, and nothing in it plans.
    pub fn only_reports(&self, sentence: Span) -> bool {
        self.reports(sentence, REPORTS)
            && !self.wants(sentence)
            && !self.has_group(sentence, LOOKS_AHEAD | COMMITS)
    }

    /// Whether a duty is named: 牵头, 负责, 责任单位.
    pub fn names_duty(&self, sentence: Span) -> bool {
        self.has(sentence, &["牵头", "负责", "责任单位", "责任部门"])
    }

    /// Whether 要 stands as a modal: 要完成, not 主要, 需要, 要求.
    fn wants(&self, stretch: Span) -> bool {
        self.within(stretch).any(|(word, _, span)| match word {
            "要" => is_modal(
                Span::new(stretch.start, span.start).of(self.text),
                Span::new(span.end, stretch.end).of(self.text),
            ),
            "必须" | "需要" => true,
            _ => false,
        })
    }
}

/// Whether 要 between two stretches is a modal: not 主要, 需要, 要求.
fn is_modal(head: &str, tail: &str) -> bool {
    !head.ends_with([
        '主', '重', '需', '纪', '只', '必', '首', '摘', '概', '提', '简', '紧', '次', '险', '若',
        '不',
    ]) && !tail.starts_with(['求', '素', '点', '害', '领', '闻', '件', '么', '是', '目'])
}

/// The place of the first 要 in a text that is a modal.
pub fn modal(text: &str) -> Option<usize> {
    text.match_indices('要')
        .map(|(at, _)| at)
        .find(|&at| is_modal(&text[..at], &text[at + '要'.len_utf8()..]))
}

/// Decides on a mention.
pub fn judge(
    scene: &Scene,
    mention: &Mention,
    around: &Around,
    link: &Link,
    when: Option<&When>,
) -> Judged {
    let Scene {
        cues, mood, clock, ..
    } = scene;
    let (mood, clock) = (*mood, *clock);
    let before = Span::new(scene.sentence.start, mention.span.start);
    let recent = last_clauses(scene.text, before);
    let clause = Span::new(
        around.clause.start,
        around.right.end.max(around.clause.start),
    );
    let commitment = cues.commitment(recent);
    let found = |status, because| Judged {
        status,
        because,
        commitment,
        mood,
    };

    let future = when.is_some_and(|when| when.is_future(clock));
    let past = when.is_some_and(|when| when.is_past(clock));
    let wants = cues.wants(before);
    // 由A增加到B in a plan: A is where things stand.
    if link.baseline {
        return found(Status::Actual, "because.baseline");
    }
    if cues.has(before, &["截至", "截止"]) && !future {
        return found(Status::Actual, "because.done");
    }
    // 守住18亿亩耕地红线
    if mood != Mood::Review
        && cues.has(clause, &["守住", "严守", "坚守"])
        && !cues.reports(clause, REPORTS)
    {
        return found(Status::Target, "because.order");
    }
    if cues.has(before, &["预计"]) && !future && mood != Mood::Plan {
        return found(Status::Actual, "because.estimate");
    }
    if mood == Mood::Review {
        // 1980年将达到29%: what is still to come in a passage that looks back.
        let planned = !cues.reports(clause, REPORTS) && cues.of_plan(before);
        if !past && (planned || cues.will(clause.start, mention.span.start)) {
            return found(Status::Target, "because.ahead");
        }
        let bound_ahead = cues.commitment(before).is_some() && !past;
        return if future && (bound_ahead || wants || cues.has_group(before, LOOKS_AHEAD)) {
            found(Status::Target, "because.future")
        } else {
            found(Status::Actual, "because.review")
        };
    }
    if commitment.is_some() {
        return found(Status::Target, "because.commitment");
    }
    let near_done = cues.reports(clause, REPORTS);
    // 今年上半年…比去年同期增长: part of the year, and it is reported.
    let reported = when.is_some_and(|when| when.is_part() && !when.deadline) && near_done && !wants;
    if future && !reported {
        return found(Status::Target, "because.future");
    }
    if past && !wants && mood == Mood::Open {
        return found(Status::Actual, "because.done");
    }
    if when.is_some_and(|when| when.deadline) && !past && !near_done {
        return found(Status::Target, "because.deadline");
    }
    if mood == Mood::Plan {
        let sums_up = when.is_some_and(|when| when.is_stretch_ahead(clock));
        let done_before = cues.reports(
            clause,
            if sums_up {
                REPORTS_FIRMLY
            } else {
                REPORTS_BEFORE
            },
        );
        let over = when.is_some_and(|when| when.is_over(clock))
            && !wants
            && !cues.has_group(recent, LOOKS_AHEAD);
        return if past || over || done_before && !wants && !link.reaches {
            found(Status::Actual, "because.done")
        } else {
            found(Status::Target, "because.plan")
        };
    }
    if wants || cues.has_group(recent, LOOKS_AHEAD) && !near_done {
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

/// Whether a word of commitment at `at` binds; 在共同努力下 binds nobody.
fn commits(before: &str, word: &str, at: usize) -> bool {
    let tail = &before[at + word.len()..];
    word != "努力"
        || !before[..at].ends_with(['同', '懈', '苦', '的', '过', '力'])
            && !tail.starts_with(['下', '，', '、', '。', '奋'])
}

/// The last clauses: a word that binds an earlier one does not bind this one for ever.
fn last_clauses(text: &str, before: Span) -> Span {
    let words = before.of(text);
    let start = words
        .rmatch_indices(['；', ';', '。'])
        .next()
        .map_or(0, |(at, mark)| at + mark.len());
    Span::new(before.start + start, before.end)
}
