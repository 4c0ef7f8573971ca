//! # event-year-mismatch
//!
//! ## zh: 事件年份不符
//!
//! 说某年是某次大会召开之年，或某个周年，与实际不符。
//!
//! Why: 多半是从去年的讲话里整句抄来的。
//!
//! Source: 重大事件及其年份见 data/events.tsv
//!
//! ## en: Event year
//!
//! A year is called the year of an event, or an anniversary, and is not.
//!
//! Why: The sentence was copied along from another year’s speech.
//!
//! Source: Events and their years: data/events.tsv
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.event-year-mismatch | “{event}”应是 {right} 年，文中说的是 {year} 年。请核对。 | “{event}” belongs to {right}; the text says it of {year}. Check it. |
//!
//! ## Trips
//!
//! ```text
//! 2023年是党的二十大召开之年，做好各项工作意义重大。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 2022年是党的二十大召开之年，做好各项工作意义重大。
//! ```

use std::sync::LazyLock;

use super::words::Role;
use super::years::Year;
use super::{Context, Findings};
use crate::lexicon::Trie;
use crate::lexicon::events::{Kind, ROWS, Row};
use crate::model::Span;
use crate::text::numeral::number_before;
use crate::text::window_after;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let years = context.years().iter();
    let sentence = |year: &Year| reading.sentence_at(year.span.start);
    let years: Vec<Year> = years.copied().collect();
    for years in years.chunk_by(|one, next| sentence(one) == sentence(next)) {
        let Some(whole) = reading.sentences.get(sentence(&years[0])) else {
            continue;
        };
        // Places are those of the text; nothing behind the sentence is read.
        let words = &reading.text[..whole.end];
        let mut found = Vec::new();
        for (index, year) in years.iter().enumerate() {
            let next = years
                .get(index + 1)
                .map_or(whole.end, |next| next.span.start);
            let said = words.get(year.span.end..next).unwrap_or_default();
            if said.trim_start_matches(['，', ',', ' ']).starts_with('是') {
                let said = Said {
                    words: &words[..next],
                    year: *year,
                };
                said.held(&mut found);
                said.since(&mut found);
            }
        }
        beside(words, years, &mut found);
        found.sort_by_key(|one: &Mismatch| one.span);
        found.dedup_by_key(|one| one.span);
        for one in found {
            let (year, right) = (one.year.to_string(), one.right.to_string());
            let values = [("event", one.event), ("year", &year), ("right", &right)];
            findings.report(one.span, "check.event-year-mismatch", &values);
        }
    }
}

/// An event said of another year.
struct Mismatch<'a> {
    span: Span,
    event: &'a str,
    year: i32,
    right: i32,
}

/// Events right behind a year: 2021年，我们隆重庆祝建党100周年; 2022年10月，党的二十大胜利召开; 2022年召开的党的
/// 二十大.
fn beside<'a>(words: &'a str, years: &[Year], found: &mut Vec<Mismatch<'a>>) {
    let mut from = years[0].span.end;
    while let Some((at, length, row)) = EVENTS.find(words, from) {
        from = at + words[at..].chars().next().map_or(1, char::len_utf8);
        let Some(year) = years.iter().rev().find(|year| year.span.end <= at) else {
            continue;
        };
        let row = &ROWS[row as usize];
        let between = words[year.span.end..at].trim_end_matches('“');
        let between = Role::Party.before_all(between);
        let after = at + length;
        let (right, end) = if row.kind == Kind::Since {
            let Some((count, end)) = anniversary(&words[after..]) else {
                continue;
            };
            let says = between.is_empty() || Role::Celebrates.stands_in(between);
            let near = between.chars().count() <= 16 && !Role::Elsewhere.stands_in(between);
            if !says || !near {
                continue;
            }
            (row.year as i32 + count, after + end)
        } else if takes_place(between, &words[after..]) {
            (row.year as i32, after)
        } else {
            continue;
        };
        if right != year.value {
            found.push(Mismatch {
                span: Span::new(at, end),
                event: &words[at..end],
                year: year.value,
                right,
            });
        }
    }
}

/// The events by all their names, each with its row.
static EVENTS: LazyLock<Trie> = LazyLock::new(|| {
    let rows = ROWS.iter().zip(0..);
    Trie::new(rows.flat_map(|(row, index)| names(row).map(move |name| (name, index))))
});

/// 75周年 at the start of `rest`: the number, and where the words end.
fn anniversary(rest: &str) -> Option<(i32, usize)> {
    let words = window_after(rest, 0, 9);
    let (at, mark) = Role::Anniversary.first_in(words)?;
    let (start, count) = number_before(&words[..at], 5)?;
    let lead = words[..start].trim_start_matches(['”', '的', ' ']);
    lead.is_empty().then_some((count as i32, at + mark.len()))
}

/// Whether a year and the words up to an event and behind it say that it was held then.
fn takes_place(between: &str, rest: &str) -> bool {
    let bare = between
        .trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '月' | '日' | '，' | ',' | ' ')
        })
        .trim_end_matches(['，', ' ']);
    // 2021年是极不平凡的一年，…: the year goes on.
    let praised = bare.starts_with('是')
        && Role::YearPraise.ends(bare).is_some()
        && !bare.contains(['，', '。']);
    let bare = if praised { "" } else { bare };
    let verb = |words| Role::Solemnly.behind(words).unwrap_or(words);
    let held = bare.strip_suffix('的');
    if held.is_some_and(|lead| Role::TakesPlace.is(verb(lead))) {
        return true;
    }
    let behind = Role::TakesPlace.behind(verb(rest));
    bare.is_empty() && behind.is_some_and(|behind| Role::HeldLater.begins(behind).is_none())
}

