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

use std::sync::OnceLock;

use super::scan::{Year, contains_any, digit, document_year, starts_with_any, years};
use super::sought::Sought;
use super::{Context, Findings, Group, Rule};
use crate::lexicon::EVENTS;
use crate::lexicon::Trie;
use crate::model::{Severity, Span};
use crate::reading::Reading;
use crate::text::numeral::whole_chinese;

pub(super) static RULE: Rule = Rule {
    id: "event-year-mismatch",
    group: Group::Dates,
    severity: Severity::Error,
    check,
};

/// What a sentence holds that tells the time of an event.
pub(super) const SIGNS: [&str; 6] = ["之年", "周年", "召开", "举办", "举行", "的一年"];
/// Those without which no event is told of, by their places in `SIGNS`.
const EVENT_SIGNS: std::ops::Range<usize> = 1..5;

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    let mut signs = context.hits(Sought::Occasion).iter();
    if !signs.any(|sign| EVENT_SIGNS.contains(&sign.number)) {
        return;
    }
    for sentence in context.sentences_with(Sought::Occasion) {
        let words = sentence.of(text);
        let years = stated_years(reading, words);
        if years.is_empty() {
            continue;
        }
        let mut found = Vec::new();
        for (year, rest) in subjects(words, &years) {
            held(words, year, rest, &mut found);
            since(words, year, rest, &mut found);
        }
        beside(words, &years, &mut found);
        found.sort_by_key(|one: &Mismatch| one.span);
        found.dedup_by_key(|one| one.span);
        for one in found {
            report(one, sentence.start, findings);
        }
    }
}

/// An event said of another year.
struct Mismatch {
    /// In the sentence.
    span: Span,
    event: String,
    year: i32,
    right: i32,
}

/// The years that a sentence names, 今年 and its like among them where the document has a date.
fn stated_years(reading: &Reading, words: &str) -> Vec<Year> {
    let mut found: Vec<Year> = years(words);
    if let Some(own) = document_year(reading) {
        for (word, shift) in [("今年", 0), ("去年", -1), ("明年", 1)] {
            found.extend(words.match_indices(word).map(|(at, _)| Year {
                span: Span::new(at, at + word.len()),
                value: own + shift,
            }));
        }
    }
    found.sort_by_key(|year| year.span);
    found
}

/// What may stand between a year and the anniversary that it is called.
const OCCASIONS: &[&str] = &[
    "是", "适逢", "恰逢", "正值", "时逢", "欣逢", "时值", "迎来", "喜迎", "庆祝", "纪念",
];

/// What makes the year another one's: 2021年以来，为迎接….
const ELSEWHERE: &[&str] = &[
    "以来", "起", "开始", "筹备", "为", "迎接", "即将", "前", "后", "到", "至", "明年", "去年",
    "将",
];

/// Events right behind a year: 2021年，我们隆重庆祝建党100周年; 2022年10月，党的二十大胜利召开; 2022年召开的党的
/// 二十大.
fn beside(words: &str, years: &[Year], found: &mut Vec<Mismatch>) {
    let Some(first) = years.first() else { return };
    let table = table();
    for (at, character) in words.char_indices().filter(|(at, _)| *at >= first.span.end) {
        if !table.may_begin(character) {
            continue;
        }
        let Some((length, row)) = table.longest(&words[at..]) else {
            continue;
        };
        let Some(year) = years.iter().rev().find(|year| year.span.end <= at) else {
            continue;
        };
        let row = EVENTS[row as usize];
        let between = words[year.span.end..at]
            .trim_end_matches('“')
            .trim_end_matches("党的")
            .trim_end_matches("中共");
        let Ok(begun) = row[2].parse::<i32>() else {
            continue;
        };
        let after = at + length;
        let (right, end) = if row[1] == "since" {
            let Some((count, end)) = anniversary(&words[after..]) else {
                continue;
            };
            let says = between.is_empty() || contains_any(between, OCCASIONS);
            let near = between.chars().count() <= 16 && !contains_any(between, ELSEWHERE);
            if !says || !near {
                continue;
            }
            (begun + count, after + end)
        } else if takes_place(between, &words[after..]) {
            (begun, after)
        } else {
            continue;
        };
        if right != year.value {
            found.push(Mismatch {
                span: Span::new(at, end),
                event: words[at..end].to_owned(),
                year: year.value,
                right,
            });
        }
    }
}

/// The events by all their names, each with its row.
fn table() -> &'static Trie {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    TABLE.get_or_init(|| {
        Trie::new(
            EVENTS
                .iter()
                .enumerate()
                .flat_map(|(index, row)| names(row).map(move |name| (name, index as u32))),
        )
    })
}

/// 75周年 at the start of `rest`: the number, and where the words end.
fn anniversary(rest: &str) -> Option<(i32, usize)> {
    let words = super::scan::window_after(rest, 0, 9);
    let at = words.find("周年")?;
    let (start, count) = number_before(&words[..at])?;
    let lead = words[..start].trim_start_matches(['”', '的', ' ']);
    lead.is_empty().then_some((count, at + "周年".len()))
}

