//! One sentence twice, with another number in it.

use crate::checks::{Context, Findings};
use crate::lexicon::FastMap;
use crate::model::Span;
use crate::text::digit;

/// The fewest Chinese characters of a sentence that nobody writes twice by chance.
const SHORTEST: usize = 20;

/// Finds sentences that are alike but for one number, which is no year.
pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let mut seen: FastMap<u64, Span> = FastMap::default();
    for (index, &sentence) in reading.sentences.iter().enumerate() {
        let words = sentence.of(reading.text);
        let signs = context.signs_in(sentence);
        if reading.sentence_is_heading[index] || words.len() < 3 * SHORTEST {
            continue;
        }
        let Some(key) = key(reading.text, sentence, signs) else {
            continue;
        };
        match seen.get(&key) {
            None => {
                seen.insert(key, sentence);
            }
            Some(&first) => {
                if let Some((one, other)) = difference(first.of(reading.text), words) {
                    let (one, other) = (one.moved(first.start), other.moved(sentence.start));
                    let words = |span: Span| span.of(reading.text);
                    let values = [("first", words(one)), ("second", words(other))];
                    findings
                        .report(other, "check.conflicting-values.sentence", &values)
                        .relate(one, "check.conflicting-values.first", &[]);
                }
            }
        }
    }
}

/// A hash of the words of a sentence without its digits, which are among its `signs`; nothing for one that has no digits or few
/// words.
fn key(text: &str, sentence: Span, signs: &[(usize, char)]) -> Option<u64> {
    let has_digits = signs.iter().any(|(_, sign)| digit(*sign).is_some());
    if !has_digits || sentence.of(text).chars().count() - signs.len() < SHORTEST {
        return None;
    }
    let mut key = 0_u64;
    let mut add = |words: &str| {
        for byte in words.bytes() {
            key = (key.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    };
    let mut from = sentence.start;
    for &(at, sign) in signs.iter().filter(|(_, sign)| digit(*sign).is_some()) {
        add(&text[from..at]);
        from = at + sign.len_utf8();
    }
    add(&text[from..sentence.end]);
    Some(key)
}

/// The only number in which two sentences differ: where it stands in each.
fn difference(first: &str, second: &str) -> Option<(Span, Span)> {
    let (ones, others) = (numbers(first), numbers(second));
    if ones.len() != others.len() || ones.len() < 2 {
        return None;
    }
    let mut differing = ones
        .iter()
        .zip(&others)
        .filter(|(one, other)| one.of(first) != other.of(second));
    let (one, other) = differing.next()?;
    let only = differing.next().is_none();
    // 2023年 and 2024年 are two years, 第1 and 第2 two things.
    let named = first[one.end..].starts_with(['年', '月', '日', '、', ':', '：', '号', '期'])
        || first[..one.start].ends_with(['第', '—', '-']);
    (only && !named).then_some((*one, *other))
}

/// The numbers of a sentence, decimals included.
fn numbers(words: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, character) in words.char_indices() {
        let end = at + character.len_utf8();
        let inside =
            matches!(character, '.' | '．') && found.last().is_some_and(|last| last.end == at);
        if digit(character).is_none() && !inside {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => found.push(Span::new(at, end)),
        }
    }
    found
}
