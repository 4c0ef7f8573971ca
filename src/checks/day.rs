//! The days that a text writes with 月 and 日.

use crate::model::Span;
use crate::reading::time::year_before;
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
    let months = text.match_indices('月');
    months.filter_map(|(at, _)| day_of(text, at)).collect()
}

/// The day whose 月 stands at `at`.
fn day_of(text: &str, at: usize) -> Option<Day> {
    const SIGNS: [char; 2] = ['日', '号'];
    let month = number_before(text[..at].trim_end_matches(' '), 4);
    let (start, month) = month.filter(|(_, month)| *month < 100)?;
    let rest = text[at + '月'.len_utf8()..].trim_start_matches(' ');
    let (mut day, length) = small(rest)?;
    let mut tail = rest[length..].trim_start_matches(' ');
    // 2月28—30日: the last day counts.
    if let Some(next) = tail.strip_prefix(['—', '-', '－', '至', '~', '～', '、', '和'])
        && let Some((last, length)) = small(next)
        && next[length..].starts_with(SIGNS)
    {
        day = day.max(last);
        tail = &next[length..];
    }
    let end = text.len() - tail.strip_prefix(SIGNS)?.len();
    let year = text[..start].trim_end_matches(' ').strip_suffix('年');
    let year = year.and_then(|head| year_before(text, head.len()));
    Some(Day {
        span: Span::new(year.map_or(start, |(from, _)| from), end),
        year: year.map(|(_, year)| year),
        month,
        day,
    })
}
