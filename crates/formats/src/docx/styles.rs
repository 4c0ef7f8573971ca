//! Styles of paragraphs: which are headings, which carry numbers, which are a table of contents.

use std::collections::HashMap;

use crate::xml::Element;

/// What a paragraph's style, with those that it is based on, says.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    /// The level of its heading from 1; 0 for a title.
    pub(super) heading: Option<u8>,
    /// Number of the list; 0 takes a number away.
    pub(super) list: Option<u32>,
    /// Level of the list from 0.
    pub(super) level: Option<usize>,
    /// Whether it is a line of a table of contents.
    pub(super) is_contents: bool,
    based_on: Option<String>,
}

/// All styles by their ids.
#[derive(Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(root: &Element) -> Self {
        let mut styles = Self::default();
        for element in root.named("style") {
            let Some(id) = element.attribute("styleId") else {
                continue;
            };
            let is_paragraph = element.attribute("type") == Some("paragraph");
            if is_paragraph && is_on(element.attribute("default"), false) {
                styles.default = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), style(element));
        }
        styles
    }

    /// What the style and its bases say together; without an id, the default style.
    pub(super) fn of(&self, id: Option<&str>) -> Style {
        let mut result = Style::default();
        let mut next = id.or(self.default.as_deref());
        // Styles may be based on each other in a circle.
        for _ in 0..20 {
            let Some(style) = next.and_then(|id| self.by_id.get(id)) else {
                break;
            };
            result.heading = result.heading.or(style.heading);
            result.list = result.list.or(style.list);
            result.level = result.level.or(style.level);
            result.is_contents |= style.is_contents;
            next = style.based_on.as_deref();
        }
        result
    }

    /// The list that a style of lists names.
    pub(super) fn list_of(&self, id: &str) -> Option<u32> {
        self.by_id.get(id)?.list
    }
}

fn style(element: &Element) -> Style {
    let name = element.value("name").unwrap_or_default().to_lowercase();
    let properties = element.child("pPr");
    let level = properties.and_then(outline_level);
    let named = name.strip_prefix("heading ").and_then(level_of);
    let named = named.or_else(|| (name == "title").then_some(0));
    let (list, list_level) = properties.map(list).unwrap_or_default();
    Style {
        heading: level.or(named),
        list,
        level: list_level,
        is_contents: name.starts_with("toc ") || name == "toc heading",
        based_on: element.value("basedOn").map(str::to_owned),
    }
}

fn level_of(digit: &str) -> Option<u8> {
    digit.parse().ok().filter(|level| (1..=9).contains(level))
}

/// The level of a heading from 1; 9 of the file is body text.
pub(super) fn outline_level(properties: &Element) -> Option<u8> {
    let level: u8 = properties.value("outlineLvl")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

/// Number of the list and level, of a paragraph's or a style's properties; either may stand alone.
pub(super) fn list(properties: &Element) -> (Option<u32>, Option<usize>) {
    let list = properties.child("numPr");
    let value = |name: &str| list.and_then(|list| list.value(name));
    (
        value("numId").and_then(|number| number.parse().ok()),
        value("ilvl").and_then(|level| level.parse().ok()),
    )
}

/// A switch: on where it stands without a value.
pub(super) fn is_on(value: Option<&str>, missing: bool) -> bool {
    value.map_or(missing, |value| !matches!(value, "0" | "false" | "off"))
}
