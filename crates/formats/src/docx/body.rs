//! Paragraphs and tables in their order.

use std::ops::Range;

use super::Context;
use super::runs::{Boxed, Line, Runs};
use super::styles::{Style, list, outline_level};
use super::table::join;
use super::trace::NoteMark;
use crate::lists::space_behind;
use crate::model::{Hint, HintKind, Place, SetAsideKind, Span, WarningCode};
use crate::xml::Element;

/// A walk over the body of a document.
pub(super) struct Body<'c, 'a> {
    context: &'c mut Context<'a>,
    pub(super) runs: Runs,
    paragraphs: u32,
    tables: u32,
    has_pages: bool,
    in_contents: bool,
    /// Text of a paragraph whose end is deleted: it goes on in the next.
    carried: String,
}

/// A paragraph with its number and what its style says.
pub(super) struct Paragraph<'e> {
    pub(super) line: Line<'e>,
    is_contents: bool,
}

impl<'c, 'a> Body<'c, 'a> {
    /// Nothing walked yet; `root` is all that will be walked, and `anchor` the run that it hangs on.
    pub(super) fn new(
        context: &'c mut Context<'a>,
        root: &Element,
        anchor: Option<Range<usize>>,
    ) -> Self {
        let traces = context.traces.take();
        let mut has_pages = false;
        root.walk(&mut |element| {
            has_pages |= &*element.name == "lastRenderedPageBreak";
            !has_pages
        });
        Self {
            context,
            runs: Runs::new(traces, anchor),
            paragraphs: 0,
            tables: 0,
            has_pages,
            in_contents: false,
            carried: String::new(),
        }
    }

    /// Writes what stands in a body, a box or a frame of content; `extra` is a further hint of each paragraph.
    pub(super) fn blocks(&mut self, element: &Element, extra: Option<HintKind>) {
        for child in element.elements() {
            match &*child.name {
                "p" => self.paragraph(child, extra),
                "tbl" => self.table(child, extra),
                "sdt" => {
                    let path = ["sdtPr", "docPartObj", "docPartGallery"];
                    let gallery = child.at(&path).and_then(|part| part.attribute("val"));
                    let before = self.in_contents;
                    self.in_contents |= gallery == Some("Table of Contents");
                    if let Some(content) = child.child("sdtContent") {
                        self.blocks(content, extra);
                    }
                    self.in_contents = before;
                }
                "AlternateContent" => {
                    if let Some(choice) = child.child("Choice") {
                        self.blocks(choice, extra);
                    }
                }
                "customXml" | "ins" | "moveTo" | "smartTag" => self.blocks(child, extra),
                _ => {}
            }
        }
    }

    fn place(&self) -> Place {
        Place {
            page: self.has_pages.then_some(self.runs.pages + 1),
            paragraph: Some(self.paragraphs),
            ..Place::default()
        }
    }

    fn paragraph(&mut self, element: &Element, extra: Option<HintKind>) {
        // The place is where it begins: breaks inside come after.
        self.paragraphs += 1;
        let place = self.place();
        let Some(Paragraph {
            mut line,
            is_contents,
        }) = self.line(element)
        else {
            return;
        };
        if is_contents || self.in_contents {
            let writer = &mut self.context.writer;
            writer.set_aside(SetAsideKind::Contents, &line.text, place);
        } else {
            let whole = Span {
                start: 0,
                end: line.text.len(),
            };
            let kinds = [Some(HintKind::Paragraph), extra].into_iter().flatten();
            line.hints
                .extend(kinds.map(|kind| Hint { span: whole, kind }));
            let writer = &mut self.context.writer;
            writer.paragraph(&line.text, &line.hints, place);
        }
        for Boxed { content, run } in line.boxes {
            let before = std::mem::replace(&mut self.runs.anchor, run);
            self.blocks(content, Some(HintKind::TextBox));
            self.runs.anchor = before;
        }
    }

