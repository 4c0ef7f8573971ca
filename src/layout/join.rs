//! Lines to paragraphs: what a column, a page or a link broke is joined; two paragraphs never are.

use super::address;
use super::classify;
use super::clean::{kept, words};
use super::contact;
use super::dispatch;
use super::furniture;
use super::habits::Habits;
use super::keep::Kept;
use super::labels;
use super::licence;
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
pub(super) fn paragraphs<'a>(source: &'a str, mut cut: Lines, keep: &Kept) -> Paragraphs<'a> {
    let mut aside = cut.marks;
    let foot = cut.lines.split_off(licence::foot(source, &cut.lines));
    let (kept_foot, foot): (Vec<Line>, Vec<Line>) =
        foot.into_iter().partition(|line| keep.touches(line.span));
    cut.lines.extend(kept_foot);
    aside.extend(
        foot.into_iter()
            .map(|line| (NoiseKind::SiteControls, line.span)),
    );
    let mut lines = Vec::with_capacity(cut.lines.len());
    let addresses = contact::foot(source, &cut.lines);
    let mut broken_by_furniture = false;
    let mut page_ended = false;
    let mut ended = false;
    let mut open_before = false;
    let mut long_before = false;
    for (at, mut line) in cut.lines.into_iter().enumerate() {
        let text = line.span.of(source);
        // A number alone may be a page's, or the middle of a sentence that a link broke.
        let kind = furniture::of_line(text)
            .filter(|_| line.mark == 0)
            .filter(|kind| {
                *kind != NoiseKind::Masthead
                    || !open_before
                    || line.gap
                    || long_before && furniture::is_named_issue(text)
            })
            .or_else(|| (at >= addresses).then_some(NoiseKind::SiteControls));
        let is_kept = keep.touches(line.span);
        if let Some(kind) = kind.filter(|_| !is_kept) {
            aside.push((kind, line.span));
            broken_by_furniture = true;
            page_ended |= matches!(kind, NoiseKind::PageNumber | NoiseKind::Masthead);
            ended |= matches!(kind, NoiseKind::Editors | NoiseKind::SiteControls);
            continue;
        }
        if let Some(length) = furniture::at_start(text).filter(|_| !is_kept) {
            let start = line.span.start;
            aside.push((NoiseKind::Continuation, Span::new(start, start + length)));
            line.span.start += length;
            let trimmed = line.span.of(source).trim_start();
            line.span.start = line.span.end - trimmed.len();
        }
        if let Some((at, kind)) = furniture::at_end(line.span.of(source)).filter(|_| !is_kept) {
            let place = line.span.start + at;
            aside.push((kind, Span::new(place, line.span.end)));
            let length = Span::new(line.span.start, place)
                .of(source)
                .trim_end()
                .len();
            line.span.end = line.span.start + length;
        }
        if line.span.is_empty() {
            continue;
        }
        // A page's head or foot between two lines divides no paragraphs.
        if broken_by_furniture && open_before && !line.indent {
            line.gap = false;
            line.resumes = page_ended;
        }
        (broken_by_furniture, page_ended) = (false, false);
        line.ended = std::mem::take(&mut ended);
        let words = line.span.of(source);
        long_before = line.width > 24;
        let goes_on = open_before && !line.gap;
        open_before =
            !shape::is_closed(words) && (shape::is_running(words) || line.width > 60 || goes_on);
        lines.push(line);
    }
    aside.sort_by_key(|(_, span)| *span);
    let habits = Habits::of(source, &lines);
    let mut joined = Paragraphs {
        paragraphs: Vec::with_capacity(lines.len()),
        aside,
        indents: habits.indent,
    };
    let mut group = Group::default();
    for index in 0..lines.len() {
        let line = &lines[index];
        if !group.lines.is_empty() && !group.takes(source, line, lines.get(index + 1), &habits) {
            group.close(source, cut.html, &mut joined);
        }
        group.add(source, line);
    }
    group.close(source, cut.html, &mut joined);
    joined
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
    fn takes(&self, source: &str, line: &Line, next: Option<&Line>, habits: &Habits) -> bool {
        if line.mark > 0 || self.mark > 0 {
            return false;
        }
        let first = self.lines.first().map_or("", |line| line.of(source));
        let last = self.lines.last().map_or("", |line| line.of(source));
        let text = line.span.of(source);
        if shape::continues(text) {
            return !(shape::is_closed(last) && line.gap);
        }
        let number = marker(first);
        let alone = self.lines.len() == 1 && number.is_some_and(|n| n.length == first.len())
            || matches!(last, "——" | "—")
            || marker(last).is_some_and(|n| n.form == Form::Count('是') && n.length == last.len());
        if classify::collected(first).is_some_and(|length| length == first.len()) {
            return false;
        }
        if alone && number.is_none_or(|n| n.form != Form::Bare) {
            return !line.gap && marker(text).is_none();
        }
        let full = habits.is_full(self.last_size, self.lines.len() == 1 && self.indent);
        // Where every paragraph begins with a sign, a full line without one below it goes on.
        let signed = habits.indent && self.indent || habits.gap;
        let unsigned = !(line.gap || habits.indent && line.indent);
        let ends = shape::is_closed(last);
        // One character heads nothing: it is what is left of a sentence.
        let begins = ends
            && line.length > 1
            && (marker(text).is_some_and(|n| n.form.heads())
                || shape::title_kind(text).is_some()
                || !may_end(text) && !habits.is_full((line.width, line.length), false));
        let heads = self.lines.len() == 1 && shape::title_kind(last).is_some()
            || address::is_salutation(text)
            || address::is_addressees(text);
        if full && signed && unsigned && !begins && !heads && !labels::is_label_row(last) {
            return true;
        }
        if shape::opens(text)
            || address::is_salutation(text)
            || labels::is_label_row(last)
            || labels::is_label_row(text)
        {
            return false;
        }
        // A piece of news and its title interrupt the column that they stand in.
        let news = |line: &Line| dispatch::begins(line.span.of(source));
        if news(line) || shape::is_short(text) && next.is_some_and(news) {
            return false;
        }
        let linked = habits.links && habits.gap && !line.gap && !line.indent;
        if linked && !address::is_salutation(last) && !super::date::is_date_line(last) {
            return true;
        }
        let starts_paragraph = line.indent && habits.indent;
        let running = shape::is_running(text);
        if shape::is_closed(last) {
            let within = !line.gap && !line.indent && self.indent && habits.indent;
            let goes_on = within
                && running
                && (full || habits.links || self.lines.len() > 1 && !habits.wraps());
            let quoted = self.open > 0
                && !starts_paragraph
                && !line.gap
                && !last.ends_with(['：', ':'])
                && shape::closes_quotation(text);
            return (goes_on && number.is_none_or(|n| !n.form.heads() || self.ends)) || quoted;
        }
        if starts_paragraph || super::date::is_date_line(last) || super::date::is_date_line(text) {
            return false;
        }
        let is_title = !self.ends && self.width < 160 && shape::title_kind(last).is_some();
        let is_heading = number.is_some_and(|n| n.form.heads()) && !self.ends && self.width < 180;
        let hanging = shape::hangs(last);
        if is_heading || is_title {
            let wrapped = full
                && !line.gap
                && line.width < 60
                && next.is_none_or(|n| n.gap || n.indent || n.width > line.width);
            return (hanging && !line.gap) || (wrapped && is_heading && !running);
        }
        // What stands above a page's foot, too long for a heading, goes on below the next one's head.
        if line.resumes && self.width > LONG && !shape::opens(text) {
            return true;
        }
        let unbalanced = self.open > 0 && shape::closes_quotation(text);
        if (hanging && (running || !line.gap)) || unbalanced {
            return true;
        }
        let one = line.span.of(source).chars().nth(1).is_none();
        if !line.gap && one && habits.gap {
            return true;
        }
        if !(running || line.width > 100) {
            let chained = !line.gap
                && (full || (habits.links && habits.gap && (self.ends || self.width > 60)));
            return chained
                && (self.ends
                    || full && self.width > 60
                    || next
                        .is_some_and(|next| !next.gap && shape::continues(next.span.of(source))));
        }
        self.ends
            || self.width > 96
            || last.matches('，').count() > 2
            || (full && !line.gap)
            || (habits.marks && self.width > 30 && super::byline::byline(last).is_none())
            || (habits.links && habits.gap && !line.gap)
            || (habits.indent && self.indent && !line.gap && !line.indent && self.width > 60)
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
            });
        }
    }
}

/// Whether a line that is not full may be the last one of a paragraph: a sentence ends there.
fn may_end(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '”', '）', '；', '…', '!', '?'])
        || text.ends_with(['：', ':']) && shape::is_running(text.trim_end_matches(['：', ':']))
}
