//! Where the article of a page stands: the innermost element that has all but some of the page's sentences.

use std::collections::HashMap;

use ego_tree::NodeId;
use scraper::{Html, Node, node::Element};

const FURNITURE: &str = include_str!("../../data/furniture.tsv");

/// Elements that are never text.
const SILENT: [&str; 16] = [
    "script", "style", "noscript", "template", "head", "select", "button", "textarea", "svg",
    "iframe", "object", "canvas", "video", "audio", "datalist", "input",
];

/// The article of a page.
pub(super) struct Root {
    /// The element around it.
    pub(super) article: NodeId,
    /// Whether there is a page around the article.
    pub(super) is_inside_a_page: bool,
    /// For each element: characters of its text, and those of them in links.
    lengths: HashMap<NodeId, (usize, usize)>,
}

impl Root {
    /// Finds the article. Each text's sentences are told by their marks; links have none.
    pub(super) fn of(html: &Html) -> Self {
        let mut lengths: HashMap<NodeId, (usize, usize)> = HashMap::new();
        let mut marks: HashMap<NodeId, usize> = HashMap::new();
        let root = html.tree.root();
        let nodes: Vec<_> = root.descendants().collect();
        // Descendants stand in the order of the page: backwards, what is below comes first.
        for node in nodes.iter().rev() {
            let mut own = lengths.get(&node.id()).copied().unwrap_or_default();
            let mut sentences = marks.get(&node.id()).copied().unwrap_or(0);
            match node.value() {
                Node::Text(text) => {
                    own.0 += text.chars().filter(|c| !c.is_whitespace()).count();
                    sentences += text.matches(is_mark).count();
                }
                Node::Element(element) if is_silent(element) => continue,
                Node::Element(element) => {
                    if element.name() == "a" {
                        own.1 = own.0;
                    }
                    if is_furniture(element) {
                        sentences = 0;
                    }
                }
                _ => {}
            }
            lengths.insert(node.id(), own);
            marks.insert(node.id(), sentences);
            if let Some(around) = node.parent() {
                let sum = lengths.entry(around.id()).or_default();
                *sum = (sum.0 + own.0, sum.1 + own.1);
                *marks.entry(around.id()).or_default() += sentences;
            }
        }
        let count = |id: NodeId| marks.get(&id).copied().unwrap_or(0);
        let mut article = root;
        let mut is_inside_a_page = false;
        while count(article.id()) > 3 {
            let most = article.children().max_by_key(|child| count(child.id()));
            let Some(most) = most.filter(|child| is_container(child.value())) else {
                break;
            };
            if count(most.id()) * 10 < count(article.id()) * 9 {
                break;
            }
            let is_body = matches!(most.value(), Node::Element(it) if it.name() == "body");
            is_inside_a_page |=
                !is_body && matches!(article.value(), Node::Element(it) if it.name() != "html");
            article = most;
        }
        Self {
            article: article.id(),
            is_inside_a_page,
            lengths,
        }
    }

    /// Whether an element is a list of links: several characters in links for each beside.
    pub(super) fn is_links(&self, id: NodeId) -> bool {
        let (all, linked) = self.lengths.get(&id).copied().unwrap_or_default();
        all > 0 && linked * 10 > all * 7
    }

    /// Characters of an element's text, spaces not counted.
    pub(super) fn length(&self, id: NodeId) -> usize {
        self.lengths.get(&id).map_or(0, |(all, _)| *all)
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '。' | '，' | '；' | '、' | '！' | '？')
}

/// Whether an article may be inside: a paragraph of one sentence is no container.
fn is_container(node: &Node) -> bool {
    matches!(node, Node::Element(element) if !matches!(
        element.name(),
        "p" | "span" | "font" | "b" | "strong" | "h1" | "h2" | "h3" | "li" | "a"
    ))
}

/// Whether an element shows no text: by its name, or hidden.
pub(super) fn is_silent(element: &Element) -> bool {
    SILENT.contains(&element.name())
        || element.attr("hidden").is_some()
        || element.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.to_ascii_lowercase().contains("display:none")
        })
}

/// Whether an element is a menu, a path, a foot: by its name, or a word of its class or id.
pub(super) fn is_furniture(element: &Element) -> bool {
    if matches!(element.name(), "nav" | "footer" | "aside" | "form" | "menu") {
        return true;
    }
    if matches!(element.name(), "body" | "html" | "article" | "main") {
        return false;
    }
    let named = [element.attr("class"), element.attr("id")];
    let words = named.into_iter().flatten();
    let mut words = words.flat_map(|value| value.split(|c: char| !c.is_ascii_alphabetic()));
    words.any(|word| {
        let word = word.to_ascii_lowercase();
        !word.is_empty() && FURNITURE.lines().any(|row| row == word)
    })
}
