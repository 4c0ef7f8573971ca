//! What of a line stands in the clean text: white space at its ends, invisible characters and inline
//! marks of Markdown and HTML do not.

use std::borrow::Cow;

use super::spacing::is_spacing;
use crate::model::Span;
use crate::source::{is_control, tag};
use crate::text::character::is_han;
use crate::text::wants_figure;

/// Tags that stand in the text as it is written: they never run, and a reader may want to see them.
pub(super) const SHOWN: &[&str] = &["script", "style", "iframe", "svg", "input", "form"];

/// Spaces that web pages write as entities.
const ENTITIES: &[&str] = &[
    "&nbsp;", "&emsp;", "&ensp;", "&#160;", "&#12288;", "&thinsp;", "&zwnj;",
];

/// `raw` without white space, invisible characters and inline marks at both ends.
pub(super) fn trim(source: &str, raw: Span, html: bool) -> Span {
    let mut span = raw;
    while let length @ 1.. = at_start(span.of(source), html) {
        span.start += length;
    }
    while let length @ 1.. = at_end(span.of(source), html) {
        span.end -= length;
    }
    span
}

/// The bytes of white space, or of what is left out, at the beginning of `text`.
fn at_start(text: &str, html: bool) -> usize {
    match text.chars().next() {
        Some(first) if first.is_whitespace() => first.len_utf8(),
        Some(first) => dropped(text, first, html),
        None => 0,
    }
}

/// The same at its end.
fn at_end(text: &str, html: bool) -> usize {
    let Some(last) = text.chars().next_back() else {
        return 0;
    };
    let length = match last {
        '*' if text.ends_with("**") => Some(2),
        ';' if html => {
            let mut entities = ENTITIES.iter().filter(|entity| text.ends_with(**entity));
            entities.next().map(|entity| entity.len())
        }
        '>' if html => text.rfind('<').and_then(|open| {
            let (name, length) = tag(&text[open..])?;
            (open + length == text.len() && !SHOWN.contains(&name)).then_some(length)
        }),
        _ => (last.is_whitespace() || is_control(last)).then(|| last.len_utf8()),
    };
    length.unwrap_or(0)
}

/// The bytes at the beginning of `text` that are left out of the clean text: an invisible
/// character, `**`, an inline tag, a space written as an entity.
fn dropped(text: &str, first: char, html: bool) -> usize {
    match first {
        '*' if text.starts_with("**") => 2,
        '!' | '[' | ']' => link(text),
        '<' if html => tag(text)
            .filter(|(name, _)| !SHOWN.contains(name))
            .map_or(0, |(_, length)| length),
        '&' if html => ENTITIES
            .iter()
            .find(|entity| text.starts_with(*entity))
            .map_or(0, |entity| entity.len()),
        _ if is_control(first) => first.len_utf8(),
        _ => 0,
    }
}

/// The bytes that a link or a picture of Markdown begins with and that no reader sees: `![](a.png)`, the first
/// mark of `[words](address)`, the rest behind its words.
fn link(text: &str) -> usize {
    /// The most bytes of a link's words, and of its address.
    const LONGEST: usize = 400;
    let end = |from: usize| {
        let address = text[from..].strip_prefix("](")?;
        let close = address
            .find([')', ' ', '\n'])
            .filter(|&at| address[at..].starts_with(')'))?;
        let is_address = address[..close].contains(['/', '.', '#']) && close < LONGEST;
        is_address.then_some(from + "](".len() + close + 1)
    };
    let words = || text.find(']').filter(|&at| at < LONGEST);
    match text.as_bytes() {
        [b']', ..] => end(0).unwrap_or(0),
        [b'[', ..] => usize::from(words().is_some_and(|at| end(at).is_some())),
        [b'!', b'[', ..] => words().and_then(end).unwrap_or(0),
        _ => 0,
    }
}

/// The stretches of `span` that stand in the clean text.
pub(super) fn kept(source: &str, span: Span, html: bool, into: &mut Vec<Span>) {
    let text = span.of(source);
    let mut start = span.start;
    let mut at = 0;
    let mut odd = None;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let space = space_at(bytes, at);
        if space > 0 && is_spacing(text, at, space) {
            if span.start + at > start {
                into.push(Span::new(start, span.start + at));
            }
            at += space;
            start = span.start + at;
            continue;
        }
        // What may be dropped begins with one of few bytes; the rest is passed over quickly.
        if matches!(bytes[at], 0xe3..=0xee) {
            at += 3;
            continue;
        }
        let suspect = match bytes[at] {
            // The full-width marks are none of it.
            0xef => bytes.get(at + 1) != Some(&0xbc),
            // Neither are quotation marks and dashes.
            0xe2 => !matches!(bytes[at..], [_, 0x80, 0x90..=0xa7, ..]),
            byte => matches!(
                byte,
                b'*' | b'<' | b'&' | b'!' | b'[' | b']' | 0..=0x1f | 0x7f | 0xc2
            ),
        };
        if !suspect {
            at += 1;
            continue;
        }
        let length = text
            .get(at..)
            .and_then(|rest| Some(dropped(rest, rest.chars().next()?, html)))
            .unwrap_or(0);
        if length == 0 {
            at += 1;
            continue;
        }
        if bytes[at] == b'*'
            && is_blank(text, at)
            && *odd.get_or_insert_with(|| has_odd_stars(source, span))
        {
            at += length;
            continue;
        }
        if span.start + at > start {
            into.push(Span::new(start, span.start + at));
        }
        at += length;
        start = span.start + at;
    }
    if span.end > start {
        into.push(Span::new(start, span.end));
    }
}

/// The bytes of the space that stands at `at`, of one or of two columns; 0 where none does.
fn space_at(bytes: &[u8], at: usize) -> usize {
    match bytes[at..] {
        [b' ', ..] => 1,
        [0xe3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

/// Whether the stars at `at` may stand for a figure that nobody has filled in: 投入**亿元.
fn is_blank(text: &str, at: usize) -> bool {
    text[..at].ends_with(|before| is_han(before) || before == '，')
        && wants_figure(text[at..].trim_start_matches('*'))
}

/// Whether one `**` of a line makes no pair with another, those at its ends included.
fn has_odd_stars(source: &str, line: Span) -> bool {
    let marks = ['*', ' ', '\u{3000}'];
    let (head, tail) = (&source[..line.start], &source[line.end..]);
    let before = &head[head.trim_end_matches(marks).len()..];
    let behind = &tail[..tail.len() - tail.trim_start_matches(marks).len()];
    let count = |text: &str| text.matches("**").count();
    (count(before) + count(line.of(source)) + count(behind)) % 2 == 1
}

/// The clean words of stretches of the source, joined without anything between them.
pub(super) fn words<'a>(source: &'a str, kept: &[Span]) -> Cow<'a, str> {
    match kept {
        [] => Cow::Borrowed(""),
        [one] => Cow::Borrowed(one.of(source)),
        many => Cow::Owned(many.iter().map(|span| span.of(source)).collect()),
    }
}
