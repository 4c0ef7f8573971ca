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

/// All days of a text that are written with 月 and 日 or 号, or as 2031-02-28, 2031.2.28.
pub(super) fn days(text: &str) -> Vec<Day> {
    let months = text.match_indices('月');
    let in_words = months.filter_map(|(at, _)| day_of(text, at));
    let marks = text.match_indices(['-', '.', '/']);
    in_words
        .chain(marks.filter_map(|(at, mark)| day_in_figures(text, at, mark)))
        .collect()
}

/// The day (2031-02-28, 2031.2.28) whose first mark stands at `at`.
fn day_in_figures(text: &str, at: usize, mark: &str) -> Option<Day> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let start = at.checked_sub("2031".len())?;
    let year = text
        .get(start..at)
        .filter(|year| figures(year) == year.len())?;
    let rest = &text[at + mark.len()..];
    let (month, rest) = rest.split_at(figures(rest));
    let rest = rest.strip_prefix(mark)?;
    let (day, behind) = rest.split_at(figures(rest));
    let free = !text[..start].ends_with(|c: char| c.is_ascii_digit()) && !behind.starts_with(mark);
    // 2031-2-8 may be a code, 1998.12 a number.
    let whole = match mark {
        "-" => (month.len(), day.len()) == (2, 2),
        _ => year.starts_with(['1', '2']) && month.len() < 3 && day.len() < 3,
    };
    (free && whole).then_some(Day {
        span: Span::new(start, text.len() - behind.len()),
        year: Some(year.parse().ok()?),
        month: month.parse().ok()?,
        day: day.parse().ok()?,
    })
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
