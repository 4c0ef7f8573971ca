//! Where two runs of characters differ, if it is by one character or by two neighbours turned round.

use crate::checks::words::Role;
use crate::lexicon::variant_characters;
use crate::model::Span;
use crate::text::is_han;

/// Where two runs begin to differ, and the two characters there.
fn first_difference(words: &str, phrase: &str) -> Option<(usize, char, char)> {
    let mut pairs = words.char_indices().zip(phrase.chars());
    let ((at, written), right) = pairs.find(|((_, written), right)| written != right)?;
    Some((at, written, right))
}

/// Where the only difference of two runs of one length lies: one character, or two neighbours turned
/// round.
pub(super) fn difference(words: &str, phrase: &str) -> Option<Span> {
    if !may_differ_once(words.as_bytes(), phrase.as_bytes()) {
        return None;
    }
    let (at, written, right) = first_difference(words, phrase)?;
    let rest = &words[at + written.len_utf8()..];
    let right_rest = &phrase[at + right.len_utf8()..];
    if rest == right_rest {
        let off = Span::new(at, at + written.len_utf8());
        return content_differs(written, right).then_some(off);
    }
    let turned = rest.strip_prefix(right)? == right_rest.strip_prefix(written)?;
    let off = Span::new(at, at + written.len_utf8() + right.len_utf8());
    (turned && is_content(written) && is_content(right)).then_some(off)
}

/// Whether no more than two characters lie between what two runs begin and end with alike: nearly
/// all are told off by the bytes at their ends.
fn may_differ_once(words: &[u8], phrase: &[u8]) -> bool {
    const TWO_CHARACTERS: usize = 2 * '字'.len_utf8();
    let alike = |(a, b): &(&u8, &u8)| a == b;
    let head = words.iter().zip(phrase).take_while(alike).count();
    let tail = words.iter().rev().zip(phrase.iter().rev());
    head < words.len() && head + tail.take_while(alike).count() + TWO_CHARACTERS >= words.len()
}

/// Where two slogans of as many characters differ by one that is no number and no classifier.
pub(super) fn single_difference(words: &str, slogan: &str) -> Option<Span> {
    let (at, written, right) = first_difference(words, slogan)?;
    let alike = words[at + written.len_utf8()..] == slogan[at + right.len_utf8()..];
    let off = if alike && is_han(written) && is_han(right) {
        Span::new(at, at + written.len_utf8())
    } else {
        difference(words, slogan)?
    };
    let free = !Role::Counting.stands_in(off.of(words));
    (off.start > 0 && free).then_some(off)
}

fn content_differs(written: char, right: char) -> bool {
    is_content(written)
        && is_content(right)
        && !is_variant(written, right)
        && is_simplified(written)
}

/// Whether two characters stand for one another in accepted spellings.
fn is_variant(a: char, b: char) -> bool {
    let is = |one: char, other: char| {
        move |row: &variant_characters::Row| {
            row.character.starts_with(one) && row.other.starts_with(other)
        }
    };
    let mut rows = variant_characters::ROWS.iter();
    rows.any(|row| is(a, b)(row) || is(b, a)(row))
}

/// Whether a character is one of GB/T 2312, which has simplified forms only: another one shows that
/// the text is written in traditional or old characters, and is no slip.
fn is_simplified(character: char) -> bool {
    let mut bytes = [0; 4];
    let (encoded, _, lost) = encoding_rs::GBK.encode(character.encode_utf8(&mut bytes));
    !lost && matches!(encoded[..], [0xB0..=0xF7, 0xA1..=0xFE])
}

/// Neither mark, number nor particle: those differ between documents.
fn is_content(character: char) -> bool {
    is_han(character) && !Role::Frame.is(character.encode_utf8(&mut [0; 4]))
}
