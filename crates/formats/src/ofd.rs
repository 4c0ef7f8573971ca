//! OFD (GB/T 33190): a ZIP of XML whose pages say where each run of characters stands, in millimetres.

use std::collections::HashMap;

use crate::archive::Package;
use crate::error::OfficeError;
use crate::flow::{self, Page, Run};
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::{OfficeText, UnreadKind, WarningCode};
use crate::writing::Writer;
use crate::xml::{Element, parse};

/// Pages that are read at most.
const PAGES: usize = 2000;

/// Reads all documents of the file.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let mut package = Package::open(bytes, limits)?;
    let root = parse(&package.needed("OFD.xml")?, limits)?;
    let mut writer = Writer::new(limits);
    let mut pages = Vec::new();
    for body in root.named("DocBody") {
        if let Some(info) = body.child("DocInfo") {
            let said = |name: &str| {
                let text = info
                    .child(name)
                    .map(|element| element.text().trim().to_owned());
                text.filter(|text| !text.is_empty())
            };
            writer.properties.title = said("Title");
            writer.properties.author = said("Author");
            writer.properties.date = said("CreationDate");
        }
        let Some(document) = body.child("DocRoot").map(Element::text) else {
            continue;
        };
        read_document(
            &mut package,
            document.trim(),
            limits,
            &mut pages,
            &mut writer,
        )?;
    }
    for name in package.names() {
        let name = name.to_ascii_lowercase();
        if name.ends_with("signature.xml") {
            writer.unread(UnreadKind::Signature, 1);
        } else if [".png", ".jpg", ".jpeg", ".bmp", ".jb2", ".gbig2", ".tif"]
            .iter()
            .any(|ending| name.ends_with(ending))
        {
            writer.unread(UnreadKind::Picture, 1);
        }
    }
    flow::finish(&pages, writer, Kind::Ofd)
}

fn read_document(
    package: &mut Package<'_>,
    name: &str,
    limits: &Limits,
    pages: &mut Vec<Page>,
    writer: &mut Writer,
) -> Result<(), OfficeError> {
    let name = name.trim_start_matches('/');
    let document = parse(&package.needed(name)?, limits)?;
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = document.at(&["CommonData", "PageArea", "PhysicalBox"]);
    let whole = whole.map(|area| numbers(&area.text())).unwrap_or_default();
    let mut templates: HashMap<String, Vec<Run>> = HashMap::new();
    if let Some(common) = document.child("CommonData") {
        for template in common.named("TemplatePage") {
            let id = template.attribute("ID").unwrap_or_default().to_owned();
            let content = content(package, folder, template, limits);
            templates.insert(
                id,
                content.map(|content| runs(&content)).unwrap_or_default(),
            );
        }
    }
    let listed = document.child("Pages").ok_or(OfficeError::Damaged)?;
    for page in listed.named("Page") {
        if pages.len() >= PAGES {
            writer.warn(WarningCode::Cut, 1);
            break;
        }
        let content = match content(package, folder, page, limits) {
            Some(content) => content,
            None => {
                writer.warn(WarningCode::PartDamaged, 1);
                continue;
            }
        };
        let own = content.at(&["Area", "PhysicalBox"]);
        let own = own
            .map(|area| numbers(&area.text()))
            .filter(|area| area.len() == 4);
        let area = own.unwrap_or_else(|| whole.clone());
        let mut runs = runs(&content);
        for template in content.named("Template") {
            let id = template.attribute("TemplateID").unwrap_or_default();
            runs.extend(templates.get(id).into_iter().flatten().cloned());
        }
        pages.push(Page {
            width: area.get(2).copied().unwrap_or(210.0),
            height: area.get(3).copied().unwrap_or(297.0),
            runs,
        });
    }
    Ok(())
}

/// The part of a page or a template.
fn content(
    package: &mut Package<'_>,
    folder: &str,
    page: &Element,
    limits: &Limits,
) -> Option<Element> {
    let place = page.attribute("BaseLoc")?.trim();
    let absolute = place.trim_start_matches('/');
    let relative = format!("{folder}/{}", place.trim_start_matches("./"));
    let name = if place.starts_with('/') || !package.has(&relative) {
        absolute
    } else {
        &relative
    };
    let bytes = package.part(name).ok().flatten()?;
    parse(&bytes, limits).ok()
}

/// The runs of a page, a run cut where its letters stand apart.
fn runs(content: &Element) -> Vec<Run> {
    let mut runs = Vec::new();
    content.walk(&mut |element| {
        if &*element.name == "TextObject" {
            text_object(element, &mut runs);
            return false;
        }
        true
    });
    runs
}

fn text_object(object: &Element, runs: &mut Vec<Run>) {
    let boundary = numbers(object.attribute("Boundary").unwrap_or_default());
    let matrix = numbers(object.attribute("CTM").unwrap_or_default());
    let (a, b, c, d, e, f) = match matrix.as_slice() {
        [a, b, c, d, e, f] => (*a, *b, *c, *d, *e, *f),
        _ => (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
    };
    let size = object
        .attribute("Size")
        .and_then(|size| size.parse().ok())
        .unwrap_or(3.0_f32);
    let x0 = boundary.first().copied().unwrap_or(0.0);
    let y0 = boundary.get(1).copied().unwrap_or(0.0);
    let number =
        |code: &Element, name: &str| code.attribute(name).and_then(|value| value.parse().ok());
    let (mut x, mut y) = (0.0_f32, 0.0_f32);
    for code in object.named("TextCode") {
        // A later code begins where the one before did, where it says nothing.
        x = number(code, "X").unwrap_or(x);
        y = number(code, "Y").unwrap_or(y);
        let text = code.text();
        let across = deltas(code.attribute("DeltaX").unwrap_or_default());
        let down = deltas(code.attribute("DeltaY").unwrap_or_default());
        let (mut at_x, mut at_y) = (x, y);
        for (index, character) in text.chars().enumerate() {
            let width = across
                .get(index)
                .copied()
                .unwrap_or_else(|| advance(character, size));
            let run = Run {
                x: x0 + a * at_x + c * at_y + e,
                y: y0 + b * at_x + d * at_y + f,
                width: width.abs().min(advance(character, size).max(size * 0.5))
                    * a.abs().max(0.01),
                size: size * d.abs().max(0.01),
                text: character.to_string(),
            };
            flow::add(runs, run);
            at_x += across
                .get(index)
                .copied()
                .unwrap_or(if down.is_empty() { width } else { 0.0 });
            at_y += down.get(index).copied().unwrap_or(0.0);
        }
    }
}

/// How wide a character is where the file does not say it.
fn advance(character: char, size: f32) -> f32 {
    if character.is_ascii() {
        size * 0.5
    } else {
        size
    }
}

fn numbers(text: &str) -> Vec<f32> {
    text.split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect()
}

/// Distances of letters; `g 3 4.2` is 4.2 three times.
fn deltas(text: &str) -> Vec<f32> {
    let mut deltas = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if word == "g" {
            let count: usize = words
                .next()
                .and_then(|count| count.parse().ok())
                .unwrap_or(0);
            let value: f32 = words
                .next()
                .and_then(|value| value.parse().ok())
                .unwrap_or(0.0);
            deltas.extend(std::iter::repeat_n(value, count.min(100_000)));
        } else if let Ok(value) = word.parse() {
            deltas.push(value);
        }
        if deltas.len() > 200_000 {
            break;
        }
    }
    deltas
}
