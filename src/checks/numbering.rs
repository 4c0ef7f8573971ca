//! Where the numbers of headings and items do not follow one another: what `numbering-gap` and
//! `numbering-repeat` report.
//!
//! Headings are taken from the outline; items in a line (一是, 一要, 第一，) from the text itself, for
//! the outline ends a list where its numbers break off.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included};

use super::Role;
use super::part_number::{numbers_above, stands_between, written_in_chinese};
use crate::model::{Heading, Severity, Span};
use crate::numbering::{Form, marker};
use crate::reading::{PartMarker, Reading};
use crate::text::{after, before, is_digit, is_han, window_after};

/// A number that does not follow the one before it.
pub(super) struct Slip {
    /// What is wrong.
    pub kind: SlipKind,
    /// The heading, or the first words of the item.
    pub span: Span,
    /// The number as the text writes it.
    pub written: String,
    /// The part before.
    pub previous: Span,
}

/// The ways in which a number fails to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SlipKind {
    /// Numbers are left out; the one that was due, as the text would write it.
    Gap(String),
    /// The number stood before.
    Repeat,
}

/// All slips of a document.
pub(super) fn slips(reading: &Reading, markers: &[PartMarker]) -> Vec<Slip> {
    let mut found = Vec::new();
    headings(reading, reading.outline, &mut found);
    articles(reading, &mut found);
    items(reading, markers, &mut found);
    in_line(reading, markers, &mut found);
    found.sort_by_key(|slip| slip.span);
    found.dedup_by_key(|slip| slip.span.start);
    found
}

/// How bad the slips of a document are: where there are so many, its numbers were read badly, or stand in forms
/// and tables, and nobody can tell which are wrong.
pub(super) fn severity(slips: &[Slip]) -> Severity {
    const MOST: usize = 3;
    match slips.len() > MOST {
        true => Severity::Info,
        false => Severity::Error,
    }
}

/// A heading or item, with all that tells whether it follows.
#[derive(Clone, Copy)]
struct Part {
    form: Form,
    number: u32,
    span: Span,
    /// The index of its block; for headings, which are compared by the tree, none is needed.
    block: usize,
    opens_block: bool,
    arabic: bool,
}

impl Part {
    /// The part that a number in the text opens.
    fn of(reading: &Reading, marker: &PartMarker) -> Self {
        Self {
            form: marker.form,
            number: marker.number,
            span: marker.words(reading.text),
            block: reading
                .blocks
                .partition_point(|block| block.span.start <= marker.span.start),
            opens_block: marker.opens_block,
            arabic: marker.form == Form::Item,
        }
    }
}

/// Parts that count on from one another.
#[derive(Clone, Copy)]
struct Run {
    /// Where the part before the last one ends.
    before: usize,
    last: Part,
    length: usize,
    /// A slip was reported: the number after it may be one off without being another.
    slipped: bool,
}

/// Numbers that jump by more than this are read wrongly more often than written wrongly.
const LONGEST_GAP: u32 = 3;

/// The most runs that are kept open, lists inside lists included.
const DEEPEST: usize = 12;

/// Puts a part into its run and tells what is wrong with its number. `comparable` says whether the
/// part can be measured by a run's last one.
fn place(
    reading: &Reading,
    runs: &mut Vec<Run>,
    part: Part,
    comparable: impl Fn(Part) -> bool,
    found: &mut Vec<Slip>,
) {
    let follows = |run: &Run| run.last.form == part.form && run.last.number + 1 == part.number;
    // A list of the same form may stand inside a part: 一、二、(一、二、)三、
    if let Some(at) = runs.iter().rposition(follows) {
        let length = runs[at].length + 1;
        settle(runs, at, part, length, false);
        return;
    }
    let latest = |run: &Run| run.last.form == part.form && comparable(run.last);
    let at = runs.iter().rposition(latest);
    let repeats = |last: Part| part.number == last.number && (part.number > 1 || repeats_one(part));
    let begins = |last: Part| part.number < last.number || part.number == 1 && !repeats(last);
    match at.filter(|&at| !begins(runs[at].last)) {
        Some(at) => misplaced(reading, runs, at, part, repeats(runs[at].last), found),
        None => {
            if runs.len() >= DEEPEST {
                runs.remove(0);
            }
            runs.push(Run {
                before: part.span.start,
                last: part,
                length: 1,
                slipped: false,
            });
        }
    }
}

