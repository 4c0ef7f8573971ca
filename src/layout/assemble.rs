//! An article's paragraphs put together: clean text, blocks, source map, metadata.

use std::borrow::Cow;

use super::articles::Article;
use super::attached;
use super::bodies::is_body_name;
use super::classify::{Data, Look};
use super::date;
use super::dispatch;
use super::document::Layout;
use super::keep::Kept;
use super::kind::{Signs, kind};
use super::metadata::{Collector, Issued};
use super::paragraph::Paragraph;
use crate::lexicon::closing_headings;
use crate::lexicon::page_labels::States;
use crate::model::{Block, BlockKind, NoiseKind, SetAside, Span};
use crate::text::character::is_han;

/// The most rows of document data below a text.
const MOST_CLOSING: usize = 8;

/// What all articles of a source share.
pub(super) struct Shared<'a> {
    /// The source.
    pub source: &'a str,
    /// Whether headings have Markdown marks.
    pub marks: bool,
    /// The page's date.
    pub printed: Option<String>,
    /// What is never set aside.
    pub keep: &'a Kept,
}

/// Puts one article together; `aside` is what was taken out between its words.
pub(super) fn assemble(
    shared: &Shared,
    paragraphs: &[Paragraph],
    looks: &[Look],
    article: &Article,
    aside: Vec<(NoiseKind, Span)>,
) -> Layout {
    let own = &paragraphs[article.start..article.end];
    let mut layout = Builder::with_room(own);
    let mut collector = Collector::default();
    let mut title_lines: Vec<Span> = Vec::new();
    let mut extra = Vec::new();
    let mut text_begun = false;
    let mut references = false;
    for at in article.start..article.end {
        let mut spans = Cow::Borrowed(&*paragraphs[at].spans);
        if let Look::Collected(length) = looks[at]
            && !shared.keep.touches(front(&spans, length))
        {
            extra.extend(
                take_front(spans.to_mut(), length)
                    .into_iter()
                    .map(|span| (NoiseKind::Marker, span)),
            );
            if spans.is_empty() {
                continue;
            }
        }
        let in_head = article
            .head
            .iter()
            .any(|range| range.0 <= at && at < range.1);
        let signs = article
            .signature
            .is_some_and(|lines| lines.0 <= at && at < lines.1);
        let is_title = article.title.contains(&at);
        let place = Place {
            in_head,
            signs,
            is_title,
            closes: closes(looks, at, article.end),
        };
        references = match &*paragraphs[at].text {
            text if is_references(text) => true,
            text => references && text.starts_with(['[', '［', '〔', '【']),
        };
        let block = if references {
            BlockKind::Metadata
        } else {
            block_kind(shared, paragraphs, looks, at, place)
        };
        let span = layout.push(shared.source, &spans, block);
        let begins_text = block == BlockKind::Paragraph && !text_begun;
        text_begun |= begins_text;
        let text = span.of(&layout.text);
        let offset = span.start;
        if begins_text && let Some(names) = dispatch::reporters(text) {
            collector.names(names.of(text), offset + names.start);
        }
        if is_title {
            title_lines.push(span);
            collector.title(text, offset);
            // Two bodies that issue together stand on a line of their own.
            if article.title.len() > 1 && is_body_name(text) {
                collector.issuers(text, offset, Issued::Above);
            }
            continue;
        }
        match &looks[at] {
            Look::Names(byline) if in_head || signs => collector.people(byline.clone(), offset),
            Look::Post if in_head || signs => collector.post(text),
            Look::Date if signs && is_alone(text) => {
                collector.date(text, offset, 1);
                if let Some(head) = text
                    .split(char::is_whitespace)
                    .next()
                    .filter(|head| is_body_name(head))
                {
                    collector.issuers(head, offset, Issued::Below);
                }
            }
            Look::Date if in_head => {
                // The day of the speech counts more than the day on which a page was put up.
                let rank = match is_alone(text) {
                    _ if date::is_posted(text) => 2,
                    true => 3,
                    false => 4,
                };
                collector.date(text, offset, rank);
            }
            Look::Label(Data::Affiliation) if in_head => collector.affiliation(text),
            Look::Trailer => collector.trailer(text),
            Look::Label(Data::Published) => collector.published(text, offset),
            Look::Label(Data::Value) if in_head && !text_begun => collector.below(text, offset),
            Look::Label(_) if in_head && !text_begun => collector.row(text, offset),
            Look::Number if in_head => collector.number(text, offset),
            Look::Addressees if in_head || !text_begun => collector.addressee(text, offset),
            Look::Short if (signs || in_head) && is_body_name(text) => {
                let place = if signs { Issued::Below } else { Issued::Above };
                collector.issuers(text, offset, place);
            }
            _ => {}
        }
    }
    let title = (!title_lines.is_empty()).then(|| {
        let lines: Vec<Cow<str>> = title_lines
            .iter()
            .map(|span| narrow(span.of(&layout.text)))
            .collect();
        lines.join(" ")
    });
    let metadata = collector.finish(shared.printed.as_deref());
    let words: Vec<(BlockKind, &str)> = layout
        .blocks
        .iter()
        .map(|block| (block.kind, block.span.of(&layout.text)))
        .collect();
    let kind = kind(&Signs {
        title: title.as_deref(),
        text: &layout.text,
        blocks: &words,
        metadata: &metadata,
    });
    let mut set_aside: Vec<SetAside> = aside
        .into_iter()
        .chain(extra)
        .map(|(kind, source_span)| SetAside {
            kind,
            text: source_span.of(shared.source).to_owned(),
            source_span,
        })
        .collect();
    set_aside.sort_by_key(|aside| aside.source_span);
    Layout {
        title,
        kind,
        metadata,
        text: layout.text,
        source_map: layout.source_map,
        blocks: layout.blocks,
        set_aside,
    }
}

