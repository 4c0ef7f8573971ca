//! Marks of comments in a document's part: where each begins and ends, and its reference.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::escape::unescape;

use super::super::trace::Trace;
use super::Comment;
use super::parts::Space;
use crate::model::Span;
use crate::writing::push_visible;

/// Characters of the text that stand in one run.
pub(super) struct Piece<'t> {
    /// Bytes of the text.
    pub(super) span: Span,
    /// Where they stand in the part.
    pub(super) trace: &'t Trace,
}

/// What is put in at one place of the part.
#[derive(Default)]
struct Insertion {
    /// Ends of comments, which come first, and beginnings.
    ends: String,
    begins: String,
    /// What closes a run that is split here, and what opens its other half.
    split: Option<(String, String)>,
}

/// Says that spaces at both ends of a run's characters count.
const SPACES: &str = " xml:space=\"preserve\"";

/// The part with the marks of all comments, numbered from `first`.
pub(super) fn put(
    document: &str,
    pieces: &[Piece<'_>],
    comments: &[Comment],
    first: usize,
    space: &Space,
) -> String {
    let mut insertions: BTreeMap<usize, Insertion> = BTreeMap::new();
    let names = if space.has_prefix {
        String::new()
    } else {
        format!(" xmlns:w=\"{}\"", space.main)
    };
    for (id, comment) in (first..).zip(comments) {
        let Some((begin, end)) = ends(document, pieces, comment.span) else {
            continue;
        };
        let mark = |name: &str| format!("<w:{name}{names} w:id=\"{id}\"/>");
        let reference = format!(
            "{}<w:r{names}>{}</w:r>",
            mark("commentRangeEnd"),
            mark("commentReference").replacen(&names, "", usize::from(!names.is_empty()))
        );
        let at = insertions.entry(begin.at).or_default();
        at.begins.push_str(&mark("commentRangeStart"));
        at.split = at.split.take().or(begin.split);
        let at = insertions.entry(end.at).or_default();
        at.ends.push_str(&reference);
        at.split = at.split.take().or(end.split);
        for place in [begin.spaces, end.spaces].into_iter().flatten() {
            insertions.entry(place).or_default().ends = SPACES.to_owned();
        }
    }
    written(document, &insertions)
}

/// The part with what is put in.
fn written(document: &str, insertions: &BTreeMap<usize, Insertion>) -> String {
    let mut text = String::with_capacity(document.len() + insertions.len() * 128);
    let mut from = 0;
    for (&at, insertion) in insertions {
        text.push_str(document.get(from..at).unwrap_or_default());
        from = at;
        let (close, open) = match &insertion.split {
            Some((close, open)) => (close.as_str(), open.as_str()),
            None => ("", ""),
        };
        for part in [close, &insertion.ends, &insertion.begins, open] {
            text.push_str(part);
        }
    }
    text.push_str(document.get(from..).unwrap_or_default());
    text
}

/// A place of the part where a mark may stand, with what splits the run there.
struct Cut {
    at: usize,
    split: Option<(String, String)>,
    /// Where the first half has to say that spaces at its end count.
    spaces: Option<usize>,
}

/// Where a comment on a stretch of the text begins and ends.
fn ends(document: &str, pieces: &[Piece<'_>], span: Span) -> Option<(Cut, Cut)> {
    let end = span.end.max(span.start + 1);
    let at = pieces.partition_point(|piece| piece.span.end <= span.start);
    // What is no run's stands at the next one, or at the last.
    let first = pieces.get(at).or_else(|| pieces.last())?;
    let behind = pieces.partition_point(|piece| piece.span.start < end);
    let last = pieces.get(behind.max(at + 1) - 1).unwrap_or(first);
    let begin = cut(document, first, span.start, true)?;
    let until = if last.span.start < end {
        end
    } else {
        last.span.end
    };
    let finish = cut(document, last, until, false)?;
    if begin.at < finish.at {
        return Some((begin, finish));
    }
    // Notes stand behind the text that they hang on.
    let begin = cut(document, first, first.span.start, true)?;
    let finish = cut(document, first, first.span.end, false)?;
    Some((begin, finish))
}

/// Where a mark at a byte of the text stands, before or behind its characters.
fn cut(document: &str, piece: &Piece<'_>, byte: usize, is_begin: bool) -> Option<Cut> {
    let Trace { run, text } = piece.trace;
    let edge = if is_begin { run.start } else { run.end };
    let whole = Some(Cut {
        at: edge,
        split: None,
        spaces: None,
    });
    let (Some(text), Some(shape)) = (text, Shape::of(document, run)) else {
        return whole;
    };
    let inside = byte > piece.span.start && byte < piece.span.end;
    let element = Shape::of(document, text);
    let place = element.as_ref().filter(|_| inside).and_then(|element| {
        let written = document.get(element.inner.clone())?;
        Some(element.inner.start + offset(written, byte - piece.span.start)?)
    });
    let close = format!("</{}>", shape.name);
    let open = format!("{}{}", shape.tag(document), properties(document, &shape));
    if let (Some(at), Some(element)) = (place, &element) {
        let tag = element.tag(document);
        let spaces = (!tag.contains("xml:space")).then(|| element.inner.start - 1);
        let tag = match tag.strip_suffix('>').filter(|_| spaces.is_some()) {
            Some(tag) => format!("{tag}{SPACES}>"),
            None => tag.to_owned(),
        };
        let split = (
            format!("</{}>{close}", element.name),
            format!("{open}{tag}"),
        );
        return Some(Cut {
            at,
            split: Some(split),
            spaces,
        });
    }
    let (at, between) = if is_begin {
        let from = shape.inner.start + properties(document, &shape).len();
        (text.start, from..text.start)
    } else {
        (text.end, text.end..shape.inner.end)
    };
    let is_edge = document
        .get(between)
        .is_none_or(|words| words.trim().is_empty());
    if is_edge {
        return whole;
    }
    Some(Cut {
        at,
        split: Some((close, open)),
        spaces: None,
    })
}

/// The tags of an element.
struct Shape {
    /// Its name as it is written.
    name: String,
    start: usize,
    /// What stands between its tags.
    inner: Range<usize>,
}

impl Shape {
    /// None for an element without an end tag.
    fn of(document: &str, place: &Range<usize>) -> Option<Self> {
        let whole = document.get(place.clone())?;
        let mut quote = None;
        let end = whole.char_indices().find_map(|(at, c)| match (quote, c) {
            (None, '>') => Some(at),
            (None, '"' | '\'') => {
                quote = Some(c);
                None
            }
            (Some(open), c) if open == c => {
                quote = None;
                None
            }
            _ => None,
        })?;
        let is_name = |c: &char| !c.is_whitespace() && !matches!(c, '>' | '/');
        let close = whole.rfind("</")?;
        (close > end).then(|| Self {
            name: whole[1..].chars().take_while(is_name).collect(),
            start: place.start,
            inner: place.start + end + 1..place.start + close,
        })
    }

    /// Its start tag.
    fn tag<'d>(&self, document: &'d str) -> &'d str {
        document
            .get(self.start..self.inner.start)
            .unwrap_or_default()
    }
}

