//! `event-year-mismatch`

use super::scan::{Year, chinese_number, digit, document_year, years};
use super::{Context, Findings, Group, Rule};
use crate::language::Reading;
use crate::lexicon::EVENTS;
use crate::model::{Severity, Span};

/// Finds a year that is called the year of an event, or an anniversary, and is not: 2023年是党的二十大
/// 召开之年; 2024年是新中国成立74周年.
///
/// Why it matters: the sentence was copied along from last year's speech.
///
/// Trips: 2023年是党的二十大召开之年
/// Does not: 2022年是党的二十大召开之年; 今年是…, where the document has no date
///
/// Source: `data/events.tsv`.
pub(super) static RULE: Rule = Rule {
    id: "event-year-mismatch",
    group: Group::Dates,
    severity: Severity::Error,
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    if !text.contains("之年") && !text.contains("周年") {
        return;
    }
    for sentence in &reading.sentences {
        let words = sentence.of(text);
        if words.contains("之年") || words.contains("周年") {
            for (year, rest) in subjects(reading, words, sentence.start) {
                held(text, year, rest, findings);
                since(text, year, rest, findings);
            }
        }
    }
}

/// The years that a sentence says something of with 是, and where that begins.
fn subjects(reading: &Reading, words: &str, offset: usize) -> Vec<(Year, Span)> {
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
    let mut subjects = Vec::new();
    for (index, year) in found.iter().enumerate() {
        let rest = words[year.span.end..].trim_start_matches(['，', ',', ' ']);
        if !rest.starts_with('是') {
            continue;
        }
        let end = found
            .get(index + 1)
            .map_or(words.len(), |next| next.span.start);
        subjects.push((
            *year,
            Span::new(offset + words.len() - rest.len(), offset + end),
        ));
    }
    subjects
}

/// 党的二十大召开之年.
fn held(text: &str, year: Year, rest: Span, findings: &mut Findings) {
    let words = rest.of(text);
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
                if let Some(name) = named {
                    let start = words[..at].rfind(name).unwrap_or(at);
                    report(
                        row[2],
                        name,
                        year,
                        rest.start + start,
                        rest.start + at + ending.len(),
                        findings,
                    );
                }
            }
        }
    }
}

/// 新中国成立75周年.
fn since(text: &str, year: Year, rest: Span, findings: &mut Findings) {
    let words = rest.of(text);
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
            let right = (begun + count).to_string();
            report(
                &right,
                &words[head.len() - name.len()..at + mark.len()],
                year,
                rest.start + head.len() - name.len(),
                rest.start + at + mark.len(),
                findings,
            );
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
    let (hundreds, rest) = match words.split_once('百') {
        Some((hundreds, rest)) => (
            chinese_number(hundreds)?.0,
            rest.trim_start_matches(['零', '〇']),
        ),
        None => (0, words),
    };
    let units = if rest.is_empty() {
        0
    } else {
        chinese_number(rest)?.0
    };
    Some((start, (hundreds * 100 + units) as i32))
}

fn report(right: &str, event: &str, year: Year, start: usize, end: usize, findings: &mut Findings) {
    if right.parse() == Ok(year.value) {
        return;
    }
    let span = Span::new(start, end);
    if findings.is_full(span) {
        return;
    }
    findings.push(RULE.finding(
        span,
        "check.event-year-mismatch",
        &[
            ("event", event),
            ("year", &year.value.to_string()),
            ("right", right),
        ],
    ));
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
