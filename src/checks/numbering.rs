//! Runs of numbered headings and items, as the outline has them.

use super::scan::{chinese_number, in_chinese_numeral};
use crate::language::Reading;
use crate::model::{Heading, HeadingStyle, Span};

/// A numbered heading or item and the one before it in its run.
pub(super) struct Step<'a> {
    /// The one before; absent for the first of a run.
    pub previous: Option<&'a Heading>,
    /// This one.
    pub heading: &'a Heading,
    /// Its number.
    pub number: u32,
    /// How many parts the run has before this one.
    pub place: usize,
}

impl Step<'_> {
    /// The number that would come next.
    pub fn expected(&self) -> Option<u32> {
        Some(self.previous?.number? + 1)
    }
}

/// Every numbered heading and item with the one before it in its run: siblings of one style, and
/// of one wording (一是, 一要, 第一) where they stand in a line.
pub(super) fn steps<'a>(reading: &Reading<'a>) -> Vec<Step<'a>> {
    let mut found = Vec::new();
    walk(reading.outline, &mut found);
    found
}

fn walk<'a>(siblings: &'a [Heading], found: &mut Vec<Step<'a>>) {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for heading in siblings {
        if let (Some(number), Some(wording)) = (heading.number, wording(heading)) {
            // Items in a line belong to the heading or paragraph that they stand under.
            if wording.is_heading() {
                runs.retain(|run| run.wording.is_heading());
            }
            // A list of the same form may stand inside a part: 一、二、(一、二、)三、
            let resumed = runs.iter().rposition(|run| {
                run.wording == wording && run.last.number.is_some_and(|last| last + 1 == number)
            });
            let latest = || runs.iter().rposition(|run| run.wording == wording);
            let repeats_one =
                |run: &usize| runs[*run].last.number == Some(1) && wording.is_heading();
            let run = match resumed {
                Some(run) => Some(run),
                None if number == 1 => latest().filter(repeats_one),
                None => latest(),
            };
            found.push(Step {
                previous: run.map(|run| runs[run].last),
                heading,
                number,
                place: run.map_or(0, |run| runs[run].length),
            });
            match run {
                Some(run) => {
                    runs[run].last = heading;
                    runs[run].length += 1;
                    let mut at = 0;
                    runs.retain(|other| {
                        at += 1;
                        at <= run + 1 || other.wording != wording
                    });
                }
                None => runs.push(Run {
                    wording,
                    last: heading,
                    length: 1,
                }),
            }
        }
        walk(&heading.children, found);
    }
}

/// Parts that count on from one another.
struct Run<'a> {
    wording: Wording,
    last: &'a Heading,
    length: usize,
}

/// What the parts of a run have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wording {
    Style(HeadingStyle),
    /// The character after the number, or 第 and 其 before it.
    Inline(char),
}

impl Wording {
    fn is_heading(self) -> bool {
        matches!(self, Self::Style(_))
    }
}

fn wording(heading: &Heading) -> Option<Wording> {
    if !matches!(heading.style, HeadingStyle::Inline) {
        let title = heading.title.trim_start();
        // 第一、 as a heading, ① and 1) keep runs of their own.
        let first = title.chars().next()?;
        return Some(match first {
            '第' | '①'..='⑳' => Wording::Inline(if first == '第' { '第' } else { '①' }),
            _ if title.find([')', '）']).is_some_and(|at| at <= 2) => Wording::Inline(')'),
            _ => Wording::Style(heading.style),
        });
    }
    let title = heading.title.trim_start();
    let first = title.chars().next()?;
    if matches!(first, '第' | '其') {
        let (_, length) = chinese_number(&title[first.len_utf8()..])?;
        let next = title[first.len_utf8() + length..].chars().next()?;
        return Some(Wording::Inline(if next.is_alphabetic() && next != '是' {
            next
        } else {
            first
        }));
    }
    if first == '首' {
        return None;
    }
    let (_, length) = chinese_number(title)?;
    title[length..].chars().next().map(Wording::Inline)
}

/// Whether the number that is missing stands in the text after all, where the outline gave it no
/// place: 二、 or （二） or 二是 between the two parts.
pub(super) fn stands_between(reading: &Reading, step: &Step, number: u32) -> bool {
    let Some(previous) = step.previous else {
        return false;
    };
    let between = Span::new(previous.span.start, step.heading.span.start).of(reading.text);
    let Some(chinese) = in_chinese(number) else {
        return true;
    };
    let arabic = number.to_string();
    between.match_indices(chinese.as_str()).any(|(at, _)| {
        let head = between[..at].chars().next_back();
        let tail = between[at + chinese.len()..].chars().next();
        !head.is_some_and(in_chinese_numeral)
            && tail
                .is_some_and(|c| matches!(c, '、' | '）' | ')' | '，' | '是' | '要' | '.' | '．'))
            && head.is_none_or(|c| !super::scan::is_han(c) || matches!(c, '第' | '其'))
            && !matches!((head, tail), (Some('、'), _))
    }) || matches!(
        step.heading.style,
        HeadingStyle::Article | HeadingStyle::Item
    ) && between.match_indices(arabic.as_str()).any(|(at, _)| {
        let head = between[..at].chars().next_back();
        let tail = between[at + arabic.len()..].chars();
        let mut tail = tail.peekable();
        !head.is_some_and(|c| c.is_ascii_digit() || c == '.')
            && tail
                .next()
                .is_some_and(|c| matches!(c, '.' | '．' | '、' | ')' | '）'))
            && !tail.peek().is_some_and(char::is_ascii_digit)
    })
}

/// A number as headings write it: 三, 十二, 二十; below 100.
pub(super) fn in_chinese(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number == 0 || number > 99 {
        return None;
    }
    let (tens, units) = ((number / 10) as usize, (number % 10) as usize);
    let mut written = String::new();
    if tens > 1 {
        written.push_str(DIGITS[tens]);
    }
    if tens > 0 {
        written.push('十');
    }
    written.push_str(DIGITS[units]);
    Some(written)
}

/// A number as the heading at hand writes it.
pub(super) fn as_written(heading: &Heading, number: u32) -> String {
    let arabic = heading
        .title
        .chars()
        .find(|c| !matches!(c, '（' | '(' | ' '))
        .is_some_and(|c| super::scan::digit(c).is_some());
    match in_chinese(number) {
        Some(chinese) if !arabic => chinese,
        _ => number.to_string(),
    }
}

/// The first characters of a heading, for messages.
pub(super) fn short(title: &str) -> String {
    const LENGTH: usize = 14;
    let mut short: String = title.chars().take(LENGTH).collect();
    if title.chars().count() > LENGTH {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_headings_write_them() {
        let written: Vec<_> = [1, 10, 12, 20, 35]
            .into_iter()
            .filter_map(in_chinese)
            .collect();
        assert_eq!(written, ["一", "十", "十二", "二十", "三十五"]);
    }
}
