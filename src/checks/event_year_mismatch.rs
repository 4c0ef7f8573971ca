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

use super::years::Year;
use super::{Context, Findings, Role};
use crate::lexicon::Trie;
use crate::lexicon::events::{Kind, ROWS, Row};
use crate::model::Span;
use crate::reading::{Kind as TokenKind, Pos, Reading};
use crate::text::numeral::number_before;
use crate::text::{is_han, window_after};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let sentence = |year: &Year| reading.sentence_at(year.span.start);
    let years = context.years();
    for years in years.chunk_by(|one, next| sentence(one) == sentence(next)) {
        let Some(whole) = reading.sentences.get(sentence(&years[0])) else {
            continue;
        };
        // Places are those of the text; nothing behind the sentence is read.
        let words = &reading.text[..whole.end];
        let mut found = Vec::new();
        for (index, year) in years.iter().enumerate() {
            let next = years.get(index + 1);
            let next = next.map_or(whole.end, |next| next.span.start);
            let said = words.get(year.span.end..next).unwrap_or_default();
            if said.trim_start_matches(['，', ',', ' ']).starts_with('是') {
                held(reading, &words[..next], *year, &mut found);
                since(reading, &words[..next], *year, &mut found);
            }
        }
        beside(reading, words, years, &mut found);
        found.sort_by_key(|one: &Mismatch| one.span);
        found.dedup_by_key(|one| one.span);
        for one in found {
            let (year, right) = (one.year.to_string(), one.right.to_string());
            let values = [("event", one.event), ("year", &year), ("right", &right)];
            findings.report(one.span, "", &values);
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

impl<'a> Mismatch<'a> {
    /// An event of a year that is said of another one; nothing where it is said of its own.
    fn of(span: Span, event: &'a str, year: Year, right: i32) -> Option<Self> {
        let year = year.value;
        (right != year).then_some(Self {
            span,
            event,
            year,
            right,
        })
    }
}

/// Events right behind a year: 2021年，我们隆重庆祝建党100周年; 2022年10月，党的二十大胜利召开; 2022年召开的党的
/// 二十大.
fn beside<'a>(reading: &Reading, words: &'a str, years: &[Year], found: &mut Vec<Mismatch<'a>>) {
    let mut from = years[0].span.end;
    while let Some((at, length, row)) = EVENTS.find(words, from) {
        from = at + words[at..].chars().next().map_or(1, char::len_utf8);
        let year = years.iter().rev().find(|year| year.span.end <= at);
        let Some(year) = year.filter(|_| is_whole(reading, at)) else {
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
        } else if takes_place(between, &words[after..], names_more(reading, after)) {
            (row.year as i32, after)
        } else {
            continue;
        };
        found.extend(Mismatch::of(
            Span::new(at, end),
            &words[at..end],
            *year,
            right,
        ));
    }
}

/// The events by all their names, each with its row.
static EVENTS: LazyLock<Trie> = LazyLock::new(|| {
    let rows = ROWS.iter().zip(0..);
    Trie::new(rows.flat_map(|(row, index)| names(row).into_iter().map(move |name| (name, index))))
});

/// 75周年 at the start of `rest`: the number, and where the words end.
fn anniversary(rest: &str) -> Option<(i32, usize)> {
    let words = window_after(rest, 0, 9);
    let (at, mark) = Role::Anniversary.first_in(words)?;
    let (start, count) = number_before(&words[..at], 5)?;
    let lead = words[..start].trim_start_matches(['”', '的', ' ']);
    let end = at + mark.len();
    (lead.is_empty() && !leads_on(&rest[end..])).then_some((count as i32, end))
}

/// Whether the words behind an anniversary speak of a later year: 建党100周年后的第一年.
fn leads_on(behind: &str) -> bool {
    behind.starts_with('后')
}

/// Whether the name of an event that begins at `start` is no tail of a longer one: no noun, no name and no word that is cut
/// stands right before it, 致公党|成立, 越南人民军|建军; the country's own events may have its name before them.
fn is_whole(reading: &Reading, start: usize) -> bool {
    let next = reading
        .tokens
        .partition_point(|token| token.span.start < start);
    let Some(last) = next.checked_sub(1).map(|last| reading.tokens[last]) else {
        return true;
    };
    let (end, word) = (last.span.end, last.span.of(reading.text));
    let said = Role::Party.is(word) || Role::Celebrates.ends(word).is_some();
    let local = Role::Local.ends(word).is_some();
    end < start
        || end == start
            && match last.pos {
                Pos::Adjective | Pos::Classifier | Pos::Other => said || !word.contains(is_han),
                Pos::Pronoun => said || !local,
                Pos::VerbNoun => true,
                pos => said || !pos.is_nominal(),
            }
}

/// How far behind an event the word may end that goes on in its name, in bytes.
const FAR: usize = 60;

/// 党的二十大|精神宣讲会, 十八届三中全会|十周年座谈会: whether what is called goes on behind the name of an event.
fn names_more(reading: &Reading, end: usize) -> bool {
    let next = reading.tokens_in(Span::new(end, reading.text.len().min(end + FAR)));
    next.first().is_some_and(|next| {
        let noun = next.pos.is_nominal() && next.pos != Pos::VerbNoun;
        next.span.start == end && (noun || next.kind == TokenKind::Number)
    })
}

/// Whether a year and the words up to an event and behind it say that it was held then; `more` where its name is only the
/// beginning of another, to which what stands before it belongs.
fn takes_place(between: &str, rest: &str, more: bool) -> bool {
    let is_day = |c: char| c.is_ascii_digit() || matches!(c, '月' | '日' | '，' | ',' | ' ');
    let bare = between
        .trim_start_matches(is_day)
        .trim_end_matches(['，', ' ']);
    // 2021年是极不平凡的一年，…: the year goes on.
    let praised = bare.starts_with('是')
        && Role::YearPraise.ends(bare).is_some()
        && !bare.contains(['，', '。']);
    let bare = if praised { "" } else { bare };
    let verb = |words| Role::Solemnly.behind(words).unwrap_or(words);
    // 2022年召开党的二十大时的目标
    if Role::TakesPlace.is(verb(bare)) {
        return !more || rest.starts_with('时');
    }
    let held = bare.strip_suffix('的');
    if held.is_some_and(|lead| Role::TakesPlace.is(verb(lead))) {
        return !more;
    }
    let behind = Role::TakesPlace.behind(verb(rest));
    bare.is_empty() && behind.is_some_and(|behind| Role::HeldLater.begins(behind).is_none())
}

/// 党的二十大召开之年, said of a year with 是; `words` go up to the next year.
fn held<'a>(reading: &Reading, words: &'a str, year: Year, found: &mut Vec<Mismatch<'a>>) {
    let said = &words[year.span.end..];
    for ending in Role::YearOfEvent.words() {
        for (at, _) in said.match_indices(ending) {
            let head = said[..at].trim_end_matches(['的', '”', '隆', '重', '胜', '利']);
            for row in ROWS.iter().filter(|row| row.kind == Kind::Held) {
                if let Some(event) = name_at_end(row, head)
                    && is_whole(reading, year.span.end + head.len() - event.len())
                {
                    let start = head.len() - event.len();
                    let span = Span::new(start, at + ending.len()).moved(year.span.end);
                    found.extend(Mismatch::of(span, event, year, row.year as i32));
                }
            }
        }
    }
}

