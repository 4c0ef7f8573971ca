//! What stands at a place of a text and beside it: figures, neighbours.

use super::numeral::is_digit;

/// A number in digits at the start of `text`, decimals and thousands marks included: its length in
/// bytes.
pub(crate) fn figure_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let inside = matches!(character, '.' | '．' | ',')
            && length > 0
            && characters.peek().is_some_and(|&next| is_digit(next));
        if !is_digit(character) && !inside {
            break;
        }
        length += character.len_utf8();
    }
    length
}

/// Whether a text has more characters than `count`.
pub(crate) fn is_longer(text: &str, count: usize) -> bool {
    text.chars().nth(count).is_some()
}

/// Whether a text has at most so many characters, and none of the marks divides it.
pub(crate) fn is_plain(text: &str, most: usize, marks: &[char]) -> bool {
    !is_longer(text, most) && !text.contains(marks)
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

/// Words without what stands in brackets.
pub(crate) fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = words.to_owned();
    outside.retain(|character| {
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_stop_at_the_ends() {
        assert_eq!(window_before("虚实", 6, 9), "虚实");
        assert_eq!(window_before("虚实", 3, 1), "虚");
        assert_eq!(window_after("虚实", 3, 9), "实");
    }
}
