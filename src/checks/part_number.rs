//! The numbers of headings and items as a text writes them.

use crate::numbering::Form;
use crate::text::{after, before, in_chinese, is_digit};

/// Whether a number of a form stands in the words between two parts, where the outline gave it no place:
/// its line break may be lost.
pub(super) fn stands_between(between: &str, form: Form, number: u32) -> bool {
    let (before_it, behind_it): (&[char], &[char]) = match form {
        Form::Chapter => (&[], &['、', ' ', '．']),
        Form::Article => (&[], &['.', '、', '．', '﹒']),
        Form::Section | Form::Item => (&['（', '('], &['）', ')']),
        Form::Count(_) | Form::Among => (&['其'], &['是', '要']),
        Form::Ordinal => (&['第'], &['是']),
        Form::Clause => (&['第'], &['条', '條']),
        _ => return true,
    };
    let (narrow, wide) = (number.to_string(), in_wide_digits(number));
    let chinese = written_in_chinese(number).unwrap_or_default();
    let forms = match form {
        Form::Article | Form::Item => &[narrow, wide][..],
        _ => &[chinese][..],
    };
    let places = forms.iter().flat_map(|form| {
        let places = between.match_indices(&**form);
        places.map(|(at, _)| (at, at + form.len()))
    });
    places.into_iter().any(|(at, end)| {
        let lead = before(between, at);
        let led = lead.is_some_and(|c| before_it.contains(&c));
        let mark = after(between, end).filter(|c| behind_it.contains(c));
        // 增长3.5% is no third part; a line that begins 8.6个项目 is the eighth, and （五）5月 the fifth.
        let opens_line = matches!(lead, Some('\n' | '（' | '('));
        let followed = mark.is_some_and(|mark| {
            let behind = after(between, end + mark.len_utf8());
            mark == '、' || opens_line || behind.is_none_or(|c| !is_digit(c))
        });
        // A row's number has its line to itself, or was joined to the line above: no sentence ends so.
        let ends_line = after(between, end) == Some('\n');
        let alone = ends_line && (lead == Some('\n') || form == Form::Chapter);
        let fits = match form {
            Form::Section | Form::Item | Form::Clause => led && followed,
            _ => led || followed || alone,
        };
        let previous = match lead {
            Some(mark) if led => before(between, at - mark.len_utf8()),
            lead => lead,
        };
        let figure = |c| in_chinese(c) || is_digit(c) || matches!(c, '.' | '、' | '第');
        fits && previous.is_none_or(|c| !figure(c) || matches!(form, Form::Section | Form::Item))
    })
}

/// The numbers above the last one of a number with dots, where it has such: 4.2 of 4.2.1.
pub(super) fn numbers_above(part: &str) -> Option<&str> {
    let end = part.find(|c: char| !is_digit(c) && c != '.')?;
    let (above, last) = part[..end].rsplit_once('.')?;
    (!last.is_empty() && !above.is_empty()).then_some(above)
}

/// A number as some write it in full width: １２.
fn in_wide_digits(number: u32) -> String {
    let digits = number.to_string();
    let wide = digits
        .bytes()
        .map(|digit| u32::from(digit - b'0') + '０' as u32);
    wide.filter_map(char::from_u32).collect()
}

/// A number as headings write it: 三, 十二, 二十; below 100.
pub(super) fn written_in_chinese(number: u32) -> Option<String> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if !(1..100).contains(&number) {
        return None;
    }
    let (tens, units) = (number / 10, number % 10);
    let digit = |value: u32| value.checked_sub(1).map(|at| DIGITS[at as usize]);
    let several_tens = digit(tens).filter(|_| tens > 1);
    let ten = (tens > 0).then_some('十');
    let signs = [several_tens, ten, digit(units)].into_iter();
    Some(signs.flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_dots_has_numbers_above_it() {
        for (part, above) in [
            ("4.2.1 修渠", Some("4.2")),
            ("5.8打井", Some("5")),
            ("2.植树", None),
            ("（三）植树", None),
            ("2031", None),
        ] {
            assert_eq!(numbers_above(part), above, "{part}");
        }
    }

    #[test]
    fn numbers_are_written_as_headings_write_them() {
        let written: Vec<_> = [1, 10, 12, 20, 35]
            .into_iter()
            .filter_map(written_in_chinese)
            .collect();
        assert_eq!(written, ["一", "十", "十二", "二十", "三十五"]);
    }
}
