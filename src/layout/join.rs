//! Lines to paragraphs: what a column, a page or a link broke is joined; two paragraphs never are.

use super::address;
use super::byline;
use super::class::Class;
use super::classify;
use super::clean::{kept, words};
use super::date;
use super::dispatch;
use super::division::Division;
use super::foot;
use super::furniture;
use super::keep::Kept;
use super::labels;
use super::lines::{Line, Lines};
use super::paragraph::Paragraph;
use super::shape;
use crate::model::{NoiseKind, Span};
use crate::numbering::{Form, marker};
use crate::source::signs;

/// A source as paragraphs, with what was taken out.
pub(super) struct Paragraphs<'a> {
    /// In the order of the source.
    pub paragraphs: Vec<Paragraph<'a>>,
    /// Furniture and marks, in the order of the source.
    pub aside: Vec<(NoiseKind, Span)>,
    /// Whether paragraphs begin with an indent.
    pub indents: bool,
}

/// The half characters of a line that is too long for most headings.
const LONG: usize = 36;

/// Joins the lines of a source.
pub(super) fn paragraphs<'a>(source: &'a str, cut: Lines, keep: &Kept) -> Paragraphs<'a> {
    let html = cut.html;
    let (lines, aside) = text_lines(source, cut, keep);
    let division = Division::of(source, &lines);
    let mut joined = Paragraphs {
        paragraphs: Vec::with_capacity(lines.len()),
        aside,
        indents: division.indent,
    };
    let mut group = Group::default();
    for index in 0..lines.len() {
        let line = &lines[index];
        if !group.lines.is_empty() && !group.takes(source, line, lines.get(index + 1), &division) {
            group.close(source, html, &mut joined);
        }
        group.add(source, line);
    }
    group.close(source, html, &mut joined);
    joined
}

/// What was seen of the lines before one.
#[derive(Default)]
struct Above {
    /// Furniture stands between them and the line.
    furniture: bool,
    /// That of a page's head or foot.
    page_ended: bool,
    /// That which ends an article.
    ended: bool,
    /// They stop in the middle of a sentence.
    open: bool,
    /// The last one is longer than most headings.
    long: bool,
}

/// The lines that are text, and what was taken out, both in the order of the source.
fn text_lines(source: &str, cut: Lines, keep: &Kept) -> (Vec<Line>, Vec<(NoiseKind, Span)>) {
    let mut aside = cut.marks;
    let foot = foot::foot(source, &cut.lines);
    let mut lines = Vec::with_capacity(cut.lines.len());
    let mut above = Above::default();
    for (at, mut line) in cut.lines.into_iter().enumerate() {
        let text = line.span.of(source);
        let is_kept = keep.touches(line.span);
        // A number alone may be a page's, or the middle of a sentence that a link broke.
        let goes_on = above.open && !line.gap;
        let kind = furniture::of_line(text).filter(|kind| {
            let named = above.long && furniture::is_named_issue(text);
            line.mark == 0 && (*kind != NoiseKind::Masthead || !goes_on || named)
        });
        let kind = kind.or_else(|| (at >= foot).then_some(NoiseKind::SiteControls));
        if let Some(kind) = kind.filter(|_| !is_kept) {
            aside.push((kind, line.span));
            above.furniture = true;
            above.page_ended |= matches!(kind, NoiseKind::PageNumber | NoiseKind::Masthead);
            above.ended |= matches!(kind, NoiseKind::Editors | NoiseKind::SiteControls);
            continue;
        }
        if !is_kept {
            take_ends(source, &mut line.span, &mut aside);
        }
        if line.span.is_empty() {
            continue;
        }
        // A page's head or foot between two lines divides no paragraphs.
        if above.furniture && above.open && !line.indent {
            line.gap = false;
            line.resumes = above.page_ended;
        }
        line.ended = above.ended;
        let words = line.span.of(source);
        let goes_on = above.open && !line.gap;
        above = Above {
            open: !shape::is_closed(words)
                && (shape::is_running(words) || line.width > 60 || goes_on),
            long: line.width > 24,
            ..Above::default()
        };
        lines.push(line);
    }
    aside.sort_by_key(|(_, span)| *span);
    (lines, aside)
}

