//! Five-year plans (“十四五”期末) and stretches of years (过去五年, 三年来).

use std::sync::OnceLock;

use super::month::small_number;
use super::{Clock, Period, Time};
use crate::lexicon::{Matcher, PLANS};

/// A plan's name in full (第十四个五年规划) without its last word.
pub(super) struct PlanStem {
    words: &'static str,
    first: Option<char>,
    row: &'static [&'static str; 4],
    /// The bytes that are read as the plan's name.
    length: usize,
}

pub(super) fn plan_stems() -> &'static [PlanStem] {
    static STEMS: OnceLock<Vec<PlanStem>> = OnceLock::new();
    let stem = |alias: &'static str| alias.trim_end_matches("规划").trim_end_matches("计划");
    STEMS.get_or_init(|| {
        PLANS
            .iter()
            .filter(|row| !row[3].is_empty())
            .flat_map(|row| {
                let length = row[3]
                    .split(',')
                    .next()
                    .map_or(0, |alias| stem(alias).len());
                row[3].split(',').map(move |alias| PlanStem {
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
    static NAMES: OnceLock<Matcher<4>> = OnceLock::new();
    let names = NAMES.get_or_init(|| Matcher::new(PLANS));
    let quoted = text.starts_with('“');
    let mut at = if quoted { '“'.len_utf8() } else { 0 };
    let row = if quoted {
        let row = names.longest(&text[at..])?;
        at += row[0].len();
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
    let (first, last) = (row[1].parse().ok()?, row[2].parse().ok()?);
    for (word, whole) in [
        ("期间", true),
        ("时期", true),
        ("规划", true),
        ("计划", true),
        ("以来", true),
    ] {
        if text[at..].starts_with(word) && whole {
            at += word.len();
        }
    }
    for word in ["期末", "末期", "末年", "末", "收官之年"] {
        if text[at..].starts_with(word) {
            at += word.len();
            return Some(Time {
                length: at,
                period: Some(Period::year(last)),
                deadline: true,
                own_year: false,
            });
        }
    }
    Some(Time {
        length: at,
        period: Some(Period::years(first, last)),
        deadline: false,
        own_year: false,
    })
}

/// 五年来, 过去五年, 近三年, 今后五年, 过去一年, 一年来.
pub(super) fn span_of_years(text: &str, clock: Clock) -> Option<Time> {
    const BEFORE: &[(&str, bool)] = &[
        ("过去的", true),
        ("过去", true),
        ("近", true),
        ("今后", false),
        ("未来", false),
        ("前", true),
        ("力争用", false),
        ("争取用", false),
        ("用", false),
    ];
    let (lead, past) = BEFORE
        .iter()
        .find(|(word, _)| text.starts_with(word))
        .map_or(("", None), |(word, past)| (*word, Some(*past)));
    let rest = &text[lead.len()..];
    let (count, length) = small_number(rest)?;
    let mut at = lead.len() + length;
    at += text[at..].strip_prefix('年').map(|_| '年'.len_utf8())?;
    // 用三年左右时间, 三年内: so many years from now.
    let within = ["左右的时间", "左右时间", "的时间", "时间", "之内", "内"]
        .iter()
        .find(|word| text[at..].starts_with(**word))
        .filter(|word| lead.ends_with('用') || lead.is_empty() && word.ends_with('内'));
    let past = match (within, past) {
        (Some(word), None) => {
            at += word.len();
            Some(false)
        }
        (Some(word), Some(_)) => {
            at += word.len();
            past
        }
        (None, _) if lead.ends_with('用') => return None,
        (None, _) => past,
    };
    let tail = ["多来", "以来", "来"]
        .iter()
        .find(|word| text[at..].starts_with(**word));
    let past = match (past, tail) {
        (Some(past), _) => past,
        (None, Some(_)) => true,
        (None, None) => return None,
    };
    at += tail.map_or(0, |word| word.len());
    let count = i32::try_from(count).ok()?;
    let period = if past {
        clock
            .reviewed_year()
            .map(|last| Period::years(last - count + 1, last))
    } else {
        clock.year.map(|year| {
            // Texts of the first months count the coming years from their own.
            let first = if clock.month.is_none_or(|month| month <= 4) {
                year
            } else {
                year + 1
            };
            Period::years(first, first + count - 1)
        })
    };
    Some(Time {
        length: at,
        period,
        deadline: false,
        own_year: false,
    })
}
