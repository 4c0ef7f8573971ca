//! Tables: whether one holds data or only lays out a page; cells and the columns that they stand in.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::root::Root;
use super::walk::Walk;
use crate::model::{Hint, HintKind, Span};

/// Characters of a cell beyond which a table is a page's frame.
const LONG: usize = 1500;

fn name<'a>(node: &NodeRef<'a, Node>) -> &'a str {
    match node.value() {
        Node::Element(element) => element.name(),
        _ => "",
    }
}

/// A table of data: no table inside, no cell with an article, more than one column.
pub(super) fn is_data(table: NodeRef<'_, Node>, root: &Root) -> bool {
    let mut widest = 0;
    for node in table.descendants().skip(1) {
        match name(&node) {
            "table" => return false,
            "td" | "th" if root.length(node.id()) > LONG => return false,
            "tr" => {
                let cells = node
                    .children()
                    .filter(|cell| matches!(name(cell), "td" | "th"));
                widest = widest.max(cells.count());
            }
            _ => {}
        }
    }
    widest > 1
}

/// Columns that a cell may span.
const COLUMNS: u32 = 256;

impl Walk<'_> {
    /// Begins a cell, behind the columns that cells above reach into.
    pub(super) fn cell(&mut self, element: &Element) {
        while let Some(rows) = self
            .reaching
            .get_mut(self.column as usize)
            .filter(|rows| **rows > 0)
        {
            *rows -= 1;
            self.next_column();
        }
        self.next_column();
        let start = self.line.len();
        self.hints.push(Hint {
            span: Span { start, end: start },
            kind: HintKind::Cell {
                table: self.tables,
                row: self.row,
                column: self.column,
            },
        });
        let rows = number(element, "rowspan").min(1000);
        let first = self.column as usize - 1;
        let end = first + number(element, "colspan").min(COLUMNS) as usize;
        if rows > 1 && self.reaching.len() < end {
            self.reaching.resize(end, 0);
        }
        self.reaching
            .iter_mut()
            .take(end)
            .skip(first)
            .for_each(|reach| *reach = rows - 1);
    }

    fn next_column(&mut self) {
        if self.column > 0 {
            self.trim_line();
            self.line.push('\t');
        }
        self.column += 1;
    }

    /// Ends a cell and passes the columns that it spans.
    pub(super) fn close_cell(&mut self, element: &Element) {
        self.trim_line();
        let end = self.line.len();
        let column = self.column;
        let open =
            self.hints.iter_mut().rev().find(
                |hint| matches!(hint.kind, HintKind::Cell { column: own, .. } if own == column),
            );
        if let Some(hint) = open {
            hint.span.end = end;
        }
        let further = number(element, "colspan").min(COLUMNS) - 1;
        self.column += further;
        self.line.extend((0..further).map(|_| '\t'));
    }
}

/// A number of columns or rows, at least one.
fn number(element: &Element, name: &str) -> u32 {
    let value = element
        .attr(name)
        .and_then(|value| value.trim().parse().ok());
    value.unwrap_or(1).max(1)
}
