//! Where one line ends and the next begins: whether the paragraph goes on there.

use super::address;
use super::byline;
use super::class::Class;
use super::classify;
use super::clean::{kept, words};
use super::date;
use super::dispatch;
use super::division::Division;
use super::labels;
use super::lines::Line;
use super::paragraph::Paragraph;
use super::shape;
use crate::numbering::{Form, marker};
use crate::source::signs;

/// The half characters of a line that is too long for most headings.
const LONG: usize = 36;

/// The lines of one paragraph while it grows.
#[derive(Default)]
pub(super) struct Group {
    lines: Vec<Line>,
    width: usize,
    /// Quotation marks and brackets that are open.
    open: u32,
    /// Whether a sentence ends inside.
    ends: bool,
}

impl Group {
    pub(super) fn add(&mut self, source: &str, line: &Line) {
        self.lines.push(*line);
        self.width += usize::from(line.width);
        for (_, sign) in signs(line.span.of(source)) {
            self.open = shape::depth(self.open, sign);
            self.ends |= matches!(sign, '。' | '！' | '？' | '；');
        }
    }

    /// Whether `line` goes on where the paragraph stops.
    pub(super) fn takes(
        &self,
        source: &str,
        line: &Line,
        next: Option<&Line>,
        division: &Division,
    ) -> bool {
        let [first, ..] = self.lines[..] else {
            return true;
        };
        let last = self.lines[self.lines.len() - 1];
        if line.mark > 0 || first.mark > 0 {
            return false;
        }
        let seam = Seam {
            group: self,
            source,
            line,
            next,
            division,
            indent: first.indent,
            first: first.span.of(source),
            last: last.span.of(source),
            text: line.span.of(source),
            full: division.is_full(
                (last.width, last.length),
                self.lines.len() == 1 && first.indent,
            ),
        };
        seam.marked()
            .or_else(|| seam.divided())
            .unwrap_or_else(|| seam.flows())
    }

    /// The paragraph, where it has words.
    pub(super) fn close(self, source: &str, html: bool) -> Option<Paragraph<'_>> {
        let (first, last) = (*self.lines.first()?, self.lines.last()?.span.of(source));
        let mut spans = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            kept(source, line.span, html, &mut spans);
        }
        let text = words(source, &spans);
        (!text.is_empty()).then_some(Paragraph {
            spans,
            text,
            mark: first.mark,
            indent: first.indent,
            broken: self.width > 60 && !shape::is_closed(last) && (self.ends || shape::hangs(last)),
            ended: first.ended,
            class: Class::Body,
        })
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
    /// Whether the paragraph begins with an indent.
    indent: bool,
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
        let signed = division.indent && self.indent || division.gap;
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
            let within = !line.gap && !line.indent && self.indent && division.indent;
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
            || division.indent && self.indent && !line.gap && !line.indent && group.width > 60
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
