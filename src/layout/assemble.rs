//! An article's paragraphs put together: clean text, blocks, source map, metadata.

use std::borrow::Cow;

use super::article::Article;
use super::attached;
use super::class::{Class, Data};
use super::dispatch;
use super::document::Layout;
use super::keep::Kept;
use super::kind::{Signs, kind};
use super::labels;
use super::metadata::{Collector, Place};
use super::paragraph::{Paragraph, class_at};
use super::posts;
use super::shape;
use super::tables::Tables;
use crate::lexicon::closing_headings::TABLE;
use crate::lexicon::page_labels::States;
use crate::model::{Block, BlockKind, NoiseKind, SetAside, Span};
use crate::numbering::is_caption;
use crate::text::character::is_han;
use crate::text::is_longer;

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
    article: &Article,
    mut aside: Vec<(NoiseKind, Span)>,
) -> Layout {
    let mut builder = Builder::with_room(&paragraphs[article.start..article.end]);
    let mut title_lines: Vec<Span> = Vec::new();
    let mut text_begun = false;
    let mut references = false;
    for at in article.start..article.end {
        let line = &paragraphs[at];
        let mut spans = Cow::Borrowed(&*line.spans);
        if let Class::Collected(length) = line.class {
            let (taken, rest) = divided(&spans, length);
            if !shared.keep.touches_any(&taken) {
                aside.extend(taken.into_iter().map(|span| (NoiseKind::Marker, span)));
                spans = Cow::Owned(rest);
            }
            if spans.is_empty() {
                continue;
            }
        }
        let signature = article.signature.as_ref();
        let mut place = Place {
            in_head: article.heads(at),
            signs: signature.is_some_and(|lines| lines.contains(&at)),
            is_title: article.title.contains(&at),
            closes: closes(&paragraphs[at..article.end]),
            text_begun,
        };
        references = is_references(&line.text)
            || references && line.text.starts_with(['[', '［', '〔', '【']);
        let kind = if references {
            BlockKind::Metadata
        } else {
            block_kind(shared, paragraphs, at, place)
        };
        let span = builder.push(shared.source, &spans, kind);
        let text = span.of(&builder.text);
        if let Class::Cell(cell) = line.class {
            builder.tables.take(cell, &builder.text, span);
        }
        let collector = &mut builder.collector;
        let is_first = kind == BlockKind::Paragraph && !text_begun;
        text_begun |= is_first;
        let named = is_first.then(|| dispatch::reporters(text)).flatten();
        if let Some(names) = named.or_else(|| dispatch::signed(text)) {
            collector.names(names.of(text), span.start + names.start);
        }
        place.text_begun = text_begun;
        if place.is_title {
            title_lines.push(span);
            collector.title(text, span.start, article.title.len() > 1);
        } else {
            collector.take(&line.class, text, span.start, place);
        }
    }
    builder.finish(shared, &title_lines, aside)
}

/// The words above a journal's list of sources.
fn is_references(text: &str) -> bool {
    let bare = text.trim_matches(['【', '】', '[', ']', '：', ':', ' ', '\u{3000}']);
    TABLE.get(bare).is_some_and(|row| row.sources)
}

fn block_kind(shared: &Shared, paragraphs: &[Paragraph], at: usize, place: Place) -> BlockKind {
    if place.is_title {
        return BlockKind::Title;
    }
    match &paragraphs[at].class {
        Class::Salutation => BlockKind::Salutation,
        Class::Addressees if place.in_head => BlockKind::Salutation,
        Class::Date | Class::Names(_) | Class::Short if place.signs => BlockKind::Signature,
        Class::Names(_) | Class::Post if place.in_head => BlockKind::Byline,
        Class::Label(Data::Contents) | Class::Trailer => BlockKind::Metadata,
        Class::Label(Data::Stated(States::Author)) if place.in_head => BlockKind::Byline,
        Class::Attachment if place.in_head => BlockKind::Metadata,
        Class::Date | Class::Label(_) | Class::Number if place.in_head => BlockKind::Metadata,
        Class::Label(_) if place.closes => BlockKind::Metadata,
        Class::Names(byline) if place.closes && byline.labelled => BlockKind::Byline,
        Class::Short if place.in_head && posts::is_body_name(&paragraphs[at].text) => {
            BlockKind::Byline
        }
        Class::Short | Class::Collected(_) | Class::Body if place.in_head => BlockKind::Title,
        Class::Heading(_) => BlockKind::Heading,
        Class::Short | Class::Names(_) | Class::Post
            if is_plain_heading(shared, paragraphs, at) =>
        {
            BlockKind::Heading
        }
        Class::Date if at + 1 == paragraphs.len() => BlockKind::Signature,
        _ => BlockKind::Paragraph,
    }
}

/// Whether the last lines of an article are nothing but document data.
fn closes(lines: &[Paragraph]) -> bool {
    let is_data = |line: &Paragraph| match &line.class {
        Class::Names(byline) => byline.labelled,
        class => matches!(class, Class::Label(_) | Class::Trailer),
    };
    lines.len() <= MOST_CLOSING && lines.iter().all(is_data)
}

