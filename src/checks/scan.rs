//! Small scanners that several rules share: years, and those of the language.

use crate::model::Span;
pub(super) use crate::text::character::is_han;
pub(super) use crate::text::numeral::{
    chinese_digit, digit, in_chinese as in_chinese_numeral, small as small_number,
    small_chinese as chinese_number, whole_chinese,
};
pub(super) use crate::text::scan::{
    after, before, contains_any, figure_length, wants_figure, window_after, window_before,
};

/// A year with its 年.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    /// The figures and 年.
    pub span: Span,
    /// The year.
    pub value: i32,
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

/// All years of a text that are written with 年.
pub(super) fn years(text: &str) -> Vec<Year> {
    let marks = text.match_indices('年');
    marks.filter_map(|(at, _)| year_at(text, at)).collect()
}

/// The years of a text, by the places of its 年.
pub(super) fn years_at(text: &str, marks: &[usize]) -> Vec<Year> {
    let marks = marks.iter();
    marks.filter_map(|&at| year_at(text, at)).collect()
}

/// The year whose 年 stands at `at`.
fn year_at(text: &str, at: usize) -> Option<Year> {
    let (start, value) = year_before(text, at)?;
    Some(Year {
        span: Span::new(start, at + '年'.len_utf8()),
        value,
    })
}

/// The years that are told by the document's own, and how far they lie from it.
pub(super) const RELATIVE_YEARS: [(&str, i32); 3] = [("今年", 0), ("去年", -1), ("明年", 1)];

/// The whole number of at most `most` signs that a text ends with, in digits or Chinese: where it begins,
/// and the number.
pub(super) fn number_before(head: &str, most: usize) -> Option<(usize, u32)> {
    let signs = head.char_indices().rev().take(most);
    let (start, _) = signs
        .take_while(|(_, c)| digit(*c).is_some() || in_chinese_numeral(*c))
        .last()?;
    let words = &head[start..];
    let small = small_number(words).filter(|(_, length)| *length == words.len());
    let number = small.map(|(number, _)| number).or_else(|| {
        let chinese = whole_chinese(words).filter(|(_, length)| *length == words.len());
        words.parse().ok().or(chinese.map(|(number, _)| number))
    });
    Some((start, number?))
}

/// The first characters of a stretch, for messages.
pub(super) fn short(title: &str) -> String {
    const LENGTH: usize = 14;
    let mut short: String = title.chars().take(LENGTH).collect();
    if title.chars().count() > LENGTH {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_both_scripts() {
        let values: Vec<_> = years("1998年、二○○六年、12024年、24年、每年")
            .iter()
            .map(|year| year.value)
            .collect();
        assert_eq!(values, [1998, 2006]);
    }

    #[test]
    fn windows_stop_at_the_ends() {
        assert_eq!(window_before("虚实", 6, 9), "虚实");
        assert_eq!(window_before("虚实", 3, 1), "虚");
        assert_eq!(window_after("虚实", 3, 9), "实");
    }
}
