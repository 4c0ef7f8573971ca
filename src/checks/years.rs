//! The years that a text writes with 年.

use crate::model::Span;
use crate::text::numeral::{chinese_digit, digit};

/// A year with its 年.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    /// The figures and 年, or 今年.
    pub span: Span,
    /// The year.
    pub value: i32,
    /// Whether the text writes its figures.
    pub written: bool,
}

/// The years that are told by the document's own, and how far they lie from it.
const RELATIVE: [(char, i32); 3] = [('今', 0), ('去', -1), ('明', 1)];

/// The years of a text, whose own is `own`.
pub(super) fn years(text: &str, own: Option<i32>) -> Vec<Year> {
    let marks = text.match_indices('年').map(|(at, _)| at);
    let year = |at: usize| {
        let (start, value, written) = match year_before(text, at) {
            Some((start, value)) => (start, value, true),
            None => {
                let mut relative = RELATIVE.iter();
                let (name, shift) = relative.find(|(name, _)| text[..at].ends_with(*name))?;
                (at - name.len_utf8(), own? + shift, false)
            }
        };
        Some(Year {
            span: Span::new(start, at + '年'.len_utf8()),
            value,
            written,
        })
    };
    marks.filter_map(year).collect()
}

/// The four figures of a year that end at `end`, in digits or Chinese digits: where they begin and
/// the year; from 1800 to 2199.
pub(super) fn year_before(text: &str, end: usize) -> Option<(usize, i32)> {
    let mut start = end;
    let mut value = 0;
    let mut place = 1;
    for (count, character) in text.get(..end)?.chars().rev().enumerate() {
        let figure = digit(character).or_else(|| chinese_digit(character));
        if count == 4 {
            // A longer number is no year: 12024年.
            if figure.is_some() || character == '.' {
                return None;
            }
            break;
        }
        value += figure? * place;
        place *= 10;
        start -= character.len_utf8();
    }
    (1800..2200)
        .contains(&value)
        .then_some((start, value as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_both_scripts() {
        let values: Vec<_> = years("1998年、二○○六年、12024年、24年、每年、去年", None)
            .iter()
            .map(|year| year.value)
            .collect();
        assert_eq!(values, [1998, 2006]);
        assert_eq!(years("去年和明年", Some(2024))[1].value, 2025);
    }
}
