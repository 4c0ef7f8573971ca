//! Which encoding bytes are in, and the text that they stand for.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::neighbours;
use crate::model::Encoding;

/// A text with what was found on the way.
pub(super) struct Text {
    /// The text without a byte order mark.
    pub text: String,
    /// The encoding that was used.
    pub encoding: Encoding,
    /// Where in `text` the first U+FFFD stands for bytes that could not be read.
    pub bad: Option<usize>,
    /// Whether the last bytes are the beginning of a character.
    pub cut_off: bool,
}

/// Finds the encoding and decodes. Bytes that fit no character of it become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> Text {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, Encoding::Utf16Be);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return utf16(bytes, encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Text {
            text: text.to_owned(),
            encoding: Encoding::Utf8,
            bad: None,
            cut_off: false,
        };
    }
    // A few bad bytes in a UTF-8 text leave most of its characters whole; GB 18030 read as UTF-8
    // is broken at nearly every character.
    let (good, broken) = utf8_sequences(bytes);
    if good > 20 * broken || (broken <= 1 && good > 0) {
        return utf8(bytes);
    }
    let gb = gb18030(bytes);
    if gb.bad.is_some() && good > broken {
        return utf8(bytes);
    }
    let other = neighbours::encoding(bytes, &gb.text).and_then(|encoding| other(bytes, encoding));
    other.unwrap_or(gb)
}

fn other(bytes: &[u8], encoding: Encoding) -> Option<Text> {
    let mut text = neighbours::decoded(bytes, encoding)?;
    let bad = text.find('\u{fffd}');
    let cut_off = bad.is_some_and(|at| at + '\u{fffd}'.len_utf8() == text.len());
    if cut_off {
        text.pop();
    }
    Some(Text {
        text,
        encoding,
        bad: bad.filter(|_| !cut_off),
        cut_off,
    })
}

fn utf8(bytes: &[u8]) -> Text {
    let cut = cut_utf8(bytes);
    let whole = &bytes[..bytes.len() - cut];
    let mut text = String::with_capacity(whole.len());
    let mut bad = None;
    for chunk in whole.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            bad = bad.or(Some(text.len()));
            text.push('\u{fffd}');
        }
    }
    Text {
        text,
        encoding: Encoding::Utf8,
        bad,
        cut_off: cut > 0,
    }
}

/// The number of bytes at the end that begin a character and do not finish it.
fn cut_utf8(bytes: &[u8]) -> usize {
    for back in 1..=bytes.len().min(3) {
        let tail = &bytes[bytes.len() - back..];
        match tail[0] {
            0x80..=0xbf => {}
            0xc2..=0xf4 => {
                let cut = std::str::from_utf8(tail).is_err_and(|error| error.error_len().is_none());
                return if cut { back } else { 0 };
            }
            _ => return 0,
        }
    }
    0
}

/// Whole multi-byte characters of UTF-8, and breaks.
fn utf8_sequences(bytes: &[u8]) -> (usize, usize) {
    let cut = cut_utf8(bytes);
    let mut good = 0;
    let mut broken = 0;
    for chunk in bytes[..bytes.len() - cut].utf8_chunks() {
        good += chunk.valid().bytes().filter(|&byte| byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (good, broken)
}

fn gb18030(bytes: &[u8]) -> Text {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(
        decoder
            .max_utf8_buffer_length_without_replacement(bytes.len())
            .unwrap_or(bytes.len()),
    );
    let mut bad = None;
    let mut cut_off = false;
    let mut rest = bytes;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = &rest[read..];
        match result {
            encoding_rs::DecoderResult::InputEmpty => break,
            encoding_rs::DecoderResult::OutputFull => text.reserve(rest.len() * 3 + 16),
            encoding_rs::DecoderResult::Malformed(..) => {
                if rest.is_empty() {
                    cut_off = true;
                } else {
                    bad = bad.or(Some(text.len()));
                    text.push('\u{fffd}');
                }
                text.reserve(rest.len() * 3 + 16);
            }
        }
    }
    Text {
        text,
        encoding: Encoding::Gb18030,
        bad,
        cut_off,
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Text {
    let mut whole = bytes.len() & !1;
    let unit = |at: usize| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes([bytes[at], bytes[at + 1]]),
        _ => u16::from_le_bytes([bytes[at], bytes[at + 1]]),
    };
    if whole >= 2 && (0xd800..0xdc00).contains(&unit(whole - 2)) {
        whole -= 2;
    }
    let decoder = if encoding == Encoding::Utf16Be {
        UTF_16BE
    } else {
        UTF_16LE
    };
    let (text, malformed) = decoder.decode_without_bom_handling(&bytes[..whole]);
    Text {
        bad: malformed.then(|| text.find('\u{fffd}')).flatten(),
        text: text.into_owned(),
        encoding,
        cut_off: whole < bytes.len(),
    }
}

/// UTF-16 without a byte order mark, told by what a Chinese text must have: line ends, spaces and
/// ASCII as pairs with a zero byte, or the ideographic marks U+3001, U+3002 and U+FF0C.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 4 {
        return None;
    }
    let telling = |high: u8, low: u8| match high {
        0 => matches!(low, 0x0a | 0x0d | 0x20..=0x7e),
        0x30 => matches!(low, 0x00..=0x02 | 0x0a | 0x0b),
        0xff => matches!(low, 0x0c | 0x1a | 0x1b),
        _ => false,
    };
    // The marks, and the Chinese characters, where the low byte stands first, and where the high one does.
    let (mut marks, mut han) = ([0; 2], [0; 2]);
    for pair in head.chunks_exact(2) {
        for (order, (high, low)) in [(pair[1], pair[0]), (pair[0], pair[1])]
            .into_iter()
            .enumerate()
        {
            marks[order] += usize::from(telling(high, low));
            han[order] += usize::from((0x4e..=0x9f).contains(&high));
        }
    }
    let pairs = head.len() / 2;
    let zeros = head.iter().filter(|&&byte| byte == 0).count();
    // With few zero bytes the bytes may be UTF-8, stray zeros in it or not, which is far more common:
    // UTF-16 that happens to be good UTF-8 is all ASCII, and half of it zeros.
    let is_utf8 = std::str::from_utf8(&head[..head.len() - cut_utf8(head)]).is_ok();
    if is_utf8 && zeros * 4 < head.len() {
        return None;
    }
    let fits = |order: usize| {
        let (own, all) = (marks[order], marks[order] + han[order]);
        own > 4 * marks[1 - order]
            && own * 50 >= pairs
            && all * 10 >= pairs * 8
            && (zeros > 0 || all * 20 >= pairs * 19)
    };
    let orders = [Encoding::Utf16Le, Encoding::Utf16Be];
    (0..2).find(|&order| fits(order)).map(|order| orders[order])
}
