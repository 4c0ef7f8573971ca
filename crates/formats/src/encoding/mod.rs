//! Bytes as characters, by the encodings that the [Encoding Standard](https://encoding.spec.whatwg.org/) has: GBK, GB 18030,
//! Big5, Shift_JIS and the others. A browser knows them, and its tables weigh nothing; elsewhere `encoding_rs` does.
//! Both follow the standard and give the same characters.

#[cfg(target_arch = "wasm32")]
#[path = "host.rs"]
mod tables;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod tables;

use std::borrow::Cow;

use Cow::Borrowed;

/// An encoding, by the name that the standard has for it, in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Encoding(Cow<'static, str>);

pub(crate) const UTF_8: Encoding = Encoding(Borrowed("utf-8"));
pub(crate) const UTF_16LE: Encoding = Encoding(Borrowed("utf-16le"));
pub(crate) const UTF_16BE: Encoding = Encoding(Borrowed("utf-16be"));
pub(crate) const GB18030: Encoding = Encoding(Borrowed("gb18030"));
pub(crate) const GBK: Encoding = Encoding(Borrowed("gbk"));
/// Of Western Europe, one byte a character.
pub(crate) const WESTERN: Encoding = Encoding(Borrowed("windows-1252"));

/// The encoding of a code page of Windows.
pub(crate) fn of_code_page(number: i32) -> Option<Encoding> {
    let name = match number {
        936 | 54936 => "gb18030",
        950 => "big5",
        932 => "shift_jis",
        949 => "euc-kr",
        65001 => "utf-8",
        _ => return None,
    };
    Some(Encoding(Borrowed(name)))
}

/// The encoding that a mark at the beginning of bytes stands for, and the length of the mark.
pub(crate) fn marked(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((UTF_8, 3)),
        [0xFF, 0xFE, ..] => Some((UTF_16LE, 2)),
        [0xFE, 0xFF, ..] => Some((UTF_16BE, 2)),
        _ => None,
    }
}

impl Encoding {
    /// The encoding that goes by a name on pages (`gb2312`).
    pub(crate) fn named(label: &[u8]) -> Option<Self> {
        let label = std::str::from_utf8(label).ok()?;
        Some(Self(Cow::Owned(tables::name_of(label)?)))
    }

    /// The characters of bytes, U+FFFD where they make none. A mark is a character like others.
    pub(crate) fn text(&self, bytes: &[u8]) -> String {
        if self.is_plain(bytes) {
            return String::from_utf8_lossy(bytes).into_owned();
        }
        tables::decode(&self.0, bytes, false).unwrap_or_default()
    }

    /// The characters of bytes, where all of them make some.
    pub(crate) fn whole_text(&self, bytes: &[u8]) -> Option<String> {
        if self.is_plain(bytes) {
            return std::str::from_utf8(bytes).ok().map(str::to_owned);
        }
        tables::decode(&self.0, bytes, true)
    }

    /// Whether bytes are UTF-8, as ASCII is in all encodings but a few.
    fn is_plain(&self, bytes: &[u8]) -> bool {
        let has_ascii = !self.0.starts_with("utf-16") && !self.0.starts_with("iso-2022");
        *self == UTF_8 || has_ascii && bytes.is_ascii()
    }
}

#[cfg(test)]
mod tests;