/// 新中国成立75周年, said of a year with 是; `words` go up to the next year.
fn since<'a>(reading: &Reading, words: &'a str, year: Year, found: &mut Vec<Mismatch<'a>>) {
    let said = &words[year.span.end..];
    for mark in Role::Anniversary.words() {
        for (at, _) in said.match_indices(mark) {
            let Some((start, count)) = number_before(&said[..at], 5) else {
                continue;
            };
            if leads_on(&said[at + mark.len()..]) {
                continue;
            }
            let head = words[..year.span.end + start].trim_end_matches(['的', '”', ' ']);
            let end = year.span.end + at + mark.len();
            let rows = ROWS.iter().filter(|row| row.kind == Kind::Since);
            let named = rows.filter_map(|row| Some((name_at_end(row, head)?.len(), row)));
            // One event's name may end as another's does.
            let longest = named.max_by_key(|(length, _)| *length);
            found.extend(longest.and_then(|(length, row)| {
                let span = Span::new(head.len() - length, end);
                let right = row.year as i32 + count as i32;
                let whole = is_whole(reading, span.start);
                Mismatch::of(span, span.of(words), year, right).filter(|_| whole)
            }));
        }
    }
}

/// The name of an event that `head` ends with.
fn name_at_end(row: &'static Row, head: &str) -> Option<&'static str> {
    names(row).into_iter().find(|name| head.ends_with(name))
}

/// An event's name and its other names, the longest first.
fn names(row: &'static Row) -> Vec<&'static str> {
    let mut names = [&[row.event], row.names].concat();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
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
                "2022年是⟦中华苏维埃共和国成立90周年⟧。",
                "2024年是我国⟦改革开放45周年⟧。",
                "2022年召开的⟦十八届三中全会⟧，作出了部署。",
                "2019年恰逢⟦建军90周年⟧，意义重大。",
                "2020年，我们喜迎⟦新中国成立70周年⟧。",
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
                "2022年是建党100周年后迈向新征程的第一年。",
                "2020年起，我们为庆祝建党100周年做准备。",
                "2013年召开的党的十八届三中全会作出部署。",
                "2021年，我们隆重庆祝中国共产党成立100周年。",
                "2012年是很不寻常的一年，党的十八大胜利召开。",
                "2025年是中国致公党成立100周年，也是中国农工民主党成立95周年。",
                "2021年是中华苏维埃共和国成立90周年。",
                "2023年是以色列建国75周年，也是越南人民军建军79周年。",
                "2024年是县越剧团建团70周年，2018年是海南经济特区建立30周年。",
                "2025年是我县人民政协成立70周年。",
                "1996年2月，哈尔滨亚冬会成功举办。",
                "2019年是农工党十六届三中全会召开之年。",
                "2023年召开的党的二十大精神宣讲会反响很好。",
                "2024年召开的十八届三中全会十周年座谈会气氛热烈。",
                "2012年召开的党的一大纪念馆建设推进会作了安排。",
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
