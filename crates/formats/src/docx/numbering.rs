//! Automatic numbers: Word stores a list and a level with a paragraph and counts when it shows them. So does this.

use std::collections::HashMap;

use super::styles::Styles;
use crate::counting::Counting;
use crate::lists::{LEVELS, Level, List, Lists};
use crate::xml::Element;

/// The lists of a document and the styles that are linked to them.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: Lists,
    /// Style of paragraphs to the level that is linked to it.
    linked: HashMap<String, (u32, usize)>,
}

impl Numbering {
    /// Reads the part.
    pub(super) fn read(root: &Element, styles: &Styles) -> Self {
        let id = |element: &Element, name: &str| -> Option<u32> {
            element.attribute(name)?.parse().ok()
        };
        let definitions: HashMap<u32, &Element> = root
            .named("abstractNum")
            .filter_map(|element| Some((id(element, "abstractNumId")?, element)))
            .collect();
        let references: HashMap<u32, &Element> = root
            .named("num")
            .filter_map(|element| Some((id(element, "numId")?, element)))
            .collect();
        let definition_of = |number: &u32| -> Option<u32> {
            let element = references.get(number)?;
            element.value("abstractNumId")?.parse().ok()
        };
        let mut numbering = Self::default();
        for (number, element) in &references {
            let Some(mut definition) = definition_of(number) else {
                continue;
            };
            // A definition may send to a style of lists, whose own list has the levels.
            let link = definitions
                .get(&definition)
                .and_then(|element| element.value("numStyleLink"));
            let linked = link.and_then(|style| styles.list_of(style));
            if let Some(other) = linked.as_ref().and_then(definition_of) {
                definition = other;
            }
            let levels = definitions.get(&definition).map(|element| levels(element));
            let mut list = List {
                definition,
                levels: levels.unwrap_or_default(),
                restarts: Vec::new(),
            };
            change(&mut list, element);
            numbering.lists.by_number.insert(*number, list);
            if let Some(element) = definitions.get(&definition) {
                numbering.link(*number, element);
            }
        }
        numbering
    }

    /// Notes which styles the levels of a definition belong to; of several lists the first counts.
    fn link(&mut self, number: u32, definition: &Element) {
        for element in definition.named("lvl") {
            let level = level_index(element);
            if let (Some(level), Some(style)) = (level, element.value("pStyle")) {
                let known = self
                    .linked
                    .entry(style.to_owned())
                    .or_insert((number, level));
                if number < known.0 {
                    *known = (number, level);
                }
            }
        }
    }

    /// The level of a list that is linked to a style of paragraphs.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<usize> {
        let (number, level) = self.linked.get(style)?;
        let definition =
            |number: &u32| self.lists.by_number.get(number).map(|list| list.definition);
        (definition(number) == definition(&list)).then_some(*level)
    }

    /// Counts one further paragraph of a list.
    pub(super) fn next(&mut self, number: u32, level: usize) -> Option<String> {
        self.lists.next(number, level)
    }
}

/// Takes over what a reference to the definition changes.
fn change(list: &mut List, reference: &Element) {
    for change in reference.named("lvlOverride") {
        let Some(at) = level_index(change) else {
            continue;
        };
        if let Some(element) = change.child("lvl") {
            if list.levels.len() <= at {
                list.levels.resize(at + 1, None);
            }
            list.levels[at] = Some(level(element));
        }
        let start = change.value("startOverride");
        if let Some(start) = start.and_then(|start| start.parse().ok()) {
            list.restart(at, start);
        }
    }
}

fn level(element: &Element) -> Level {
    // Formats that Word 2010 added stand in an AlternateContent with an old one beside.
    let alternate = element.at(&["AlternateContent", "Choice", "numFmt"]);
    let format = alternate.or_else(|| element.child("numFmt"));
    let format = format.and_then(|format| format.attribute("val"));
    let number = |name: &str| element.value(name).and_then(|value| value.parse().ok());
    Level {
        start: number("start").unwrap_or(0),
        counting: Counting::of_ooxml(format.unwrap_or("decimal")),
        pattern: element.value("lvlText").unwrap_or_default().to_owned(),
        is_legal: element
            .child("isLgl")
            .is_some_and(|legal| super::styles::is_on(legal.attribute("val"), true)),
        restart: element
            .value("lvlRestart")
            .and_then(|value| value.parse().ok()),
    }
}

fn levels(definition: &Element) -> Vec<Option<Level>> {
    let mut levels = vec![None; LEVELS];
    for element in definition.named("lvl") {
        if let Some(at) = level_index(element) {
            levels[at] = Some(level(element));
        }
    }
    levels
}

fn level_index(element: &Element) -> Option<usize> {
    let level: usize = element.attribute("ilvl")?.parse().ok()?;
    (level < LEVELS).then_some(level)
}
