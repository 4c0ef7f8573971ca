//! Whether a table holds data or only lays out a page.

use ego_tree::NodeRef;
use scraper::Node;

use super::root::Root;

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
                let cells = node.children().filter(|cell| matches!(name(cell), "td" | "th"));
                widest = widest.max(cells.count());
            }
            _ => {}
        }
    }
    widest > 1
}
