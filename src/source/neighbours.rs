//! Texts of the neighbours: Big5, EUC-KR and Shift-JIS fit GB 18030 in nearly all bytes, and make no sense in it.

use super::script::{self, Counts};
use crate::model::Encoding;

/// The most bytes that are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The fewest characters that tell a script.
const FEWEST: usize = 3;

/// The encoding of `bytes`, where `read`, which they are in GB 18030, is no text and the text of another one is.
pub(super) fn encoding(bytes: &[u8], read: &str) -> Option<Encoding> {
    let end = read.floor_char_boundary(LOOKED_AT);
    let counts = script::counts(&read[..end]);
    if counts.han == 0 || is_usual(&counts) {
        return None;
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let others = [Encoding::Big5, Encoding::EucKr, Encoding::ShiftJis];
    let fits =
        |encoding: &Encoding| decoded(head, *encoding).is_some_and(|text| fits(*encoding, &text));
    others.into_iter().find(fits)
}

/// Whether frequent characters are as many as in a text: a fifth of its Chinese characters or more, and the tenth part of it where the
/// bytes are read in an encoding that is not theirs.
fn is_usual(counts: &Counts) -> bool {
    (counts.traditional + counts.simplified) * 8 >= counts.han
}

/// Whether a text is one that is written in this encoding.
fn fits(encoding: Encoding, text: &str) -> bool {
    let counts = script::counts(text);
    let count = |is: fn(char) -> bool| text.chars().filter(|&character| is(character)).count();
    // The last character may be cut.
    let bad = count(|character| character == '\u{fffd}').saturating_sub(1);
    let (own, of) = match encoding {
        Encoding::Big5 => (counts.traditional * 8, counts.han),
        Encoding::EucKr => (count(is_hangul) * 2, count(|c| !c.is_ascii())),
        _ => (count(is_kana) * 6, count(|c| !c.is_ascii())),
    };
    own >= of.max(FEWEST) && bad * 100 <= counts.visible
}

fn is_hangul(character: char) -> bool {
    matches!(character, '\u{ac00}'..='\u{d7a3}')
}

fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{30fe}')
}

/// The text of `bytes`, U+FFFD where they make no character.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn decoded(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let decoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes())?;
    let (text, _) = decoder.decode_without_bom_handling(bytes);
    Some(text.into_owned())
}

/// The same by the browser, which has the tables: by one standard, so that both read alike.
#[cfg(target_arch = "wasm32")]
pub(super) fn decoded(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let decoder = web_sys::TextDecoder::new_with_label(encoding.label()).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
