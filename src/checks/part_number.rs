//! The numbers of headings and items as a text writes them.

use crate::numbering::Form;
use crate::text::{after, before, in_chinese, is_han};

/// Whether a number that seems to be left out stands in the words between two parts of
/// a form after all, where the outline gave it no place.
pub(super) fn stands_between(between: &str, form: Form, number: u32) -> bool {
    let (before_it, behind_it): (&[char], &[char]) = match form {
        Form::Chapter => (&[], &['、', ' ', '．']),
        Form::Article => (&[], &['.', '、', '．']),
        Form::Section | Form::Item => (&['（', '('], &['）', ')']),
        Form::Count(_) | Form::Among => (&['其'], &['是', '要']),
        Form::Ordinal => (&['第'], &['是']),
        _ => return true,
    };
    let number = match form {
        Form::Article | Form::Item => number.to_string(),
        _ => written_in_chinese(number).unwrap_or_default(),
    };
    between.match_indices(&*number).any(|(at, _)| {
        let lead = before(between, at);
        let led = lead.is_some_and(|c| before_it.contains(&c));
        let followed = after(between, at + number.len()).is_some_and(|c| behind_it.contains(&c));
        let fits = match form {
            Form::Section | Form::Item => led && followed,
            _ => led || followed,
        };
        let previous = match lead {
            Some(mark) if led => before(between, at - mark.len_utf8()),
            lead => lead,
        };
        let open = previous.is_none_or(|c| !is_han(c));
        let figure = previous
            .is_some_and(|c| in_chinese(c) || c.is_ascii_digit() || matches!(c, '.' | '、'));
        fits && !figure && (open || !matches!(form, Form::Chapter | Form::Article))
    })
}

/// A number as headings write it: 三, 十二, 二十; below 100.
pub(super) fn written_in_chinese(number: u32) -> Option<String> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if number == 0 || number > 99 {
        return None;
    }
    let (tens, units) = ((number / 10) as usize, (number % 10) as usize);
    let digit = |value: usize| value.checked_sub(1).map(|at| DIGITS[at]);
    let several_tens = digit(tens).filter(|_| tens > 1);
    let ten = (tens > 0).then_some('十');
    Some(
        several_tens
            .into_iter()
            .chain(ten)
            .chain(digit(units))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_headings_write_them() {
        let written: Vec<_> = [1, 10, 12, 20, 35]
            .into_iter()
            .filter_map(written_in_chinese)
            .collect();
        assert_eq!(written, ["一", "十", "十二", "二十", "三十五"]);
    }
}
