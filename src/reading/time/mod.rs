//! Times in running text: 2024年底前, 今年上半年, “十四五”期末, 到2030年, 五年来. Each is resolved against
//! the document's own date.

mod month;
mod plan;
mod words;
mod year;

#[cfg(test)]
mod tests;

use super::tense::Tense;
use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role;
use crate::model::{Metadata, Span};
use crate::text::character::CharacterSet;
use crate::text::numeral::{self, digit};

/// The document's own date, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: Option<u32>,
}

impl Clock {
    /// The clock of a document, by its date.
    pub fn of(metadata: &Metadata) -> Self {
        let value = metadata
            .date
            .as_ref()
            .map_or("", |date| date.value.as_str());
        let mut parts = value.split('-');
        let year = parts.next().and_then(|year| year.parse().ok());
        let month = parts.next().and_then(|month| month.parse().ok());
        Self { year, month }
    }

    /// The year that a review looks back on: texts of the first months review the year before.
    pub fn reviewed_year(self) -> Option<i32> {
        self.year.map(|year| {
            if self.month.is_none_or(|month| month <= 4) {
                year - 1
            } else {
                year
            }
        })
    }
}

/// A stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// As in the contract: `2024`, `2021/2025`, `2024-04-15`, `2024-Q1`, `2024-H1`.
    pub text: String,
    /// The year that it begins in.
    pub first_year: i32,
    /// The year that it ends in.
    pub last_year: i32,
}

impl Period {
    /// A whole year.
    pub fn year(year: i32) -> Self {
        Self {
            text: year.to_string(),
            first_year: year,
            last_year: year,
        }
    }

    /// The years from `first` to `last`.
    pub fn years(first: i32, last: i32) -> Self {
        if first >= last {
            return Self::year(last);
        }
        Self {
            text: format!("{first}/{last}"),
            first_year: first,
            last_year: last,
        }
    }

    fn within(year: i32, part: &str) -> Self {
        Self {
            text: format!("{year}-{part}"),
            first_year: year,
            last_year: year,
        }
    }
}

/// A time that was read at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Bytes read.
    pub length: usize,
    /// The time meant; `None` where the document's date would be needed and is not known.
    pub period: Option<Period>,
    /// Whether it is a point to be reached: 年底前, 期末, 到2030年.
    pub deadline: bool,
    /// 全年, 年底: the year that the passage speaks of, taken for the document's own.
    pub own_year: bool,
    /// Where it looks by its words alone: 去年, 今后五年.
    pub looks: Tense,
    /// 上年同期, which dates its own clause alone.
    pub same_period: bool,
}

impl Time {
    /// A time of so many bytes.
    fn new(length: usize, period: Option<Period>) -> Self {
        Self {
            length,
            period,
            deadline: false,
            own_year: false,
            looks: Tense::Open,
            same_period: false,
        }
    }

    /// Whether it is a stretch of several years.
    pub fn is_stretch(&self) -> bool {
        self.period
            .as_ref()
            .is_some_and(|period| period.first_year < period.last_year)
    }
}

/// Every time in `stretch` of `text`, in order, with spans in `text`.
pub fn find(text: &str, stretch: Span, clock: Clock) -> Vec<(Span, Time)> {
    let mut found = Vec::new();
    let mut at = stretch.start;
    while let Some((skipped, character)) = text.get(at..stretch.end).and_then(|rest| {
        rest.char_indices()
            .find(|&(_, character)| FIRST.has(character))
    }) {
        at += skipped;
        let rest = &text[at..stretch.end];
        let (time, number) = read_with_number(rest, clock);
        if let Some(mut time) = time
            && (character != '“' || time.length > '“'.len_utf8())
            && !text[stretch.start..at].ends_with('第')
        {
            let span = Span::new(at, at + time.length);
            time.deadline |= is_reached(text, stretch, span);
            at = span.end;
            found.push((span, time));
            continue;
        }
        // A number that is no time is passed whole, so that its tail is not taken for a month.
        let passed = if digit(character).is_some() {
            number
        } else {
            0
        };
        at += passed.max(character.len_utf8());
    }
    found
}

