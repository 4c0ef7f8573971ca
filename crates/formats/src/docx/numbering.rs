//! Automatic numbers: Word stores a list and a level with a paragraph and counts when it shows them. So does this.

use std::collections::{HashMap, HashSet};

use super::styles::Styles;
use crate::counting::Counting;
use crate::xml::Element;

const LEVELS: usize = 9;

/// How a level of a list is numbered.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    counting: Counting,
    /// The number with `%1` … `%9` for the levels' numbers.
    pattern: String,
    /// All numbers in this level's pattern are decimal.
    is_legal: bool,
    /// The count restarts after a paragraph of this level (from 1) or a higher one; 0 never.
    restart: Option<usize>,
}

/// A list that a document refers to.
#[derive(Debug, Default)]
struct List {
    /// Lists of one definition count together.
    definition: u32,
    levels: Vec<Option<Level>>,
    /// Levels whose count begins anew when this list is first used.
    restarts: Vec<usize>,
}

/// The lists of a document and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<u32, List>,
    /// Style of paragraphs to the level that is linked to it.
    linked: HashMap<String, (u32, usize)>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    used: HashSet<u32>,
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
            list.change(element);
            numbering.lists.insert(*number, list);
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
                let known = self.linked.entry(style.to_owned()).or_insert((number, level));
                if number < known.0 {
                    *known = (number, level);
                }
            }
        }
    }

    /// The level of a list that is linked to a style of paragraphs.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<usize> {
        let (number, level) = self.linked.get(style)?;
        let definition = |number: &u32| self.lists.get(number).map(|list| list.definition);
        (definition(number) == definition(&list)).then_some(*level)
    }

    /// Counts one further paragraph of a list and writes its number; none where the list is not known. A bullet's
    /// number is empty.
    pub(super) fn next(&mut self, number: u32, level: usize) -> Option<String> {
        let list = self.lists.get(&number)?;
        let level = level.min(LEVELS - 1);
        let counts = self.counts.entry(list.definition).or_default();
        if self.used.insert(number) {
            for at in &list.restarts {
                counts[*at] = None;
            }
        }
        let start_of = |at: usize| list.level(at).map_or(1, |level| level.start);
        counts[level] = Some(counts[level].map_or(start_of(level), |count| count.saturating_add(1)));
        for (at, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = list.level(at).and_then(|level| level.restart);
            if restart.is_none_or(|after| level < after) {
                *count = None;
            }
        }
        let shown = list.level(level)?;
        Some(shown.write(|at| {
            let counting = list.level(at).map_or(Counting::Decimal, |level| level.counting);
            let count = counts[at].unwrap_or_else(|| start_of(at));
            (counting, count)
        }))
    }
}

impl List {
    fn level(&self, at: usize) -> Option<&Level> {
        self.levels.get(at)?.as_ref()
    }

    /// Takes over what a reference to the definition changes.
    fn change(&mut self, reference: &Element) {
        for change in reference.named("lvlOverride") {
            let Some(at) = level_index(change) else {
                continue;
            };
            if let Some(element) = change.child("lvl") {
                if self.levels.len() <= at {
                    self.levels.resize(at + 1, None);
                }
                self.levels[at] = Some(Level::read(element));
            }
            let start = change.value("startOverride");
            let start = start.and_then(|start| start.parse().ok());
            if let (Some(start), Some(Some(level))) = (start, self.levels.get_mut(at)) {
                level.start = start;
                self.restarts.push(at);
            }
        }
    }
}

impl Level {
    fn read(element: &Element) -> Self {
        // Formats that Word 2010 added stand in an AlternateContent with an old one beside.
        let alternate = element.at(&["AlternateContent", "Choice", "numFmt"]);
        let format = alternate.or_else(|| element.child("numFmt"));
        let format = format.and_then(|format| format.attribute("val"));
        let number = |name: &str| element.value(name).and_then(|value| value.parse().ok());
        Self {
            start: number("start").unwrap_or(0),
            counting: Counting::of_ooxml(format.unwrap_or("decimal")),
            pattern: element.value("lvlText").unwrap_or_default().to_owned(),
            is_legal: element
                .child("isLgl")
                .is_some_and(|legal| super::styles::is_on(legal.attribute("val"), true)),
            restart: element.value("lvlRestart").and_then(|value| value.parse().ok()),
        }
    }

    /// The pattern with its numbers, of which `count` knows counting and count.
    fn write(&self, count: impl Fn(usize) -> (Counting, u32)) -> String {
        if self.counting == Counting::Bullet {
            return String::new();
        }
        let mut written = String::new();
        let mut characters = self.pattern.chars().peekable();
        while let Some(character) = characters.next() {
            let level = characters.peek().and_then(|next| next.to_digit(10));
            match level {
                Some(level @ 1..=9) if character == '%' => {
                    characters.next();
                    let (counting, count) = count(level as usize - 1);
                    let counting = if self.is_legal { Counting::Decimal } else { counting };
                    written.push_str(&counting.write(count));
                }
                _ => written.push(character),
            }
        }
        written
    }
}

fn levels(definition: &Element) -> Vec<Option<Level>> {
    let mut levels = vec![None; LEVELS];
    for element in definition.named("lvl") {
        if let Some(at) = level_index(element) {
            levels[at] = Some(Level::read(element));
        }
    }
    levels
}

fn level_index(element: &Element) -> Option<usize> {
    let level: usize = element.attribute("ilvl")?.parse().ok()?;
    (level < LEVELS).then_some(level)
}
