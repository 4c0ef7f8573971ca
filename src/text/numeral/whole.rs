//! Whole numbers as headings, dates and counts have them: 三, 十二, 廿一, 二〇, 一百零五, 12, １２.

use super::digits::{chinese_digit, digit, in_chinese, is_digit, small_magnitude};

/// No list has more parts; a longer number is a quantity.
const MOST: u32 = 999;

/// A number of at most three Arabic digits, ASCII or full-width: its value and its length in bytes.
pub fn whole_arabic(text: &str) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut length = 0;
    for (index, character) in text.chars().enumerate() {
        let Some(next) = digit(character) else { break };
        if index == 3 {
            return None;
        }
        value = value * 10 + next;
        length += character.len_utf8();
    }
    (length > 0).then_some((value, length))
}

/// A Chinese numeral up to 999: its value and its length in bytes. 两 counts alone.
pub fn whole_chinese(text: &str) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut pending = None;
    let mut unit = 1000.0;
    let mut length = 0;
    for character in text.chars() {
        if let Some(digit) = figure(character, pending) {
            match (digit, pending) {
                _ if length > 0 && matches!(character, '两' | '兩') => break,
                // 二〇, 一〇三: figure by figure.
                (_, Some(before)) if digit == 0 || before >= 10 => {
                    pending = Some(before * 10 + digit)
                }
                (_, Some(0)) | (_, None) => pending = Some(digit),
                _ => break,
            }
        } else if let Some(tens) = tens(character).filter(|_| pending.is_none() && unit > 10.0) {
            value += tens;
            unit = 10.0;
        } else if let Some(next) = small_magnitude(character).filter(|&next| next < unit) {
            value += pending.take().filter(|&n| n > 0).unwrap_or(1) * next as u32;
            unit = next;
        } else {
            break;
        }
        length += character.len_utf8();
        if pending > Some(MOST) {
            return None;
        }
    }
    let value = value + pending.unwrap_or(0);
    (length > 0 && value > 0 && value <= MOST).then_some((value, length))
}

/// The number of a list's part, which no 两 writes: 三, 廿一, 一〇五.
pub fn ordinal(text: &str) -> Option<(u32, usize)> {
    whole_chinese(text).filter(|_| !text.starts_with(['两', '兩']))
}

/// A whole number below 100 in Chinese that is no part of a longer numeral.
pub fn small_chinese(text: &str) -> Option<(u32, usize)> {
    whole_chinese(text)
        .filter(|&(value, length)| value < 100 && !text[length..].starts_with(in_chinese))
}

/// A whole number below 100 in Arabic digits or in Chinese: its value and its length in bytes.
pub fn small(text: &str) -> Option<(u32, usize)> {
    whole_arabic(text)
        .filter(|(value, _)| *value < 100)
        .or_else(|| small_chinese(text))
}

/// The whole number of at most `most` signs that a text ends with, in digits or Chinese: where it begins,
/// and the number.
pub fn number_before(head: &str, most: usize) -> Option<(usize, u32)> {
    let signs = head.char_indices().rev().take(most);
    let (start, _) = signs
        .take_while(|&(_, c)| is_digit(c) || in_chinese(c))
        .last()?;
    let words = &head[start..];
    let read = || whole_arabic(words).or_else(|| whole_chinese(words));
    let whole = || read().filter(|(_, length)| *length == words.len());
    let number = words.parse().ok().or_else(|| Some(whole()?.0))?;
    Some((start, number))
}

/// A Chinese digit; after another one a letter may stand for 〇 (三O日).
fn figure(character: char, before: Option<u32>) -> Option<u32> {
    chinese_digit(character).or((before.is_some() && character == 'O').then_some(0))
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
            ("三O", 30),
            ("一○", 10),
            ("一〇五", 105),
            ("一百零五", 105),
            ("一百二十三", 123),
            ("壹", 1),
            ("拾贰", 12),
        ] {
            assert_eq!(ordinal(text), Some((value, text.len())), "{text}");
        }
        assert_eq!(ordinal("二三线"), Some((2, 3)));
        for text in ["", "〇", "万", "条", "两", "二〇二四"] {
            assert_eq!(ordinal(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_below_a_hundred_are_read() {
        for (text, value) in [
            ("三条", 3),
            ("十二项", 12),
            ("二十", 20),
            ("两个", 2),
            ("15件", 15),
        ] {
            assert_eq!(small(text).map(|(value, _)| value), Some(value), "{text}");
        }
        for text in ["百项", "一百", "万", "二三", "123", "条", "二十两"] {
            assert_eq!(small(text), None, "{text}");
        }
    }
}
