//! The parts beside the text that comments need: their own, the relation to it, its kind of content.

use super::super::parts::Parts;
use super::Comment;
use crate::archive::Package;
use crate::error::OfficeError;
use crate::limits::Limits;
use crate::xml::{Element, decode, parse};

/// Which of the two sets of names a document is written in.
pub(super) struct Space {
    /// Names of elements of the text.
    pub(super) main: &'static str,
    /// Names of relations.
    relation: &'static str,
    /// Whether `w:` stands for the elements of the text everywhere.
    pub(super) has_prefix: bool,
}

impl Space {
    /// The names of a document's part.
    pub(super) fn of(document: &str) -> Self {
        let end = document.find("body").unwrap_or(document.len());
        let head = document.get(..end).unwrap_or_default();
        let is_strict = head.contains("http://purl.oclc.org/ooxml/wordprocessingml/main");
        let (main, relation) = if is_strict {
            (
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
        } else {
            (
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            )
        };
        let declared = ['"', '\''].map(|quote| format!("xmlns:w={quote}{main}{quote}"));
        let has_prefix = declared.iter().any(|declared| head.contains(declared));
        Self {
            main,
            relation,
            has_prefix,
        }
    }
}

/// The comments that a document has.
#[derive(Default)]
pub(super) struct Existing {
    /// Name and bytes of their part.
    part: Option<(String, Vec<u8>)>,
    /// The first number that none of them has.
    pub(super) next: usize,
}

/// The comments that the document has.
pub(super) fn comments(
    package: &mut Package<'_>,
    parts: &Parts,
    limits: &Limits,
) -> Result<Existing, OfficeError> {
    let Some(name) = parts.of("comments").filter(|name| package.has(name)) else {
        return Ok(Existing::default());
    };
    let bytes = package.needed(name)?;
    let root = parse(&bytes, limits)?;
    let ids = root.named("comment").filter_map(|comment| {
        let id: usize = comment.attribute("id")?.parse().ok()?;
        Some(id)
    });
    let next = ids.max().map_or(0, |last| last.saturating_add(1));
    let part = Some((name.to_owned(), bytes));
    Ok(Existing { part, next })
}

/// The comments as elements, numbered from `first`.
pub(super) fn written(comments: &[Comment], first: usize, space: &Space) -> String {
    let mut written = String::new();
    for (id, comment) in (first..).zip(comments) {
        let author = escaped(&comment.author);
        let initials: String = comment.author.chars().take(2).collect();
        written.push_str(&format!(
            "<w:comment xmlns:w=\"{}\" w:id=\"{id}\" w:author=\"{author}\" w:initials=\"{}\">",
            space.main,
            escaped(&initials)
        ));
        for line in comment.text.lines() {
            written.push_str(&format!(
                "<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                escaped(line)
            ));
        }
        if comment.text.is_empty() {
            written.push_str("<w:p/>");
        }
        written.push_str("</w:comment>");
    }
    written
}

/// The part with `written` in it, and the parts that name it where it is new.
pub(super) fn with(
    package: &mut Package<'_>,
    parts: &Parts,
    existing: Existing,
    written: &str,
    space: &Space,
    limits: &Limits,
) -> Result<Vec<(String, Vec<u8>)>, OfficeError> {
    if let Some((name, bytes)) = existing.part {
        return Ok(vec![(name, extended(&bytes, written, limits)?)]);
    }
    let (folder, file) = parts
        .document
        .rsplit_once('/')
        .unwrap_or(("", &parts.document));
    let free = |count: &usize| {
        let target = match count {
            0 => "comments.xml".to_owned(),
            count => format!("comments{count}.xml"),
        };
        let name = format!("{folder}/{target}");
        (name.trim_start_matches('/').to_owned(), target)
    };
    let names = (0..usize::MAX).map(|count| free(&count));
    let (name, target) = names
        .into_iter()
        .find(|(name, _)| !package.has(name))
        .ok_or(OfficeError::Damaged)?;
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let part = format!(
        "{head}<w:comments xmlns:w=\"{}\">{written}</w:comments>",
        space.main
    );
    let relations = format!("{folder}/_rels/{file}.rels");
    let relations = relations.trim_start_matches('/').to_owned();
    let empty = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    let known = package.part(&relations)?;
    let known = known.unwrap_or_else(|| format!("{head}{empty}").into_bytes());
    let id = new_id(&decode(&known));
    let relation = format!(
        "<Relationship xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\" Id=\"{id}\" Type=\"{}/comments\" Target=\"{target}\"/>",
        space.relation
    );
    let types = package.needed("[Content_Types].xml")?;
    let kind = format!(
        "<Override xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\" PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"
    );
    Ok(vec![
        (name, part.into_bytes()),
        (relations, extended(&known, &relation, limits)?),
        (
            "[Content_Types].xml".to_owned(),
            extended(&types, &kind, limits)?,
        ),
    ])
}

/// An id that no relation has.
fn new_id(relations: &str) -> String {
    let ids = (1_usize..).map(|count| format!("rIdXushi{count}"));
    ids.into_iter()
        .find(|id| !relations.contains(id.as_str()))
        .unwrap_or_default()
}

/// A part with further elements at the end of its root.
fn extended(bytes: &[u8], inside: &str, limits: &Limits) -> Result<Vec<u8>, OfficeError> {
    let root: Element = parse(bytes, limits)?;
    let text = decode(bytes);
    let place = root.place();
    let whole = text.get(place.clone()).ok_or(OfficeError::Damaged)?;
    let changed = if let Some(open) = whole.strip_suffix("/>") {
        let name: String = open[1..]
            .chars()
            .take_while(|c| !c.is_whitespace())
            .collect();
        format!("{open}>{inside}</{name}>")
    } else {
        let end = whole.rfind("</").ok_or(OfficeError::Damaged)?;
        format!("{}{inside}{}", &whole[..end], &whole[end..])
    };
    let before = text.get(..place.start).unwrap_or_default();
    let behind = text.get(place.end..).unwrap_or_default();
    Ok(in_utf8(&format!("{before}{changed}{behind}")))
}

/// The bytes of a part, whose declaration may have named another encoding.
pub(super) fn in_utf8(text: &str) -> Vec<u8> {
    let declaration = text.find("?>").filter(|_| text.starts_with("<?xml"));
    let head = declaration
        .and_then(|end| text.get(..end))
        .unwrap_or_default();
    let is_other = head.to_ascii_lowercase().contains("encoding=\"utf-16");
    if is_other && let Some(end) = declaration {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"";
        return format!("{head}{}", &text[end..]).into_bytes();
    }
    text.as_bytes().to_vec()
}

/// Words as XML wants them, without characters that it does not allow.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}
