//! Which parts a document has: by its relations, whose targets are free names.

use std::collections::HashMap;

use super::Context;
use super::beside;
use crate::archive::Package;
use crate::error::OfficeError;
use crate::limits::Limits;
use crate::model::SetAsideKind;
use crate::xml::{Element, parse};

/// The parts of a document by what they are to it.
pub(super) struct Parts {
    /// Name of the part with the text.
    pub(super) document: String,
    /// Kind of relation (its last word) and name of the part.
    related: Vec<(String, String)>,
}

impl Parts {
    /// Finds the document and what it is related to.
    pub(super) fn find(package: &mut Package<'_>, limits: &Limits) -> Result<Self, OfficeError> {
        let top = relations(package, "_rels/.rels", "", limits);
        let named = top.into_iter().find(|(kind, _)| kind == "officeDocument");
        let document = named.map(|(_, name)| name).filter(|name| package.has(name));
        let document = document.unwrap_or_else(|| "word/document.xml".to_owned());
        let (folder, file) = document.rsplit_once('/').unwrap_or(("", &document));
        let relations_of = format!("{folder}/_rels/{file}.rels");
        let related = relations(package, &relations_of, folder, limits);
        Ok(Self { document, related })
    }

    /// The name of the part that is `kind` to the document.
    pub(super) fn of(&self, kind: &str) -> Option<&str> {
        let mut related = self.related.iter();
        let found = related.find(|(key, _)| key == kind)?;
        Some(&found.1)
    }

    fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        let related = self.related.iter();
        related
            .filter(move |(key, _)| key == kind)
            .map(|(_, name)| name.as_str())
    }

    /// Sets heads and feet of pages aside.
    pub(super) fn heads_and_feet(&self, package: &mut Package<'_>, context: &mut Context<'_>) {
        let kinds = [
            ("header", SetAsideKind::Head),
            ("footer", SetAsideKind::Foot),
        ];
        for (relation, kind) in kinds {
            for name in self.all(relation) {
                let bytes = package.part(name).ok().flatten();
                let root = bytes.and_then(|bytes| parse(&bytes, context.limits).ok());
                if let Some(root) = root {
                    beside::set_aside(context, &root, kind);
                }
            }
        }
    }

    /// Reads title, author and date.
    pub(super) fn properties(&self, package: &mut Package<'_>, context: &mut Context<'_>) {
        let bytes = package.part("docProps/core.xml").ok().flatten();
        let Some(root) = bytes.and_then(|bytes| parse(&bytes, context.limits).ok()) else {
            return;
        };
        let said = |name: &str| -> Option<String> {
            let text = root.child(name).map(Element::text)?;
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        context.writer.properties.title = said("title");
        context.writer.properties.author = said("creator");
        context.writer.properties.date = said("created");
    }
}

/// The relations of a part: the last word of the kind, and the target as a name of the package.
fn relations(
    package: &mut Package<'_>,
    name: &str,
    folder: &str,
    limits: &Limits,
) -> Vec<(String, String)> {
    let bytes = package.part(name).ok().flatten();
    let Some(root) = bytes.and_then(|bytes| parse(&bytes, limits).ok()) else {
        return Vec::new();
    };
    let relation = |element: &Element| {
        let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
        let is_outside = element.attribute("TargetMode") == Some("External");
        let target = element.attribute("Target").filter(|_| !is_outside)?;
        Some((kind, resolve(folder, target)))
    };
    root.named("Relationship").filter_map(relation).collect()
}

/// A target that is absolute, or relative to a folder.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(path.pop()),
            "." | "" => {}
            part => path.push(part),
        }
    }
    path.join("/")
}

/// Notes by their ids, without separators.
pub(super) fn by_id(root: &Element) -> HashMap<&str, &Element> {
    let is_text = |note: &&Element| {
        !matches!(
            note.attribute("type"),
            Some("separator" | "continuationSeparator" | "continuationNotice")
        )
    };
    let notes = root.elements().filter(is_text);
    notes
        .filter_map(|note| Some((note.attribute("id")?, note)))
        .collect()
}
