//! Quotation marks: a number in a short quotation belongs to a name or a slogan.

use crate::model::Span;

/// The longest quotation, in characters, that is taken for a name.
const LONGEST_NAME: usize = 16;

/// The stretches of `stretch` that stand in 《》, or in short “”, marks included.
pub fn names(text: &str, stretch: Span) -> Vec<Span> {
    let mut names = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, character) in stretch.of(text).char_indices() {
        let here = stretch.start + at;
        match character {
            '“' | '《' | '「' | '〈' => open.push((character, here)),
            '”' | '》' | '」' | '〉' => {
                let Some((mark, start)) = open.pop() else {
                    continue;
                };
                let span = Span::new(start, here + character.len_utf8());
                let is_book = mark == '《' || mark == '〈';
                if is_book || span.of(text).chars().count() <= LONGEST_NAME + 2 {
                    names.push(span);
                }
            }
            _ => {}
        }
    }
    names.sort_unstable();
    names
}
