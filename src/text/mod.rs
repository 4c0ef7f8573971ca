//! The ground floor: characters, numerals and neighbours in a stretch of text. It knows no document, so that
//! every stage may stand on it.

pub mod character;
pub mod letters;
mod neighbours;
pub mod numeral;
pub mod places;
pub mod row;

pub use character::is_han;

/// Where the innermost bracket stands that is open at the end of `text`: bytes.
pub(crate) fn open_bracket(text: &str) -> Option<usize> {
    let mut closed = 0_usize;
    for (at, mark) in text.char_indices().rev() {
        match mark {
            '）' | ')' | '〕' => closed += 1,
            '（' | '(' | '〔' if closed == 0 => return Some(at),
            '（' | '(' | '〔' => closed -= 1,
            _ => {}
        }
    }
    None
}
pub(crate) use neighbours::{
    after, before, figure_length, is_longer, is_plain, wants_figure, window_after, window_before,
    without_brackets,
};
pub use numeral::{chinese_digit, digit, in_chinese, is_digit};
