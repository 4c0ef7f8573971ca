//! Paragraphs, lists and tables of a text in their order.

use super::inline::Inline;
use super::lists::ListStyles;
use crate::lists::space_behind;
use crate::model::{Hint, HintKind, Place, SetAsideKind, Span, WarningCode};
use crate::row::Row;
use crate::writing::Writer;
use crate::xml::Element;

/// Writes the text; `content` and `styles` have its styles.
pub(super) fn write(
    text: &Element,
    content: &Element,
    styles: Option<&Element>,
    writer: &mut Writer,
) {
    let parts: Vec<&Element> = styles.into_iter().chain([content]).collect();
    let mut walk = Walk {
        writer,
        styles: ListStyles::read(&parts),
        notes: Vec::new(),
        paragraphs: 0,
        tables: 0,
        in_contents: false,
    };
    if let Some(changes) = text.child("tracked-changes") {
        let regions = changes.named("changed-region");
        let deleted = regions.filter(|region| region.child("deletion").is_some());
        walk.writer.warn(WarningCode::Deleted, deleted.count());
    }
    walk.blocks(text, None);
    let notes = std::mem::take(&mut walk.notes);
    for (number, note) in (1..).zip(notes) {
        if let Some(body) = note.child("note-body") {
            walk.blocks(body, Some(HintKind::Note(number)));
        }
    }
    if let Some(styles) = styles {
        heads_and_feet(styles, walk.writer);
    }
}

fn heads_and_feet(styles: &Element, writer: &mut Writer) {
    styles.walk(&mut |element| {
        let kind = match &*element.name {
            "header" | "header-left" | "header-first" => SetAsideKind::Head,
            "footer" | "footer-left" | "footer-first" => SetAsideKind::Foot,
            _ => return true,
        };
        let lines = element.elements().map(|line| Inline::of(line, 0).text);
        let lines: Vec<String> = lines.collect();
        writer.set_aside(kind, &lines.join("\n"), Place::default());
        false
    });
}

struct Walk<'w, 'e> {
    writer: &'w mut Writer,
    styles: ListStyles,
    notes: Vec<&'e Element>,
    paragraphs: u32,
    tables: u32,
    in_contents: bool,
}

/// A list around: its number, and its level from 0.
type ListLevel = (u32, usize);

