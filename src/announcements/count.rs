//! Counts that a text announces of its own parts: 四点意见, “三条底线”, 十方面工作.

use crate::lexicon::announcing::{self, Role};
use crate::lexicon::part_counters::{self, Count as Counts, Row};
use crate::lexicon::part_nouns::{self, Is};
use crate::model::{AnnouncedItem, Span};
use crate::text::character::is_han;
use crate::text::numeral;
use crate::text::{before, window_before};

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

/// The classifier that `text` begins with.
fn classifier(text: &str) -> Option<&'static Row> {
    let mut rows = part_counters::TABLE.beginnings(text);
    rows.find(|row| row.counts.has(Counts::Announced))
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

/// The last two characters of a noun, by which items name it again.
pub(super) fn head(noun: &str) -> &str {
    let start = noun.char_indices().rev().nth(1);
    start.map_or("", |(start, _)| &noun[start..])
}

/// The marks that end a noun.
fn ends_noun(character: char) -> bool {
    !(is_han(character) || matches!(character, '+' | '＋'))
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
        let Some(classifier) = classifier(rest) else {
            continue;
        };
        if !(2..=30).contains(&number) || !opens_count(words, at) {
            continue;
        }
        let tail = &rest[classifier.word.len()..];
        let noun_length = tail.find(ends_noun).unwrap_or(tail.len());
        let run = &tail[..noun_length];
        let noun = noun_of(classifier.word, run);
        let quoted = matches!(before(words, at), Some('“' | '"' | '‘'))
            && tail[noun_length..].starts_with(['”', '"', '’']);
        found.push(Count {
            number,
            classifier,
            noun,
            span: Span::new(
                offset + at,
                offset + at + length + classifier.word.len() + noun.len(),
            ),
            end: offset + at + length + classifier.word.len() + noun_length,
            quoted,
        });
        skip_to = at + length + classifier.word.len();
    }
    found
}

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
    let head = &words[..at];
    let previous = head.chars().next_back();
    let tied = previous.is_some_and(|previous| {
        [
            '第', '这', '那', '前', '后', '每', '头', '其', '各', '上', '近', '约', '.', '+', '个',
            '-', '—', '～', '至', '到',
        ]
        .contains(&previous)
            || numeral::digit(previous).is_some()
            || numeral::in_chinese(previous)
    });
    let mut near = announcing::TABLE.inside(window_before(words, at, 4));
    !tied && !near.any(|row| row.roles.has(Role::Earlier))
}

/// Whether at least half of the parts, and two of them, name what was counted again: 三条底线 in
/// 坚守绿色发展底线.
pub(crate) fn named_again(text: &str, noun: &str, items: &[AnnouncedItem]) -> bool {
    let head = head(noun);
    let echoes = items
        .iter()
        .filter(|item| !head.is_empty() && item.span.of(text).contains(head))
        .count();
    echoes >= 2 && echoes * 2 >= items.len()
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
        assert_eq!(head(found[0].noun), "底线");
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
