//! The lines of a source, trimmed: indent, blank lines and marks of Markdown and HTML noted.

use super::clean::{Cleaning, SHOWN};
use super::issued::Issued;
use super::keep::Kept;
use super::{noted, one_line, run_labels, run_on};
use crate::model::{NoiseKind, Span};
use crate::source::{is_control, tag};

/// A line that has words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Its words in the source, white space and marks at both ends left out.
    pub span: Span,
    /// Whether it begins with an indent.
    pub indent: bool,
    /// Whether a blank line, or the end of an HTML block, stands before it.
    pub gap: bool,
    /// The level of its Markdown heading mark (`#`), or of the heading that its file makes it; 0 for none.
    pub mark: u8,
    /// Whether the file that the source came in begins a paragraph here.
    pub begins: bool,
    /// Whether furniture stands before it that ends an article: editors, links to others.
    pub ended: bool,
    /// Whether a page's foot or head stands between the sentence that the line before leaves open
    /// and this one.
    pub resumes: bool,
    /// Whether a picture's credit stood at its end.
    pub caption: bool,
    /// Whether it begins with the number of a row, and those of other rows count on from it.
    pub row: bool,
    /// Its width in half characters, the marks at its end left out: a Chinese character counts 2,
    /// others 1; at most 255.
    pub width: u16,
    /// Its characters, counted likewise; at most 255.
    pub length: u16,
}

/// A source cut into lines.
pub(super) struct Lines {
    /// The lines that have words.
    pub lines: Vec<Line>,
    /// Marks of Markdown and HTML.
    pub marks: Vec<(NoiseKind, Span)>,
    /// Whether tags are markup here.
    pub html: bool,
}

/// Cuts `source` into lines; marks that are kept are words.
pub(super) fn lines(source: &str, keep: &Kept) -> Lines {
    let html = holds_html(source);
    let mut cut = Lines {
        lines: Vec::new(),
        marks: Vec::new(),
        html,
    };
    let mut state = State {
        cleaning: Cleaning { source, html, keep },
        gap: true,
        indent: false,
        issued: Issued::default(),
    };
    let bytes = source.as_bytes();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        // Characters of three bytes, most of a text, are passed over at once.
        if matches!(bytes[at], 0xe3..=0xef) {
            at += 3;
            continue;
        }
        let (length, hard) = match bytes[at] {
            b'\n' | b'\r' | 0x0b | 0x0c => (1, false),
            // NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR
            0xc2 if bytes.get(at + 1) == Some(&0x85) => (2, false),
            0xe2 if bytes.get(at + 1) == Some(&0x80)
                && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) =>
            {
                (3, false)
            }
            b'<' if html => match state.cleaning.block_tag(at) {
                Some((length, name)) => {
                    cut.marks
                        .push((NoiseKind::Markup, Span::new(at, at + length)));
                    (length, name != "br")
                }
                None => (0, false),
            },
            _ => (0, false),
        };
        if length == 0 {
            at += 1;
            continue;
        }
        push(Span::new(start, at), &mut cut, &mut state);
        // \r\n is one line end.
        let length = if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
            2
        } else {
            length
        };
        state.gap |= hard;
        at += length;
        start = at;
    }
    push(Span::new(start, source.len()), &mut cut, &mut state);
    cut
}

/// How lines are cleaned, and what those since the last one with words have told.
struct State<'a> {
    cleaning: Cleaning<'a>,
    gap: bool,
    indent: bool,
    issued: Issued,
}

/// Takes a line in, or several that stand on one.
fn push(raw: Span, cut: &mut Lines, state: &mut State) {
    let mut start = raw.start;
    let line = raw.of(state.cleaning.source);
    let mut breaks = [
        run_on::breaks(line),
        noted::breaks(line),
        one_line::breaks(line),
        run_labels::breaks(line),
        state.issued.breaks(line),
    ]
    .concat();
    state.issued.take(line);
    breaks.sort_unstable();
    breaks.dedup();
    for at in breaks {
        push_one(Span::new(start, raw.start + at), cut, state);
        start = raw.start + at;
    }
    push_one(Span::new(start, raw.end), cut, state);
}

/// The lines that stand on one, by where new ones begin.
#[cfg(test)]
pub(super) fn pieces<'l>(line: &'l str, breaks: &[usize]) -> Vec<&'l str> {
    let starts = std::iter::once(0).chain(breaks.iter().copied());
    let ends = breaks.iter().copied().chain([line.len()]);
    (starts.zip(ends))
        .map(|(start, end)| line[start..end].trim())
        .collect()
}

