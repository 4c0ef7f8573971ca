//! OpenDocument: text (odt), and what is known of any of its files.

mod inline;
mod lists;
mod text;

use crate::archive::Package;
use crate::error::OfficeError;
use crate::kind::{Kind, find};
use crate::limits::Limits;
use crate::model::{OfficeText, UnreadKind, WarningCode};
use crate::writing::Writer;
use crate::xml::{Element, parse};

/// Reads a text.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let mut writer = Writer::new(limits);
    let mut package = open(bytes, limits, &mut writer)?;
    let content = parse(&package.needed("content.xml")?, limits)?;
    let styles = package.part("styles.xml")?;
    let styles = styles.and_then(|bytes| parse(&bytes, limits).ok());
    let text = content.at(&["body", "text"]).ok_or(OfficeError::Damaged)?;
    text::write(text, &content, styles.as_ref(), &mut writer);
    Ok(writer.finish(Kind::Odt))
}

/// The parts of a file, which tells `writer` what it says of itself.
pub(crate) fn open<'b>(
    bytes: &'b [u8],
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Package<'b>, OfficeError> {
    let mut package = Package::open(bytes, limits)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if find(&manifest, b"encryption-data").is_some() {
        return Err(OfficeError::Encrypted);
    }
    properties(&mut package, limits, writer);
    outline(&package, writer);
    Ok(package)
}

/// The characters of a paragraph.
pub(crate) fn text_of(paragraph: &Element) -> String {
    inline::Inline::of(paragraph, 0).text
}

fn properties(package: &mut Package<'_>, limits: &Limits, writer: &mut Writer) {
    let bytes = package.part("meta.xml").ok().flatten();
    let root = bytes.and_then(|bytes| parse(&bytes, limits).ok());
    let Some(meta) = root.as_ref().and_then(|root| root.child("meta")) else {
        return;
    };
    let said = |name: &str| {
        let text = meta.child(name).map(Element::text)?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    writer.properties.title = said("title");
    writer.properties.author = said("initial-creator").or_else(|| said("creator"));
    writer.properties.date = said("creation-date").or_else(|| said("date"));
}

fn outline(package: &Package<'_>, writer: &mut Writer) {
    let names = package.names();
    let pictures = names.filter(|name| name.starts_with("Pictures/") && !name.ends_with('/'));
    writer.unread(UnreadKind::Picture, pictures.count());
    let macros = package.names().filter(|name| {
        name.starts_with("Basic/")
            && name.ends_with(".xml")
            && !name.ends_with("-lc.xml")
            && !name.ends_with("-lb.xml")
    });
    let macros = macros.count();
    writer.warn(WarningCode::Macros, macros.min(1));
    writer.unread(UnreadKind::Macro, macros);
    let objects = package
        .names()
        .filter(|name| name.starts_with("Object ") && name.ends_with("/content.xml"));
    writer.unread(UnreadKind::Object, objects.count());
}