/// Tells what is wrong with the number of a part that does not follow the last one of its run; it
/// may be that one again.
fn misplaced(
    reading: &Reading,
    runs: &mut Vec<Run>,
    at: usize,
    part: Part,
    repeats: bool,
    found: &mut Vec<Slip>,
) {
    let (last, length) = (runs[at].last, runs[at].length);
    let due = last.number + 1;
    let between = Span::new(last.span.start, part.span.start).of(reading.text);
    let above = [last, part].map(|part| numbers_above(part.span.of(reading.text)));
    let alike = above[0] == above[1];
    let repeats = repeats
        && alike
        && !is_of_other_list(reading.text, &runs[at], part)
        && !is_same(reading, last, part);
    // 5.6, 5.8: 5.7 may have lost its line.
    let stands = match above[1] {
        Some(above) => between.contains(&format!("{above}.{due}")),
        // Any of those left out: the outline lost the list.
        None => (due..part.number.max(due + 1))
            .take(LONGEST_GAP as usize)
            .any(|number| stands_between(between, part.form, number)),
    };
    let gap = part.number > due
        && (part.number - due <= LONGEST_GAP || length > 2)
        && alike
        && !stands
        && !loses_beginnings(between);
    // （一）（一）（三）: the second is the one that was to be （二）.
    let first = runs[..at].iter().rfind(|run| run.last.form == part.form);
    if gap
        && (last.number, length, part.number) == (1, 1, 3)
        && let Some(first) = first.filter(|run| (run.last.number, run.length) == (1, 1))
    {
        found.push(Slip {
            kind: SlipKind::Repeat,
            span: last.span,
            written: written(last, last.number),
            previous: first.last.span,
        });
        settle(runs, at, part, length + 1, false);
        return;
    }
    // After 二、四、 a second 四、 is right, as 四、 is after 二、二、.
    let one_off = runs[at].slipped && (repeats || part.number == due + 1);
    if (repeats || gap) && !one_off {
        found.push(Slip {
            kind: match repeats {
                true => SlipKind::Repeat,
                false => SlipKind::Gap(written(part, due)),
            },
            span: part.span,
            written: written(part, part.number),
            previous: last.span,
        });
    }
    settle(runs, at, part, length + 1, !one_off);
}

/// Whether a line begins with a mark that begins nothing (？。ㄈ修渠), or with an article's number that cannot be read (第二十-条):
/// something was lost there, and a number with it.
fn loses_beginnings(between: &str) -> bool {
    /// The most characters of an article's number.
    const NUMBER: usize = 10;
    let mut lines = between.lines();
    let is_broken = |line: &str| {
        line.starts_with('第')
            && window_after(line, 0, NUMBER).contains(['条', '條'])
            && marker(line).is_none()
    };
    lines.any(|line| {
        is_broken(line) || line.starts_with(['?', '？', '。', '，', '、', '；', '\u{fffd}'])
    })
}

/// 六、纳税情况 above the rest of a table on the next page: whether two parts are one that is named again, each on a line
/// of its own.
fn is_same(reading: &Reading, last: Part, part: Part) -> bool {
    let line = |part: Part| {
        let block = reading.sentence_blocks[reading.sentence_at(part.span.start)];
        reading.blocks[block].span
    };
    let [before, own] = [last, part].map(line);
    let words = own.of(reading.text).trim();
    // 第十二条: a number alone names nothing.
    let names = marker(words).is_none_or(|number| !words[number.length..].trim().is_empty());
    before != own && names && before.of(reading.text).trim() == words
}

/// Whether one of two parts with the same number is of another list, which the outline does not know:
/// the number below it stands right before that one as well (一、…二、…(一、…二、…)三、), or a word opens a
/// list anew (首先).
fn is_of_other_list(text: &str, run: &Run, part: Part) -> bool {
    let below = |from: usize, to: usize| {
        let words = text.get(from..to).unwrap_or_default();
        part.number > 1 && stands_between(words, part.form, part.number - 1)
            || part.form == Form::Ordinal && Role::First.stands_in(words)
    };
    below(run.last.span.end, part.span.start) || below(run.before, run.last.span.start)
}

fn settle(runs: &mut Vec<Run>, at: usize, part: Part, length: usize, slipped: bool) {
    runs[at] = Run {
        before: runs[at].last.span.end,
        last: part,
        length,
        slipped,
    };
    // What was nested in the part before has ended.
    let nested = runs.split_off(at + 1).into_iter();
    runs.extend(nested.filter(|run| run.last.form != part.form));
}

/// Whether a second 1 is a slip and not a list that begins anew: for headings of the upper levels.
fn repeats_one(part: Part) -> bool {
    matches!(part.form, Form::Chapter | Form::Section) && part.opens_block
}

/// The headings of one level and, in them, of the next.
fn headings(reading: &Reading, siblings: &[Heading], found: &mut Vec<Slip>) {
    let mut runs: Vec<Run> = Vec::new();
    for heading in siblings.iter().filter(|heading| !is_row(reading, heading)) {
        if let (Some(number), Some(form)) = (heading.number, form_of(heading)) {
            let part = Part {
                form,
                number,
                span: heading.span,
                block: 0,
                opens_block: true,
                arabic: heading.title.contains(|c: char| c.is_ascii_digit())
                    && matches!(form, Form::Article | Form::Item),
            };
            place(reading, &mut runs, part, |_| true, found);
        }
        headings(reading, &heading.children, found);
    }
}

