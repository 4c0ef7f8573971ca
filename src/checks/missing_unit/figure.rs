//! The number that ends a clause.

use crate::checks::Role;
use crate::text::{figure_length, is_digit, window_after};

/// A number in digits at the end of a clause, 以上 and its like aside, and the words before it.
pub(super) fn bare_number(words: &str) -> Option<(&str, &str)> {
    let tail = Role::Bound.before_all(words.trim_end()).trim_end();
    let bare = tail.trim_end_matches(['—', '-', '－', '~', '～', '至']);
    let in_number = |c: char| {
        is_digit(c) || matches!(c, '.' | '．' | '·' | '—' | '-' | '－' | '~' | '～' | '至')
    };
    let head = tail.trim_end_matches(in_number);
    let figures = tail[head.len()..].trim_start_matches(|c| !is_digit(c));
    (bare.len() == tail.len() && figure_length(figures) > 0)
        .then(|| (&tail[..tail.len() - figures.len()], figures))
}

/// Whether a number that ends at `end` ends there: a list of numbers has its unit at the end, and 10:3 or 3,500 goes on.
pub(super) fn ends_figure(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    // 增长9.4、居全省第一: what follows is no number of the same list.
    if let Some(next) = rest.strip_prefix('、') {
        return says_more(next);
    }
    let ends = ['，', '。', '；', ';', ',', '！', '\n', '（', '(', '的'];
    (rest.is_empty() || rest.starts_with(ends)) && !goes_on_in_figures(rest)
}

/// Whether after a comma a further number of the same list follows: no year and no month.
fn goes_on_in_figures(rest: &str) -> bool {
    let list = rest.trim_start_matches([',', '，']);
    let length = figure_length(list);
    list.len() < rest.len() && length > 0 && !list[length..].starts_with(['年', '月', '日'])
}

/// Whether the part of a list behind a number has a verb of its own, so that no unit behind a later number is meant for both.
pub(super) fn says_more(part: &str) -> bool {
    let near = window_after(part, 0, 12);
    let part = near.split(['，', '。', '；', '、']).next().unwrap_or(near);
    let head = part.split(|c: char| is_digit(c)).next().unwrap_or(part);
    head.starts_with(['居', '列', '位', '高', '低', '占']) || Role::RateVerb.stands_in(head)
}
