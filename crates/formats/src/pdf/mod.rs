//! PDF natively: objects by `lopdf`, positioned runs of their contents here. The page has a reader of its own.

mod cmap;
mod content;
mod font;
mod glyphs;
mod matrix;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use crate::encoding::{GBK, UTF_16BE};
use crate::error::OfficeError;
use crate::flow::{self, Page};
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::{OfficeText, UnreadKind, WarningCode};
use crate::writing::Writer;

use content::Interpreter;
use matrix::Matrix;

/// Pages that are read at most.
const PAGES: usize = 3000;

/// Reads the document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let options = LoadOptions {
        max_decompressed_size: Some(limits.part_bytes),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options);
    let document = document.map_err(|error| match error {
        lopdf::Error::InvalidPassword => OfficeError::Encrypted,
        _ => OfficeError::Damaged,
    })?;
    if document.is_encrypted() {
        return Err(OfficeError::Encrypted);
    }
    let mut writer = Writer::new(limits);
    properties(&document, &mut writer);
    let mut interpreter = Interpreter::new(&document, limits);
    let mut pages = Vec::new();
    for id in document.page_iter() {
        if pages.len() >= PAGES {
            writer.warn(WarningCode::Cut, 1);
            break;
        }
        let Ok(page) = document.get_dictionary(id) else {
            writer.warn(WarningCode::PartDamaged, 1);
            continue;
        };
        let (start, width, height) = shape(&document, page);
        let content = document.get_page_content_with_limit(id, limits.part_bytes);
        let resources = inherited(&document, page, b"Resources");
        let resources = resources.and_then(|resources| resources.as_dict().ok());
        let runs = content.map(|content| interpreter.page(&content, resources, start));
        let runs = runs.unwrap_or_else(|_| {
            writer.warn(WarningCode::PartDamaged, 1);
            Vec::new()
        });
        pages.push(Page {
            width,
            height,
            runs,
        });
    }
    writer.unread(UnreadKind::Picture, interpreter.pictures);
    flow::finish(&pages, writer, Kind::Pdf)
}

/// The matrix that puts the page upright with its left upper corner at 0 and y downwards, its width and its height.
fn shape(document: &Document, page: &Dictionary) -> (Matrix, f32, f32) {
    let area = |name: &[u8]| -> Option<[f32; 4]> {
        let area = inherited(document, page, name)?.as_array().ok()?;
        let number = |object: &Object| {
            let (_, object) = document.dereference(object).ok()?;
            object.as_float().ok()
        };
        let numbers: Vec<f32> = area.iter().filter_map(number).collect();
        let [a, b, c, d] = numbers.try_into().ok()?;
        Some([
            f32::min(a, c),
            f32::min(b, d),
            f32::max(a, c),
            f32::max(b, d),
        ])
    };
    let area = area(b"CropBox").or_else(|| area(b"MediaBox"));
    let [left, bottom, right, top] = area.unwrap_or([0.0, 0.0, 595.0, 842.0]);
    let turn = inherited(document, page, b"Rotate").and_then(|turn| turn.as_i64().ok());
    let (width, height) = (right - left, top - bottom);
    match turn.unwrap_or(0).rem_euclid(360) {
        90 => (Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]), height, width),
        180 => (Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]), width, height),
        270 => (Matrix([0.0, -1.0, -1.0, 0.0, top, right]), height, width),
        _ => (Matrix([1.0, 0.0, 0.0, -1.0, -left, top]), width, height),
    }
}

/// A value of a page or of the groups of pages around it.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, name: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    // Groups may hold each other in a circle.
    for _ in 0..64 {
        if let Ok(value) = node.get(name) {
            return document.dereference(value).ok().map(|(_, value)| value);
        }
        node = document
            .dereference(node.get(b"Parent").ok()?)
            .ok()?
            .1
            .as_dict()
            .ok()?;
    }
    None
}

fn properties(document: &Document, writer: &mut Writer) {
    let info = document.trailer.get(b"Info").ok();
    let info = info.and_then(|info| document.dereference(info).ok());
    let Some(info) = info.and_then(|(_, info)| info.as_dict().ok()) else {
        return;
    };
    let said = |name: &[u8]| -> Option<String> {
        let (_, value) = document.dereference(info.get(name).ok()?).ok()?;
        let text = text(value.as_str().ok()?);
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    writer.properties.title = said(b"Title");
    writer.properties.author = said(b"Author");
    writer.properties.date = said(b"CreationDate");
}

/// A string of the document: UTF-16 with a mark, or, as Chinese programs write it, GBK.
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.text(rest),
        bytes => GBK.text(bytes),
    }
}
