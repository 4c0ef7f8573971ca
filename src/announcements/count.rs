//! Counts that a text announces of its own parts: 四点意见, “三条底线”, 十方面工作.

use crate::lexicon::announcing::{self, Role};
use crate::lexicon::part_counters::{self, Count as Counts, Row};
use crate::lexicon::part_nouns::{self, Is};
use crate::model::{AnnouncedItem, Span};
use crate::text::character::is_han;
use crate::text::{before, is_digit, numeral, window_before};

/// A count with its classifier and noun.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Count<'a> {
    /// The number of parts.
    pub number: u32,
    /// The classifier (点, 个, 方面).
    pub classifier: &'static Row,
    /// What is counted; empty in 三点.
    pub noun: &'a str,
    /// From the number to the end of the noun.
    pub span: Span,
    /// Where the words end that no mark divides from the noun: 三个方面|抓好落实.
    pub end: usize,
    /// Whether quotation marks stand around it.
    pub quoted: bool,
}

/// Whether a noun is, or ends as, one that parts of a text are called by.
fn ends_as_part(noun: &str) -> bool {
    let row = part_nouns::TABLE.longest_at_end(noun);
    row.is_some_and(|row| row.is == Is::Part)
}

impl Count<'_> {
    /// Whether the noun is one that parts of a text are called by; none at all counts as one.
    pub fn names_parts(&self) -> bool {
        let noun = self.noun.trim_end_matches(['”', '"']);
        noun.is_empty() && self.classifier.counts.has(Counts::Bare) || ends_as_part(noun)
    }
}

/// The counts in `words`, which begin at `offset` of the document's text.
pub(super) fn counts<'a>(words: &'a str, offset: usize) -> Vec<Count<'a>> {
    let mut found = Vec::new();
    let mut skip_to = 0;
    for (at, character) in words.char_indices() {
        if at < skip_to || !numeral::may_begin(character) {
            continue;
        }
        let Some((number, length)) = numeral::small(&words[at..]) else {
            continue;
        };
        skip_to = at + length;
        let rest = &words[at + length..];
        let mut classifiers = part_counters::TABLE.beginnings(rest);
        let Some(classifier) = classifiers.find(|row| row.counts.has(Counts::Announced)) else {
            continue;
        };
        if !(2..=30).contains(&number) || !opens_count(words, at) {
            continue;
        }
        let tail = &rest[classifier.word.len()..];
        let noun_length = tail.find(|c| !(is_han(c) || matches!(c, '+' | '＋')));
        let noun_length = noun_length.unwrap_or(tail.len());
        let run = &tail[..noun_length];
        // 满12个月且评估合格的
        let is_time = |row: &part_nouns::Row| row.is == Is::Time;
        if part_nouns::TABLE.beginnings(run).any(is_time) && classifier.word == TIMES {
            continue;
        }
        let noun = noun_of(classifier.word, run);
        let quoted = matches!(before(words, at), Some('“' | '"' | '‘'))
            && tail[noun_length..].starts_with(['”', '"', '’']);
        skip_to = at + length + classifier.word.len();
        found.push(Count {
            number,
            classifier,
            noun,
            span: Span::new(at, skip_to + noun.len()).moved(offset),
            end: offset + skip_to + noun_length,
            quoted,
        });
    }
    found
}

/// The classifier of months and hours.
const TIMES: &str = "个";

/// What is counted, out of the words after the classifier: nothing in 三个方面抓好落实 and in
/// 两点需要说明, for what follows these is a noun only where it is short or tied by 的.
fn noun_of<'a>(classifier: &str, run: &'a str) -> &'a str {
    /// The most characters of such a noun.
    const LONGEST: usize = 4;
    let tied = run.starts_with(['的', '主', '重', '突']);
    let short = run.chars().nth(LONGEST).is_none();
    let named = ends_as_part(run);
    if classifier.ends_with(['面', '点']) && !(named && (tied || short)) {
        ""
    } else {
        run
    }
}

/// Whether a number at `at` can be a count of its own: not an ordinal, a fraction, a reference back.
fn opens_count(words: &str, at: usize) -> bool {
    const TIES: [char; 20] = [
        '第', '这', '那', '前', '后', '每', '头', '其', '各', '上', '近', '约', '.', '+', '个',
        '-', '—', '～', '至', '到',
    ];
    let tied = words[..at].ends_with(|previous: char| {
        TIES.contains(&previous) || is_digit(previous) || numeral::in_chinese(previous)
    });
    let mut near = announcing::TABLE.inside(window_before(words, at, 4));
    !tied && !near.any(|row| row.roles.has(Role::Earlier))
}

/// Whether at least half of the parts, and two of them, name what was counted again: 三条底线 in
/// 坚守绿色发展底线.
pub(crate) fn named_again(text: &str, noun: &str, items: &[AnnouncedItem]) -> bool {
    let echoes = namesakes(text, noun, items).len();
    noun.chars().nth(1).is_some() && echoes >= 2 && echoes * 2 >= items.len()
}

/// The parts that name what was counted; the last two characters of its noun are enough.
pub(super) fn namesakes(text: &str, noun: &str, items: &[AnnouncedItem]) -> Vec<AnnouncedItem> {
    let head = window_before(noun, noun.len(), 2);
    let echo = |item: &&AnnouncedItem| item.span.of(text).contains(head);
    items.iter().filter(echo).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_with_classifier_and_noun() {
        let found = counts("我讲四点意见", 0);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].number, found[0].noun), (4, "意见"));
        let found = counts("坚守“三条底线”，推进十大工程", 0);
        assert_eq!(found.len(), 2);
        assert!(found[0].quoted && !found[1].quoted);
        assert!(found[0].noun.ends_with("底线"));
        let found = counts("从三个方面抓好落实", 0);
        assert_eq!(found[0].noun, "");
        let found = counts("做好八个方面的重点工作", 0);
        assert_eq!(found[0].noun, "的重点工作");
    }

    #[test]
    fn ordinals_and_references_are_no_counts() {
        for words in [
            "第三个问题",
            "这三个方面",
            "以上五点要求",
            "前两项任务",
            "每三个月",
            "一个目标",
        ] {
            assert_eq!(counts(words, 0), [], "{words}");
        }
    }
}
