//! Styles of lists: levels with a sample of their number, and what stands before and behind it.

use std::collections::HashMap;

use crate::counting::Counting;
use crate::lists::{LEVELS, Level, List, Lists};
use crate::xml::Element;

/// Styles of lists by name, and the lists that were begun.
pub(super) struct ListStyles {
    levels: HashMap<String, Vec<Option<Level>>>,
    /// Levels of headings.
    outline: Option<u32>,
    last: HashMap<String, u32>,
    count: u32,
    pub(super) lists: Lists,
}

impl ListStyles {
    /// Reads the styles of the parts.
    pub(super) fn read(parts: &[&Element]) -> Self {
        let mut styles = Self {
            levels: HashMap::new(),
            outline: None,
            last: HashMap::new(),
            count: 0,
            lists: Lists::default(),
        };
        for part in parts {
            let groups = ["automatic-styles", "styles"].into_iter();
            for style in groups
                .filter_map(|group| part.child(group))
                .flat_map(Element::elements)
            {
                match &*style.name {
                    "list-style" => {
                        let name = style.attribute("name").unwrap_or_default();
                        styles.levels.insert(name.to_owned(), levels(style));
                    }
                    "outline-style" => {
                        let levels = levels(style);
                        let shows = |level: &Level| level.counting != Counting::None;
                        if levels.iter().flatten().any(shows) {
                            styles.outline = Some(styles.begin(levels));
                        }
                    }
                    _ => {}
                }
            }
        }
        styles
    }

    fn begin(&mut self, levels: Vec<Option<Level>>) -> u32 {
        self.count += 1;
        let definition = self.count;
        let restarts = Vec::new();
        self.lists.by_number.insert(
            definition,
            List {
                definition,
                levels,
                restarts,
            },
        );
        definition
    }

    /// The list that begins, or goes on where the file says so.
    pub(super) fn list(&mut self, style: &str, goes_on: bool) -> u32 {
        if let Some(last) = self.last.get(style).filter(|_| goes_on) {
            return *last;
        }
        let levels = self.levels.get(style).cloned().unwrap_or_default();
        let number = self.begin(levels);
        self.last.insert(style.to_owned(), number);
        number
    }

    /// The number of a heading, where headings have any.
    pub(super) fn heading(&mut self, level: usize) -> Option<String> {
        let outline = self.outline?;
        self.lists.next(outline, level.checked_sub(1)?)
    }
}

fn levels(style: &Element) -> Vec<Option<Level>> {
    let mut levels = vec![None; LEVELS];
    for element in style.elements() {
        let number = |name: &str| element.attribute(name).and_then(|value| value.parse().ok());
        let Some(at @ 1..=LEVELS) = number("level") else {
            continue;
        };
        let is_bullet = element.name.ends_with("-bullet") || element.name.ends_with("-image");
        let sample = element.attribute("num-format").unwrap_or_default();
        let counting = if is_bullet {
            Counting::Bullet
        } else {
            Counting::of_sample(sample)
        };
        let shown = number("display-levels").unwrap_or(1).clamp(1, at);
        let places: Vec<String> = (at + 1 - shown..=at)
            .map(|level| format!("%{level}"))
            .collect();
        let places = if counting == Counting::None {
            String::new()
        } else {
            places.join(".")
        };
        let said = |name: &str| element.attribute(name).unwrap_or_default();
        levels[at - 1] = Some(Level {
            start: element
                .attribute("start-value")
                .and_then(|start| start.parse().ok())
                .unwrap_or(1),
            counting,
            pattern: format!("{}{places}{}", said("num-prefix"), said("num-suffix")),
            is_legal: false,
            restart: None,
        });
    }
    levels
}