/// The words above a journal's list of sources.
fn is_references(text: &str) -> bool {
    let bare = text.trim_matches(['【', '】', '[', ']', '：', ':', ' ', '\u{3000}']);
    let heading = closing_headings::TABLE.get(bare);
    heading.is_some_and(|row| row.sources)
}

/// A title without the spaces that set it wide: 政 府 工 作 报 告
fn narrow(title: &str) -> Cow<'_, str> {
    let mut words = title.split_whitespace();
    let wide = words.clone().count() > 2
        && words.all(|word| word.chars().nth(1).is_none() && !word.is_ascii());
    if wide {
        Cow::Owned(title.split_whitespace().collect())
    } else {
        Cow::Borrowed(title)
    }
}

/// Whether a date's line names no occasion.
fn is_alone(text: &str) -> bool {
    !text.contains(['在', '会'])
}

/// Where in its article a paragraph stands.
#[derive(Clone, Copy)]
struct Place {
    in_head: bool,
    signs: bool,
    is_title: bool,
    /// Whether nothing but document data follows.
    closes: bool,
}

fn block_kind(
    shared: &Shared,
    paragraphs: &[Paragraph],
    looks: &[Look],
    at: usize,
    place: Place,
) -> BlockKind {
    if place.is_title {
        return BlockKind::Title;
    }
    match &looks[at] {
        Look::Salutation => BlockKind::Salutation,
        Look::Addressees if place.in_head => BlockKind::Salutation,
        Look::Date | Look::Names(_) | Look::Short if place.signs => BlockKind::Signature,
        Look::Names(_) | Look::Post if place.in_head => BlockKind::Byline,
        Look::Label(Data::Contents) | Look::Trailer => BlockKind::Metadata,
        Look::Label(Data::Stated(States::Author)) if place.in_head => BlockKind::Byline,
        Look::Attachment if place.in_head => BlockKind::Metadata,
        Look::Date | Look::Label(_) | Look::Number if place.in_head => BlockKind::Metadata,
        Look::Label(_) if place.closes => BlockKind::Metadata,
        Look::Short if place.in_head && is_body_name(&paragraphs[at].text) => BlockKind::Byline,
        Look::Short | Look::Collected(_) | Look::Body if place.in_head => BlockKind::Title,
        Look::Heading(_) => BlockKind::Heading,
        Look::Short | Look::Names(_) | Look::Post
            if is_plain_heading(shared, paragraphs, looks, at) =>
        {
            BlockKind::Heading
        }
        Look::Date if at + 1 == looks.len() => BlockKind::Signature,
        _ => BlockKind::Paragraph,
    }
}

