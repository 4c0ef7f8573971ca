//! Which parts a document has: by its relations, whose targets are free names.

use std::collections::HashMap;

use super::Context;
use super::beside;
use crate::archive::Package;
use crate::limits::Limits;
use crate::model::SetAsideKind;
use crate::relations::{Relation, main_part, of_part};
use crate::xml::{Element, parse};

/// The parts of a document by what they are to it.
pub(super) struct Parts {
    /// Name of the part with the text.
    pub(super) document: String,
    related: Vec<Relation>,
}

impl Parts {
    /// Finds the document and what it is related to.
    pub(super) fn find(package: &mut Package<'_>, limits: &Limits) -> Self {
        let document = main_part(package, "word/document.xml", limits);
        let related = of_part(package, &document, limits);
        Self { document, related }
    }

    /// The name of the part that is `kind` to the document.
    pub(super) fn of<'a>(&'a self, kind: &'a str) -> Option<&'a str> {
        self.all(kind).next()
    }

    fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        let related = self.related.iter();
        related
            .filter(move |relation| relation.kind == kind)
            .map(|relation| relation.target.as_str())
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