impl<'e> Walk<'_, 'e> {
    fn blocks(&mut self, element: &'e Element, extra: Option<HintKind>) {
        for child in element.elements() {
            match &*child.name {
                "p" | "h" => {
                    let (line, boxes) = self.line(child, None);
                    self.write(line, extra);
                    for content in boxes {
                        self.blocks(content, Some(HintKind::TextBox));
                    }
                }
                "list" => self.list(child, None, extra),
                "table" => self.table(child),
                "table-of-content" => {
                    self.in_contents = true;
                    self.blocks(child, extra);
                    self.in_contents = false;
                }
                "tracked-changes" | "table-of-content-source" | "sequence-decls" => {}
                _ => self.blocks(child, extra),
            }
        }
    }

    fn list(&mut self, list: &'e Element, around: Option<ListLevel>, extra: Option<HintKind>) {
        let own = match around {
            Some((number, level)) => (number, level + 1),
            None => {
                let style = list.attribute("style-name").unwrap_or_default();
                let goes_on = list.attribute("continue-numbering") == Some("true")
                    || list.attribute("continue-list").is_some();
                (self.styles.list(style, goes_on), 0)
            }
        };
        for item in list.elements() {
            let mut is_numbered = &*item.name == "list-item";
            for child in item.elements() {
                match &*child.name {
                    "p" | "h" => {
                        // The first paragraph of an item has the number.
                        let level = std::mem::take(&mut is_numbered).then_some(own);
                        let (line, boxes) = self.line(child, level);
                        self.write(line, extra);
                        for content in boxes {
                            self.blocks(content, Some(HintKind::TextBox));
                        }
                    }
                    "list" => self.list(child, Some(own), extra),
                    _ => {}
                }
            }
        }
    }

    /// A paragraph with its number.
    fn line(
        &mut self,
        element: &'e Element,
        level: Option<ListLevel>,
    ) -> (Inline<'e>, Vec<&'e Element>) {
        self.paragraphs += 1;
        let mut line = Inline::of(element, self.notes.len());
        self.notes.append(&mut line.notes);
        self.writer.warn(WarningCode::Inserted, line.inserted);
        self.writer.warn(WarningCode::Comments, line.comments.len());
        for comment in &line.comments {
            self.writer
                .set_aside(SetAsideKind::Comment, &comment.text(), self.place());
        }
        let is_heading = &*element.name == "h";
        let heading = element
            .attribute("outline-level")
            .and_then(|level| level.parse().ok());
        let heading: Option<u8> = heading.filter(|_| is_heading);
        let number = match (level, heading) {
            (Some((number, level)), _) => self.styles.lists.next(number, level),
            (None, Some(level)) => self.styles.heading(usize::from(level)),
            _ => None,
        };
        if let Some(number) = number.filter(|_| !line.text.trim().is_empty()) {
            let before = format!("{number}{}", space_behind(&number, &line.text));
            line.text.insert_str(0, &before);
            for hint in &mut line.hints {
                hint.span.start += before.len();
                hint.span.end += before.len();
            }
            let depth = level.map_or(heading.unwrap_or(1), |(_, level)| level as u8 + 1);
            let kind = match number.len() {
                0 => HintKind::Bullet(depth),
                _ => HintKind::Number(depth),
            };
            line.hints.push(Hint {
                span: Span {
                    start: 0,
                    end: number.len(),
                },
                kind,
            });
        }
        if let Some(level) = heading {
            let span = Span {
                start: 0,
                end: line.text.len(),
            };
            line.hints.push(Hint {
                span,
                kind: HintKind::Heading(level),
            });
        }
        let boxes = std::mem::take(&mut line.boxes);
        (line, boxes)
    }

    fn place(&self) -> Place {
        Place {
            paragraph: Some(self.paragraphs),
            ..Place::default()
        }
    }

    fn write(&mut self, mut line: Inline<'e>, extra: Option<HintKind>) {
        let place = self.place();
        if self.in_contents {
            self.writer
                .set_aside(SetAsideKind::Contents, &line.text, place);
            return;
        }
        let span = Span {
            start: 0,
            end: line.text.len(),
        };
        let kinds = [Some(HintKind::Paragraph), extra].into_iter().flatten();
        line.hints.extend(kinds.map(|kind| Hint { span, kind }));
        self.writer.paragraph(&line.text, &line.hints, place);
    }

    fn table(&mut self, table: &'e Element) {
        self.tables += 1;
        let number = self.tables;
        for (row, element) in (1..).zip(rows(table)) {
            let mut written = Row::new(number, row, 1);
            for (column, cell) in (1..).zip(element.elements().filter(is_cell)) {
                written.cell(column, |text, hints| self.cell(cell, text, hints));
            }
            let place = self.place();
            written.finish(self.writer, place);
        }
    }

    /// Puts the paragraphs of a cell, in whatever they stand, into one line.
    fn cell(&mut self, element: &'e Element, text: &mut String, hints: &mut Vec<Hint>) {
        for child in element.elements() {
            if !matches!(&*child.name, "p" | "h") {
                self.cell(child, text, hints);
                continue;
            }
            let (mut line, _) = self.line(child, None);
            if text.ends_with(|c: char| c.is_alphanumeric()) && !line.text.trim().is_empty() {
                text.push(' ');
            }
            let at = text.len();
            text.push_str(&line.text.replace(['\n', '\t'], " "));
            for hint in &mut line.hints {
                hint.span.start += at;
                hint.span.end += at;
            }
            hints.append(&mut line.hints);
        }
    }
}

fn is_cell(element: &&Element) -> bool {
    matches!(&*element.name, "table-cell" | "covered-table-cell")
}

/// Rows of a table, those of its head and of groups too.
pub(super) fn rows(table: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    for child in table.elements() {
        match &*child.name {
            "table-row" => found.push(child),
            "table-header-rows" | "table-rows" | "table-row-group" => found.extend(rows(child)),
            _ => {}
        }
    }
    found
}
