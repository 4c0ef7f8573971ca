//! The words of a sentence that promise, plan or report (确保, 计划, 已).

use std::sync::OnceLock;

use crate::claims::predicate;
use crate::lexicon::Trie;
use crate::model::Span;

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
pub(super) const COMMITS: u32 = 1;
pub(super) const LOOKS_AHEAD: u32 = 1 << 1;
pub(super) const REPORTS: u32 = 1 << 2;
pub(super) const REPORTS_BEFORE: u32 = 1 << 3;
pub(super) const REPORTS_FIRMLY: u32 = 1 << 4;

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

    pub(super) fn has(&self, stretch: Span, words: &[&str]) -> bool {
        self.within(stretch)
            .any(|(word, _, _)| words.contains(&word))
    }

    pub(super) fn has_group(&self, stretch: Span, group: u32) -> bool {
        self.within(stretch)
            .any(|(_, groups, _)| groups & group != 0)
    }

    /// The commitment of a stretch: of several words the one that stands last in the table.
    pub(super) fn commitment(&self, stretch: Span) -> Option<&'static str> {
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
    pub(super) fn reports(&self, stretch: Span, group: u32) -> bool {
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
    pub(super) fn will(&self, from: usize, to: usize) -> bool {
        self.within(Span::new(from, to)).any(|(word, _, span)| {
            word == "将" && predicate::continues(Span::new(span.end, to).of(self.text))
        })
    }

    /// Whether a year's plan is quoted: 1980年计划.
    pub(super) fn of_plan(&self, stretch: Span) -> bool {
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
    pub(super) fn wants(&self, stretch: Span) -> bool {
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

/// Whether a word of commitment at `at` binds; 在共同努力下 binds nobody.
fn commits(before: &str, word: &str, at: usize) -> bool {
    let tail = &before[at + word.len()..];
    word != "努力"
        || !before[..at].ends_with(['同', '懈', '苦', '的', '过', '力'])
            && !tail.starts_with(['下', '，', '、', '。', '奋'])
}
