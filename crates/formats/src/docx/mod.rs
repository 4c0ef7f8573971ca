//! docx, and wps that is a ZIP: WordprocessingML in a package.

mod beside;
mod body;
mod comments;
mod numbering;
mod parts;
mod runs;
mod styles;
mod symbols;
mod table;
mod trace;

use crate::archive::Package;
use crate::error::OfficeError;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::{OfficeText, SetAsideKind, UnreadKind, WarningCode};
use crate::writing::Writer;
use crate::xml::{Element, parse};

pub use comments::{Comment, with_comments};

use body::Body;
use numbering::Numbering;
use parts::Parts;
use styles::Styles;
use trace::Trace;

/// What the walk over a document asks and counts.
struct Context<'a> {
    styles: Styles,
    numbering: Numbering,
    writer: Writer,
    limits: &'a Limits,
    /// Where characters stand in the document's part, where it is asked for.
    traces: Option<Vec<Trace>>,
}

/// Reads the document of a package.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let mut package = Package::open(bytes, limits)?;
    let parts = Parts::find(&mut package, limits);
    told(&mut package, &parts, limits, None).map(|(text, _)| text)
}

/// The document's text, and where its characters stand if there are `traces`.
fn told(
    package: &mut Package<'_>,
    parts: &Parts,
    limits: &Limits,
    traces: Option<Vec<Trace>>,
) -> Result<(OfficeText, Vec<Trace>), OfficeError> {
    let document = parse(&package.needed(&parts.document)?, limits)?;
    let body = document.child("body").ok_or(OfficeError::Damaged)?;
    let mut writer = Writer::new(limits);
    let styles = optional(package, parts.of("styles"), limits, &mut writer);
    let numbering = optional(package, parts.of("numbering"), limits, &mut writer);
    let styles = styles.map(|root| Styles::read(&root)).unwrap_or_default();
    let numbering = numbering.map(|root| Numbering::read(&root, &styles));
    let mut context = Context {
        styles,
        numbering: numbering.unwrap_or_default(),
        writer,
        limits,
        traces,
    };
    let mut walk = Body::new(&mut context, body, None);
    walk.blocks(body, None);
    let ids = walk.finish();
    if !ids.is_empty() {
        let notes = ["footnotes", "endnotes"]
            .map(|kind| optional(package, parts.of(kind), limits, &mut context.writer));
        beside::notes(&mut context, notes.each_ref().map(Option::as_ref), &ids);
    }
    parts.heads_and_feet(package, &mut context);
    parts.properties(package, &mut context);
    if let Some(root) = optional(package, parts.of("comments"), limits, &mut context.writer) {
        for comment in root.named("comment") {
            beside::set_aside(&mut context, comment, SetAsideKind::Comment);
        }
    }
    outline(package, &mut context.writer);
    let traces = context.traces.unwrap_or_default();
    Ok((context.writer.finish(Kind::Docx), traces))
}

/// A part that a document can do without; a damaged one is told and left out.
fn optional(
    package: &mut Package<'_>,
    name: Option<&str>,
    limits: &Limits,
    writer: &mut Writer,
) -> Option<Element> {
    let bytes = package.part(name?);
    match bytes.and_then(|bytes| bytes.map(|bytes| parse(&bytes, limits)).transpose()) {
        Ok(root) => root,
        Err(_) => {
            writer.warn(WarningCode::PartDamaged, 1);
            None
        }
    }
}

/// Counts what the package holds beside text; pictures are counted where they stand in it.
fn outline(package: &Package<'_>, writer: &mut Writer) {
    for name in package.names() {
        let name = name.to_ascii_lowercase();
        let kind = if name.ends_with("vbaproject.bin") {
            writer.warn(WarningCode::Macros, 1);
            UnreadKind::Macro
        } else if name.contains("/embeddings/") {
            UnreadKind::Object
        } else if name.contains("/charts/chart") {
            UnreadKind::Chart
        } else if name.contains("_xmlsignatures/sig") {
            UnreadKind::Signature
        } else if name.contains("/media/") {
            match name.rsplit('.').next() {
                Some("mp3" | "mp4" | "wav" | "avi" | "wmv" | "mov") => UnreadKind::Media,
                _ => UnreadKind::Picture,
            }
        } else {
            continue;
        };
        writer.unread(kind, 1);
    }
}