/// Takes the furniture at the beginning and at the end of a line off.
fn take_ends(source: &str, line: &mut Span, aside: &mut Vec<(NoiseKind, Span)>) {
    if let Some(length) = furniture::at_start(line.of(source)) {
        let start = line.start;
        aside.push((NoiseKind::Continuation, Span::new(start, start + length)));
        line.start += length;
        line.start = line.end - line.of(source).trim_start().len();
    }
    if let Some((at, kind)) = furniture::at_end(line.of(source)) {
        let place = line.start + at;
        aside.push((kind, Span::new(place, line.end)));
        line.end = place;
        line.end = line.start + line.of(source).trim_end().len();
    }
}

/// The lines of one paragraph while it grows.
#[derive(Default)]
struct Group {
    lines: Vec<Span>,
    mark: u8,
    indent: bool,
    ended: bool,
    width: usize,
    /// The last line's size: in half characters and in characters.
    last_size: (u16, u16),
    /// Quotation marks and brackets that are open.
    open: i64,
    /// Whether a sentence ends inside.
    ends: bool,
}

impl Group {
    fn add(&mut self, source: &str, line: &Line) {
        if self.lines.is_empty() {
            self.mark = line.mark;
            self.indent = line.indent;
            self.ended = line.ended;
        }
        self.lines.push(line.span);
        self.width += usize::from(line.width);
        self.last_size = (line.width, line.length);
        for (_, sign) in signs(line.span.of(source)) {
            match sign {
                '“' | '《' | '（' | '「' | '『' => self.open += 1,
                '”' | '》' | '）' | '」' | '』' => self.open = (self.open - 1).max(0),
                '。' | '！' | '？' | '；' => self.ends = true,
                _ => {}
            }
        }
    }

    /// Whether the paragraph stops in the middle of a sentence.
    fn breaks_off(&self, source: &str) -> bool {
        let last = self.lines.last().map_or("", |line| line.of(source));
        self.width > 60 && !shape::is_closed(last) && (self.ends || shape::hangs(last))
    }

    /// Whether `line` goes on where the paragraph stops.
    fn takes(&self, source: &str, line: &Line, next: Option<&Line>, division: &Division) -> bool {
        if line.mark > 0 || self.mark > 0 {
            return false;
        }
        let seam = Seam {
            group: self,
            source,
            line,
            next,
            division,
            first: self.lines.first().map_or("", |line| line.of(source)),
            last: self.lines.last().map_or("", |line| line.of(source)),
            text: line.span.of(source),
            full: division.is_full(self.last_size, self.lines.len() == 1 && self.indent),
        };
        seam.marked()
            .or_else(|| seam.divided())
            .unwrap_or_else(|| seam.flows())
    }

    fn close<'a>(&mut self, source: &'a str, html: bool, joined: &mut Paragraphs<'a>) {
        let broken = self.breaks_off(source);
        let group = std::mem::take(self);
        let mut spans = Vec::with_capacity(group.lines.len());
        for line in group.lines {
            kept(source, line, html, &mut spans);
        }
        let text = words(source, &spans);
        if !text.is_empty() {
            joined.paragraphs.push(Paragraph {
                spans,
                text,
                mark: group.mark,
                indent: group.indent,
                broken,
                ended: group.ended,
                class: Class::Body,
            });
        }
    }
}

/// Where a line stands below a paragraph that it may go on with.
struct Seam<'s> {
    group: &'s Group,
    source: &'s str,
    line: &'s Line,
    /// The line below it.
    next: Option<&'s Line>,
    division: &'s Division,
    /// The first and the last line of the paragraph.
    first: &'s str,
    last: &'s str,
    text: &'s str,
    /// Whether the last line is full.
    full: bool,
}

