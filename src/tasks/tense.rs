//! Whether a sentence looks back or forward: by its own words, and else by its heading.

use std::sync::OnceLock;

use super::verbs;
use crate::lexicon::Trie;
use crate::model::DocumentKind;
use crate::reading::Reading;

/// The direction in which a sentence or a section looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// A review: 工作回顾, 一年来, 完成了.
    Past,
    /// A plan, a demand, a promise: 要, 将, 力争, or an order under 目标任务.
    Future,
    /// Neither: argument, background.
    Open,
}

/// Words of a heading that reviews, or describes how things stand.
const REVIEW_HEADINGS: [&str; 17] = [
    "回顾",
    "总结",
    "成绩",
    "成就",
    "过去",
    "年来",
    "工作情况",
    "基本情况",
    "完成情况",
    "执行情况",
    "主要做法",
    "存在问题",
    "存在的问题",
    "面临的",
    "背景",
    "形势分析",
    "现状",
];

/// Words of a heading that plans.
const PLAN_HEADINGS: [&str; 24] = [
    "目标",
    "任务",
    "安排",
    "部署",
    "重点工作",
    "下一步",
    "打算",
    "计划",
    "思路",
    "今后",
    "要求",
    "举措",
    "措施",
    "组织实施",
    "工作重点",
    "时间步骤",
    "实施步骤",
    "建议",
    "展望",
    "抓好",
    "做好",
    "着力",
    "聚焦",
    "确保",
];

/// Words of a sentence that looks back.
const PAST: [&str; 20] = [
    "一年来",
    "五年来",
    "几年来",
    "年来，",
    "以来，",
    "过去",
    "去年",
    "回顾",
    "累计",
    "已经",
    "曾经",
    "取得了",
    "得到了",
    "完成了",
    "实现了",
    "荣获",
    "入选",
    "同比",
    "刚刚",
    "先后",
];

/// Words that a sentence that looks back opens with.
const PAST_OPENINGS: [&str; 8] = [
    "一年来",
    "五年来",
    "过去",
    "去年",
    "回顾",
    "几年来",
    "多年来",
    "近年来",
];

/// Words of a sentence that looks forward wherever it stands.
const FUTURE: [&str; 20] = [
    "力争",
    "争取",
    "确保",
    "务必",
    "将要",
    "即将",
    "预期目标",
    "主要目标",
    "奋斗目标",
    "牵头",
    "年底前",
    "月底前",
    "日前完成",
    "日前上报",
    "日前报",
    "计划新",
    "计划实施",
    "计划建",
    "计划完成",
    "计划投资",
];

/// Words that turn from a review to what comes.
const NEXT: [&str; 4] = ["下一步", "接下来", "今后", "明年"];

/// The direction of every sentence.
pub fn tenses(reading: &Reading) -> Vec<Tense> {
    let mut of_sections: Vec<Tense> = Vec::with_capacity(reading.sections.len());
    for section in &reading.sections {
        let above = section
            .parent
            .and_then(|parent| of_sections.get(parent).copied())
            .unwrap_or_else(|| of_kind(reading.kind));
        let own = of_heading(&section.heading.title);
        // Under a review nothing plans, whatever its inner headings call for.
        of_sections.push(match (above, own) {
            (Tense::Past, _) | (_, Tense::Open) => above,
            (_, own) => own,
        });
    }
    reading
        .sentences
        .iter()
        .enumerate()
        .map(|(index, span)| {
            if reading.sentence_is_heading[index] {
                return Tense::Open;
            }
            let section = reading
                .section_at(span.start)
                .map_or_else(|| of_kind(reading.kind), |section| of_sections[section]);
            of_sentence(span.of(reading.text), section)
        })
        .collect()
}

/// A notice asks for things throughout.
fn of_kind(kind: DocumentKind) -> Tense {
    if kind == DocumentKind::Notice {
        Tense::Future
    } else {
        Tense::Open
    }
}

fn of_heading(title: &str) -> Tense {
    static HEADINGS: OnceLock<Trie> = OnceLock::new();
    let words = HEADINGS.get_or_init(|| {
        let review = REVIEW_HEADINGS.into_iter().map(|word| (word, LOOKS_BACK));
        let plan = PLAN_HEADINGS.into_iter().map(|word| (word, LOOKS_FORWARD));
        Trie::new(review.chain(plan))
    });
    let marks = words.marks(title);
    if marks & LOOKS_BACK != 0 {
        Tense::Past
    } else if marks & LOOKS_FORWARD != 0 || verbs::at_head(verbs::without_number(title)).is_some() {
        Tense::Future
    } else {
        Tense::Open
    }
}