/// Whether a short line without a number heads the text after it.
fn is_plain_heading(shared: &Shared, paragraphs: &[Paragraph], at: usize) -> bool {
    let paragraph = &paragraphs[at];
    if paragraph.mark > 0 {
        return true;
    }
    let text = &*paragraph.text;
    let length = text.chars().take(50).count();
    let sure_name = matches!(&paragraphs[at].class, Class::Names(byline) if byline.sure);
    if shared.marks
        || sure_name
        || !((3..48).contains(&length) || length == 2 && is_repeated(paragraphs, at))
        || attached::headed(text).is_some()
        || is_caption(text)
        || text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
        || text
            .strip_prefix('注')
            .is_some_and(|rest| rest.starts_with('：'))
    {
        return false;
    }
    // Letters and figures alone head nothing; and a cell of a table has neighbours of its kind.
    let han = text.chars().filter(|&c| is_han(c)).count();
    let short =
        |class: Option<&Class>| matches!(class, Some(Class::Short | Class::Names(_) | Class::Post));
    let runs = |class: Option<&Class>| {
        matches!(
            class,
            Some(Class::Body | Class::Numbered(_) | Class::Heading(_))
        )
    };
    let above = at.checked_sub(1).map(|above| &paragraphs[above]);
    // 联系人： has its value below.
    if above.is_some_and(|above| labels::lone_label(&above.text).is_some()) {
        return false;
    }
    let before = above.map(|above| &above.class);
    let [next, second] = [1, 2].map(|step| class_at(paragraphs, at + step));
    // A speaker turns to the hall below a heading too: 结束语, 各位代表！
    let turns = matches!(next, Some(Class::Short | Class::Salutation));
    let text_after = runs(next) || turns && runs(second);
    before != Some(&Class::Salutation)
        && han * 2 >= length
        && !(short(before) && short(next))
        && text_after
}

/// Whether as short a line stands two lines above or below as well, with text between.
fn is_repeated(paragraphs: &[Paragraph], at: usize) -> bool {
    let is_like = |at: Option<usize>| {
        let line = at.and_then(|at| paragraphs.get(at));
        line.is_some_and(|line| line.class != Class::Body && !is_longer(&line.text, 2))
    };
    is_like(at.checked_sub(2)) || is_like(Some(at + 2))
}

/// The first `length` bytes of words of `spans`, and the rest of them.
fn divided(spans: &[Span], length: usize) -> (Vec<Span>, Vec<Span>) {
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    let mut left = length;
    for span in spans {
        let place = span.end.min(span.start + left);
        left -= place - span.start;
        first.push(Span::new(span.start, place));
        rest.push(Span::new(place, span.end));
    }
    for part in [&mut first, &mut rest] {
        part.retain(|span| !span.is_empty());
    }
    (first, rest)
}

/// A text that grows block by block, with its source map and what it states of itself.
struct Builder {
    text: String,
    source_map: Vec<(usize, usize, usize)>,
    blocks: Vec<Block>,
    collector: Collector,
    tables: Tables,
}

impl Builder {
    /// One that has room for the words of `paragraphs` and the line ends between them.
    fn with_room(paragraphs: &[Paragraph]) -> Self {
        let bytes = paragraphs.iter().map(|own| own.text.len() + 1).sum();
        Self {
            text: String::with_capacity(bytes),
            source_map: Vec::with_capacity(paragraphs.len()),
            blocks: Vec::with_capacity(paragraphs.len()),
            collector: Collector::default(),
            tables: Tables::default(),
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

    /// The article, its title on these lines; `aside` was taken out of it.
    fn finish(
        self,
        shared: &Shared,
        title_lines: &[Span],
        mut aside: Vec<(NoiseKind, Span)>,
    ) -> Layout {
        let lines: Vec<Cow<str>> = title_lines
            .iter()
            .map(|span| shape::narrow(span.of(&self.text)))
            .collect();
        let title = (!lines.is_empty()).then(|| shape::without_sign(&lines.join(" ")).to_owned());
        let title = self.collector.other_title(title.as_deref()).or(title);
        let metadata = self.collector.finish(shared.printed.as_deref());
        let kind = kind(&Signs {
            title: title.as_deref(),
            text: &self.text,
            blocks: &self.blocks,
            metadata: &metadata,
        });
        aside.sort_by_key(|(_, span)| *span);
        let set_aside = aside.into_iter().map(|(kind, source_span)| SetAside {
            kind,
            text: source_span.of(shared.source).to_owned(),
            source_span,
        });
        Layout {
            title,
            kind,
            metadata,
            cells: self.tables.cells,
            figures: self.tables.figures.cells,
            set_aside: set_aside.collect(),
            text: self.text,
            source_map: self.source_map,
            blocks: self.blocks,
        }
    }
}
