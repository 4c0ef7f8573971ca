//! Quotation marks: a number in a short quotation belongs to a name or a slogan.

use crate::model::Span;
use crate::reading::{Kind, Token};

/// The longest quotation, in characters, that is taken for a name.
const LONGEST_NAME: usize = 16;

/// The stretches that stand in 《》, or in short “”, marks included, in order.
pub fn names(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut names = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for token in tokens.iter().filter(|token| token.kind == Kind::Mark) {
        let mark = text[token.span.start..].chars().next();
        match mark {
            Some(mark @ ('“' | '《' | '「' | '〈')) => open.push((mark, token.span.start)),
            Some('”' | '》' | '」' | '〉') => {
                let Some((mark, start)) = open.pop() else {
                    continue;
                };
                let span = Span::new(start, token.span.end);
                let is_book = matches!(mark, '《' | '〈');
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