fn push_one(raw: Span, cut: &mut Lines, state: &mut State) {
    let source = state.cleaning.source;
    let trimmed = state.cleaning.trim(raw);
    let indent = is_indent(&source[raw.start..trimmed.start]);
    if trimmed.is_empty() {
        // Nothing but invisible characters is no blank line: pages put them between links.
        if raw.of(source).contains(is_control) {
            return;
        }
        // An indent alone on its line belongs to the words that follow.
        state.indent = indent;
        state.gap = true;
        return;
    }
    let mut line = Line {
        span: trimmed,
        indent: indent || state.indent,
        gap: state.gap,
        mark: 0,
        begins: false,
        ended: false,
        resumes: false,
        caption: false,
        row: false,
        width: 0,
        length: 0,
    };
    state.gap = false;
    state.indent = false;
    take_marks(state.cleaning, &mut line, cut);
    (line.width, line.length) = size(line.span.of(source));
    if !line.span.is_empty() {
        cut.lines.push(line);
    }
}

/// Whether white space before a line's words is an indent: a full-width space or two plain ones.
fn is_indent(space: &str) -> bool {
    let entities = ["&emsp;", "&#12288;", "&nbsp;&nbsp;", "&ensp;&ensp;"];
    space.contains(['\u{3000}', '\t', '\u{2003}'])
        || space.matches([' ', '\u{a0}']).count() >= 2
        || space.contains('&') && entities.iter().any(|entity| space.contains(entity))
}

/// Takes the marks of a heading, a list or a quotation off the beginning of a line.
fn take_marks(cleaning: Cleaning, line: &mut Line, cut: &mut Lines) {
    let source = cleaning.source;
    let text = line.span.of(source);
    // · 理论研究 · is a column's name, not an item.
    if text.ends_with(['·', '•', '●', '■', '◆', '★']) {
        return;
    }
    let hashes = text.bytes().take_while(|&byte| byte == b'#').count();
    let bullet = [
        "- ", "* ", "> ", "+ ", "■", "□", "●", "○ ", "◆", "◇", "▲", "△", "★", "☆", "◎", "※", "•",
        "·", "►", "▶", "➤",
    ];
    let graphic = |c: char| c.is_ascii_graphic();
    let heads = (1..=6).contains(&hashes) && !text[hashes..].starts_with(graphic);
    let marks = bullet.iter().find(|mark| text.starts_with(**mark));
    let length = match marks {
        _ if heads => hashes,
        Some(mark) => mark.len(),
        None => return,
    };
    let mark = Span::new(line.span.start, line.span.start + length);
    if cleaning.keep.touches(mark) {
        return;
    }
    line.mark = if heads { hashes as u8 } else { 0 };
    cut.marks.push((NoiseKind::Markup, mark));
    line.span = cleaning.trim(Span::new(mark.end, line.span.end));
    if line.mark > 0 {
        let text = line.span.of(source);
        let closing = text.len() - text.trim_end_matches('#').len();
        line.span.end -= closing;
        line.span = cleaning.trim(line.span);
    }
}

/// Whether the text is, or was copied with the tags of, a web page.
fn holds_html(source: &str) -> bool {
    source
        .match_indices('<')
        .any(|(at, _)| tag(&source[at..]).is_some_and(|(name, _)| !SHOWN.contains(&name)))
}

/// Marks that may hang over the edge of a column.
pub(super) const HUNG: [char; 16] = [
    '，', '。', '；', ';', '：', '、', '！', '!', '？', '?', '”', '）', '》', '%', ',', '.',
];

/// The width in half characters and the count of characters, both at most 255, without the marks
/// at the end: typesetters hang them over the edge of a column.
fn size(text: &str) -> (u16, u16) {
    // As many bytes, four of them a character at most, are as many characters.
    if text.len() > 1100 {
        return (255, 255);
    }
    let (mut width, mut length) = (0_u16, 0_u16);
    let text = text.trim_end_matches(HUNG);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&lead) = bytes.get(at)
        && length < 255
    {
        width += if lead.is_ascii() { 1 } else { 2 };
        length += 1;
        at += match lead {
            0..=0x7f => 1,
            0x80..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xff => 4,
        };
    }
    (width.min(255), length)
}
