//! Fonts: which bytes are a glyph, which characters it shows, how wide it is.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object};

use super::cmap::CMap;
use super::glyphs::named;
use crate::encoding::{self, Encoding, GB18030, UTF_16BE, WESTERN};
use crate::limits::Limits;

/// A glyph of a string.
pub(super) struct Glyph {
    pub(super) text: String,
    /// For a size of 1.
    pub(super) width: f32,
    /// Whether spaces of words count for it.
    pub(super) is_space: bool,
}

/// A font.
#[derive(Default)]
pub(super) struct Font {
    /// What the font says itself of its codes.
    to_unicode: Option<CMap>,
    codes: Codes,
    widths: HashMap<u32, f32>,
    width: f32,
}

/// How codes are written, and which characters they are where the font does not say.
#[derive(Default)]
enum Codes {
    /// A byte each.
    #[default]
    Unknown,
    /// A byte each, with their characters.
    Bytes(Vec<Option<String>>),
    /// Two bytes each, in an order of the font's own.
    Pairs,
    /// As a text of an encoding: fonts without a table of their own, as Chinese programs write them.
    Text(Encoding),
    /// By a table of lengths of codes.
    Table(CMap),
}

impl Font {
    pub(super) fn read(document: &Document, font: &Dictionary, limits: &Limits) -> Self {
        let stream = |object: &Object| {
            let (_, object) = document.dereference(object).ok()?;
            let stream = object.as_stream().ok()?;
            stream
                .get_plain_content_with_limit(limits.part_bytes / 8)
                .ok()
        };
        let to_unicode = font.get(b"ToUnicode").ok().and_then(stream);
        let to_unicode = to_unicode.map(|bytes| CMap::read(&bytes));
        let encoding = font.get(b"Encoding").ok().and_then(|encoding| {
            document
                .dereference(encoding)
                .ok()
                .map(|(_, encoding)| encoding)
        });
        let kind = font
            .get(b"Subtype")
            .and_then(Object::as_name)
            .unwrap_or_default();
        if kind != b"Type0" {
            return Self {
                to_unicode,
                codes: Codes::Bytes(simple(document, encoding)),
                widths: simple_widths(document, font),
                width: 0.5,
            };
        }
        let codes = match encoding {
            Some(Object::Name(name)) => predefined(name),
            Some(object) => {
                stream(object).map_or(Codes::Pairs, |bytes| Codes::Table(CMap::read(&bytes)))
            }
            None => Codes::Pairs,
        };
        let descendant = font.get(b"DescendantFonts").ok().and_then(|fonts| {
            let (_, fonts) = document.dereference(fonts).ok()?;
            let (_, first) = document.dereference(fonts.as_array().ok()?.first()?).ok()?;
            first.as_dict().ok()
        });
        let width = descendant.and_then(|font| font.get(b"DW").ok()?.as_float().ok());
        Self {
            to_unicode,
            widths: descendant
                .map(|font| widths(document, font))
                .unwrap_or_default(),
            width: width.unwrap_or(1000.0) / 1000.0,
            codes,
        }
    }

    /// The glyphs of a string.
    pub(super) fn glyphs(&self, bytes: &[u8]) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let length = self.length(rest).clamp(1, rest.len());
            let (code, after) = rest.split_at(length);
            rest = after;
            let value = code
                .iter()
                .fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
            let said = self.to_unicode.as_ref().and_then(|map| map.text(value));
            let said = said.filter(|text| !text.chars().all(|c| c.is_control()));
            let text = said
                .or_else(|| self.character(code))
                .unwrap_or_else(|| "\u{FFFD}".to_owned());
            let width = match &self.codes {
                // Widths count characters of the collection, whose numbers only its tables know.
                Codes::Text(_) if text.is_ascii() => 0.5,
                Codes::Text(_) => self.width,
                _ => self.widths.get(&value).copied().unwrap_or(self.width),
            };
            let is_space = length == 1 && value == 32;
            glyphs.push(Glyph {
                text,
                width,
                is_space,
            });
        }
        glyphs
    }

    fn length(&self, bytes: &[u8]) -> usize {
        match &self.codes {
            Codes::Unknown | Codes::Bytes(_) => 1,
            Codes::Pairs => 2,
            Codes::Text(encoding) if *encoding == UTF_16BE => match bytes[0] {
                0xD8..=0xDB => 4,
                _ => 2,
            },
            Codes::Text(encoding) => match bytes {
                [first, ..] if *first < 0x81 => 1,
                [_, second, ..] if *encoding == GB18030 && second.is_ascii_digit() => 4,
                _ => 2,
            },
            Codes::Table(map) => map.length(bytes),
        }
    }

    fn character(&self, code: &[u8]) -> Option<String> {
        match &self.codes {
            Codes::Bytes(table) => table.get(usize::from(*code.first()?))?.clone(),
            Codes::Text(encoding) => encoding.whole_text(code),
            _ => None,
        }
    }
}

