//! Characters, counted.

use super::character::is_letter;

/// Characters that are letters or digits.
pub fn letters(text: &str) -> usize {
    let mut others = 0;
    let han = count_han(text, |other| others += usize::from(is_letter(other)));
    han + others
}

/// The Chinese characters of the basic block in `text`; tells `each_other` all others.
pub fn count_han(text: &str, mut each_other: impl FnMut(char)) -> usize {
    let mut han = 0;
    let mut rest = text.as_bytes();
    loop {
        // Most of a text: U+4E00 to U+9FFF by their first bytes.
        while let [0xe4, 0xb8..=0xbf, _, tail @ ..] | [0xe5..=0xe9, _, _, tail @ ..] = rest {
            han += 1;
            rest = tail;
        }
        let Some(other) = text[text.len() - rest.len()..].chars().next() else {
            return han;
        };
        each_other(other);
        rest = &rest[other.len_utf8()..];
    }
}
