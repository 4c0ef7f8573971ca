//! The walk over a page: blocks are paragraphs, rows of data are lines, furniture is set aside.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{Html, Node, node::Element};

use super::root::{Root, is_furniture, is_silent};
use super::table::is_data;
use crate::model::{Hint, HintKind, Place, SetAsideKind, Span, UnreadKind};
use crate::writing::{Writer, push_visible};

/// Elements that stand in a line; all others begin and end a paragraph.
const INLINE: [&str; 30] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "u", "var", "time",
];

/// What a walk knows.
pub(super) struct Walk<'w> {
    pub(super) writer: &'w mut Writer,
    pub(super) root: &'w Root,
    pub(super) line: String,
    /// Whether the space at its end holds a line end of the source.
    is_line_end: bool,
    pub(super) hints: Vec<Hint>,
    /// The element whose text is set aside, and whose text is left out.
    aside: Option<NodeId>,
    silent: Option<NodeId>,
    in_article: bool,
    paragraphs: u32,
    pub(super) tables: u32,
    /// The table of data around, its row and column so far, and where its cell begins.
    table: Option<NodeId>,
    pub(super) row: u32,
    pub(super) column: u32,
    /// For each column, how many further rows a cell above reaches into.
    pub(super) reaching: Vec<u32>,
    /// Open lists: the number of the next item, or none for a list with bullets.
    lists: Vec<Option<u32>>,
}

impl<'w> Walk<'w> {
    pub(super) fn new(writer: &'w mut Writer, root: &'w Root) -> Self {
        Self {
            writer,
            root,
            line: String::new(),
            is_line_end: false,
            hints: Vec::new(),
            aside: None,
            silent: None,
            in_article: false,
            paragraphs: 0,
            tables: 0,
            table: None,
            row: 0,
            column: 0,
            reaching: Vec::new(),
            lists: Vec::new(),
        }
    }

