//! Times in running text: 2024年底前, 今年上半年, “十四五”期末, 到2030年, 五年来. Each is resolved against
//! the document's own date.

mod moment;
mod month;
mod plan;
mod words;
mod year;

#[cfg(test)]
mod tests;

pub use moment::{Clock, Period, Time, parts_of_date};
pub(crate) use month::days_in;
pub(crate) use year::{calendar_year, year_before};

use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role;
use crate::model::Span;
use crate::text::character::CharacterSet;
use crate::text::numeral::{self, is_digit};

/// Every time in `stretch` of `text`, in order, with spans in `text`.
pub fn find(text: &str, stretch: Span, clock: Clock) -> Vec<(Span, Time)> {
    let mut found = Vec::new();
    let mut at = stretch.start + item_number(stretch.of(text));
    while let Some((skipped, character)) = text.get(at..stretch.end).and_then(|rest| {
        rest.char_indices()
            .find(|&(_, character)| FIRST.has(character))
    }) {
        at += skipped;
        let rest = &text[at..stretch.end];
        let (time, number) = read_with_number(rest, clock);
        if let Some(mut time) = time
            && (character != '“' || time.length > '“'.len_utf8())
            && !is_inside_word(rest, &text[stretch.start..at])
        {
            let inside = inside(text, stretch, Span::new(at, at + time.length));
            time.length += inside;
            let span = Span::new(at, at + time.length);
            time.deadline |= inside > 0 || is_reached(text, stretch, span);
            at = span.end;
            found.push((span, time));
            continue;
        }
        // A number that is no time is passed whole, so that its tail is not taken for a month.
        let passed = if is_digit(character) { number } else { 0 };
        at += passed.max(character.len_utf8());
    }
    found
}

/// The bytes of an item's number that a year follows: 1.|2026—2028年.
fn item_number(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let behind = rest.strip_prefix(['.', '．']).unwrap_or_default();
    let year = behind.bytes().take_while(u8::is_ascii_digit).count();
    let is_year =
        year == 4 && behind[year..].starts_with(['年', '-', '—', '－', '–', '~', '至', '到']);
    match digits {
        1 | 2 if is_year => text.len() - behind.len(),
        _ => 0,
    }
}

/// 第三季 is no season, and 达产后年产值, 提前年底 hold no 后年, 前年.
fn is_inside_word(time: &str, lead: &str) -> bool {
    let counted = |first| {
        time.strip_prefix(first)
            .is_some_and(|rest: &str| rest.starts_with('年'))
    };
    lead.ends_with('第')
        || lead.ends_with(char::is_alphanumeric) && ['前', '后', '来'].into_iter().any(counted)
}

/// The times of a title or a heading; a bare year before a word counts there (2021行动方案).
pub fn in_title(title: &str, clock: Clock) -> Vec<Period> {
    let whole = Span::new(0, title.len());
    // “十五五”良好开局: the plan's first year.
    // 二、农业　全年粮食面积…: the year of the text is none that a heading tells.
    let of_title = |(place, time): (Span, Time)| match time.period.filter(|_| !time.own_year)? {
        period if period.first_year < period.last_year && begins_plan(&title[place.end..]) => {
            Some(Period::year(period.first_year))
        }
        period => Some(period),
    };
    let found: Vec<Period> = find(title, whole, clock)
        .into_iter()
        .filter_map(of_title)
        .collect();
    if !found.is_empty() {
        return found;
    }
    let mut before = None;
    for (at, character) in title.char_indices() {
        if is_digit(character)
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

/// Whether the words right behind a plan tell of its beginning: 开好局, 良好开局.
fn begins_plan(behind: &str) -> bool {
    let near = behind.char_indices().map(|(at, _)| at).take(4);
    near.take_while(|&at| behind[..at].chars().all(char::is_alphanumeric))
        .any(|at| words::word(&behind[at..], words::Role::PlanStart).is_some())
}

/// What binds one to reach something in a time: 力争到2030年, 力争三年内.
pub(super) const BINDING: [Role; 5] = [
    Role::Commits,
    Role::Strives,
    Role::Plans,
    Role::Modal,
    Role::Next,
];

/// The prepositions before a time in which something is to be done: 在三年内; 对三年内… describes others.
pub(super) const IN: [&str; 2] = ["在", "于"];

/// The bytes of 内 behind a part of a year that stands behind 在 or 于: 在2025年第三季度内; not 一季度内需增长.
fn inside(text: &str, stretch: Span, time: Span) -> usize {
    let lead = Span::new(stretch.start, time.start).of(text);
    let word = words::word(&text[time.end..stretch.end], words::Role::Inside).filter(|word| {
        word.ends_with('内') && IN.iter().any(|word| lead.trim_end().ends_with(word))
    });
    word.map_or(0, str::len)
}

/// 到2030年: a point to be reached, at the head of a clause or behind a word that binds; not 从2020年到2023年, nor
/// 增加到2023年的30家.
fn is_reached(text: &str, stretch: Span, time: Span) -> bool {
    let lead = Span::new(stretch.start, time.start).of(text).trim_end();
    let Some(lead) = lead.strip_suffix(['到', '至']) else {
        return false;
    };
    let near = lead.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    let binds = (BINDING.iter()).any(|role| LEXICON.ends_with(&lead[near..], *role));
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
        .or_else(|| year::years(text).map(|time| year::since(text, time, clock)))
        .or_else(|| plan::span_of_years(text, clock))
        .or_else(|| year::month_alone(text, clock));
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
            .or_else(|| year::month_alone(text, clock)),
        '前' if month::gone_by(text).is_some() => year::month_alone(text, clock),
        _ => plan::plan(text)
            .or_else(|| year::named_year(text, clock))
            .or_else(|| plan::span_of_years(text, clock)),
    }
}
