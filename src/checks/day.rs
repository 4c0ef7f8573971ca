//! The days that a text writes with 月 and 日.

use super::years::year_before;
use crate::model::Span;
use crate::text::numeral::{number_before, small};

/// A day as the text has it.
pub(super) struct Day {
    /// From the year, or else the month, to 日.
    pub span: Span,
    pub year: Option<i32>,
    pub month: u32,
    pub day: u32,
}

/// All days of a text that are written with 月 and 日 or 号.
pub(super) fn days(text: &str) -> Vec<Day> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('月') {
        let behind = at + '月'.len_utf8();
        let month = number_before(text[..at].trim_end_matches(' '), 4);
        let Some((start, month)) = month.filter(|(_, month)| *month < 100) else {
            continue;
        };
        let rest = &text[behind..];
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let Some((mut day, length)) = small(&rest[gap..]) else {
            continue;
        };
        let mut end = behind + gap + length;
        let mut tail = text[end..].trim_start_matches(' ');
        // 2月28—30日: the last day counts.
        if let Some(next) = tail.strip_prefix(['—', '-', '－', '至', '~', '～', '、', '和'])
            && let Some((last, length)) = small(next)
            && next[length..].starts_with(['日', '号'])
        {
            day = day.max(last);
            end = text.len() - next.len() + length;
            tail = &text[end..];
        }
        if !tail.starts_with(['日', '号']) {
            continue;
        }
        end = text.len() - tail.len() + '日'.len_utf8();
        let year = text[..start]
            .trim_end_matches(' ')
            .strip_suffix('年')
            .and_then(|head| year_before(text, head.len()));
        found.push(Day {
            span: Span::new(year.map_or(start, |(from, _)| from), end),
            year: year.map(|(_, year)| year),
            month,
            day,
        });
    }
    found
}
