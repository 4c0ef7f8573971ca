//! How lines fill the column that they stand in: which of them reach its edge.

use super::data_lines;
use super::lines::{HUNG, Line};
use super::shape;

/// How a line fills its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Fill {
    /// It stops before the edge, or there is no column.
    #[default]
    Short,
    /// It stops before the edge by about an indent: the first line of a paragraph.
    Indented,
    /// It reaches the edge.
    Full,
}

/// The narrowest and the widest lines of a column, in half characters.
const NARROWEST: u16 = 24;
const WIDEST: u16 = 240;

/// How many lines before and behind a line show its column.
const AROUND: usize = 8;

/// How many of them reach its edge at least, the line itself among them.
const ALIKE: usize = 4;

/// A measure of lines: half characters, or characters of whatever width where a program wrapped them.
struct Measure {
    /// The narrowest line that may be full.
    narrowest: u16,
    /// How much less than the longest a full line may be: a mark that begins no line, a word that is not cut.
    slack: u16,
    /// How much an indent takes, the slack with it.
    indent: u16,
}

const WIDTHS: Measure = Measure {
    narrowest: NARROWEST,
    slack: 3,
    indent: 9,
};
const LENGTHS: Measure = Measure {
    narrowest: NARROWEST / 2,
    slack: 1,
    indent: 5,
};

/// A line as its neighbours see it.
#[derive(Clone, Copy)]
struct Seen {
    /// Without the marks at its end; 0 for what is no line of a column.
    size: u16,
    /// That of these marks, where they did not hang over the edge.
    marks: u16,
    /// It has a mark inside that running text has.
    runs: bool,
    /// No mark closes it.
    open: bool,
}

/// Whether a line of so many half characters may be a full line.
pub(super) fn may_fill(width: u16) -> bool {
    (NARROWEST..=WIDEST).contains(&width)
}

/// How many marks that may hang over the edge a line ends with.
fn marks(text: &str) -> u16 {
    let last = text.chars().rev().take(3);
    last.take_while(|mark| HUNG.contains(mark)).count() as u16
}

/// How each of the lines fills its column, by the measure that more lines fit.
pub(super) fn fills(source: &str, lines: &[Line]) -> Vec<Fill> {
    let seen = |size: fn(&Line) -> u16, mark: u16| -> Vec<Seen> {
        let look = |line: &Line| {
            let text = line.span.of(source);
            let column = may_fill(line.width) && !data_lines::is_contents_entry(text);
            Seen {
                size: if column { size(line) } else { 0 },
                marks: marks(text) * mark,
                runs: column && text.contains(['，', '。', '；', ';', '、', ',']),
                open: column && !shape::is_closed(text),
            }
        };
        lines.iter().map(look).collect()
    };
    let by = |measure: &Measure, seen: &[Seen]| -> (Vec<Fill>, usize) {
        let common = measure.common(seen);
        let fill = |at: usize| {
            let around = at.saturating_sub(AROUND)..seen.len().min(at + AROUND + 1);
            let near = measure.near(seen[at], &seen[around]);
            measure.fill(
                seen[at],
                near.or_else(|| common.filter(|_| seen[at].size > 0)),
            )
        };
        let fills: Vec<Fill> = (0..seen.len()).map(fill).collect();
        let full = fills.iter().filter(|fill| **fill == Fill::Full).count();
        (fills, full)
    };
    let (widths, fitting) = by(&WIDTHS, &seen(|line| line.width, 2));
    let (lengths, more) = by(&LENGTHS, &seen(|line| line.length, 1));
    if more > fitting { lengths } else { widths }
}

impl Measure {
    /// How a line fills a column that ends at `edge`.
    fn fill(&self, line: Seen, edge: Option<u16>) -> Fill {
        let size = line.size + line.marks;
        match edge {
            // Wider than the column are lines of a box, or two that were run together.
            Some(edge) if edge <= size + self.slack => Fill::Full,
            Some(edge) if edge <= size + self.indent => Fill::Indented,
            _ => Fill::Short,
        }
    }

    /// The edge that a line may reach, as the lines `around` it, itself among them, show.
    fn near(&self, line: Seen, around: &[Seen]) -> Option<u16> {
        let Seen { size, marks, .. } = line;
        if size == 0 {
            return None;
        }
        // Most lines of a column are of few sizes: each is looked at once.
        let fits = self.narrowest.max(size)..=size + marks + self.indent;
        let edges = around.iter().enumerate().filter_map(|(at, seen)| {
            let again = || around[..at].iter().any(|before| before.size == seen.size);
            (fits.contains(&seen.size) && !again()).then_some(seen.size)
        });
        let reached = edges.filter_map(|edge| Some((self.reaching(edge, around)?, edge)));
        let reached: Vec<(usize, u16)> = reached.collect();
        let most = reached.iter().map(|(lines, _)| *lines).max()?;
        // First lines of paragraphs are many, and fall short of the edge alike.
        let edges = reached.iter().filter(|(lines, _)| lines * 2 >= most);
        edges.map(|(_, edge)| *edge).max()
    }

    /// The edge that most lines reach.
    fn common(&self, seen: &[Seen]) -> Option<u16> {
        let mut counts = [0_usize; WIDEST as usize + 1];
        for line in seen.iter().filter(|line| line.size >= self.narrowest) {
            counts[usize::from(line.size)] += 1;
        }
        let band = |edge: u16| -> usize {
            let last = usize::from(edge);
            counts[last - usize::from(self.slack)..=last].iter().sum()
        };
        let most = (self.narrowest..=WIDEST).max_by_key(|&edge| band(edge))?;
        self.reaching(most, seen).map(|_| most)
    }

    /// How many lines reach this edge, where it is one: a third of the lines that are half as long
    /// end there, few are longer; of those that do half run, and a third are open.
    fn reaching(&self, edge: u16, around: &[Seen]) -> Option<usize> {
        let (mut reach, mut run, mut open, mut long, mut over) = (0, 0, 0, 0, 0);
        for seen in around {
            long += usize::from(seen.size * 2 >= edge);
            over += usize::from(seen.size > edge + self.slack);
            if seen.size + self.slack > edge && seen.size <= edge {
                reach += 1;
                run += usize::from(seen.runs);
                open += usize::from(seen.open);
            }
        }
        let ends = reach >= ALIKE && reach * 3 >= long && over * 3 <= reach * 2;
        let fits = ends && run * 2 >= reach && open * 3 >= reach;
        fits.then_some(reach)
    }
}
