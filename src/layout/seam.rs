//! Where one line ends and the next begins: whether the paragraph goes on there.
//!
//! What is seen there is told as signals; `data/seams.tsv` says what they weigh.

use super::address;
use super::byline;
use super::class::Class;
use super::classify;
use super::clean::{Cleaning, words};
use super::data_lines;
use super::data_rows;
use super::date;
use super::dispatch;
use super::division::Division;
use super::fill::Fill;
use super::imprint::is_imprint;
use super::labels;
use super::lines::Line;
use super::occasion;
use super::paragraph::Paragraph;
use super::shape;
use super::tables;
use crate::lexicon::seams::{ROWS, Row, Signal};
use crate::lexicon::{Set, common_words};
use crate::numbering::{Form, Marker, marker};
use crate::source::signs;
use crate::text::is_longer;

/// The half characters of a paragraph that is too long for most headings, of one that is too long for
/// nearly all, and of a line that is so by itself.
const WIDE: usize = 60;
const LONG: usize = 96;
const BROAD: u16 = 100;

/// The most half characters of a heading, and of the title of a text.
const HEADING: usize = 180;
const TITLE: usize = 160;

/// The most characters of most titles with several clauses.
const USUAL_TITLE: usize = 32;

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
            self.ends |= matches!(sign, '。' | '！' | '!' | '？' | '?' | '；' | ';');
        }
    }

    /// What is seen where the line at `at` of `lines` begins below the paragraph; nothing where a mark
    /// of its own divides them.
    pub(super) fn seam(
        &self,
        source: &str,
        lines: &[Line],
        at: usize,
        division: &Division,
    ) -> Option<Set<Signal>> {
        let ([first, ..], [.., last]) = (&self.lines[..], &self.lines[..]) else {
            return None;
        };
        let line = &lines[at];
        let first_text = first.span.of(source);
        let collected = || classify::collected(first_text) == Some(first_text.len());
        let is_row = |line: &Line| tables::columns(line.span.of(source)).is_some();
        let rows = division.tabs && (is_row(last) || is_row(line));
        if line.mark > 0 || first.mark > 0 || rows || collected() {
            return None;
        }
        let seam = Seam {
            group: self,
            source,
            lines,
            at,
            line,
            next: lines.get(at + 1),
            division,
            first,
            last: last.span.of(source),
            text: line.span.of(source),
            above: division.fills[at - 1],
            fills: division.fills[at] == Fill::Full,
        };
        Some(seam.signals())
    }

    /// The paragraph, where it has words.
    pub(super) fn close(self, cleaning: Cleaning<'_>) -> Option<Paragraph<'_>> {
        let source = cleaning.source;
        let (first, last) = (*self.lines.first()?, self.lines.last()?.span.of(source));
        let mut spans = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            cleaning.stretches(line.span, &mut spans);
        }
        let text = words(source, &spans);
        (!text.is_empty()).then_some(Paragraph {
            spans,
            text,
            mark: first.mark,
            indent: first.indent,
            broken: self.width > 60 && !shape::is_closed(last) && (self.ends || shape::hangs(last)),
            caption: self.lines.iter().any(|line| line.caption),
            ended: first.ended,
            class: Class::Body,
        })
    }
}

/// What speaks for going on where this is seen, and against it.
pub(super) fn reasons(seen: Set<Signal>) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| seen.holds(row.signals))
}

/// Whether a line goes on with the paragraph above it where this is seen.
pub(super) fn goes_on(seen: Set<Signal>) -> bool {
    reasons(seen).map(|row| row.weight).sum::<i32>() > 0
}

/// Where a line stands below a paragraph that it may go on with.
struct Seam<'s> {
    group: &'s Group,
    source: &'s str,
    /// The lines of the source, and which of them it is.
    lines: &'s [Line],
    at: usize,
    line: &'s Line,
    /// The line below it.
    next: Option<&'s Line>,
    division: &'s Division,
    /// The first line of the paragraph.
    first: &'s Line,
    /// The words of its last line.
    last: &'s str,
    /// The words of the line.
    text: &'s str,
    /// How the last line fills its column.
    above: Fill,
    /// Whether the line reaches the edge of its column.
    fills: bool,
}