impl Seam<'_> {
    /// What the marks and the numbers at the seam say: whether the line goes on.
    fn marked(&self) -> Option<bool> {
        let Self { first, last, .. } = *self;
        if shape::continues(self.text) {
            return Some(!(shape::is_closed(last) && self.line.gap));
        }
        let number = marker(first);
        let alone = self.group.lines.len() == 1 && number.is_some_and(|n| n.length == first.len())
            || matches!(last, "——" | "—")
            || marker(last).is_some_and(|n| n.form == Form::Count('是') && n.length == last.len());
        if classify::collected(first).is_some_and(|length| length == first.len()) {
            return Some(false);
        }
        (alone && number.is_none_or(|n| n.form != Form::Bare))
            .then(|| !self.line.gap && marker(self.text).is_none())
    }

    /// What the way in which the source divides its paragraphs says, and what begins no middle of
    /// one.
    fn divided(&self) -> Option<bool> {
        let (line, last, text) = (self.line, self.last, self.text);
        let division = self.division;
        // Where every paragraph begins with a sign, a full line without one below it goes on.
        let signed = division.indent && self.group.indent || division.gap;
        let unsigned = !(line.gap || division.indent && line.indent);
        // One character heads nothing: it is what is left of a sentence.
        let begins = shape::is_closed(last)
            && line.length > 1
            && (marker(text).is_some_and(|n| n.form.heads())
                || shape::title_kind(text).is_some()
                || !may_end(text) && !division.is_full((line.width, line.length), false));
        let addresses = address::is_salutation(text);
        let heads = self.group.lines.len() == 1 && shape::title_kind(last).is_some()
            || addresses
            || address::is_addressees(text);
        let labelled = labels::is_label_row(last);
        if self.full && signed && unsigned && !begins && !heads && !labelled {
            return Some(true);
        }
        if shape::opens(text) || addresses || labelled || labels::is_label_row(text) {
            return Some(false);
        }
        // A piece of news and its title interrupt the column that they stand in.
        let news = |line: &Line| dispatch::begins(line.span.of(self.source));
        if news(line) || shape::is_short(text) && self.next.is_some_and(news) {
            return Some(false);
        }
        let linked = division.links && division.gap && !line.gap && !line.indent;
        (linked && !address::is_salutation(last) && !date::is_date_line(last)).then_some(true)
    }

    /// What the sentences at the seam say.
    fn flows(&self) -> bool {
        let (line, last, text) = (self.line, self.last, self.text);
        let (group, division) = (self.group, self.division);
        let number = marker(self.first);
        let starts_paragraph = line.indent && division.indent;
        let running = shape::is_running(text);
        if shape::is_closed(last) {
            let within = !line.gap && !line.indent && group.indent && division.indent;
            let goes_on = within
                && running
                && (self.full || division.links || group.lines.len() > 1 && !division.wraps());
            let quoted = group.open > 0
                && !starts_paragraph
                && !line.gap
                && !last.ends_with(['：', ':'])
                && shape::closes_quotation(text);
            return goes_on && number.is_none_or(|n| !n.form.heads() || group.ends) || quoted;
        }
        if starts_paragraph || date::is_date_line(last) || date::is_date_line(text) {
            return false;
        }
        let is_title = !group.ends && group.width < 160 && shape::title_kind(last).is_some();
        let is_heading = number.is_some_and(|n| n.form.heads()) && !group.ends && group.width < 180;
        let hanging = shape::hangs(last);
        if is_heading || is_title {
            let wrapped = self.full
                && !line.gap
                && line.width < 60
                && (self.next).is_none_or(|n| n.gap || n.indent || n.width > line.width);
            return hanging && !line.gap || wrapped && is_heading && !running;
        }
        // What stands above a page's foot, too long for a heading, goes on below the next one's head.
        let resumes = line.resumes && group.width > LONG && !shape::opens(text);
        let unbalanced = group.open > 0 && shape::closes_quotation(text);
        let left_over = !line.gap && text.chars().nth(1).is_none() && division.gap;
        if resumes || hanging && (running || !line.gap) || unbalanced || left_over {
            return true;
        }
        if running || line.width > 100 {
            self.runs_on()
        } else {
            self.is_chained()
        }
    }

    /// Whether running text goes on that the paragraph leaves open.
    fn runs_on(&self) -> bool {
        let (line, group, division) = (self.line, self.group, self.division);
        group.ends
            || group.width > 96
            || self.last.matches('，').count() > 2
            || self.full && !line.gap
            || division.marks && group.width > 30 && byline::byline(self.last).is_none()
            || division.links && division.gap && !line.gap
            || division.indent && group.indent && !line.gap && !line.indent && group.width > 60
    }

    /// Whether a short line without marks is a piece of the sentence that the paragraph leaves open.
    fn is_chained(&self) -> bool {
        let (group, division) = (self.group, self.division);
        let linked = division.links && division.gap && (group.ends || group.width > 60);
        let goes_on = |next: &Line| !next.gap && shape::continues(next.span.of(self.source));
        !self.line.gap
            && (self.full || linked)
            && (group.ends || self.full && group.width > 60 || self.next.is_some_and(goes_on))
    }
}

/// Whether a line that is not full may be the last one of a paragraph: a sentence ends there.
fn may_end(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '”', '）', '；', '…', '!', '?'])
        || text.ends_with(['：', ':']) && shape::is_running(text.trim_end_matches(['：', ':']))
}