/// The tables of codes that every reader of PDF knows by name.
fn predefined(name: &[u8]) -> Codes {
    let name = String::from_utf8_lossy(name);
    if name.starts_with("GB") && !name.starts_with("GBT") {
        Codes::Text(GB18030)
    } else if name.contains("UCS2") || name.contains("UTF16") {
        Codes::Text(UTF_16BE)
    } else if name.starts_with("B5") || name.starts_with("ETen") || name.starts_with("HKscs") {
        encoding::of_code_page(950).map_or(Codes::Pairs, Codes::Text)
    } else {
        Codes::Pairs
    }
}

/// Characters of the 256 codes of a simple font: Windows' Western ones, and what the font changes by names.
fn simple(document: &Document, encoding: Option<&Object>) -> Vec<Option<String>> {
    let mac = encoding.and_then(|encoding| encoding.as_name().ok()) == Some(b"MacRomanEncoding");
    let base = mac.then(|| Encoding::named(b"macintosh")).flatten();
    let base = base.unwrap_or(WESTERN);
    let character = |code: u8| (code >= 0x20).then(|| base.text(&[code]));
    let mut table: Vec<Option<String>> = (0..=u8::MAX).map(character).collect();
    let changes = encoding.and_then(|encoding| encoding.as_dict().ok()?.get(b"Differences").ok());
    let changes = changes.and_then(|changes| document.dereference(changes).ok());
    let changes = changes.and_then(|(_, changes)| changes.as_array().ok());
    let mut code = 0_usize;
    for change in changes.into_iter().flatten() {
        match change {
            Object::Integer(next) => code = usize::try_from(*next).unwrap_or(0),
            Object::Name(name) => {
                if let Some(place) = table.get_mut(code) {
                    *place = named(&String::from_utf8_lossy(name));
                }
                code += 1;
            }
            _ => {}
        }
    }
    table
}

fn simple_widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let first = font.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0);
    let list = font
        .get(b"Widths")
        .ok()
        .and_then(|list| document.dereference(list).ok());
    let list = list.and_then(|(_, list)| list.as_array().ok());
    let codes = u32::try_from(first).unwrap_or(0)..;
    let widths = list.into_iter().flatten().map(|width| {
        let width = document
            .dereference(width)
            .ok()
            .and_then(|(_, width)| width.as_float().ok());
        width.unwrap_or(0.0) / 1000.0
    });
    // A third kind of font counts in units of its own.
    let scale = font.get(b"FontMatrix").and_then(Object::as_array).ok();
    let scale = scale.and_then(|matrix| matrix.first()?.as_float().ok());
    let scale = scale.map_or(1.0, |scale| scale * 1000.0);
    codes
        .zip(widths.map(|width| width * scale))
        .filter(|(_, width)| *width > 0.0)
        .collect()
}

/// Widths of a font of many characters: `1 [500 600]` or `1 20 500`.
fn widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let mut widths = HashMap::new();
    let list = font
        .get(b"W")
        .ok()
        .and_then(|list| document.dereference(list).ok());
    let Some(list) = list.and_then(|(_, list)| list.as_array().ok()) else {
        return widths;
    };
    let at = |index: usize| {
        list.get(index)
            .and_then(|object| document.dereference(object).ok())
            .map(|(_, object)| object)
    };
    let code = |index: usize| {
        at(index)?
            .as_i64()
            .ok()
            .and_then(|code| u32::try_from(code).ok())
    };
    let mut index = 0;
    while let Some(first) = code(index) {
        if let Some(Object::Array(each)) = at(index + 1) {
            let each = each
                .iter()
                .map(|width| width.as_float().unwrap_or(1000.0) / 1000.0);
            widths.extend((first..).zip(each));
            index += 2;
        } else {
            let (Some(last), Some(width)) = (code(index + 1), at(index + 2)) else {
                break;
            };
            let width = width.as_float().unwrap_or(1000.0) / 1000.0;
            widths
                .extend((first..=last.min(first.saturating_add(65_535))).map(|code| (code, width)));
            index += 3;
        }
        if widths.len() > 200_000 {
            break;
        }
    }
    widths
}
