//! HTML as browsers read it: the article, its title and what the page says of itself; menus and feet set aside.

mod encoding;
mod message;
mod root;
mod table;
mod walk;

use ego_tree::NodeRef;
use scraper::{Html, Node};

use crate::error::OfficeError;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::{Hint, HintKind, OfficeText, Place, Properties, Span, WarningCode};
use crate::writing::Writer;

use root::Root;
use walk::Walk;

/// Reads a page.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    page(bytes, None, Kind::Html, limits)
}

/// Reads the page out of a MIME message (mht).
pub(crate) fn read_message(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let part = message::page_of(bytes, limits).ok_or(OfficeError::Damaged)?;
    page(&part.body, part.charset.as_deref(), Kind::Mht, limits)
}

fn page(
    bytes: &[u8],
    charset: Option<&str>,
    kind: Kind,
    limits: &Limits,
) -> Result<OfficeText, OfficeError> {
    // A tree takes some ten times the bytes of its page.
    if bytes.len() > limits.part_bytes / 4 {
        return Err(OfficeError::TooLarge);
    }
    let (text, bad) = encoding::decode(bytes, charset);
    if is_too_deep(text.as_bytes(), limits.depth * 8) {
        return Err(OfficeError::TooDeep);
    }
    let html = Html::parse_document(&text);
    let mut writer = Writer::new(limits);
    writer.warn(WarningCode::BadEncoding, bad);
    writer.properties = properties(&html);
    let root = Root::of(&html);
    let title = title(&html, &root, writer.properties.title.as_deref());
    if let Some(title) = title {
        let span = Span {
            start: 0,
            end: title.len(),
        };
        let hints = [HintKind::Paragraph, HintKind::Title].map(|kind| Hint { span, kind });
        writer.paragraph(&title, &hints, Place::default());
    }
    let mut walk = Walk::new(&mut writer, &root);
    walk.page(&html);
    Ok(writer.finish(kind))
}

/// Elements that have to be closed, so that open ones nest: a parser's time grows with each level.
const CLOSED: [&str; 12] = [
    "div",
    "span",
    "b",
    "i",
    "font",
    "table",
    "ul",
    "ol",
    "section",
    "a",
    "blockquote",
    "em",
];

fn is_too_deep(bytes: &[u8], most: usize) -> bool {
    let mut open = [0_usize; CLOSED.len()];
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = &rest[at + 1..];
        let is_end = rest.first() == Some(&b'/');
        let name = &rest[usize::from(is_end)..];
        let length = name
            .iter()
            .take(12)
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let name = &name[..length];
        let stands = |tag: &&str| tag.as_bytes().eq_ignore_ascii_case(name);
        if let Some(tag) = CLOSED.iter().position(stands) {
            open[tag] = if is_end {
                open[tag].saturating_sub(1)
            } else {
                open[tag] + 1
            };
            if open[tag] > most {
                return true;
            }
        }
    }
    false
}

/// What the page's head says of it. Government pages have names of their own for it.
fn properties(html: &Html) -> Properties {
    let mut said: [Option<String>; 3] = [None, None, None];
    let names = [
        ["articletitle", "og:title", "title"],
        ["contentsource", "author", "sitename"],
        ["pubdate", "publishdate", "article:published_time"],
    ];
    let mut ranks = [usize::MAX; 3];
    let mut page_title = None;
    for node in html.tree.root().descendants() {
        let Node::Element(element) = node.value() else {
            continue;
        };
        if element.name() == "title" && page_title.is_none() {
            page_title = Some(inner_text(node)).filter(|title| !title.is_empty());
        }
        let name = element.attr("name").or_else(|| element.attr("property"));
        let content = element.attr("content").map(str::trim).unwrap_or_default();
        let (Some(name), "meta", false) = (name, element.name(), content.is_empty()) else {
            continue;
        };
        for (field, names) in names.iter().enumerate() {
            let rank = names.iter().position(|own| own.eq_ignore_ascii_case(name));
            if let Some(rank) = rank.filter(|rank| *rank < ranks[field]) {
                ranks[field] = rank;
                said[field] = Some(content.to_owned());
            }
        }
    }
    let [title, author, date] = said;
    let title = title.or_else(|| page_title.map(|title| without_site(&title).to_owned()));
    Properties {
        title,
        author,
        date,
    }
}

/// A page's title without the site's name behind it.
fn without_site(title: &str) -> &str {
    let cut = title.find(['_', '|']).or_else(|| title.find(" - "));
    let article = cut.map_or(title, |at| &title[..at]).trim();
    if article.is_empty() { title } else { article }
}

/// The title of the article where it stands outside of the article itself: the page's heading, if it is not in
/// the text already.
fn title(html: &Html, root: &Root, said: Option<&str>) -> Option<String> {
    let squeezed = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let article = html.tree.get(root.article)?;
    let begin: String = squeezed(&inner_text(article)).chars().take(600).collect();
    let headings =
        html.tree.root().descendants().filter(
            |node| matches!(node.value(), Node::Element(element) if element.name() == "h1"),
        );
    let headings = headings.map(inner_text).filter(|text| !text.is_empty());
    let said_squeezed = said.map(squeezed).unwrap_or_default();
    let is_said = |heading: &String| said_squeezed.contains(&squeezed(heading));
    let heading = headings.into_iter().find(is_said);
    let is_article_title = root.is_inside_a_page;
    let title = heading.or_else(|| said.filter(|_| is_article_title).map(str::to_owned))?;
    (!begin.contains(&squeezed(&title))).then_some(title)
}

/// All characters below a node, spaces as they come.
fn inner_text(node: NodeRef<'_, Node>) -> String {
    let mut text = String::new();
    for below in node.descendants() {
        if let Node::Text(characters) = below.value() {
            text.push_str(characters);
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