/// What a sentence says of a year with 是.
struct Said<'a> {
    /// The text up to the next year.
    words: &'a str,
    year: Year,
}

impl<'a> Said<'a> {
    /// 党的二十大召开之年.
    fn held(&self, found: &mut Vec<Mismatch<'a>>) {
        for ending in Role::YearOfEvent.words() {
            for (at, _) in self.words[self.year.span.end..].match_indices(ending) {
                let at = self.year.span.end + at;
                let head = self.words[self.year.span.end..at]
                    .trim_end_matches(['的', '”', '隆', '重', '胜', '利']);
                for row in ROWS.iter().filter(|row| row.kind == Kind::Held) {
                    if let Some(event) = names(row).find(|name| head.ends_with(name)) {
                        let start = self.year.span.end + head.len() - event.len();
                        let span = Span::new(start, at + ending.len());
                        self.push(found, span, event, row.year as i32);
                    }
                }
            }
        }
    }

    /// 新中国成立75周年.
    fn since(&self, found: &mut Vec<Mismatch<'a>>) {
        let from = self.year.span.end;
        for mark in Role::Anniversary.words() {
            for (at, _) in self.words[from..].match_indices(mark) {
                let end = from + at + mark.len();
                let Some((start, count)) = number_before(&self.words[from..from + at], 5) else {
                    continue;
                };
                let head = self.words[..from + start].trim_end_matches(['的', '”', ' ']);
                let rows = ROWS.iter().filter(|row| row.kind == Kind::Since);
                let named = rows.filter_map(|row| {
                    let name = names(row).find(|name| head.ends_with(name))?;
                    Some((name, row.year as i32 + count as i32))
                });
                if let Some((name, right)) = named
                    .into_iter()
                    .find(|(_, right)| *right != self.year.value)
                {
                    let span = Span::new(head.len() - name.len(), end);
                    self.push(found, span, span.of(self.words), right);
                }
            }
        }
    }

    fn push(&self, found: &mut Vec<Mismatch<'a>>, span: Span, event: &'a str, right: i32) {
        if right != self.year.value {
            found.push(Mismatch {
                span,
                event,
                year: self.year.value,
                right,
            });
        }
    }
}

/// An event's name and its other names, the longest first.
fn names(row: &'static Row) -> impl Iterator<Item = &'static str> {
    let mut names: Vec<&str> = std::iter::once(row.event)
        .chain(row.names.iter().copied())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, silent, trips};

    #[test]
    fn finds_events_in_the_wrong_year() {
        trips(
            "event-year-mismatch",
            &[
                "2023年是⟦党的二十大召开之年⟧，意义重大。",
                "2018年是⟦党的十九大胜利召开之年⟧。",
                "2024年是⟦新中国成立74周年⟧。",
                "2020年，是⟦建党100周年⟧。",
                "2017年是⟦改革开放四十周年⟧。",
                "2021年是极不平凡的一年，是⟦中国共产党成立一百零一周年⟧。",
                "2016年是⟦红军长征胜利85周年⟧。",
                "2019年是⟦香港回归祖国二十周年⟧。",
                "2020年，我们隆重庆祝⟦中国共产党成立100周年⟧。",
                "2018年10月，⟦党的十九大⟧胜利召开。",
                "2012年召开的⟦党的十八届三中全会⟧作出部署。"
                    .replace("⟦党的", "党的⟦")
                    .as_str(),
                "2009年恰逢⟦五四运动九十五周年⟧。",
                "2013年是很不寻常的一年，⟦党的十八大⟧胜利召开。",
            ],
        );
    }

    #[test]
    fn keeps_silent_in_the_right_year() {
        silent(
            "event-year-mismatch",
            &[
                "2022年是党的二十大召开之年，意义重大。",
                "今年是党的二十大召开之年。",
                "2024年是新中国成立75周年。",
                "2021年是建党100周年。",
                "2018年是改革开放四十周年。",
                "2021年是中国共产党成立一百周年。",
                "2023年，学习贯彻党的二十大精神，喜迎新中国成立74周年。",
                "2019年是我县建县30周年。",
                "2017年10月，党的十九大胜利召开。",
                "2023年，党的二十大召开后的第一个春天。",
                "2020年起，我们为庆祝建党100周年做准备。",
                "2013年召开的党的十八届三中全会作出部署。",
                "2021年，我们隆重庆祝中国共产党成立100周年。",
                "2012年是很不寻常的一年，党的十八大胜利召开。",
                "2013年是我们学习宣传的一年，时间过得真快，党的十八大召开一年了。",
            ],
        );
    }

    #[test]
    fn this_year_is_the_document_s() {
        let text = "今年是新中国成立75周年，也是关键之年。";
        assert_eq!(
            Page::dated("2024-01-03", text)
                .check("event-year-mismatch")
                .len(),
            0
        );
        assert_eq!(
            Page::dated("2025-01-03", text)
                .check("event-year-mismatch")
                .len(),
            1
        );
    }
}
