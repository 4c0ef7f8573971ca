//! Numbers in brackets, in Arabic and Roman figures, and letters: （一） 1. 1.1 Ⅳ. A.

use super::form::Form;
use super::marker::{Marker, arabic_number};
use crate::text::character::is_han;
use crate::text::numeral::{digit, ordinal};

/// Ⅰ. IV、 A. b): a mark and Chinese words must follow, for letters begin much else.
pub(super) fn latin_marker(text: &str, first: char) -> Option<Marker> {
    let roman = roman_number(text).filter(|(_, length)| {
        let mark = text[*length..].chars().next();
        matches!(mark, Some('.' | '．' | '、')) || !first.is_ascii() && mark == Some(' ')
    });
    let (form, number, length) = match roman {
        // A lone I, V or X is rather the numeral than the letter.
        Some((number, length)) => (Form::Roman, number, length),
        None => (Form::Letter, letter_number(first)?, first.len_utf8()),
    };
    let rest = &text[length..];
    let mark = rest.chars().next()?;
    if !matches!(mark, '.' | '．' | '、' | '）' | ')' | ' ') || form == Form::Letter && mark == ' '
    {
        return None;
    }
    let words = rest[mark.len_utf8()..].trim_start_matches([' ', '\u{3000}']);
    let marker = Marker::new(form, number, text.len() - words.len());
    words.starts_with(is_han).then_some(marker)
}

pub(super) fn bracketed(text: &str, open: char) -> Option<Marker> {
    let close = match open {
        '（' | '(' => ['）', ')'],
        '〔' => ['〕', '〕'],
        '【' => ['】', '】'],
        _ => [']', ']'],
    };
    let inner = text[open.len_utf8()..].trim_start_matches(' ');
    let skipped = text.len() - inner.len();
    let ((number, digits), form) = match ordinal(inner) {
        Some(chinese) => (chinese, Form::Section),
        // [1]: the sign of a note, and no item's number.
        None if open == '[' => return None,
        None => (arabic_number(inner)?, Form::Item),
    };
    let rest = inner[digits..].trim_start_matches(' ');
    let close = rest.chars().next().filter(|mark| close.contains(mark))?;
    let mut length = text.len() - rest.len() + close.len_utf8();
    if skipped + digits > 24 {
        return None;
    }
    // （一）、 and （一）. are seen too.
    if let Some(mark @ ('、' | '．' | '.')) = text[length..].chars().next() {
        length += mark.len_utf8();
    }
    Some(Marker::new(form, number, length))
}

pub(super) fn arabic_marker(text: &str) -> Option<Marker> {
    let (number, digits) = arabic_number(text)?;
    let rest = &text[digits..];
    let mark = rest.chars().next()?;
    let after = rest[mark.len_utf8()..].chars().next();
    // 01 关键技术: figures of one width number what a box lists.
    if digits == 2 && text.starts_with('0') && mark.is_whitespace() {
        return titled(text, rest.trim_start(), Form::Padded, number, digits);
    }
    let form = match mark {
        // 2.2031年任务分解表: a year stands behind the number.
        '.' | '．' if is_year(&rest[mark.len_utf8()..]) => Form::Article,
        // 1.5万亩 begins no heading, and 1.1 is a form of its own.
        '.' | '．' if after.is_some_and(|c| digit(c).is_some()) => {
            return decimal(text, digits + mark.len_utf8());
        }
        // 1 总则, in plans that go on with 1.1
        ' ' | '\u{3000}' => {
            let words = rest.trim_start_matches([' ', '\u{3000}']);
            return titled(text, words, Form::Decimal(1), number, digits);
        }
        // Fonts of their own set the point as a character of private use.
        '.' | '．' | '、' | '､' | '﹒' | '\u{e000}'..='\u{f8ff}' => Form::Article,
        '）' | ')' => Form::HalfItem,
        _ => return None,
    };
    after?;
    Some(Marker::new(form, number, digits + mark.len_utf8()))
}

/// Whether `text` begins with a year in figures: 2031年
fn is_year(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.len() - rest.len() == 4 && rest.starts_with('年')
}

/// A number of so many `digits` where `words`, which end `text`, begin as a title does.
fn titled(text: &str, words: &str, form: Form, number: u32, digits: usize) -> Option<Marker> {
    let padded = form == Form::Padded;
    let named = digits < 3 && words.starts_with(|c| is_han(c) && (padded || !measures(c)));
    named.then_some(Marker::new(form, number, text.len() - words.len()))
}

/// 1.1 and 2.3.1, a space after it or not: a heading of a plan. 1.5万 is a number.
fn decimal(text: &str, mut at: usize) -> Option<Marker> {
    let mut figures = 1_u8;
    loop {
        let (number, digits) = arabic_number(&text[at..])?;
        at += digits;
        // 1.1.1.1… without an end is no deeper than what a byte counts.
        figures = figures.saturating_add(1);
        let rest = &text[at..];
        if let Some(tail) = rest.strip_prefix(['.', '．'])
            && tail.starts_with(|c| digit(c).is_some())
        {
            at = text.len() - tail.len();
            continue;
        }
        let words = rest.trim_start_matches(['.', '．', '、', ' ', '\u{3000}']);
        return titled(text, words, Form::Decimal(figures), number, digits);
    }
}

/// Whether a character after a number makes it a quantity.
fn measures(character: char) -> bool {
    "万亿元个百千倍公里米吨亩斤克度年月日天时分秒小平立升次件人户名台辆套项多余岁级届号至到和"
        .contains(character)
}

/// A Roman numeral up to 39, of letters or of the characters Ⅰ to Ⅻ: its value and length in bytes.
fn roman_number(text: &str) -> Option<(u32, usize)> {
    let first = text.chars().next()?;
    for start in ['Ⅰ', 'ⅰ'] {
        let place = (first as u32).wrapping_sub(start as u32);
        if place < 12 {
            return Some((place + 1, first.len_utf8()));
        }
    }
    let letters: &str = &text[..text.bytes().take_while(|b| b"IVX".contains(b)).count()];
    let number = (1..40).find(|&number| roman(number) == letters)?;
    Some((number, letters.len()))
}

/// A number below 40 in Roman letters.
fn roman(number: u32) -> String {
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    "X".repeat((number / 10) as usize) + units[(number % 10) as usize]
}

/// The place in the alphabet of a letter, ASCII or full-width.
fn letter_number(character: char) -> Option<u32> {
    ['A', 'a', 'Ａ', 'ａ']
        .iter()
        .map(|&first| (character as u32).wrapping_sub(first as u32))
        .find(|&place| place < 26)
        .map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_are_read() {
        for (text, value) in [("Ⅳ、", 4), ("IV.", 4), ("XII.", 12), ("I.", 1)] {
            assert_eq!(roman_number(text).map(|n| n.0), Some(value), "{text}");
        }
        assert_eq!(roman_number("IIII."), None);
    }
}
