//! XML as a tree. Names are local: writers are free in their prefixes (`w:p`, `ns0:p`). No entity is looked up but
//! the five of XML and numbers; nesting and count have limits.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::encoding::{Encoding, UTF_8, marked};
use crate::error::OfficeError;
use crate::kind::find;
use crate::limits::Limits;

/// An element.
#[derive(Debug)]
pub(crate) struct Element {
    /// The name without a prefix.
    pub(crate) name: Rc<str>,
    attributes: Box<[(Rc<str>, Box<str>)]>,
    /// Where its tags and all between them stand: bytes of the part as [`decode`] gives it.
    place: Range<u32>,
    /// What stands between its tags.
    pub(crate) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Characters.
    Text(String),
}

impl Element {
    /// Where its tags and all between them stand: bytes of the part as [`decode`] gives it.
    pub(crate) fn place(&self) -> Range<usize> {
        self.place.start as usize..self.place.end as usize
    }

    /// The value of an attribute by its local name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find_map(|(key, value)| (**key == *name).then_some(&**value))
    }

    /// The elements between its tags.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements of a name between its tags.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements()
            .filter(move |element| *element.name == *name)
    }

    /// The first element of a name between its tags.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| *element.name == *name)
    }

    /// The element at the end of a path of names.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter()
            .try_fold(self, |element, name| element.child(name))
    }

    /// The attribute `val` of the first element of a name.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Calls `visit` for this element and all below it, outer ones first, until it returns false for a branch.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Element) -> bool) {
        if visit(self) {
            self.elements().for_each(|element| element.walk(visit));
        }
    }

    /// All characters below.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.walk(&mut |element| {
            for node in &element.children {
                if let Node::Text(characters) = node {
                    text.push_str(characters);
                }
            }
            true
        });
        text
    }
}

/// The root element of a part.
pub(crate) fn parse(bytes: &[u8], limits: &Limits) -> Result<Element, OfficeError> {
    parse_text(&decode(bytes), limits, &mut Names::default())
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.check_end_names = false;
    reader
}

fn parse_text(text: &str, limits: &Limits, names: &mut Names) -> Result<Element, OfficeError> {
    let mut reader = reader(text);
    let mut open: Vec<Element> = Vec::new();
    let mut nodes = 0;
    // Parts are far smaller than 4 GB.
    let position = |reader: &Reader<&[u8]>| reader.buffer_position() as u32;
    loop {
        let before = position(&reader);
        let event = reader.read_event().map_err(|_| OfficeError::Damaged)?;
        nodes += 1;
        if nodes > limits.nodes {
            return Err(OfficeError::TooLarge);
        }
        match event {
            Event::Start(start) => {
                if open.len() >= limits.depth {
                    return Err(OfficeError::TooDeep);
                }
                open.push(names.element(&start, before));
                nodes += open.last().map_or(0, |element| element.attributes.len());
            }
            Event::Empty(start) => {
                let mut element = names.element(&start, before);
                element.place.end = position(&reader);
                nodes += element.attributes.len();
                if let Some(root) = close(&mut open, element) {
                    return Ok(root);
                }
            }
            Event::End(_) => {
                let mut element = open.pop().ok_or(OfficeError::Damaged)?;
                element.place.end = position(&reader);
                if let Some(root) = close(&mut open, element) {
                    return Ok(root);
                }
            }
            Event::Text(characters) => push(&mut open, &characters.xml10_content()),
            Event::CData(characters) => push(&mut open, &characters.xml10_content()),
            Event::GeneralRef(name) => {
                let written = format!("&{};", &*name);
                push(&mut open, &unescape(&written).unwrap_or_default());
            }
            Event::Eof => return Err(OfficeError::Damaged),
            _ => {}
        }
    }
}

/// A piece of a long part.
pub(crate) enum Piece<'a> {
    /// An element with all that is in it.
    Whole(Element),
    /// The tag that opens an element.
    Start(Element),
    /// An element of this name is closed.
    End(&'a str),
}