/// The times of a title or a heading; a bare year before a word counts there (2021行动方案).
pub fn in_title(title: &str, clock: Clock) -> Vec<Period> {
    let whole = Span::new(0, title.len());
    let found: Vec<Period> = find(title, whole, clock)
        .into_iter()
        .filter_map(|(_, time)| time.period)
        .collect();
    if !found.is_empty() {
        return found;
    }
    let mut before = None;
    for (at, character) in title.char_indices() {
        if digit(character).is_some()
            && before.is_none_or(|c: char| c.is_alphabetic() && !c.is_ascii())
            && let Some((year, length)) = year::calendar_year(&title[at..])
            && title[at + length..]
                .starts_with(|c: char| c.is_alphabetic() && !matches!(c, '版' | '号'))
        {
            return vec![Period::year(year)];
        }
        before = Some(character);
    }
    found
}

/// 到2030年: a point to be reached, at the head of a clause or behind a word that binds; not 从2020年到2023年, nor
/// 增加到2023年的30家.
fn is_reached(text: &str, stretch: Span, time: Span) -> bool {
    let lead = Span::new(stretch.start, time.start).of(text).trim_end();
    let Some(lead) = lead.strip_suffix(['到', '至']) else {
        return false;
    };
    let near = lead.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    let binds = [
        Role::Commits,
        Role::Strives,
        Role::Plans,
        Role::Modal,
        Role::Next,
    ]
    .iter()
    .any(|&role| LEXICON.ends_with(&lead[near..], role));
    (binds || !lead.ends_with(char::is_alphanumeric)) && !text[time.end..].starts_with('的')
}

/// The characters that a time can begin with.
static FIRST: CharacterSet<53> = CharacterSet::new([
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６',
    '７', '８', '９', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '两', '今', '去',
    '前', '明', '后', '本', '当', '上', '下', '年', '全', '“', '过', '近', '未', '同', '几', '来',
    '第', '用', '力', '争',
]);

/// The characters that can follow a number in a time: 年, 月, 季, and the marks of ranges and lists.
fn may_follow(character: char) -> bool {
    matches!(
        character,
        '年' | '月' | '季' | '、' | '—' | '-' | '－' | '–' | '~' | '～' | '〜' | '至' | '到'
    )
}

/// The characters that can stand second in a time that begins with a word: 今年, 前三季度, 过去五年.
fn may_be_second(character: char) -> bool {
    matches!(
        character,
        '年' | '后' | '半' | '底' | '末' | '内' | '中' | '去' | '来' | '争' | '取'
    ) || numeral::may_begin(character)
}

/// Reads the time that `text` begins with.
pub fn read(text: &str, clock: Clock) -> Option<Time> {
    read_with_number(text, clock).0
}

/// The time that `text` begins with, and the length in bytes of the number that it begins with,
/// whether that is a part of a time or not.
fn read_with_number(text: &str, clock: Clock) -> (Option<Time>, usize) {
    if !text.starts_with(numeral::may_begin) {
        return (in_words(text, clock), 0);
    }
    let length = numeral::read(text).map_or(0, |number| number.length);
    // Most numbers are no times, as what follows them tells.
    let behind = &text[length..];
    let spaced = || words::trimmed(behind).starts_with(['年', '月', '季']);
    if length > 0 && behind.starts_with(|next| !may_follow(next)) && !spaced() {
        return (None, length);
    }
    let time = plan::plan(text)
        .or_else(|| year::years(text))
        .or_else(|| plan::span_of_years(text, clock))
        .or_else(|| month::month_alone(text, clock));
    (time, length)
}

/// A time that begins with a word: 今年, 前三季度, “十四五”.
fn in_words(text: &str, clock: Clock) -> Option<Time> {
    // What cannot begin with the first character is not looked at.
    let mut characters = text.chars();
    let first = characters.next()?;
    if first != '“' && !characters.next().is_some_and(may_be_second) {
        return None;
    }
    match first {
        '“' => plan::plan(text),
        '第' | '上' | '下' => plan::plan(text)
            .or_else(|| year::named_year(text, clock))
            .or_else(|| month::month_alone(text, clock)),
        '前' if month::gone_by(text).is_some() => month::month_alone(text, clock),
        _ => plan::plan(text)
            .or_else(|| year::named_year(text, clock))
            .or_else(|| plan::span_of_years(text, clock)),
    }
}
