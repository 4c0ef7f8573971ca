//! The characters of a paragraph.

use crate::model::{Hint, HintKind, Span};
use crate::writing::push_visible;
use crate::xml::{Element, Node};

/// The characters of one paragraph and what hangs on it.
#[derive(Default)]
pub(super) struct Inline<'e> {
    pub(super) text: String,
    pub(super) hints: Vec<Hint>,
    pub(super) boxes: Vec<&'e Element>,
    pub(super) notes: Vec<&'e Element>,
    pub(super) comments: Vec<&'e Element>,
    pub(super) inserted: usize,
}

/// Spaces that one element stands for, at most.
const SPACES: usize = 100;

impl<'e> Inline<'e> {
    /// The paragraph; `notes` is how many notes came before.
    pub(super) fn of(paragraph: &'e Element, notes: usize) -> Self {
        let mut inline = Self::default();
        inline.gather(paragraph, notes);
        inline
    }

    fn gather(&mut self, element: &'e Element, notes: usize) {
        for node in &element.children {
            match node {
                Node::Text(text) => self.characters(text),
                Node::Element(child) => self.part(child, notes),
            }
        }
    }

    /// Spaces and line ends are one space; at the beginning none.
    fn characters(&mut self, text: &str) {
        for character in text.chars() {
            if matches!(character, ' ' | '\n' | '\r' | '\t') {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n', '\t']) {
                    self.text.push(' ');
                }
            } else {
                push_visible(&mut self.text, character.encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn part(&mut self, part: &'e Element, notes: usize) {
        match &*part.name {
            "s" => {
                let count = part.attribute("c").and_then(|count| count.parse().ok());
                let spaces = std::iter::repeat_n(' ', count.unwrap_or(1).min(SPACES));
                self.text.extend(spaces);
            }
            "tab" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            "note" => {
                self.notes.push(part);
                let end = self.text.len();
                let number = u32::try_from(notes + self.notes.len()).unwrap_or(u32::MAX);
                let span = Span { start: end, end };
                self.hints.push(Hint {
                    span,
                    kind: HintKind::NoteMark(number),
                });
            }
            "annotation" => self.comments.push(part),
            "change-start" => self.inserted += 1,
            "text-box" => self.boxes.push(part),
            "ruby" => {
                if let Some(base) = part.child("ruby-base") {
                    self.gather(base, notes);
                }
            }
            "title" | "desc" | "object" | "forms" | "tracked-changes" => {}
            _ => self.gather(part, notes),
        }
    }
}
