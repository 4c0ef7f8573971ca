//! How a source divides its paragraphs: indents, blank lines, the width of its columns.

use super::fill::{self, Fill};
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
    /// Lines are wrapped.
    pub wraps: bool,
    /// First lines of paragraphs are narrower than the others: they had an indent that is lost.
    pub narrow_first: bool,
    /// Tabs divide words: there may be rows.
    pub tabs: bool,
    /// For each line how it fills its column.
    pub fills: Vec<Fill>,
}

/// How many of the lines of a column's width must be full where lines are wrapped: one in so many.
const WRAPPED: usize = 4;

impl Division {
    pub(super) fn of(source: &str, lines: &mut [Line]) -> Self {
        let (mut long, mut indented, mut before_gap) = (0_usize, 0_usize, 0_usize);
        let (mut continuing, mut marked, mut broken) = (0_usize, 0_usize, 0_usize);
        let (mut begun, mut begun_indented, mut below_open) = (0, 0, false);
        for (index, line) in lines.iter().enumerate() {
            let text = line.span.of(source);
            marked += usize::from(line.mark > 0);
            continuing += usize::from(shape::continues(text));
            broken += usize::from(shape::is_running(text) && !shape::is_closed(text));
            let goes_on = below_open && !line.indent && !line.gap;
            below_open = shape::is_running(text) && !shape::is_closed(text);
            (begun, begun_indented) = match goes_on {
                true => (begun, begun_indented),
                false => (begun + 1, begun_indented + usize::from(line.indent)),
            };
            if line.width > 30 && shape::is_closed(text) && !goes_on {
                long += 1;
                indented += usize::from(line.indent);
                before_gap += usize::from(lines.get(index + 1).is_none_or(|next| next.gap));
            }
        }
        let fills = fill::fills(source, lines);
        let full = fills.iter().filter(|fill| **fill == Fill::Full).count();
        let columns = lines.iter().filter(|line| fill::may_fill(line.width));
        let wraps = full > 3 && full * WRAPPED >= columns.count();
        // A blank line behind every line, in the middle of sentences, divides none.
        if wraps && 2 * broken > lines.len() && lines.iter().all(|line| line.gap) {
            lines.iter_mut().for_each(|line| line.gap = false);
            before_gap = 0;
        }
        let mut division = Self {
            indent: indented * 2 > long || long == 0 && begun_indented * 2 > begun,
            gap: before_gap * 10 > long * 6,
            // Columns that are filled without regard to marks begin lines with them, too.
            links: continuing > 2 && !wraps,
            marks: marked > 1,
            tabs: lines.iter().any(|line| line.span.of(source).contains('\t')),
            wraps,
            narrow_first: false,
            fills,
        };
        if wraps {
            division.look_at_columns(source, lines);
        } else {
            division.fills.fill(Fill::Short);
        }
        division
    }

    /// Tells what divides paragraphs of wrapped lines: what stands below a short closed line, and
    /// does not stand below full ones.
    fn look_at_columns(&mut self, source: &str, lines: &[Line]) {
        // Of short closed lines and of full ones: how many, how many stand above an indent, and above a gap.
        let (mut ends, mut full) = ([0_usize; 3], [0_usize; 3]);
        let (mut first, mut narrow) = (0_usize, 0_usize);
        for (pair, fills) in lines.windows(2).zip(self.fills.windows(2)) {
            let (line, next) = (&pair[0], &pair[1]);
            let closed = shape::is_closed(line.span.of(source));
            if closed && fills[0] == Fill::Short && fills[1] != Fill::Short {
                first += 1;
                narrow += usize::from(fills[1] == Fill::Indented && !next.indent);
            }
            let counts = match fills[0] {
                Fill::Full => &mut full,
                Fill::Indented if line.indent => &mut full,
                _ if closed => &mut ends,
                _ => continue,
            };
            counts[0] += 1;
            counts[1] += usize::from(next.indent);
            counts[2] += usize::from(next.gap);
        }
        let divides = |sign: usize| ends[sign] * 2 > ends[0] && full[sign] * 5 < full[0] * 2;
        if ends[0] > 2 && full[0] > 2 {
            (self.indent, self.gap) = (divides(1), divides(2));
        }
        self.narrow_first = first > 2 && narrow * 2 > first;
    }
}
