//! The numerals of headings: 三, 十二, 廿一, 二〇, 一百零五, 12, １２, Ⅳ, IV, B.

use crate::text::numeral;

/// No list has more parts; a longer number is a quantity.
const MOST: u32 = 999;

/// A Chinese numeral up to 999 at the beginning of `text`: its value and its length in bytes.
pub(crate) fn chinese_number(text: &str) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut pending = None;
    let mut unit = 1000;
    let mut length = 0;
    for character in text.chars() {
        if let Some(digit) = chinese_digit(character) {
            match (digit, pending) {
                // 二〇, 一〇三: figure by figure.
                (_, Some(before)) if digit == 0 || before >= 10 => {
                    pending = Some(before * 10 + digit)
                }
                (_, Some(0)) | (_, None) => pending = Some(digit),
                _ => break,
            }
        } else if let Some(tens) = tens(character).filter(|_| pending.is_none() && unit > 10) {
            value += tens;
            unit = 10;
        } else if let Some(next) = magnitude(character).filter(|&next| next < unit) {
            value += pending.take().filter(|&n| n > 0).unwrap_or(1) * next;
            unit = next;
        } else {
            break;
        }
        length += character.len_utf8();
    }
    let value = value + pending.unwrap_or(0);
    (length > 0 && value > 0 && value <= MOST).then_some((value, length))
}

/// The value of one Chinese digit from 〇 to 九; 两 counts things and numbers none.
fn chinese_digit(character: char) -> Option<u32> {
    numeral::chinese_digit(character).filter(|_| !matches!(character, '两' | '兩'))
}

/// The tens that have a character of their own.
fn tens(character: char) -> Option<u32> {
    match character {
        '廿' => Some(20),
        '卅' => Some(30),
        '卌' => Some(40),
        _ => None,
    }
}

fn magnitude(character: char) -> Option<u32> {
    match character {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        _ => None,
    }
}

/// An Arabic number of at most three digits, ASCII or full-width: its value and length in bytes.
pub(super) fn arabic_number(text: &str) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut length = 0;
    for (index, character) in text.chars().enumerate() {
        let Some(digit) = numeral::digit(character) else {
            break;
        };
        if index == 3 {
            return None;
        }
        value = value * 10 + digit;
        length += character.len_utf8();
    }
    (length > 0 && value > 0).then_some((value, length))
}

/// A Roman numeral up to 39, of letters or of the characters Ⅰ to Ⅻ: its value and length in bytes.
pub(super) fn roman_number(text: &str) -> Option<(u32, usize)> {
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
pub(super) fn letter_number(character: char) -> Option<u32> {
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
    fn chinese_numerals_are_read_in_every_form() {
        for (text, value) in [
            ("三", 3),
            ("十", 10),
            ("十二", 12),
            ("一十二", 12),
            ("二十", 20),
            ("二十一", 21),
            ("廿", 20),
            ("廿三", 23),
            ("卅一", 31),
            ("二〇", 20),
            ("一○", 10),
            ("一〇五", 105),
            ("一百零五", 105),
            ("一百二十三", 123),
            ("壹", 1),
            ("拾贰", 12),
        ] {
            assert_eq!(chinese_number(text), Some((value, text.len())), "{text}");
        }
        assert_eq!(chinese_number("二三线"), Some((2, 3)));
        for text in ["", "〇", "万", "条"] {
            assert_eq!(chinese_number(text), None, "{text}");
        }
    }

    #[test]
    fn roman_numerals_are_read() {
        for (text, value) in [("Ⅳ、", 4), ("IV.", 4), ("XII.", 12), ("I.", 1)] {
            assert_eq!(roman_number(text).map(|n| n.0), Some(value), "{text}");
        }
        assert_eq!(roman_number("IIII."), None);
    }
}
