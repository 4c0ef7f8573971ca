//! Where a text differs from a phrase by one slip: a character changed, missing or doubled, or two
//! neighbours turned round.

use crate::lexicon::variant_characters;
use crate::model::Span;
use crate::text::is_han;

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Another character stands there.
    Changed,
    /// Two neighbours stand in each other's place.
    Turned,
    /// A character is left out.
    Missing,
    /// A character stands twice.
    Doubled,
}

/// The slip, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Difference {
    pub kind: Kind,
    /// The words that stand for the phrase.
    pub span: Span,
    /// The characters that are wrong; where one is missing, the one behind its place.
    pub off: Span,
    /// Where in the phrase they differ.
    pub at: usize,
}

/// How the words that begin at `start` differ from a phrase, if by one slip. The last character of a
/// phrase alone cannot be missing, for anything may stand in its place.
pub(super) fn difference(text: &str, start: usize, phrase: &str) -> Option<Difference> {
    let words = text.get(start..)?;
    let bytes = words.bytes().zip(phrase.bytes());
    let alike = bytes.take_while(|(one, other)| one == other).count();
    let at = (0..=alike).rev().find(|at| phrase.is_char_boundary(*at))?;
    if at == phrase.len() {
        return last_again(words, start, phrase);
    }
    let (written, right) = (words[at..].chars().next()?, phrase[at..].chars().next()?);
    let here = &words[at..];
    let (behind, right_behind) = (
        &here[written.len_utf8()..],
        &phrase[at + right.len_utf8()..],
    );
    let turned = || {
        let rest = right_behind.strip_prefix(written)?;
        behind.strip_prefix(right)?.starts_with(rest).then_some(())
    };
    let (kind, own, length) = if turned().is_some() {
        (
            Kind::Turned,
            written.len_utf8() + right.len_utf8(),
            phrase.len(),
        )
    } else if phrase[..at].ends_with(written) && behind.starts_with(&phrase[at..]) {
        (
            Kind::Doubled,
            written.len_utf8(),
            phrase.len() + written.len_utf8(),
        )
    } else if at > 0 && !right_behind.is_empty() && here.starts_with(right_behind) {
        (
            Kind::Missing,
            written.len_utf8(),
            phrase.len() - right.len_utf8(),
        )
    } else if behind.starts_with(right_behind) && content_differs(written, right) {
        (
            Kind::Changed,
            written.len_utf8(),
            at + written.len_utf8() + right_behind.len(),
        )
    } else {
        return None;
    };
    // 政權 is whole: what goes on in traditional characters has nothing missing.
    let next = words[length..].chars().next();
    if kind == Kind::Missing && next.is_some_and(|next| is_han(next) && !is_simplified(next)) {
        return None;
    }
    Some(Difference {
        kind,
        span: Span::new(start, start + length),
        off: Span::new(start + at, start + at + own),
        at,
    })
}

/// The whole phrase, and its last character once more.
fn last_again(words: &str, start: usize, phrase: &str) -> Option<Difference> {
    let last = phrase.chars().next_back()?;
    let again = words[phrase.len()..].starts_with(last) && is_han(last);
    let end = phrase.len() + last.len_utf8();
    again.then(|| Difference {
        kind: Kind::Doubled,
        span: Span::new(start, start + end),
        off: Span::new(start + phrase.len(), start + end),
        at: phrase.len(),
    })
}

fn content_differs(written: char, right: char) -> bool {
    is_han(written) && is_han(right) && !is_variant(written, right) && is_simplified(written)
}

/// Whether two characters stand for one another in accepted spellings.
fn is_variant(a: char, b: char) -> bool {
    variant_characters::ROWS.iter().any(|row| {
        let is = |one, other| row.character.starts_with(one) && row.other.starts_with(other);
        is(a, b) || is(b, a)
    })
}

/// Whether a character is one of GB/T 2312, which has simplified forms only: another one shows that
/// the text is written in traditional or old characters, and is no slip.
fn is_simplified(character: char) -> bool {
    let mut bytes = [0; 4];
    let (encoded, _, lost) = encoding_rs::GBK.encode(character.encode_utf8(&mut bytes));
    !lost && matches!(encoded[..], [0xB0..=0xF7, 0xA1..=0xFE])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_slip_is_told() {
        let kind = |words: &str| difference(words, 0, "社会主义核心价值观").map(|found| found.kind);
        assert_eq!(kind("社会主义核心价植观"), Some(Kind::Changed));
        assert_eq!(kind("社会义主核心价值观"), Some(Kind::Turned));
        assert_eq!(kind("社会主义核价值观"), Some(Kind::Missing));
        assert_eq!(kind("社会主义核心心价值观"), Some(Kind::Doubled));
        assert_eq!(kind("社会主义核心价值观观"), Some(Kind::Doubled));
        assert_eq!(kind("社会主义核心价值观"), None);
        assert_eq!(kind("社会主义先进文化"), None);
    }
}
