//! What of a line stands in the clean text: white space at its ends, invisible characters and inline
//! marks of Markdown and HTML do not.

use std::borrow::Cow;

use super::keep::Kept;
use super::spacing::is_spacing;
use crate::model::Span;
use crate::source::{is_control, tag};
use crate::text::character::is_han;
use crate::text::wants_figure;

/// Tags that stand in the text as it is written: they never run, and a reader may want to see them.
pub(super) const SHOWN: &[&str] = &["script", "style", "iframe", "svg", "input", "form"];

/// Tags after which a new line begins.
const BLOCKS: &str = "p br div h1 h2 h3 h4 h5 h6 li tr td th ul ol table hr section article center \
                      blockquote title tbody thead body head html meta link !--";

/// Spaces that web pages write as entities.
const ENTITIES: &[&str] = &[
    "&nbsp;", "&emsp;", "&ensp;", "&#160;", "&#12288;", "&thinsp;", "&zwnj;",
];

/// What is known of a source where its text is cleaned.
#[derive(Clone, Copy)]
pub(super) struct Cleaning<'a> {
    /// The source.
    pub source: &'a str,
    /// Whether tags are markup in it.
    pub html: bool,
    /// What is never left out.
    pub keep: &'a Kept,
}

impl Cleaning<'_> {
    /// The bytes of the tag at `at` after which a new line begins, and its name.
    pub(super) fn block_tag(&self, at: usize) -> Option<(usize, &'static str)> {
        self.tag(at).filter(|(_, name)| is_block(name))
    }

    /// The tag at `at` that is left out.
    fn tag(&self, at: usize) -> Option<(usize, &'static str)> {
        let (name, length) = tag(self.html.then(|| &self.source[at..])?)?;
        let is_kept = || is_block(name) && self.keep.touches(Span::new(at, at + length));
        (!SHOWN.contains(&name) && !is_kept()).then_some((length, name))
    }

    /// `raw` without white space, invisible characters and inline marks at both ends.
    pub(super) fn trim(&self, raw: Span) -> Span {
        let mut span = raw;
        while let length @ 1.. = self.at_start(span) {
            span.start += length;
        }
        while let length @ 1.. = self.at_end(span) {
            span.end -= length;
        }
        span
    }

    /// The bytes of white space, or of what is left out, at the beginning of `span`.
    fn at_start(&self, span: Span) -> usize {
        match span.of(self.source).chars().next() {
            Some(first) if first.is_whitespace() => first.len_utf8(),
            Some(first) => self.dropped(span, first),
            None => 0,
        }
    }

    /// The same at its end.
    fn at_end(&self, span: Span) -> usize {
        let text = span.of(self.source);
        let Some(last) = text.chars().next_back() else {
            return 0;
        };
        let length = match last {
            '*' if text.ends_with("**") => Some(2),
            ';' if self.html => {
                let mut entities = ENTITIES.iter().filter(|entity| text.ends_with(**entity));
                entities.next().map(|entity| entity.len())
            }
            '>' if self.html => text.rfind('<').and_then(|open| {
                let (length, _) = self.tag(span.start + open)?;
                (open + length == text.len()).then_some(length)
            }),
            _ => (last.is_whitespace() || is_control(last)).then(|| last.len_utf8()),
        };
        length.unwrap_or(0)
    }

    /// The bytes at the beginning of `span` that are left out of the clean text: an invisible
    /// character, `**`, a tag, a space written as an entity.
    fn dropped(&self, span: Span, first: char) -> usize {
        let text = span.of(self.source);
        match first {
            '*' if text.starts_with("**") => 2,
            '!' | '[' | ']' => link(text),
            '<' => (self.tag(span.start))
                .filter(|&(length, _)| length <= text.len())
                .map_or(0, |(length, _)| length),
            '&' if self.html => ENTITIES
                .iter()
                .find(|entity| text.starts_with(*entity))
                .map_or(0, |entity| entity.len()),
            _ if is_control(first) => first.len_utf8(),
            _ => 0,
        }
    }

    /// The stretches of `span` that stand in the clean text.
    pub(super) fn stretches(&self, span: Span, into: &mut Vec<Span>) {
        let text = span.of(self.source);
        let mut start = span.start;
        let mut at = 0;
        let mut odd = None;
        let bytes = text.as_bytes();
        while at < bytes.len() {
            let space = space_at(bytes, at);
            let length = if space > 0 && is_spacing(text, at, space) {
                space
            } else if may_drop(&bytes[at..]) {
                let rest = Span::new(span.start + at, span.end);
                let first = text.get(at..).and_then(|rest| rest.chars().next());
                first.map_or(0, |first| self.dropped(rest, first))
            } else {
                // Most of a text are characters of three bytes.
                at += if matches!(bytes[at], 0xe3..=0xee) {
                    3
                } else {
                    1
                };
                continue;
            };
            let stays = length == 0
                || bytes[at] == b'*'
                    && is_blank(text, at)
                    && *odd.get_or_insert_with(|| has_odd_stars(self.source, span));
            if stays {
                at += length.max(1);
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
}

fn is_block(name: &str) -> bool {
    BLOCKS.split(' ').any(|block| block == name)
}

/// Whether what may be left out can begin with these bytes: few do, and the rest is passed over quickly.
fn may_drop(bytes: &[u8]) -> bool {
    match bytes[0] {
        // The full-width marks are none of it.
        0xef => bytes.get(1) != Some(&0xbc),
        // Neither are quotation marks and dashes.
        0xe2 => !matches!(bytes, [_, 0x80, 0x90..=0xa7, ..]),
        byte => matches!(
            byte,
            b'*' | b'<' | b'&' | b'!' | b'[' | b']' | 0..=0x1f | 0x7f | 0xc2
        ),
    }
}

/// The bytes that a link or a picture of Markdown begins with and that no reader sees: `![](a.png)`, the first
/// mark of `[words](address)`, the rest behind its words.
fn link(text: &str) -> usize {
    /// The most bytes of a link's words, and of its address: no more is looked at from any bracket.
    const LONGEST: usize = 400;
    let find = |from: usize, stops: &[u8]| {
        let mut near = text.as_bytes()[from..].iter().take(LONGEST);
        near.position(|byte| stops.contains(byte))
            .map(|at| from + at)
    };
    let end = |from: usize| {
        let start = from + "](".len();
        let close = text[from..]
            .starts_with("](")
            .then(|| find(start, b") \n"))??;
        let is_link =
            text[close..].starts_with(')') && text[start..close].contains(['/', '.', '#']);
        is_link.then_some(close + 1)
    };
    let words = || find(0, b"]");
    match text.as_bytes() {
        [b']', ..] => end(0).unwrap_or(0),
        [b'[', ..] => usize::from(words().is_some_and(|at| end(at).is_some())),
        [b'!', b'[', ..] => words().and_then(end).unwrap_or(0),
        _ => 0,
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
