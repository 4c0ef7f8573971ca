//! The 虚实 ladder: the first step that fits a sentence.

use std::sync::OnceLock;

use super::particulars::{self, Home};
use crate::lexicon::Trie;
use crate::model::{Claim, Ladder, Span, Status, Task};
use crate::reading::Reading;
use crate::tasks::is_anybody;
use crate::terms::{self, Hit};
use crate::text::character::is_letter;

/// A sentence of fewer characters, marks aside, is not graded.
const SHORTEST: usize = 6;
/// The share of fixed wording from which a sentence is formulaic (套话).
const FORMULAIC: f64 = 0.6;

/// The step of each sentence.
pub fn grade(
    reading: &Reading,
    claims: &[Claim],
    tasks: &[Task],
    wording: &[Hit],
) -> Vec<Option<Ladder>> {
    let mut measured = vec![false; reading.sentences.len()];
    for claim in claims.iter().filter(|claim| claim.status != Status::Other) {
        if let Some(measured) = measured.get_mut(claim.sentence) {
            *measured = true;
        }
    }
    let mut assigned = vec![false; reading.sentences.len()];
    for task in tasks {
        let owned = task.owners.iter().any(|owner| !is_anybody(owner));
        if (owned || task.deadline.is_some())
            && let Some(assigned) = assigned.get_mut(reading.sentence_at(task.span.start))
        {
            *assigned = true;
        }
    }
    let home = Home::of(reading);
    reading
        .sentences
        .iter()
        .enumerate()
        .map(|(index, sentence)| {
            let text = sentence.of(reading.text);
            if reading.sentence_is_heading[index] || !is_gradable(text) {
                return None;
            }
            Some(if measured[index] {
                Ladder::Measurable
            } else if assigned[index] || particulars::any(text, &home) {
                Ladder::Concrete
            } else if is_formulaic(reading.text, *sentence, wording) {
                Ladder::Formulaic
            } else {
                Ladder::General
            })
        })
        .collect()
}

fn is_gradable(text: &str) -> bool {
    text.chars()
        .filter(|&c| is_letter(c))
        .nth(SHORTEST - 1)
        .is_some()
}

fn is_formulaic(text: &str, sentence: Span, wording: &[Hit]) -> bool {
    if terms::cover(text, sentence, wording).share() < FORMULAIC {
        return false;
    }
    let cues = cues().marks(sentence.of(text));
    // A sentence that admits is one that does not set out to mend in the same breath.
    let admits = cues & ADMITS != 0 && cues & MENDS == 0;
    !admits && cues & EXPLAINS == 0
}

/// What a sentence does besides filling space, each a bit.
const ADMITS: u32 = 1;
const MENDS: u32 = 1 << 1;
const EXPLAINS: u32 = 1 << 2;

/// Words that admit a shortcoming: who says so says something that is no padding.
const ADMISSIONS: [&str; 22] = [
    "不强",
    "不够",
    "不足",
    "不高",
    "不多",
    "不优",
    "短板",
    "有待",
    "滞后",
    "薄弱",
    "淡薄",
    "陈旧",
    "缺乏",
    "欠缺",
    "差距",
    "单一",
    "还没",
    "尚未",
    "问题仍",
    "问题依然",
    "问题也",
    "问题还",
];

/// Words that set out to mend one.
const MENDING: [&str; 8] = [
    "补齐",
    "补短板",
    "补上",
    "解决",
    "破解",
    "缩小",
    "克服",
    "强弱项",
];

/// Words that say what a word means: an explanation, whatever the word.
const EXPLAINING: [&str; 7] = [
    "是指",
    "指的是",
    "的总和",
    "称为",
    "所谓",
    "简单地说",
    "定义",
];

fn cues() -> &'static Trie {
    static CUES: OnceLock<Trie> = OnceLock::new();
    CUES.get_or_init(|| {
        let admitting = ADMISSIONS.into_iter().map(|word| (word, ADMITS));
        let mending = MENDING.into_iter().map(|word| (word, MENDS));
        let explaining = EXPLAINING.into_iter().map(|word| (word, EXPLAINS));
        Trie::new(admitting.chain(mending).chain(explaining))
    })
}
