//! Small scanners: numbers below a hundred, neighbours, words out of a list.

use super::numeral;
pub(crate) use super::numeral::digit;

/// The value of a Chinese digit, 零 to 九; 两 is 2, and Ｏ stands for 〇.
pub(crate) fn chinese_digit(character: char) -> Option<u32> {
    numeral::chinese_digit(character).or((character == 'Ｏ').then_some(0))
}

/// Whether a character may be part of a Chinese numeral.
pub(crate) fn in_chinese_numeral(character: char) -> bool {
    chinese_digit(character).is_some() || matches!(character, '十' | '百' | '千' | '万' | '亿')
}

/// A whole number below 100 in Arabic digits at the start of `text`, with its length in bytes.
pub(crate) fn arabic_number(text: &str) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut length = 0;
    for character in text.chars() {
        let Some(next) = digit(character) else { break };
        value = value * 10 + next;
        length += character.len_utf8();
        if value > 99 {
            return None;
        }
    }
    (length > 0).then_some((value, length))
}

/// A whole number below 100 at the start of `text`, in digits or in Chinese, with its length in
/// bytes.
pub(crate) fn small_number(text: &str) -> Option<(u32, usize)> {
    if text.starts_with(|first| digit(first).is_some()) {
        return arabic_number(text);
    }
    chinese_number(text)
}

/// A Chinese number below 100 at the start of `text` (十二, 二十, 三), with its length in bytes.
pub(crate) fn chinese_number(text: &str) -> Option<(u32, usize)> {
    let mut units: Option<u32> = None;
    let mut tens: Option<u32> = None;
    let mut length = 0;
    for character in text.chars() {
        match chinese_digit(character) {
            Some(next) if units.is_none() => units = Some(next),
            Some(_) => return None,
            None if character == '十' && tens.is_none() => tens = Some(units.take().unwrap_or(1)),
            None if in_chinese_numeral(character) => return None,
            None => break,
        }
        length += character.len_utf8();
    }
    let value = tens.unwrap_or(0) * 10 + units.unwrap_or(0);
    (length > 0 && value > 0).then_some((value, length))
}

/// A number in digits at the start of `text`, decimals and thousands marks included: its length in
/// bytes.
pub(crate) fn figure_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let inside = matches!(character, '.' | '．' | ',')
            && length > 0
            && characters.peek().is_some_and(|next| digit(*next).is_some());
        if digit(character).is_none() && !inside {
            break;
        }
        length += character.len_utf8();
    }
    length
}

/// The character that ends just before `at`.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character that begins at `at`.
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Up to `count` characters before `at`.
pub(crate) fn window_before(text: &str, at: usize, count: usize) -> &str {
    let head = text.get(..at).unwrap_or_default();
    let start = head
        .char_indices()
        .rev()
        .nth(count.saturating_sub(1))
        .map_or(0, |(start, _)| start);
    &head[start..]
}

/// Up to `count` characters from `at` on.
pub(crate) fn window_after(text: &str, at: usize, count: usize) -> &str {
    let tail = text.get(at..).unwrap_or_default();
    let end = tail
        .char_indices()
        .nth(count)
        .map_or(tail.len(), |(end, _)| end);
    &tail[..end]
}

/// Whether `text` begins with a word that a figure or a name stands before: 亿元, 个, 县.
pub(crate) fn wants_figure(text: &str) -> bool {
    text.starts_with(|c| "县市省区镇乡村局年月日号元亿万个人户家亩吨项名公里%同支".contains(c))
}

/// The part of `text` that begins with the first of `options` it begins with.
pub(crate) fn starts_with_any<'a>(text: &str, options: &[&'a str]) -> Option<&'a str> {
    options
        .iter()
        .copied()
        .find(|option| text.starts_with(option))
}

/// Whether any of `options` stands in `text`.
pub(crate) fn contains_any(text: &str, options: &[&str]) -> bool {
    options.iter().any(|option| text.contains(option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_a_hundred_are_read() {
        for (text, value) in [
            ("三条", 3),
            ("十二项", 12),
            ("二十", 20),
            ("两个", 2),
            ("15件", 15),
        ] {
            assert_eq!(
                small_number(text).map(|(value, _)| value),
                Some(value),
                "{text}"
            );
        }
        for text in ["百项", "一百", "万", "二三", "123", "条"] {
            assert_eq!(small_number(text), None, "{text}");
        }
    }
}
