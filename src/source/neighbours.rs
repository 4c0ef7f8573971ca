//! Texts of the neighbours: Big5, EUC-KR and Shift-JIS fit GB 18030 in nearly all bytes, and make no sense in it.

use super::script::{self, Counts};
use crate::model::Encoding;
use crate::text::window_after;

/// The most bytes that are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The encoding of `bytes`, where `read`, which they are in GB 18030, is no text and the text of another one is.
pub(super) fn encoding(bytes: &[u8], read: &str) -> Option<Encoding> {
    let counts = script::counts(window_after(read, 0, LOOKED_AT));
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
    let beside = count(|character| !character.is_ascii());
    let has_own = match encoding {
        Encoding::Big5 => counts.traditional >= 3 && is_usual(&counts),
        // Half of the Chinese characters fit this one as well.
        Encoding::EucKr => count(is_hangul) >= 12 && count(is_hangul) * 10 >= beside * 9,
        _ => count(is_kana) >= 5 && count(is_kana) * 6 >= beside,
    };
    has_own && bad * 100 <= counts.visible
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