/// Marks of a sentence, each a bit.
const LOOKS_BACK: u32 = 1;
const LOOKS_FORWARD: u32 = 1 << 1;
const TURNS_FORWARD: u32 = 1 << 2;
const HOLDS_MODAL: u32 = 1 << 3;
const HOLDS_YEAR: u32 = 1 << 4;
const HOLDS_LE: u32 = 1 << 5;

/// [`PAST`], [`FUTURE`] and [`NEXT`] in one tree, and what the other signs of a tense cannot do without:
/// one walk over a sentence finds them all.
fn cues() -> &'static Trie {
    static CUES: OnceLock<Trie> = OnceLock::new();
    CUES.get_or_init(|| {
        let past = PAST.iter().map(|word| (*word, LOOKS_BACK));
        let next = NEXT
            .iter()
            .map(|word| (*word, LOOKS_FORWARD | TURNS_FORWARD));
        let future = FUTURE.iter().map(|word| (*word, LOOKS_FORWARD));
        let modals = verbs::MODALS.iter().map(|word| (*word, HOLDS_MODAL));
        let years = ["到20", "到“十"].into_iter().map(|word| (word, HOLDS_YEAR));
        let words = past.chain(next).chain(future).chain(modals).chain(years);
        Trie::new(words.chain([("了", HOLDS_LE)]))
    })
}

/// The direction of a sentence in a section that looks in the direction `section`.
pub fn of_sentence(text: &str, section: Tense) -> Tense {
    let cues = cues().marks(text);
    let has = |mark| cues & mark != 0;
    let back = || has(LOOKS_BACK) || has(HOLDS_LE) && ends_in_le(text);
    if section == Tense::Past {
        return if has(TURNS_FORWARD) {
            Tense::Future
        } else {
            Tense::Past
        };
    }
    let forward = has(LOOKS_FORWARD)
        || has(HOLDS_MODAL) && verbs::has_modal(text)
        || has(HOLDS_YEAR) && names_coming_year(text);
    if forward && !starts_back(text) {
        Tense::Future
    } else if back() {
        Tense::Past
    } else if section == Tense::Future
        && verbs::clauses(text).any(|clause| verbs::at_head(clause).is_some())
    {
        Tense::Future
    } else {
        Tense::Open
    }
}

/// 到2026年, 到“十四五”末.
fn names_coming_year(text: &str) -> bool {
    text.match_indices('到').any(|(at, _)| {
        let rest = &text[at + '到'.len_utf8()..];
        rest.starts_with("20")
            && rest
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .starts_with('年')
            || rest.starts_with("“十") && rest.contains("末")
    })
}

/// A review that a sentence opens with rules the whole of it.
fn starts_back(text: &str) -> bool {
    static OPENINGS: OnceLock<Trie> = OnceLock::new();
    let openings = OPENINGS.get_or_init(|| Trie::new(PAST_OPENINGS.into_iter().zip(0..)));
    openings.longest(text).is_some()
}

/// 了 after a verb, not at the head of 了解 or in 为了.
fn ends_in_le(text: &str) -> bool {
    text.match_indices('了').any(|(at, _)| {
        !text[..at].ends_with('为') && !text[at + '了'.len_utf8()..].starts_with('解')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_told_from_a_review() {
        for (text, section, tense) in [
            ("要抓紧修建北河水库。", Tense::Open, Tense::Future),
            ("修建北河水库，移民搬迁。", Tense::Future, Tense::Future),
            ("修建了北河水库。", Tense::Future, Tense::Past),
            ("一年来，修建北河水库。", Tense::Open, Tense::Past),
            ("水利是重要的基础。", Tense::Open, Tense::Open),
            ("到2026年粮食产量达到5亿斤。", Tense::Open, Tense::Future),
            ("要修建北河水库。", Tense::Past, Tense::Past),
        ] {
            assert_eq!(of_sentence(text, section), tense, "{text}");
        }
    }

    #[test]
    fn headings_tell_their_direction() {
        assert_eq!(of_heading("一、过去五年工作回顾"), Tense::Past);
        assert_eq!(of_heading("二、今年的主要任务"), Tense::Future);
        assert_eq!(of_heading("（三）加快水利建设"), Tense::Future);
        assert_eq!(of_heading("水之利"), Tense::Open);
    }
}
