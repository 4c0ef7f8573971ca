//! How a source divides its paragraphs: indents, blank lines, the width of its columns.

use super::lines::Line;
use super::shape;

/// How a source divides its paragraphs.
pub(super) struct Division {
    /// Paragraphs begin with an indent.
    pub indent: bool,
    /// Paragraphs are divided by blank lines.
    pub gap: bool,
    /// Links stand on lines of their own, so that lines begin with marks.
    pub links: bool,
    /// Headings have Markdown marks.
    pub marks: bool,
    /// Full lines, where lines are wrapped.
    wrap: Option<Wrap>,
}

/// Where lines end that are full.
#[derive(Clone, Copy)]
struct Wrap {
    /// Lines are wrapped after so many characters, of whatever width.
    by_length: bool,
    /// The size of the longest full lines.
    size: u16,
}

/// How much less than the longest a full line may be: half characters, and characters.
const FULL_WIDTH: u16 = 6;
const FULL_LENGTH: u16 = 3;

/// How much more an indent takes.
const INDENT: u16 = 4;

/// The narrowest and the widest full lines, in half characters; characters are half as many.
const NARROWEST: usize = 24;
const WIDEST: usize = 240;

impl Division {
    pub(super) fn of(source: &str, lines: &[Line]) -> Self {
        let (mut long, mut indented, mut before_gap) = (0_usize, 0_usize, 0_usize);
        let (mut continuing, mut marked) = (0_usize, 0_usize);
        let mut widths = [0_usize; 256];
        let mut lengths = [0_usize; 256];
        for (index, line) in lines.iter().enumerate() {
            let text = line.span.of(source);
            marked += usize::from(line.mark > 0);
            continuing += usize::from(shape::continues(text));
            widths[usize::from(line.width.min(255))] += 1;
            lengths[usize::from(line.length.min(255))] += 1;
            if line.width > 30 && shape::is_closed(text) {
                long += 1;
                indented += usize::from(line.indent);
                before_gap += usize::from(lines.get(index + 1).is_none_or(|next| next.gap));
            }
        }
        let mut division = Self {
            indent: indented * 2 > long,
            gap: before_gap * 10 > long * 6,
            links: continuing > 2,
            marks: marked > 1,
            wrap: wrap(&widths, &lengths, lines.len()),
        };
        // Columns that are filled without regard to marks begin lines with them, too.
        division.links &= !division.wraps();
        if let Some((indent, gap)) = division.signs_of_wrapped(source, lines) {
            (division.indent, division.gap) = (indent, gap);
        }
        division
    }

    /// Whether a line of this width and length is full; the first one of a paragraph leaves room
    /// for its indent.
    pub(super) fn is_full(&self, (width, length): (u16, u16), indented: bool) -> bool {
        let indent = if indented { INDENT } else { 0 };
        self.wrap.is_some_and(|wrap| {
            let (size, slack) = if wrap.by_length {
                (length, FULL_LENGTH)
            } else {
                (width, FULL_WIDTH)
            };
            size + slack + indent > wrap.size && size <= wrap.size + 4
        })
    }

    /// Whether lines are wrapped.
    pub(super) fn wraps(&self) -> bool {
        self.wrap.is_some()
    }

    /// Whether paragraphs of wrapped lines begin with an indent and whether blank lines divide
    /// them: what stands below a short closed line, and does not stand below full ones.
    fn signs_of_wrapped(&self, source: &str, lines: &[Line]) -> Option<(bool, bool)> {
        if !self.wraps() {
            return None;
        }
        let (mut ends, mut indents, mut gaps) = (0_usize, 0_usize, 0_usize);
        let (mut full, mut full_indents, mut full_gaps) = (0_usize, 0_usize, 0_usize);
        for pair in lines.windows(2) {
            let (line, next) = (&pair[0], &pair[1]);
            if self.is_full((line.width, line.length), line.indent) {
                full += 1;
                full_indents += usize::from(next.indent);
                full_gaps += usize::from(next.gap);
            } else if shape::is_closed(line.span.of(source)) {
                ends += 1;
                indents += usize::from(next.indent);
                gaps += usize::from(next.gap);
            }
        }
        (ends > 2 && full > 2).then_some((
            indents * 2 > ends && full_indents * 5 < full * 2,
            gaps * 2 > ends && full_gaps * 5 < full * 2,
        ))
    }
}

/// Where a third of all lines but the short ones are about as long and hardly any longer: in half
/// characters or in characters, whichever fits more lines.
fn wrap(widths: &[usize; 256], lengths: &[usize; 256], lines: usize) -> Option<Wrap> {
    if lines < 6 {
        return None;
    }
    let by_width = band(widths, NARROWEST, FULL_WIDTH, lines);
    let by_length = band(lengths, NARROWEST / 2, FULL_LENGTH, lines);
    let (by_length, (size, _)) = match (by_width, by_length) {
        (Some(width), Some(length)) if length.1 > width.1 => (true, length),
        (Some(width), _) => (false, width),
        (None, Some(length)) => (true, length),
        (None, None) => return None,
    };
    Some(Wrap { by_length, size })
}

/// The size that most lines have about, where they are a third of the lines of at least half that
/// size; and their number.
fn band(sizes: &[usize; 256], least: usize, slack: u16, lines: usize) -> Option<(u16, usize)> {
    let mut above: usize = sizes[WIDEST + 1..].iter().sum();
    let mut best: Option<(u16, usize)> = None;
    for size in (least..=WIDEST).rev() {
        if above * 20 > lines {
            break;
        }
        let band: usize = sizes[size + 1 - usize::from(slack)..=size].iter().sum();
        let long: usize = sizes[size / 2..=size].iter().sum::<usize>() + above;
        let fits = band > 3 && band * 3 >= long;
        if fits && best.is_none_or(|(_, most)| band >= most) {
            best = Some((size as u16, band));
        }
        above += sizes[size];
    }
    best
}