    /// Walks all of a page; edges and not calls, for pages nest as deep as they like.
    pub(super) fn page(&mut self, html: &Html) {
        for edge in html.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    if node.id() == self.root.article {
                        self.flush();
                        self.in_article = true;
                    }
                    match node.value() {
                        Node::Text(text) if self.silent.is_none() => self.text(text),
                        Node::Element(element) if self.silent.is_none() => {
                            let holds = element.name() == "table" && is_data(node, self.root);
                            self.open(node.id(), element, holds);
                        }
                        _ => {}
                    }
                }
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        self.close(node.id(), element);
                    }
                    if node.id() == self.root.article {
                        self.flush();
                        self.in_article = false;
                    }
                }
            }
        }
        self.flush();
    }

    fn open(&mut self, id: NodeId, element: &Element, holds_data: bool) {
        if is_silent(element) {
            self.silent = Some(id);
            return;
        }
        let name = element.name();
        match name {
            "br" => self.line.push('\n'),
            "img" if self.in_article => self.writer.unread(UnreadKind::Picture, 1),
            "td" | "th" if self.table.is_some() => self.cell(element),
            _ if INLINE.contains(&name) || self.is_in_row() => {}
            _ => self.flush(),
        }
        let is_list = matches!(name, "ul" | "ol" | "table" | "tr" | "div" | "dl");
        let is_links = self.in_article && is_list && self.root.is_links(id);
        if self.aside.is_none() && (is_furniture(element) || is_links) && id != self.root.article {
            self.flush();
            self.aside = Some(id);
        }
        match name {
            "table" if holds_data => {
                self.table = Some(id);
                self.tables += 1;
                self.row = 0;
                self.reaching.clear();
            }
            "tr" if self.table.is_some() => {
                self.row += 1;
                self.column = 0;
            }
            "ol" => self.lists.push(Some(first_number(element))),
            "ul" => self.lists.push(None),
            "li" => self.item(),
            _ => {}
        }
    }

    fn is_in_row(&self) -> bool {
        self.table.is_some() && self.column > 0
    }

    /// The number that a list shows before an item.
    fn item(&mut self) {
        if let Some(Some(number)) = self.lists.last_mut() {
            let written = format!("{number}. ");
            *number = number.saturating_add(1);
            let start = self.line.len();
            let end = start + written.len() - 1;
            self.line.push_str(&written);
            let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
            let kind = HintKind::Number(depth);
            self.hints.push(Hint {
                span: Span { start, end },
                kind,
            });
        }
    }

    fn close(&mut self, id: NodeId, element: &Element) {
        if self.silent.is_some() {
            if self.silent == Some(id) {
                self.silent = None;
            }
            return;
        }
        let name = element.name();
        let level = name.strip_prefix('h').and_then(|level| level.parse().ok());
        if let Some(level @ 1..=6) = level {
            let end = self.line.trim_end().len();
            let span = Span { start: 0, end };
            self.hints.push(Hint {
                span,
                kind: HintKind::Heading(level),
            });
        }
        match name {
            "td" | "th" if self.table.is_some() => self.close_cell(element),
            "tr" if self.table.is_some() => {
                let beyond = self.reaching.iter_mut().skip(self.column as usize);
                beyond.for_each(|rows| *rows = rows.saturating_sub(1));
                self.flush();
            }
            "table" if self.table == Some(id) => {
                self.flush();
                self.table = None;
            }
            "ol" | "ul" => {
                self.flush();
                self.lists.pop();
            }
            _ if INLINE.contains(&name) || self.is_in_row() => {
                let ends_block = !INLINE.contains(&name) && name != "br";
                if ends_block && self.line.ends_with(|c: char| c.is_alphanumeric()) {
                    self.line.push(' ');
                }
            }
            "br" => {}
            _ => self.flush(),
        }
        if self.aside == Some(id) {
            self.flush();
            self.aside = None;
        }
    }

    pub(super) fn trim_line(&mut self) {
        let kept = self.line.trim_end_matches([' ', '\n']).len();
        self.line.truncate(kept);
    }

    /// Spaces and line ends of the source are one space; between Chinese characters a line end is none.
    fn text(&mut self, text: &str) {
        let mut visible = String::new();
        for (at, part) in text.split(['\n', '\r']).enumerate() {
            if at > 0 {
                self.space(true);
            }
            visible.clear();
            push_visible(&mut visible, part);
            for character in visible.chars() {
                if matches!(character, ' ' | '\t') {
                    self.space(false);
                    continue;
                }
                let before = self.line.trim_end_matches(' ');
                if self.is_line_end && is_wide(character) && before.ends_with(is_wide) {
                    let kept = before.len();
                    self.line.truncate(kept);
                }
                self.is_line_end = false;
                self.line.push(character);
            }
        }
    }

    fn space(&mut self, is_line_end: bool) {
        self.is_line_end |= is_line_end;
        if !self.line.is_empty() && !self.line.ends_with([' ', '\n', '\t']) {
            self.line.push(' ');
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut hints = std::mem::take(&mut self.hints);
        let in_row = std::mem::replace(&mut self.column, 0) > 0;
        if line.trim().is_empty() {
            return;
        }
        let place = Place {
            paragraph: Some(self.paragraphs + 1),
            ..Place::default()
        };
        if self.aside.is_some() || !self.in_article {
            self.writer.set_aside(SetAsideKind::Menu, &line, place);
            return;
        }
        self.paragraphs += 1;
        if in_row {
            let kind = HintKind::Row {
                table: self.tables,
                row: self.row,
            };
            let row = line.replace('\n', " ");
            let end = row.len();
            hints.push(Hint {
                span: Span { start: 0, end },
                kind,
            });
            self.writer.paragraph(&row, &hints, place);
            return;
        }
        // Paragraphs are indented by characters; hints begin behind them.
        let text = line.trim_start();
        let cut = line.len() - text.len();
        for hint in &mut hints {
            hint.span.start = hint.span.start.saturating_sub(cut);
            hint.span.end = hint.span.end.saturating_sub(cut);
        }
        let lines: Vec<&str> = text
            .split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        if lines.len() > 1 {
            // Pages end paragraphs by breaks.
            for line in lines {
                self.writer.paragraph(line, &[], place);
            }
            return;
        }
        let end = text.trim_end().len();
        let span = Span { start: 0, end };
        hints.push(Hint {
            span,
            kind: HintKind::Paragraph,
        });
        self.writer.paragraph(text, &hints, place);
    }
}

fn first_number(list: &Element) -> u32 {
    list.attr("start")
        .and_then(|start| start.parse().ok())
        .unwrap_or(1)
}

/// Characters of Chinese and their marks.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '—' | '…')
}