impl Seam<'_> {
    /// What is seen at the seam.
    fn signals(&self) -> Set<Signal> {
        if self.is_plain_end() {
            return Set::of([Signal::Closed]);
        }
        let number = marker(self.first.span.of(self.source));
        self.of_line(number)
            .into_iter()
            .chain(self.of_paragraph(number))
            .chain(self.between())
            .filter_map(|(signal, seen)| seen.then_some(signal))
            .collect()
    }

    /// Whether a closed paragraph ends where nothing can go on, as between most lines of a text that is not wrapped:
    /// the rest need not be looked at.
    fn is_plain_end(&self) -> bool {
        /// The most bytes of a number that stands alone.
        const NUMBER: usize = 48;
        let Division {
            wraps,
            links,
            indent,
            ..
        } = *self.division;
        let inside = indent && self.first.indent && !self.line.indent && !self.line.gap;
        !(wraps || links || inside)
            && self.group.open == 0
            && self.last.len() > NUMBER
            && shape::is_closed(self.last)
            && !shape::continues(self.text)
    }

    /// What is seen of the paragraph so far, which begins with `number`.
    fn of_paragraph(&self, number: Option<Marker>) -> [(Signal, bool); 23] {
        let (group, last) = (self.group, self.last);
        let several = group.lines.len() > 1;
        let closed = shape::is_closed(last);
        let heads = number.is_some_and(|number| number.form.heads()) && !group.ends;
        let typed = shape::title_kind(last).is_some();
        let indented = self.above == Fill::Indented && !several && self.first.indent;
        [
            (Signal::Closed, closed),
            (Signal::Open, !closed),
            (Signal::Hangs, !closed && shape::hangs(last)),
            (Signal::Full, self.is_full_above(indented, closed)),
            (Signal::Ample, group.width > WIDE / 2),
            (Signal::Wide, group.width > WIDE),
            (Signal::Long, group.width > LONG),
            (Signal::Ended, group.ends),
            (Signal::Commas, is_of_clauses(last)),
            (Signal::Running, !several && last.contains('，')),
            (Signal::Several, several && !self.division.wraps),
            (Signal::Numbered, heads && group.width < HEADING),
            (
                Signal::Clause,
                number.is_some_and(|number| number.form == Form::Clause),
            ),
            (Signal::Titled, !several && typed),
            (
                Signal::Entitled,
                typed && !group.ends && group.width < TITLE,
            ),
            (Signal::Labelled, is_data(last)),
            (
                Signal::Dated,
                date::is_date_line(last) || is_imprint(last) || occasion::is_adoption(last),
            ),
            (Signal::Greeted, address::is_salutation(last)),
            (
                Signal::Below,
                !several && !closed && self.is_below_greeting(),
            ),
            (
                Signal::Named,
                self.division.marks && byline::byline(last).is_some(),
            ),
            (Signal::Alone, self.is_number_alone(number)),
            (Signal::Colon, last.ends_with(['：', ':'])),
            (
                Signal::Occasion,
                !several && !closed && occasion::opens(last),
            ),
        ]
    }

    /// Whether the line above the paragraph names those whom the text turns to, or is sent to.
    fn is_below_greeting(&self) -> bool {
        let above = self.lines[..self.at].iter().nth_back(1);
        above.is_some_and(|above| {
            let words = above.span.of(self.source);
            address::is_salutation(words) || address::is_addressees(words)
        })
    }

    /// Whether the last line reaches the edge: but for its indent, or, where no mark closes it, for the
    /// indent that the source has lost.
    fn is_full_above(&self, indented: bool, closed: bool) -> bool {
        let lost = self.above == Fill::Indented && !closed;
        self.above == Fill::Full || indented || lost
    }

    /// Whether the paragraph is nothing but a number, or ends with nothing else: 一是, ——
    fn is_number_alone(&self, number: Option<Marker>) -> bool {
        let first = self.first.span.of(self.source);
        let alone = self.group.lines.len() == 1 && number.is_some_and(|n| n.length == first.len());
        let count = || {
            marker(self.last)
                .is_some_and(|n| n.form == Form::Count('是') && n.length == self.last.len())
        };
        (alone || matches!(self.last, "——" | "—") || count())
            && number.is_none_or(|number| number.form != Form::Bare)
    }

    /// What is seen of the line below a paragraph that begins with the number `own`.
    fn of_line(&self, own: Option<Marker>) -> [(Signal, bool); 22] {
        let (line, text) = (self.line, self.text);
        let runs = shape::is_running(text) || line.width > BROAD;
        let ends = may_end(text);
        let news = |line: &Line| dispatch::begins(line.span.of(self.source));
        let above_news = || shape::is_short(text) && self.next.is_some_and(news);
        let number = marker(text);
        [
            (Signal::Continues, shape::continues(text)),
            (Signal::Opens, shape::opens(text)),
            (
                Signal::Heads,
                number.is_some_and(|number| number.form.heads()) && line.length > 1,
            ),
            (
                Signal::Counts,
                own.zip(number)
                    .is_some_and(|(own, number)| number.form.heads() && number.follows(own)),
            ),
            (Signal::Addresses, address::is_salutation(text)),
            (Signal::Sent, address::is_addressees(text)),
            (Signal::Label, is_data(text)),
            (Signal::Date, date::is_date_line(text)),
            (Signal::News, news(line) || above_news()),
            (Signal::Runs, runs),
            (Signal::Plain, !runs),
            (
                Signal::Single,
                line.length == 1 && !text.starts_with(|c: char| c.is_ascii_digit()),
            ),
            (Signal::Halved, self.is_halved()),
            (
                Signal::Typed,
                line.length > 1 && shape::title_kind(text).is_some(),
            ),
            (Signal::Stops, line.length > 1 && !ends && !self.fills),
            (Signal::Fills, self.fills && self.division.narrow_first),
            (Signal::Even, self.fills),
            (
                Signal::Piece,
                runs && ends && !self.fills && self.division.wraps,
            ),
            (
                Signal::Quote,
                self.group.open > 0 && shape::closes_quotation(text),
            ),
            (Signal::Inset, self.is_inset()),
            (Signal::Rest, self.is_rest()),
            (Signal::Meeting, occasion::closes(text)),
        ]
    }

    /// Whether a word begins in a line too long for a name and ends in the next.
    fn is_halved(&self) -> bool {
        let (Some(last), Some(first)) = (self.last.chars().next_back(), self.text.chars().next())
        else {
            return false;
        };
        let word = [last, first].iter().collect::<String>();
        self.group.width > WIDE / 2 && common_words::TABLE.has(&word)
    }

    /// （PM / 2.5 / ）: whether the line holds figures or letters alone, inside a bracket that the line above opened and that
    /// holds nothing else.
    fn is_inset(&self) -> bool {
        /// The most bytes of what stands below or above the line of other signs.
        const LONGEST: usize = 8;
        let apart =
            |words: &str| words.len() <= LONGEST && words.chars().all(|c| c.is_ascii_graphic());
        let (_, inside) = self.last.rsplit_once(['（', '(']).unwrap_or_default();
        !inside.is_empty() && apart(inside) && !inside.contains(')') && apart(self.text)
    }

    /// Whether the line is short, and the next one longer or begun by a sign.
    fn is_rest(&self) -> bool {
        let longer = |next: &Line| next.gap || next.indent || next.width > self.line.width;
        usize::from(self.line.width) < WIDE && self.next.is_none_or(longer)
    }

    /// What is seen between the two.
    fn between(&self) -> [(Signal, bool); 11] {
        let (line, division) = (self.line, self.division);
        let signed = division.indent && self.first.indent || division.gap;
        let sign = line.gap || division.indent && line.indent;
        let goes_on = |next: &Line| !next.gap && shape::continues(next.span.of(self.source));
        [
            (Signal::Tight, !line.gap),
            (Signal::Gap, line.gap),
            (Signal::Indent, line.indent && division.indent),
            (Signal::Unsigned, signed && !sign),
            (
                Signal::Inside,
                !line.gap && !line.indent && self.first.indent && division.indent,
            ),
            (
                Signal::Linked,
                division.links && division.gap && !line.gap && !line.indent,
            ),
            (
                Signal::Resumes,
                line.resumes && self.group.width > WIDE / 2 && !shape::opens(self.text),
            ),
            (Signal::Marked, division.marks),
            (Signal::Stated, line.begins),
            (Signal::Row, line.row),
            (Signal::Ahead, self.next.is_some_and(goes_on)),
        ]
    }
}

/// Whether a line has so many clauses that it is no title: three commas, or two and more characters than most titles have.
fn is_of_clauses(line: &str) -> bool {
    let commas = line.matches('，').count();
    commas > 2 || commas > 1 && is_longer(line, USUAL_TITLE)
}

/// Whether a line is a row of data: a label with its value, an entry of a table of contents.
fn is_data(line: &str) -> bool {
    labels::is_label_row(line) || data_rows::is_field(line) || data_lines::is_contents_entry(line)
}

/// Whether a line that is not full may be the last one of a paragraph: a sentence ends there.
fn may_end(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '”', '）', '；', ';', '…', '!', '?'])
        || text.ends_with(['：', ':']) && shape::is_running(text.trim_end_matches(['：', ':']))
}
