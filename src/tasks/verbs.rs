//! The verb at the head of a commitment: 要, then adverbs, then what is to be done.

use std::sync::OnceLock;

use crate::lexicon::ACTION_VERBS;
use crate::lexicon::Trie;
use crate::reading::{ends_clause, ends_sentence};

/// Adverbs that stand before the verb.
const ADVERBS: [&str; 61] = [
    "进一步",
    "切实",
    "全面",
    "深入",
    "扎实",
    "积极",
    "大力",
    "不断",
    "持续",
    "着力",
    "努力",
    "认真",
    "严格",
    "抓紧",
    "尽快",
    "尽早",
    "及时",
    "全力",
    "稳步",
    "稳妥",
    "有序",
    "有力",
    "有效",
    "统筹",
    "科学",
    "合理",
    "充分",
    "广泛",
    "继续",
    "逐步",
    "重点",
    "主动",
    "坚决",
    "加快",
    "加速",
    "深度",
    "精准",
    "精心",
    "高标准",
    "高质量",
    "高效",
    "常态化",
    "因地制宜",
    "千方百计",
    "牢牢",
    "始终",
    "不折不扣",
    "坚定不移",
    "再",
    "更",
    "还",
    "也",
    "都",
    "依法",
    "同步",
    "集中",
    "优先",
    "率先",
    "分类",
    "分期",
    "分批",
];

/// What may stand before the modal or the verb and is no part of it.
const OPENERS: [&str; 30] = [
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "一要", "二要",
    "三要", "四要", "五要", "六要", "七要", "八要", "首先", "其次", "最后", "同时", "今年", "明年",
    "要", "将", "须", "应", "请", "拟",
];

/// What makes a demand or a promise of the clause behind it.
pub const MODALS: [&str; 4] = ["要", "将", "须", "应"];

/// Characters before 要 that make it part of another word.
const NOT_MODAL_BEFORE: &str = "重主需必纲摘首紧扼概只不简提险机索政人若如是有为所想";
/// Characters after 要 that do so.
const NOT_MODAL_AFTER: &str = "求素点害闻件义领塞道地么是不职目旨";

/// A verb found: where it begins in the clause, and whether it names an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Bytes before the verb and its adverbs.
    pub start: usize,
    /// Whether something is done; else it is a stance (坚持, 树立).
    pub is_act: bool,
}

fn verbs() -> &'static Trie {
    static VERBS: OnceLock<Trie> = OnceLock::new();
    VERBS.get_or_init(|| {
        Trie::new(
            ACTION_VERBS
                .iter()
                .map(|row| (row[0], u32::from(row[1] == "act"))),
        )
    })
}

fn openers() -> &'static Trie {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    TABLE.get_or_init(|| Trie::new(OPENERS.into_iter().zip(0..)))
}

fn adverbs() -> &'static Trie {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    TABLE.get_or_init(|| Trie::new(ADVERBS.into_iter().zip(0..)))
}

/// The verb that a clause begins with, openers and adverbs passed over.
pub fn at_head(clause: &str) -> Option<Head> {
    let mut rest = clause;
    while let Some((length, _)) = openers().longest(rest) {
        rest = rest[length..].trim_start_matches(['，', '、', ' ']);
    }
    let start = clause.len() - rest.len();
    loop {
        if let Some((length, is_act)) = verbs().longest(rest) {
            // 发展的…, 建设是…: a noun, not an order.
            let is_noun = matches!(rest[length..].chars().next(), Some('的' | '是'));
            return (!is_noun).then_some(Head {
                start,
                is_act: is_act == 1,
            });
        }
        let (length, _) = adverbs().longest(rest)?;
        rest = rest[length..].trim_start_matches('地');
    }
}

/// The verb of a clause: at its head, or after a modal inside it.
pub fn of_clause(clause: &str) -> Option<Head> {
    if let Some(head) = at_head(clause) {
        return Some(head);
    }
    modals(clause).find_map(|after| {
        let head = at_head(&clause[after..])?;
        Some(Head {
            start: after + head.start,
            ..head
        })
    })
}

/// Whether a modal (要, 将, 须) rules a clause of the text.
pub fn has_modal(text: &str) -> bool {
    modals(text).next().is_some()
}

/// The places just after the modals of a text.
fn modals(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter_map(move |(at, character)| {
        if !matches!(character, '要' | '将' | '须' | '应') {
            return None;
        }
        let end = at + character.len_utf8();
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next()?;
        let is_modal = if character == '要' {
            before.is_none_or(|before| !NOT_MODAL_BEFORE.contains(before))
                && !NOT_MODAL_AFTER.contains(after)
        } else {
            // 将 is “will” before a verb, and a mark of the object before a noun.
            let heads_clause = before.is_none_or(|mark| ends_clause(mark) || ends_sentence(mark));
            (heads_clause || character == '将' && before != Some('即'))
                && at_head(&text[end..]).is_some()
        };
        is_modal.then_some(end)
    })
}

/// The clauses of a sentence's text.
pub fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(|mark| ends_clause(mark) || ends_sentence(mark))
        .map(str::trim)
        .filter(|clause| !clause.is_empty())
}

/// A heading's words without its number.
pub fn without_number(title: &str) -> &str {
    let numeral =
        |c: char| c.is_ascii_digit() || "一二三四五六七八九十、.．（）()是要，第 ".contains(c);
    title.trim_start_matches(numeral)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adverbs_and_openers_are_passed_over() {
        let head = at_head("一是要切实加快修建水渠");
        assert_eq!(
            head,
            Some(Head {
                start: "一是要".len(),
                is_act: true
            })
        );
        assert_eq!(at_head("坚持实事求是").map(|head| head.is_act), Some(false));
        assert_eq!(at_head("发展的根本在人"), None);
        assert_eq!(at_head("水渠已修"), None);
    }

    #[test]
    fn modals_are_told_from_words_that_hold_them() {
        for text in ["水利局要抓紧施工", "我们将修建水渠", "还要加强管理"] {
            assert!(has_modal(text), "{text}");
        }
        for text in [
            "重要的要求",
            "主要任务",
            "将水引入渠",
            "需要资金",
            "纲要要点",
        ] {
            assert!(!has_modal(text), "{text}");
        }
    }
}