    /// The characters of a paragraph with its number; none where its end is deleted and it goes on in the next.
    pub(super) fn line<'e>(&mut self, element: &'e Element) -> Option<Paragraph<'e>> {
        let mut line = Line::default();
        self.runs.gather(element, &mut line);
        let properties = element.child("pPr");
        let end_is_deleted = properties
            .and_then(|properties| properties.at(&["rPr", "del"]))
            .is_some();
        let carried = std::mem::take(&mut self.carried);
        line.prepend(&carried);
        if end_is_deleted {
            self.carried = line.text;
            return None;
        }
        let id = properties.and_then(|properties| properties.value("pStyle"));
        let style = self.context.styles.of(id);
        self.number(properties, id, &style, &mut line);
        let own = properties.and_then(outline_level);
        if let Some(level) = own.or(style.heading) {
            let kind = match level {
                0 => HintKind::Title,
                level => HintKind::Heading(level),
            };
            let span = Span {
                start: 0,
                end: line.text.len(),
            };
            if !line.text.trim().is_empty() {
                line.hints.push(Hint { span, kind });
            }
        }
        Some(Paragraph {
            line,
            is_contents: style.is_contents,
        })
    }

    /// Puts the automatic number before the paragraph.
    fn number(
        &mut self,
        properties: Option<&Element>,
        id: Option<&str>,
        style: &Style,
        line: &mut Line<'_>,
    ) {
        let (own, own_level) = properties.map(list).unwrap_or_default();
        let Some(number) = own.or(style.list).filter(|number| *number != 0) else {
            return;
        };
        let numbering = &mut self.context.numbering;
        let linked = id.and_then(|id| numbering.level_of_style(number, id));
        let level = own_level.or(linked).or(style.level).unwrap_or(0).min(8);
        // Word numbers empty paragraphs too.
        let Some(written) = numbering.next(number, level) else {
            return;
        };
        if line.text.trim().is_empty() {
            return;
        }
        let depth = u8::try_from(level + 1).unwrap_or(u8::MAX);
        line.trim_start();
        let space = space_behind(&written, &line.text);
        line.prepend(&format!("{written}{space}"));
        let kind = match written.len() {
            0 => HintKind::Bullet(depth),
            _ => HintKind::Number(depth),
        };
        let end = written.len();
        line.hints.push(Hint {
            span: Span { start: 0, end },
            kind,
        });
    }

    fn table(&mut self, element: &Element, extra: Option<HintKind>) {
        self.tables += 1;
        let (table, mut number) = (self.tables, 0);
        for row in super::table::rows(element) {
            if row.at(&["trPr", "del"]).is_some() {
                self.runs.deleted += 1;
                continue;
            }
            number += 1;
            self.row(row, (table, number), extra);
        }
    }

    fn row(&mut self, row: &Element, (table, number): (u32, u32), extra: Option<HintKind>) {
        let cells = super::table::cells(row);
        if let [cell] = cells.as_slice()
            && cell
                .content
                .elements()
                .filter(|child| &*child.name == "p")
                .count()
                > 1
        {
            // A table of one cell is a frame around text.
            self.blocks(cell.content, extra);
            return;
        }
        self.paragraphs += 1;
        let place = self.place();
        let (mut text, mut hints) = (String::new(), Vec::new());
        for cell in &cells {
            let wanted = cell.column as usize - 1;
            let before = text.matches('\t').count();
            text.extend(std::iter::repeat_n('\t', wanted.saturating_sub(before)));
            let start = text.len();
            let lines = self.cell(cell.content);
            join(&mut text, &mut hints, lines);
            hints.push(Hint {
                span: Span {
                    start,
                    end: text.len(),
                },
                kind: HintKind::Cell {
                    table,
                    row: number,
                    column: cell.column,
                },
            });
        }
        let span = Span {
            start: 0,
            end: text.len(),
        };
        let kind = HintKind::Row { table, row: number };
        hints.push(Hint { span, kind });
        hints.extend(extra.map(|kind| Hint { span, kind }));
        self.context.writer.paragraph(&text, &hints, place);
    }

    /// The paragraphs of a cell; those of tables inside of it and of its boxes follow.
    fn cell<'e>(&mut self, element: &'e Element) -> Vec<Line<'e>> {
        let mut lines = Vec::new();
        for child in element.elements() {
            match &*child.name {
                "p" => {
                    let Some(Paragraph { mut line, .. }) = self.line(child) else {
                        continue;
                    };
                    let boxes = std::mem::take(&mut line.boxes);
                    lines.push(line);
                    for Boxed { content, run } in boxes {
                        let before = std::mem::replace(&mut self.runs.anchor, run);
                        lines.extend(self.cell(content));
                        self.runs.anchor = before;
                    }
                }
                "tcPr" | "tblPr" | "trPr" | "del" => {}
                _ => lines.extend(self.cell(child)),
            }
        }
        lines
    }

    /// Warns of what was counted, and gives the notes that the text refers to.
    pub(super) fn finish(self) -> Vec<NoteMark> {
        let writer = &mut self.context.writer;
        let Runs {
            deleted,
            inserted,
            hidden,
            comments,
            notes,
            traces,
            ..
        } = self.runs;
        self.context.traces = traces;
        writer.warn(WarningCode::Deleted, deleted);
        writer.warn(WarningCode::Inserted, inserted);
        writer.warn(WarningCode::Hidden, hidden);
        writer.warn(WarningCode::Comments, comments);
        notes
    }
}