/// The articles of a text (第三条), which count on over its chapters.
fn articles(reading: &Reading, found: &mut Vec<Slip>) {
    let mut runs: Vec<Run> = Vec::new();
    for block in reading.articles() {
        let words = block.span.of(reading.text);
        let Some(number) = marker(words) else {
            continue;
        };
        let part = Part {
            form: number.form,
            number: number.number,
            span: Span::new(block.span.start, block.span.start + number.length),
            block: 0,
            opens_block: true,
            arabic: words.contains(|c: char| c.is_ascii_digit()),
        };
        place(reading, &mut runs, part, |_| true, found);
    }
}

/// 三、城乡社区支出 / 2345: whether nothing but a figure stands below, as in a table that has a line to each cell.
fn is_row(reading: &Reading, heading: &Heading) -> bool {
    let next = (reading.blocks).partition_point(|block| block.span.start < heading.span.end);
    let below = reading
        .blocks
        .get(next)
        .map(|block| block.span.of(reading.text));
    below.is_some_and(|below| below.contains(is_digit) && !below.contains(is_han))
}

/// The form of a heading's number; items in a line are looked at in the text.
fn form_of(heading: &Heading) -> Option<Form> {
    let title = heading.title.trim_start();
    let behind = title.split_once(['）', ')']).map_or("", |(_, rest)| rest);
    let worded = title.starts_with(|c| matches!(c, '第' | '其' | '首' | '①'..='⑳'));
    // （三）款 and （一）、（三）两款 refer to parts.
    let refers = behind.starts_with(['款', '项', '条', '目']) || behind.starts_with("、（");
    // [4] counts notes, which stand where a page has room.
    let notes = title.starts_with(['[', '［']);
    Form::of(heading.style).filter(|_| !worded && !refers && !notes)
}

/// The items in a line, run by run.
fn items(reading: &Reading, markers: &[PartMarker], found: &mut Vec<Slip>) {
    let headings = reading.headings();
    let heads = |heading: &&Heading| form_of(heading).is_some() || heading.number.is_none();
    let starts = headings.filter(heads).map(|heading| heading.span.start);
    let starts: BTreeSet<usize> = starts.collect();
    let heading_between = |from: Part, to: Part| {
        let mut between = starts.range((Excluded(from.span.start), Included(to.span.start)));
        between.next().is_some()
    };
    let mut runs: Vec<Run> = Vec::new();
    for marker in markers {
        if !(marker.form.is_inline() || marker.form == Form::Ordinal) {
            continue;
        }
        let part = Part::of(reading, marker);
        // Only within one paragraph, or from paragraph to paragraph of one section.
        let comparable = |last: Part| {
            // 第四，…。第五，…。 / 第五，…: from the end of one paragraph to the head of the next.
            let again = last.number == part.number && last.block + 1 == part.block;
            last.block == part.block
                || part.opens_block && (last.opens_block || again) && !heading_between(last, part)
        };
        if marker.number == 1 {
            runs.retain(|run| comparable(run.last));
        }
        place(reading, &mut runs, part, comparable, found);
    }
}

/// Bracketed numbers in running text, paragraph by paragraph: （一）…；（二）…；（四）….
fn in_line(reading: &Reading, markers: &[PartMarker], found: &mut Vec<Slip>) {
    let mut runs: Vec<Run> = Vec::new();
    for marker in markers {
        let bracketed = matches!(marker.form, Form::Section | Form::Item);
        let begins = before(reading.text, marker.span.start)
            .is_none_or(|c| matches!(c, '。' | '；' | '：' | '\n'));
        // （一）、（三）两款 and （三）款 refer to parts.
        let refers = after(reading.text, marker.span.end)
            .is_some_and(|c| matches!(c, '、' | '和' | '至' | '款' | '项' | '条' | '目'));
        if !bracketed || !begins || refers || marker.span.is_empty() {
            continue;
        }
        let part = Part::of(reading, marker);
        runs.retain(|run| run.last.block == part.block);
        if marker.number == 1 || runs.iter().any(|run| run.last.form == marker.form) {
            place(reading, &mut runs, part, |_| true, found);
        }
    }
}

/// A number as the part at hand writes it.
fn written(part: Part, number: u32) -> String {
    match written_in_chinese(number) {
        Some(chinese) if !part.arabic => chinese,
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_slip_is_reported_once() {
        for text in [
            "一、水\n好。\n二、路\n好。\n二、电\n好。\n四、气\n好。\n五、网\n好。",
            "一、水\n好。\n二、路\n好。\n四、电\n好。\n四、气\n好。\n五、网\n好。",
            "一是水，二是路，四是电，四是气，五是网。",
        ] {
            let page = crate::checks::testing::Page::new(text);
            assert_eq!(page.slips(), 1, "{text}");
        }
    }
}
