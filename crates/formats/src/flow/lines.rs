//! Runs to rows: what stands on one baseline, cut where a wide gap is.

use super::{Page, Run};

/// Characters that stand together on a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) text: String,
}

/// Gap between segments, in sizes of the letters: a space of Chinese is one.
const GAP: f32 = 1.6;

/// The same, where a column begins behind it.
const GUTTER: f32 = 0.6;

/// Lines that begin at one place in the middle of a page, where a column does, and characters of each.
const COLUMN_LINES: usize = 4;
const COLUMN_CHARACTERS: usize = 4;

/// Marks that programs put spaces before, and that hang over edges.
const MARKS: [char; 10] = ['、', '，', '。', '；', '：', '）', '》', '”', '！', '？'];

/// A run and the baseline of the line that it stands in.
struct Placed<'a> {
    run: &'a Run,
    y: f32,
}

/// The rows of a page from top to bottom, segments from left to right.
pub(super) fn rows(page: &Page) -> Vec<Vec<Segment>> {
    let is_sound = |run: &&Run| {
        [run.x, run.y, run.width, run.size]
            .iter()
            .all(|value| value.is_finite())
            && run.size > 0.0
            && !run.text.trim().is_empty()
    };
    let runs: Vec<&Run> = page.runs.iter().filter(is_sound).collect();
    let mut rows: Vec<Vec<Placed<'_>>> = Vec::new();
    for placed in on_baselines(runs) {
        let stands = |row: &&mut Vec<Placed<'_>>| {
            row.last().is_some_and(|last| {
                // Raised and lowered signs are smaller than the line that they stand on.
                let (one, other) = (last.run.size, placed.run.size);
                let reach = one.max(other) * 0.45;
                (placed.y - last.y).abs() <= reach.min(one.min(other) * 0.8)
            })
        };
        match rows.last_mut().filter(stands) {
            Some(row) => row.push(placed),
            None => rows.push(vec![placed]),
        }
    }
    let mut rows: Vec<Vec<&Run>> = rows
        .into_iter()
        .map(|row| row.into_iter().map(|placed| placed.run).collect())
        .collect();
    for row in &mut rows {
        row.sort_by(|one, other| one.x.total_cmp(&other.x));
    }
    let edges = column_edges(&rows);
    let rows = rows.iter().map(|row| {
        segments(row, |gap, run, hangs| {
            // A mark at the end of a line is half a blank, and may hang over the column's edge.
            let least = if hangs { GUTTER - 0.5 } else { GUTTER };
            let begins = |x: &f32| (x - run.x).abs() < run.size * 0.2;
            gap >= GAP || gap >= least && edges.iter().any(begins)
        })
    });
    rows.filter(|row| !row.is_empty()).collect()
}

/// The runs by their baselines, from top to bottom. Marks of notes, raised further than a line allows for, have that of
/// the run that they stand at.
fn on_baselines(mut runs: Vec<&Run>) -> Vec<Placed<'_>> {
    runs.sort_by(|one, other| one.y.total_cmp(&other.y));
    let baseline = |at: usize| {
        let mark = runs[at];
        if mark.text.chars().count() > 4 {
            return mark.y;
        }
        let below = runs[at + 1..].iter().take(100);
        let mut below = below.take_while(|run| run.y - mark.y < mark.size * 3.0);
        let stood_at = below.find(|run| {
            let raised = (run.y - mark.y) / run.size;
            let reaches = run.x <= mark.x + mark.size && run.x + run.width >= mark.x - mark.size;
            (0.1..0.75).contains(&raised) && mark.size < run.size * 1.05 && reaches
        });
        stood_at.map_or(mark.y, |run| run.y)
    };
    let mut placed: Vec<Placed<'_>> = (0..runs.len())
        .map(|at| Placed {
            run: runs[at],
            y: baseline(at),
        })
        .collect();
    placed.sort_by(|one, other| one.y.total_cmp(&other.y));
    placed
}

/// Where columns begin, but for the first: lines begin there behind gaps that are wider than within a line.
fn column_edges(rows: &[Vec<&Run>]) -> Vec<f32> {
    let rows: Vec<Vec<Segment>> = rows
        .iter()
        .map(|row| segments(row, |gap, _, _| gap >= GUTTER))
        .collect();
    let is_line = |segment: &Segment| segment.text.chars().count() >= COLUMN_CHARACTERS;
    let pairs = rows.iter().flat_map(|row| row.windows(2));
    let mut begun: Vec<f32> = pairs
        .filter(|pair| pair.iter().all(is_line))
        .map(|pair| pair[1].left)
        .collect();
    begun.sort_by(f32::total_cmp);
    let at_one = begun.chunk_by(|one, next| next - one < 1.0);
    let edges = at_one.filter(|lines| {
        let crosses = |it: &&Segment| it.left < lines[0] - 1.0 && it.right > lines[0] + 1.0;
        let crossing = rows.iter().flatten().filter(crosses).count();
        lines.len() >= COLUMN_LINES.max(crossing)
    });
    edges.take(20).map(|lines| lines[0]).collect()
}

/// A row of runs, from left to right, as segments: `divides` says whether a gap, in sizes of the letters, before a run
/// ends one; whether a mark stands before it.
fn segments(row: &[&Run], divides: impl Fn(f32, &Run, bool) -> bool) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut before: Option<&Run> = None;
    for run in row {
        // Bold by printing twice, and shadows.
        let is_again = before
            .is_some_and(|last| last.text == run.text && (last.x - run.x).abs() < run.size * 0.35);
        if is_again {
            continue;
        }
        before = Some(run);
        let open = segments.last_mut().filter(|last| {
            let gap = (run.x - last.right) / run.size.min(last.size);
            !divides(gap, run, last.text.ends_with(MARKS))
        });
        match open {
            Some(last) => last.add(run),
            None => segments.push(Segment {
                left: run.x,
                right: run.x + run.width,
                y: run.y,
                size: run.size,
                text: run.text.clone(),
            }),
        }
    }
    segments.retain(|segment| !segment.text.trim().is_empty());
    for segment in &mut segments {
        segment.text = without_filling(&segment.text);
    }
    segments
}

impl Segment {
    fn add(&mut self, run: &Run) {
        let gap = run.x - self.right;
        let wants_space = gap > run.size * 0.2 && is_between_words(&self.text, &run.text);
        if wants_space && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(&run.text);
        self.right = self.right.max(run.x + run.width);
        // The line is as large as most of it.
        if run.width > (self.right - self.left) * 0.5 {
            (self.size, self.y) = (run.size, run.y);
        }
    }
}

/// Whether a gap is a space: between Latin words or figures it is.
fn is_between_words(before: &str, after: &str) -> bool {
    let is_latin = |character: char| character.is_ascii_alphanumeric();
    before.ends_with(is_latin) && after.starts_with(is_latin)
}

/// The text without the spaces that programs put before Chinese marks.
fn without_filling(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        if MARKS.contains(&character) {
            let length = kept.trim_end_matches(' ').len();
            kept.truncate(length);
        }
        kept.push(character);
    }
    kept
}
