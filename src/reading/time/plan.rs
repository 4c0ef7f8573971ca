//! Five-year plans (“十四五”期末) and stretches of years (过去五年, 三年来).

use std::sync::OnceLock;

use super::super::tense::Tense;
use super::moment::{Clock, Period, Time};
use super::month::small_number;
use super::words;
use crate::lexicon::plans::{ROWS, Row, TABLE};
use crate::lexicon::time_words::Role;

/// A plan's name in full (第十四个五年规划) without its last word.
pub(super) struct PlanStem {
    words: &'static str,
    first: Option<char>,
    row: &'static Row,
    /// The bytes that are read as the plan's name.
    length: usize,
}

pub(super) fn plan_stems() -> &'static [PlanStem] {
    static STEMS: OnceLock<Vec<PlanStem>> = OnceLock::new();
    let stem = |alias: &'static str| alias.trim_end_matches("规划").trim_end_matches("计划");
    STEMS.get_or_init(|| {
        ROWS.iter()
            .flat_map(|row| {
                let length = row.names.first().map_or(0, |alias| stem(alias).len());
                row.names.iter().map(move |alias| PlanStem {
                    words: stem(alias),
                    first: alias.chars().next(),
                    row,
                    length,
                })
            })
            .collect()
    })
}

/// “十四五”期末, “十三五”时期, 第十四个五年规划期间.
pub(super) fn plan(text: &str) -> Option<Time> {
    let quoted = text.starts_with('“');
    let mut at = if quoted { '“'.len_utf8() } else { 0 };
    let row = if quoted {
        let row = TABLE.longest(&text[at..])?;
        at += row.plan.len();
        if !text[at..].starts_with('”') {
            return None;
        }
        at += '”'.len_utf8();
        row
    } else {
        let first = text.chars().next()?;
        let stem = plan_stems()
            .iter()
            .filter(|stem| stem.first == Some(first))
            .find(|stem| text.starts_with(stem.words))?;
        at += stem.length;
        stem.row
    };
    let (first, last) = (row.first as i32, row.last as i32);
    let mut looks = Tense::Open;
    while let Some(word) = words::word(&text[at..], Role::PlanPart) {
        at += word.len();
        // “十四五”以来
        if words::word(word, Role::Since) == Some(word) {
            looks = Tense::Past;
        }
    }
    if let Some(word) = words::word(&text[at..], Role::PlanEnd) {
        return Some(Time {
            deadline: true,
            ..Time::new(at + word.len(), Some(Period::year(last)))
        });
    }
    Some(Time {
        looks,
        ..Time::new(at, Some(Period::years(first, last)))
    })
}

/// 五年来, 过去五年, 近三年, 今后五年, 过去一年, 一年来, 用三年左右时间, 三年内.
pub(super) fn span_of_years(text: &str, clock: Clock) -> Option<Time> {
    let lead = words::any(text, &[Role::Gone, Role::Coming, Role::Within]);
    let mut at = lead.map_or(0, |(_, length)| length);
    let lead = lead.map(|(role, _)| role);
    let (count, length) = small_number(&text[at..])?;
    at += length;
    at += words::mark(&text[at..], YEAR)?;
    let inside = words::word(&text[at..], Role::Inside)
        .filter(|word| lead == Some(Role::Within) || lead.is_none() && word.ends_with('内'));
    let since = words::length(&text[at..], Role::Since);
    let past = match lead {
        Some(Role::Gone) => true,
        Some(Role::Coming) => false,
        // So many years from now.
        Some(_) => {
            inside?;
            false
        }
        None if inside.is_some() => false,
        None if since > 0 => true,
        None => return None,
    };
    at += inside.map_or(since, str::len);
    let count = i32::try_from(count).ok()?;
    let period = if past {
        clock
            .reviewed_year()
            .map(|last| Period::years(last - count + 1, last))
    } else {
        clock.year.map(|year| {
            // Texts of the first months count their own year as the first; later ones count from what is left of it.
            Period::years(year, year + count - i32::from(clock.is_early()))
        })
    };
    Some(Time {
        looks: if past { Tense::Past } else { Tense::Future },
        counted: inside.is_some(),
        ..Time::new(at, period)
    })
}

const YEAR: &str = "年";