/// Whether nothing but document data stands from `at` to the end of the article.
fn closes(looks: &[Look], at: usize, end: usize) -> bool {
    end - at <= MOST_CLOSING
        && looks[at..end]
            .iter()
            .all(|look| matches!(look, Look::Label(_) | Look::Trailer))
}

/// Whether a short line without a number heads the text after it.
fn is_plain_heading(shared: &Shared, paragraphs: &[Paragraph], looks: &[Look], at: usize) -> bool {
    let paragraph = &paragraphs[at];
    if paragraph.mark > 0 {
        return true;
    }
    let text = &*paragraph.text;
    let length = text.chars().take(50).count();
    let sure_name = matches!(&looks[at], Look::Names(byline) if byline.sure);
    if shared.marks
        || sure_name
        || !(3..48).contains(&length)
        || attached::headed(text).is_some()
        || text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
        || text
            .strip_prefix('注')
            .is_some_and(|rest| rest.starts_with('：'))
    {
        return false;
    }
    // Letters and figures alone head nothing; and a cell of a table has neighbours of its kind.
    let han = text.chars().filter(|&c| is_han(c)).count();
    let short = |at: Option<&Look>| matches!(at, Some(Look::Short | Look::Names(_) | Look::Post));
    let before = at.checked_sub(1);
    if before.is_some_and(|before| looks[before] == Look::Salutation) {
        return false;
    }
    let around = usize::from(short(before.and_then(|at| looks.get(at))))
        + usize::from(short(looks.get(at + 1)));
    let text_after = match looks.get(at + 1) {
        Some(Look::Body | Look::Numbered(_) | Look::Heading(_)) => true,
        // A speaker turns to the hall below a heading too: 结束语, 各位代表！
        Some(Look::Short | Look::Salutation) => matches!(
            looks.get(at + 2),
            Some(Look::Body | Look::Numbered(_) | Look::Heading(_))
        ),
        _ => false,
    };
    han * 2 >= length && around < 2 && text_after
}

/// Where the first `length` bytes of words of `spans` begin; they may go on in the next one.
fn front(spans: &[Span], length: usize) -> Span {
    spans.first().map_or(Span::new(0, 0), |first| {
        Span::new(first.start, first.end.min(first.start + length))
    })
}

/// Takes `length` bytes of words off the front of `spans`.
fn take_front(spans: &mut Vec<Span>, length: usize) -> Vec<Span> {
    let mut taken = Vec::new();
    let mut left = length;
    while left > 0 && !spans.is_empty() {
        let span = spans[0];
        if span.len() <= left {
            left -= span.len();
            taken.push(spans.remove(0));
        } else {
            taken.push(Span::new(span.start, span.start + left));
            spans[0].start += left;
            left = 0;
        }
    }
    taken
}

/// A text that grows block by block, with its source map.
struct Builder {
    text: String,
    source_map: Vec<(usize, usize, usize)>,
    blocks: Vec<Block>,
}

impl Builder {
    /// One that has room for the words of `paragraphs` and the line ends between them.
    fn with_room(paragraphs: &[Paragraph]) -> Self {
        let bytes = paragraphs.iter().map(|own| own.text.len() + 1).sum();
        Self {
            text: String::with_capacity(bytes),
            source_map: Vec::with_capacity(paragraphs.len()),
            blocks: Vec::with_capacity(paragraphs.len()),
        }
    }

    fn push(&mut self, source: &str, spans: &[Span], kind: BlockKind) -> Span {
        if !self.blocks.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        for span in spans {
            self.source_map
                .push((self.text.len(), span.start, span.len()));
            self.text.push_str(span.of(source));
        }
        let span = Span::new(start, self.text.len());
        self.blocks.push(Block { kind, span });
        span
    }
}
