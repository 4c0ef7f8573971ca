//! Lines to paragraphs: what a column, a page or a link broke is joined; two paragraphs never are.

use super::clean::Cleaning;
use super::division::Division;
use super::folios;
use super::foot;
use super::furniture;
use super::keep::Kept;
use super::lines::{Line, Lines};
use super::paragraph::Paragraph;
use super::seam::{self, Group};
use super::shape;
use crate::lexicon::Set;
use crate::lexicon::seams::Signal;
use crate::model::{NoiseKind, Span};
use crate::numbering::{Marker, marker};

/// A source as paragraphs, with what was taken out.
pub(super) struct Paragraphs<'a> {
    /// In the order of the source.
    pub paragraphs: Vec<Paragraph<'a>>,
    /// Furniture and marks, in the order of the source.
    pub aside: Vec<(NoiseKind, Span)>,
    /// Whether paragraphs begin with an indent.
    pub indents: bool,
}

/// Joins the lines of a source; `watch` is told each line and, where it may go on with the paragraph above,
/// what is seen there.
pub(super) fn paragraphs<'a>(
    source: &'a str,
    cut: Lines,
    keep: &'a Kept,
    mut watch: impl FnMut(&Line, Option<Set<Signal>>),
) -> Paragraphs<'a> {
    let cleaning = Cleaning {
        source,
        html: cut.html,
        keep,
    };
    let (mut lines, aside) = text_lines(source, cut, keep);
    let division = Division::of(source, &mut lines);
    let mut joined = Paragraphs {
        paragraphs: Vec::with_capacity(lines.len()),
        aside,
        indents: division.indent,
    };
    let mut group = Group::default();
    for (at, line) in lines.iter().enumerate() {
        let seen = group.seam(source, &lines, at, &division);
        watch(line, seen);
        if !seen.is_some_and(seam::goes_on) {
            joined
                .paragraphs
                .extend(std::mem::take(&mut group).close(cleaning));
        }
        group.add(source, line);
    }
    joined.paragraphs.extend(group.close(cleaning));
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
    let folios = folios::folios(source, &cut.lines);
    let listed = folios::listed(source, &cut.lines);
    let rows = folios::rows(source, &cut.lines);
    let words: Vec<&str> = cut.lines.iter().map(|line| line.span.of(source)).collect();
    let pieces = furniture::pieces(&words);
    let mut lines = Vec::with_capacity(cut.lines.len());
    let mut above = Above::default();
    // The number of the last note of the site above the text; those that follow are notes as well.
    let mut noted: Option<Marker> = None;
    for (at, mut line) in cut.lines.into_iter().enumerate() {
        let text = line.span.of(source);
        let is_kept = keep.touches(line.span);
        // A number alone may be a page's, or the middle of a sentence that a link broke.
        let goes_on = above.open && !line.gap;
        let kind = furniture::of_line(text).filter(|kind| {
            let named = above.long && furniture::is_named_issue(text);
            line.mark == 0 && !listed[at] && (*kind != NoiseKind::Masthead || !goes_on || named)
        });
        let number = marker(text).filter(|_| lines.len() < HEAD);
        let note = number.and_then(|number| furniture::of_note(&text[number.length..]));
        let follows = |own: Marker| noted.is_some_and(|last| own.follows(last));
        let kind = kind.or(note);
        let kind = kind.or_else(|| {
            number
                .is_some_and(follows)
                .then_some(NoiseKind::SiteControls)
        });
        noted = number.filter(|_| kind.is_some());
        let kind = kind.or(pieces[at]);
        let kind = kind.or_else(|| folios[at].then_some(NoiseKind::PageNumber));
        let kind = kind.or_else(|| (at >= foot).then_some(NoiseKind::SiteControls));
        if let Some(kind) = kind.filter(|_| !is_kept) {
            aside.push((kind, line.span));
            // What stands right above a credit is the picture's caption.
            let caption = lines
                .last_mut()
                .filter(|_| kind == NoiseKind::PictureCredit && !goes_on);
            if let Some(last) = caption.filter(|last: &&mut Line| last.width < CAPTION) {
                last.caption = true;
            }
            above.furniture = true;
            above.page_ended |= matches!(kind, NoiseKind::PageNumber | NoiseKind::Masthead);
            above.ended |= matches!(kind, NoiseKind::Editors | NoiseKind::SiteControls);
            continue;
        }
        if !is_kept {
            line.caption = take_ends(source, &mut line.span, &mut aside);
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
        line.row = rows[at];
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

/// The half characters of what is longer than most captions.
const CAPTION: u16 = 60;

/// The most lines above a text that hold notes of the site.
const HEAD: usize = 6;

/// Takes the furniture at the beginning and at the end of a line off; whether a picture's credit was part of it.
fn take_ends(source: &str, line: &mut Span, aside: &mut Vec<(NoiseKind, Span)>) -> bool {
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
        return kind == NoiseKind::PictureCredit;
    }
    false
}
