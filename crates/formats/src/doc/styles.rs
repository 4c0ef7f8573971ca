//! Styles: headings, lines of a table of contents, lists.

use super::properties::Properties;
use crate::bytes::word;

/// What a style says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    /// The number of a style that Word brings: 1 to 9 headings, 19 to 27 contents, 62 the title.
    known: u16,
    base: u16,
    properties: Properties,
}

/// All styles by index.
#[derive(Default)]
pub(super) struct Styles(Vec<Style>);

impl Styles {
    /// Reads the sheet of styles.
    pub(super) fn read(sheet: &[u8]) -> Self {
        Self(styles(sheet).unwrap_or_default())
    }

    /// The level of a heading from 1, 0 for a title.
    pub(super) fn heading(&self, index: u16) -> Option<u8> {
        match self.0.get(usize::from(index))?.known {
            62 => Some(0),
            level @ 1..=9 => u8::try_from(level).ok(),
            _ => self.base_of(index, |style| style.properties.outline),
        }
    }

    /// Whether it is a line of a table of contents.
    pub(super) fn is_contents(&self, index: u16) -> bool {
        let style = self.0.get(usize::from(index));
        style.is_some_and(|style| (19..=27).contains(&style.known))
    }

    /// The list of the style or of those that it is based on, and its level.
    pub(super) fn list(&self, index: u16) -> (Option<u16>, Option<u8>) {
        (
            self.base_of(index, |style| style.properties.list),
            self.base_of(index, |style| style.properties.list_level),
        )
    }

    fn base_of<T>(&self, mut index: u16, says: impl Fn(&Style) -> Option<T>) -> Option<T> {
        for _ in 0..12 {
            let style = self.0.get(usize::from(index))?;
            if let Some(said) = says(style) {
                return Some(said);
            }
            index = style.base;
        }
        None
    }
}

fn styles(sheet: &[u8]) -> Option<Vec<Style>> {
    let head = usize::from(word(sheet, 0)?);
    let count = word(sheet, 2)?;
    let base = usize::from(word(sheet, 4)?);
    let mut at = 2 + head;
    let mut styles = Vec::new();
    for _ in 0..count {
        let Some(length) = word(sheet, at).map(usize::from) else {
            break;
        };
        let bytes = sheet.get(at + 2..at + 2 + length).unwrap_or_default();
        styles.push(style(bytes, base).unwrap_or_default());
        at += 2 + length;
    }
    Some(styles)
}

fn style(bytes: &[u8], base: usize) -> Option<Style> {
    let known = word(bytes, 0)? & 0x0FFF;
    let kind = word(bytes, 2)?;
    let mut properties = Properties::default();
    // The name: a length, characters of two bytes, a zero. Behind it changes, of paragraphs first.
    let name = usize::from(word(bytes, base)?);
    let changes = base + 2 + 2 * name + 2;
    if kind & 0xF == 1 {
        let length = usize::from(word(bytes, changes).unwrap_or(0));
        let body = bytes.get(changes + 2..changes + 2 + length);
        properties.change(body.and_then(|body| body.get(2..)).unwrap_or_default());
    }
    Some(Style {
        known,
        base: kind >> 4,
        properties,
    })
}