/// Reads a part piece by piece, for as a tree a long one takes many times its room: elements of the names in `wholes`
/// as they stand, of others the tags.
pub(crate) fn pieces(
    bytes: &[u8],
    wholes: &[&str],
    limits: &Limits,
    mut take: impl FnMut(Piece<'_>) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    let text = decode(bytes);
    let mut reader = reader(&text);
    let mut names = Names::default();
    loop {
        let start = reader.buffer_position();
        let event = reader.read_event().map_err(|_| OfficeError::Damaged)?;
        let (tag, is_open) = match &event {
            Event::Start(tag) => (tag, true),
            Event::Empty(tag) => (tag, false),
            Event::End(tag) => {
                take(Piece::End(tag.local_name().as_ref()))?;
                continue;
            }
            Event::Eof => return Ok(()),
            _ => continue,
        };
        let name = tag.local_name();
        let name = name.as_ref();
        if wholes.contains(&name) {
            if is_open {
                let end = reader.read_to_end(tag.name());
                end.map_err(|_| OfficeError::Damaged)?;
            }
            let whole = text.get(start as usize..reader.buffer_position() as usize);
            let whole = parse_text(whole.unwrap_or_default(), limits, &mut names)?;
            take(Piece::Whole(whole))?;
        } else {
            take(Piece::Start(names.element(tag, 0)))?;
            if !is_open {
                take(Piece::End(name))?;
            }
        }
    }
}

/// The part as text: by its mark, or by the encoding that its declaration names, or UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = marked(bytes) {
        return encoding.text(&bytes[length..]).into();
    }
    let head = &bytes[..bytes.len().min(120)];
    let declared = find(head, b"encoding=").and_then(|at| {
        let rest = head.get(at + 10..)?;
        let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
        Encoding::named(&rest[..end])
    });
    match declared.filter(|encoding| *encoding != UTF_8) {
        Some(encoding) => encoding.text(bytes).into(),
        None => String::from_utf8_lossy(bytes),
    }
}

/// Puts an element into the one around it, or gives it back where it is the root.
fn close(open: &mut [Element], element: Element) -> Option<Element> {
    let Some(around) = open.last_mut() else {
        return Some(element);
    };
    around.children.push(Node::Element(element));
    None
}

fn push(open: &mut [Element], characters: &str) {
    let Some(element) = open.last_mut() else {
        return;
    };
    if let Some(Node::Text(text)) = element.children.last_mut() {
        text.push_str(characters);
    } else if !characters.is_empty() {
        element.children.push(Node::Text(characters.to_owned()));
    }
}

/// Names, each held once.
#[derive(Default)]
struct Names(HashSet<Rc<str>>);

impl Names {
    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.0.get(name) {
            return known.clone();
        }
        let new: Rc<str> = name.into();
        self.0.insert(new.clone());
        new
    }

    fn element(&mut self, start: &BytesStart<'_>, at: u32) -> Element {
        let mut attributes = start.attributes();
        // Who edited what in which session: half of what Word writes.
        let is_of_session = |name: &str| name.starts_with("rsid") || name == "paraId";
        let attributes = attributes.with_checks(false).flatten();
        let attributes = attributes.filter(|it| !is_of_session(it.key.local_name().as_ref()));
        let attributes = attributes.map(|attribute| {
            let value = match unescape(&attribute.value) {
                Ok(value) => value.into_owned().into(),
                Err(_) => attribute.value.as_ref().into(),
            };
            (self.name(attribute.key.local_name().as_ref()), value)
        });
        let attributes = attributes.collect();
        Element {
            name: self.name(start.local_name().as_ref()),
            attributes,
            place: at..at,
            children: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(xml: &str) -> Result<Element, OfficeError> {
        parse(xml.as_bytes(), &Limits::default())
    }

    #[test]
    fn prefixes_do_not_matter_and_entities_are_five() -> Result<(), OfficeError> {
        let root = read("<a:b xmlns:a='x' a:k='1&amp;2'>甲&lt;乙&#x4E01;&bomb;<c/></a:b>");
        let root = root?;
        assert_eq!(&*root.name, "b");
        assert_eq!(root.attribute("k"), Some("1&2"));
        assert_eq!(root.text(), "甲<乙丁");
        assert!(root.child("c").is_some());
        Ok(())
    }

    #[test]
    fn an_element_stands_where_its_tags_do() -> Result<(), OfficeError> {
        let xml = "<?xml version='1.0'?>\n<a> 甲 <b x='1'>乙&amp;<c /></b>\n<d>丁</d></a>";
        let root = read(xml)?;
        let told = |element: Option<&Element>| element.and_then(|element| xml.get(element.place()));
        assert_eq!(told(Some(&root)), xml.get(22..));
        assert_eq!(told(root.child("b")), Some("<b x='1'>乙&amp;<c /></b>"));
        assert_eq!(told(root.at(&["b", "c"])), Some("<c />"));
        assert_eq!(told(root.child("d")), Some("<d>丁</d>"));
        Ok(())
    }

    #[test]
    fn nesting_and_cut_off_parts_are_errors() {
        assert_eq!(
            read(&"<a>".repeat(100_000)).err(),
            Some(OfficeError::TooDeep)
        );
        assert_eq!(read("<a><b>").err(), Some(OfficeError::Damaged));
        assert_eq!(read("").err(), Some(OfficeError::Damaged));
    }
}
