//! Comments in a text that have findings ignored: `<!-- xushi-ignore sum-mismatch -->` behind the words, or on a line of its
//! own before theirs; `<!-- xushi-ignore-file … -->` for the whole file; without ids all rules. Markdown and web
//! pages do not show such a comment, any keyboard writes it, and no official text has it. To the analysis it is
//! not there.

use std::ops::Range;

use xushi::checks::RULES;
use xushi::model::Span;

use crate::lines::Lines;

const WORDS: &str = include_str!("../data/comments.tsv");

const OPENS: &str = "<!--";
const CLOSES: &str = "-->";

/// What the comments of a text say.
pub struct Ignores {
    /// The text with spaces in place of them, as many UTF-16 code units.
    pub without: String,
    all: Vec<Ignore>,
}

struct Ignore {
    /// Where it stands, in bytes.
    at: usize,
    /// The stretch of the text that it is for, in bytes.
    reach: Range<usize>,
    /// The ids of rules; none are all of them.
    ids: Vec<String>,
}

impl Ignores {
    /// Reads the comments of a text, where it has any.
    pub fn of(lines: &Lines) -> Option<Self> {
        let text = lines.text();
        let comments: Vec<_> = comments(text).collect();
        if comments.is_empty() {
            return None;
        }
        let mut without = String::with_capacity(text.len());
        let mut all = Vec::new();
        let mut from = 0;
        for (place, is_for_file, ids) in comments {
            let line = lines.line(lines.place(place.start).line);
            let before = text.get(line.start..place.start).unwrap_or_default();
            let after = text.get(place.end..line.end).unwrap_or_default();
            let is_alone = before.trim().is_empty() && after.trim().is_empty();
            let reach = match (is_for_file, is_alone) {
                (true, _) => 0..text.len(),
                (false, false) => line.start..line.end,
                (false, true) => next_line(text, line.end),
            };
            // Alone on a line, it takes along the end of the line before: the lines around it are neighbours.
            let start = match is_alone {
                true => text[..line.start].trim_end_matches(['\r', '\n']).len(),
                false => place.start,
            };
            let start = start.max(from);
            without.push_str(&text[from..start]);
            let units = text[start..place.end].encode_utf16().count();
            without.extend(std::iter::repeat_n(' ', units));
            from = place.end;
            all.push(Ignore {
                at: place.start,
                reach,
                ids,
            });
        }
        without.push_str(&text[from..]);
        Some(Self { without, all })
    }

    /// Whether a rule's finding at a place is to be ignored.
    pub fn has(&self, rule: &str, place: Span) -> bool {
        self.all.iter().any(|ignore| {
            let is_named = ignore.ids.is_empty() || ignore.ids.iter().any(|id| id == rule);
            is_named
                && place.start < ignore.reach.end
                && ignore.reach.start < place.end.max(place.start + 1)
        })
    }

    /// What is named and is no rule's id, with its place.
    pub fn unknown(&self) -> impl Iterator<Item = (usize, &str)> {
        self.all.iter().flat_map(|ignore| {
            let is_rule = |id: &str| RULES.iter().any(|rule| rule.id == id);
            let ids = ignore.ids.iter().filter(move |id| !is_rule(id));
            ids.map(|id| (ignore.at, id.as_str()))
        })
    }
}

/// The comments that are for this program: where each stands, whether it is for the whole file, and the ids in it.
fn comments(text: &str) -> impl Iterator<Item = (Range<usize>, bool, Vec<String>)> {
    let opened = text.match_indices(OPENS).map(|(at, _)| at);
    opened.filter_map(move |start| {
        let inside = start + OPENS.len();
        let end = inside + text[inside..].lines().next()?.find(CLOSES)?;
        let said = text[inside..end].trim();
        let (word, is_for_file) = words().find(|(word, _)| said.starts_with(word))?;
        let ids =
            said[word.len()..].split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
        let ids = ids.filter(|id| !id.is_empty()).map(str::to_owned);
        Some((start..end + CLOSES.len(), is_for_file, ids.collect()))
    })
}

/// What a comment may begin with, the longer first, and whether it then is for the whole file.
fn words() -> impl Iterator<Item = (&'static str, bool)> {
    let rows = WORDS.lines().filter(|line| !line.starts_with('#'));
    let rows = rows.filter_map(|line| line.split_once('\t'));
    rows.map(|(word, reach)| (word, reach == "file"))
}

/// The next line with words that are no comment.
fn next_line(text: &str, end: usize) -> Range<usize> {
    let mut start = end;
    for line in text[end..].split_inclusive(['\n', '\r']) {
        let words = line.trim();
        let is_comment = words.starts_with(OPENS) && words.ends_with(CLOSES);
        if !words.is_empty() && !is_comment {
            return start..start + line.len();
        }
        start += line.len();
    }
    start..start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Ignores, String) {
        let lines = Lines::new(text.to_owned());
        let none = || Ignores {
            without: text.to_owned(),
            all: Vec::new(),
        };
        (Ignores::of(&lines).unwrap_or_else(none), text.to_owned())
    }

    fn ignored(text: &str, rule: &str, words: &str) -> bool {
        let (ignores, text) = read(text);
        let start = text.find(words).unwrap_or_default();
        ignores.has(rule, Span::new(start, start + words.len()))
    }

    #[test]
    fn a_comment_reaches_its_line_the_next_or_all() {
        let behind = "甲，共三点。<!-- xushi-ignore sum-mismatch -->\n乙。\n";
        assert!(ignored(behind, "sum-mismatch", "甲"));
        assert!(!ignored(behind, "repeated-mark", "甲") && !ignored(behind, "sum-mismatch", "乙"));
        let before = "丙。\n<!-- 虚实忽略：repeated-mark、range-notation -->\n<!-- xushi-ignore truncated -->\n\n甲。\n乙。\n";
        for rule in ["repeated-mark", "range-notation", "truncated"] {
            assert!(ignored(before, rule, "甲"), "{rule}");
            assert!(
                !ignored(before, rule, "乙") && !ignored(before, rule, "丙"),
                "{rule}"
            );
        }
        let file = "甲。\n乙。<!--虚实忽略全文 truncated-->";
        assert!(ignored(file, "truncated", "甲") && !ignored(file, "stray-latin", "甲"));
        assert!(ignored("甲 <!-- xushi-ignore -->", "truncated", "甲"));
    }

    #[test]
    fn to_the_analysis_the_comment_is_not_there() {
        let (ignores, text) = read("甲𠀀\r\n<!-- 虚实忽略 -->\r\n乙<!-- xushi-ignore -->丙\n");
        let units = |words: &str| words.encode_utf16().count();
        assert_eq!(units(&ignores.without), units(&text));
        let words: Vec<&str> = ignores.without.split_whitespace().collect();
        assert_eq!(words, ["甲𠀀", "乙", "丙"]);
        assert_eq!(ignores.without.lines().count(), 2);
    }

    #[test]
    fn other_comments_are_words_like_any() {
        for text in [
            "<!-- 待核 -->",
            "<!-- xushi-ignore",
            "<!-- xushi-ignore\n-->",
            "甲",
        ] {
            assert!(
                Ignores::of(&Lines::new(text.to_owned())).is_none(),
                "{text}"
            );
        }
        let (ignores, _) = read("甲 <!-- xushi-ignore sum-mismach -->");
        assert_eq!(ignores.unknown().collect::<Vec<_>>(), [(4, "sum-mismach")]);
    }
}