/// The properties that a run begins with, as they are written.
fn properties<'d>(document: &'d str, run: &Shape) -> &'d str {
    let inner = document.get(run.inner.clone()).unwrap_or_default();
    let prefix = run.name.strip_suffix('r').unwrap_or_default();
    let open = format!("<{prefix}rPr");
    if !inner.trim_start().starts_with(&open) {
        return "";
    }
    let close = format!("</{prefix}rPr>");
    let end = match (inner.find(&close), inner.find("/>")) {
        (Some(end), _) => end + close.len(),
        (None, Some(end)) => end + 2,
        (None, None) => return "",
    };
    inner.get(..end).unwrap_or_default()
}

/// The byte of the characters as they are written behind `visible` bytes of them as they are read; none where they
/// are written in another way than by characters and entities.
fn offset(written: &str, visible: usize) -> Option<usize> {
    let mut seen = String::new();
    let mut rest = written;
    while seen.len() < visible {
        let length = match rest.chars().next()? {
            '<' => return None,
            '&' => rest.find(';')? + 1,
            // The end of a line is one character.
            '\r' if rest.starts_with("\r\n") => 2,
            character => character.len_utf8(),
        };
        let (one, behind) = rest.split_at(length);
        match one {
            "\r\n" => push_visible(&mut seen, " "),
            one => push_visible(&mut seen, &unescape(one).ok()?),
        }
        rest = behind;
    }
    Some(written.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn characters_are_counted_as_they_are_read() {
        assert_eq!(offset("甲&amp;乙", 3), Some(3));
        assert_eq!(offset("甲&amp;乙", 4), Some(8));
        assert_eq!(offset("a\u{200B}\r\nb", 2), Some(6));
        assert_eq!(offset("<![CDATA[x]]>", 1), None);
    }
}
