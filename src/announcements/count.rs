//! Counts that a text announces of its own parts: 四点意见, “三条底线”, 十方面工作.

use std::sync::LazyLock;

use crate::lexicon::Trie;
use crate::lexicon::{Matcher, PART_NOUNS};
use crate::model::Span;
use crate::text::character::is_han;
use crate::text::numeral;
use crate::text::scan::{before, small_number};

/// A count with its classifier and noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count<'a> {
    /// The number of parts.
    pub number: u32,
    /// The classifier (点, 个, 方面).
    pub classifier: &'static str,
    /// What is counted; empty in 三点.
    pub noun: &'a str,
    /// From the number to the end of the noun.
    pub span: Span,
    /// Where the words end that no mark divides from the noun: 三个方面|抓好落实.
    pub end: usize,
    /// Whether quotation marks stand around it.
    pub quoted: bool,
}

const CLASSIFIERS: &[&str] = &[
    "个方面",
    "方面",
    "大",
    "个",
    "点",
    "条",
    "项",
    "件",
    "句",
    "种",
    "步",
    "类",
    "场",
    "篇",
];

fn classifiers() -> &'static Trie {
    static TRIE: LazyLock<Trie> = LazyLock::new(|| Trie::new(CLASSIFIERS.iter().copied().zip(0..)));
    &TRIE
}

/// What points to parts that were counted before.
const REFERENCES: &[&str] = &[
    "上述", "以上", "另外", "其他", "其余", "这些", "上面", "前面", "同一",
];

fn references() -> &'static Trie {
    static TRIE: LazyLock<Trie> = LazyLock::new(|| Trie::new(REFERENCES.iter().copied().zip(0..)));
    &TRIE
}

/// Whether a noun is, or ends as, one that parts of a text are called by.
fn ends_as_part(noun: &str) -> bool {
    static NOUNS: LazyLock<Matcher<1>> = LazyLock::new(|| Matcher::new(PART_NOUNS));
    NOUNS.longest_at_end(noun).is_some()
}

impl Count<'_> {
    /// Whether the noun is one that parts of a text are called by; none at all counts as one.
    pub fn names_parts(&self) -> bool {
        let noun = self.noun.trim_end_matches(['”', '"']);
        noun.is_empty() && matches!(self.classifier, "点" | "条" | "方面" | "个方面" | "项")
            || ends_as_part(noun)
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
        let Some((number, length)) = small_number(&words[at..]) else {
            continue;
        };
        skip_to = at + length;
        let rest = &words[at + length..];
        let Some((_, classifier)) = classifiers().longest(rest) else {
            continue;
        };
        let classifier = CLASSIFIERS[classifier as usize];
        if !(2..=30).contains(&number) || !opens_count(words, at) {
            continue;
        }
        let tail = &rest[classifier.len()..];
        let noun_length = tail.find(ends_noun).unwrap_or(tail.len());
        let run = &tail[..noun_length];
        let noun = noun_of(classifier, run);
        let quoted = matches!(before(words, at), Some('“' | '"' | '‘'))
            && tail[noun_length..].starts_with(['”', '"', '’']);
        found.push(Count {
            number,
            classifier,
            noun,
            span: Span::new(
                offset + at,
                offset + at + length + classifier.len() + noun.len(),
            ),
            end: offset + at + length + classifier.len() + noun_length,
            quoted,
        });
        skip_to = at + length + classifier.len();
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
    if (classifier.ends_with("方面") || classifier == "点") && !(named && (tied || short)) {
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
        matches!(
            previous,
            '第' | '这'
                | '那'
                | '前'
                | '后'
                | '每'
                | '头'
                | '其'
                | '各'
                | '上'
                | '近'
                | '约'
                | '.'
                | '+'
                | '个'
                | '-'
                | '—'
                | '～'
                | '至'
                | '到'
        ) || crate::text::scan::digit(previous).is_some()
            || crate::text::scan::in_chinese_numeral(previous)
    });
    !tied && !references().stands_in(crate::text::scan::window_before(words, at, 4))
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
