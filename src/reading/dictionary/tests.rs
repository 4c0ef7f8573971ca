//! What is packed and read again, and what damaged bytes do.

#[path = "../../../build/pack.rs"]
mod pack;

use std::collections::BTreeSet;

use super::*;
use crate::reading::dictionary;
use pack::pack;

const WORDS: &str = "\
    中 200 n\n中国 5000 ns\n中国人 30 n\n中学 8 n\n国 1 n\n4S店 3 n\n\u{20000}字 0 n\n人民 70000 n\n";

/// The words of a packed dictionary as lines of a plain one.
fn unpacked(bytes: &[u8]) -> Result<BTreeSet<String>, DictionaryError> {
    let mut lines = BTreeSet::new();
    each_word(bytes, &mut |word, frequency, tag| {
        lines.insert(format!("{word} {frequency} {tag}"));
    })?;
    Ok(lines)
}

fn lines(text: &str) -> Result<BTreeSet<String>, DictionaryError> {
    Ok(text.lines().map(str::to_owned).collect())
}

#[test]
fn what_was_packed_comes_back() {
    assert_eq!(unpacked(&pack(WORDS)), lines(WORDS));
    assert_eq!(unpacked(&pack("")), lines(""));
}

#[test]
fn words_that_no_text_can_match_are_left_out() {
    assert_eq!(unpacked(&pack("γ射线 3 n\n射线 9 n\n")), lines("射线 9 n"));
}

#[test]
fn a_missing_frequency_or_tag_is_made_good() {
    assert_eq!(
        unpacked(&pack("开发区\n高新区 7\n")),
        lines("开发区 0 \n高新区 7 ")
    );
}

#[test]
fn packing_does_not_depend_on_the_order_of_lines() {
    let mut turned: Vec<&str> = WORDS.lines().rev().collect();
    assert_eq!(pack(WORDS), pack(&turned.join("\n")));
    turned.sort_unstable();
    assert_eq!(pack(WORDS), pack(&turned.join("\n")));
}

#[test]
fn damaged_bytes_are_refused_and_never_a_panic() {
    let packed = pack(WORDS);
    for end in 0..packed.len() {
        assert!(unpacked(&packed[..end]).is_err(), "cut at {end}");
    }
    for at in 0..packed.len() {
        for value in [0, 1, 0x7F, 0x80, 0xFF] {
            let mut damaged = packed.clone();
            damaged[at] = value;
            assert!(damaged == packed || unpacked(&damaged).is_err(), "{at}");
            // Behind a sum that fits, some changes make another dictionary; none may do worse.
            let behind = MAGIC.len() + 4;
            if at >= behind {
                let fitting = sum(&damaged[behind..]).to_le_bytes();
                damaged[MAGIC.len()..behind].copy_from_slice(&fitting);
                let _ = unpacked(&damaged);
            }
        }
    }
}

#[test]
fn what_is_wrong_is_told_apart() {
    assert_eq!(unpacked(b""), Err(DictionaryError::Missing));
    assert_eq!(
        unpacked("中国 5000 ns\n".as_bytes()),
        Err(DictionaryError::Foreign)
    );
    assert_eq!(unpacked(b"<!doctype html>"), Err(DictionaryError::Foreign));
}