/// Whether a year and the words up to an event and behind it say that it was held then.
fn takes_place(between: &str, rest: &str) -> bool {
    let bare = between
        .trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '月' | '日' | '，' | ',' | ' ')
        })
        .trim_end_matches(['，', ' ']);
    // 2021年是极不平凡的一年，…: the year goes on.
    let bare = if bare.starts_with('是') && bare.ends_with("的一年") && !bare.contains(['，', '。'])
    {
        ""
    } else {
        bare
    };
    let lead = bare.strip_suffix("的").map(|lead| {
        starts_with_any(lead, &["胜利", "隆重", "成功"]).map_or(lead, |word| &lead[word.len()..])
    });
    if lead.is_some_and(|lead| ["召开", "举行", "举办"].contains(&lead)) {
        return true;
    }
    let rest =
        starts_with_any(rest, &["胜利", "隆重", "成功"]).map_or(rest, |word| &rest[word.len()..]);
    let Some(verb) = starts_with_any(rest, &["召开", "举行", "举办"]) else {
        return false;
    };
    let behind = &rest[verb.len()..];
    let later = [
        "以来", "后", "前", "之", "以后", "以前", "时", "期间", "的", "十", "二", "三", "五", "一",
    ];
    bare.is_empty() && starts_with_any(behind, &later).is_none()
}

/// The years that a sentence says something of with 是, and where that begins.
fn subjects(words: &str, years: &[Year]) -> Vec<(Year, Span)> {
    let mut subjects = Vec::new();
    for (index, year) in years.iter().enumerate() {
        let rest = words[year.span.end..].trim_start_matches(['，', ',', ' ']);
        if !rest.starts_with('是') {
            continue;
        }
        let end = years
            .get(index + 1)
            .map_or(words.len(), |next| next.span.start);
        if words.len() - rest.len() < end {
            subjects.push((*year, Span::new(words.len() - rest.len(), end)));
        }
    }
    subjects
}

/// 党的二十大召开之年.
fn held(sentence: &str, year: Year, rest: Span, found: &mut Vec<Mismatch>) {
    let words = rest.of(sentence);
    for ending in [
        "召开之年",
        "举办之年",
        "胜利召开之年",
        "召开的一年",
        "举行之年",
    ] {
        for (at, _) in words.match_indices(ending) {
            for row in EVENTS.iter().filter(|row| row[1] == "held") {
                let named = names(row).find(|name| {
                    words[..at]
                        .trim_end_matches(['的', '”', '隆', '重', '胜', '利'])
                        .ends_with(name)
                });
                let right = row[2].parse().unwrap_or(year.value);
                if let Some(name) = named.filter(|_| right != year.value) {
                    let start = words[..at].rfind(name).unwrap_or(at);
                    found.push(Mismatch {
                        span: Span::new(rest.start + start, rest.start + at + ending.len()),
                        event: name.to_owned(),
                        year: year.value,
                        right,
                    });
                }
            }
        }
    }
}

/// 新中国成立75周年.
fn since(sentence: &str, year: Year, rest: Span, found: &mut Vec<Mismatch>) {
    let words = rest.of(sentence);
    for (at, mark) in words.match_indices("周年") {
        let Some((start, count)) = number_before(&words[..at]) else {
            continue;
        };
        let head = words[..start].trim_end_matches(['的', '”', ' ']);
        for row in EVENTS.iter().filter(|row| row[1] == "since") {
            let Some(name) = names(row).find(|name| head.ends_with(name)) else {
                continue;
            };
            let Ok(begun) = row[2].parse::<i32>() else {
                continue;
            };
            if year.value - begun == count {
                continue;
            }
            let start = head.len() - name.len();
            found.push(Mismatch {
                span: Span::new(rest.start + start, rest.start + at + mark.len()),
                event: words[start..at + mark.len()].to_owned(),
                year: year.value,
                right: begun + count,
            });
            break;
        }
    }
}

/// An event's name and its other names, the longest first.
fn names(row: &'static [&'static str; 4]) -> impl Iterator<Item = &'static str> {
    let mut names: Vec<&str> = std::iter::once(row[0])
        .chain(row[3].split(','))
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter()
}

/// The number that `head` ends in: 75, 七十五, 100, 一百.
fn number_before(head: &str) -> Option<(usize, i32)> {
    let start = head
        .char_indices()
        .rev()
        .take(5)
        .take_while(|(_, c)| digit(*c).is_some() || super::scan::in_chinese_numeral(*c))
        .last()?
        .0;
    let words = &head[start..];
    if let Ok(number) = words.parse() {
        return Some((start, number));
    }
    let (number, length) = whole_chinese(words)?;
    (length == words.len()).then_some((start, number as i32))
}

fn report(one: Mismatch, offset: usize, findings: &mut Findings) {
    let span = Span::new(offset + one.span.start, offset + one.span.end);
    if findings.is_full(span) {
        return;
    }
    let (year, right) = (one.year.to_string(), one.right.to_string());
    let values = [("event", &*one.event), ("year", &year), ("right", &right)];
    findings.push(RULE.finding(span, "check.event-year-mismatch", &values));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{Page, silent, trips};

    #[test]
    fn finds_events_in_the_wrong_year() {
        trips(
            &RULE,
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
            &RULE,
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
        assert_eq!(Page::dated("2024-01-03", text).check(&RULE).len(), 0);
        assert_eq!(Page::dated("2025-01-03", text).check(&RULE).len(), 1);
    }
}
