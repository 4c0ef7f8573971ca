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

/// The rows of a page from top to bottom, segments from left to right.
pub(super) fn rows(page: &Page) -> Vec<Vec<Segment>> {
    let is_sound = |run: &&Run| {
        [run.x, run.y, run.width, run.size]
            .iter()
            .all(|value| value.is_finite())
            && run.size > 0.0
            && !run.text.trim().is_empty()
    };
    let mut runs: Vec<&Run> = page.runs.iter().filter(is_sound).collect();
    runs.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)));
    let mut rows: Vec<Vec<&Run>> = Vec::new();
    for run in runs {
        let stands = |row: &&mut Vec<&Run>| {
            row.last().is_some_and(|last| {
                // Raised and lowered signs are smaller than the line that they stand on.
                let reach = last.size.max(run.size) * 0.45;
                (run.y - last.y).abs() <= reach.min(last.size.min(run.size) * 0.8)
            })
        };
        match rows.last_mut().filter(stands) {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    let rows = with_raised(rows);
    rows.into_iter()
        .map(segments)
        .filter(|row| !row.is_empty())
        .collect()
}

/// Puts marks of notes, raised further than a line allows for, into the line that they stand in.
fn with_raised(rows: Vec<Vec<&Run>>) -> Vec<Vec<&Run>> {
    let mut whole: Vec<Vec<&Run>> = Vec::new();
    for mut row in rows {
        let raised = whole.last().is_some_and(|above| {
            let (Some(mark), Some(run)) = (above.first(), row.first()) else {
                return false;
            };
            let characters: usize = above.iter().map(|run| run.text.chars().count()).sum();
            let reaches = |run: &&&Run| {
                run.x <= mark.x + mark.size && run.x + run.width >= mark.x - mark.size
            };
            characters <= 4
                && run.y - mark.y < run.size * 0.75
                && mark.size < run.size * 1.05
                && row.iter().any(|run| reaches(&run))
        });
        if raised && let Some(mut above) = whole.pop() {
            row.append(&mut above);
        }
        whole.push(row);
    }
    whole
}

fn segments(mut row: Vec<&Run>) -> Vec<Segment> {
    row.sort_by(|one, other| one.x.total_cmp(&other.x));
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
        let gap = segments.last().map(|last| run.x - last.right);
        match (segments.last_mut(), gap) {
            (Some(last), Some(gap)) if gap < run.size.min(last.size) * GAP => {
                let wants_space = gap > run.size * 0.2 && is_between_words(&last.text, &run.text);
                if wants_space && !last.text.ends_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&run.text);
                last.right = last.right.max(run.x + run.width);
                // The line is as large as most of it.
                if run.width > (last.right - last.left) * 0.5 {
                    (last.size, last.y) = (run.size, run.y);
                }
            }
            _ => segments.push(Segment {
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

/// Whether a gap is a space: between Latin words or figures it is.
fn is_between_words(before: &str, after: &str) -> bool {
    let is_latin = |character: char| character.is_ascii_alphanumeric();
    before.ends_with(is_latin) && after.starts_with(is_latin)
}

/// The text without the spaces that programs put before Chinese marks.
fn without_filling(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '、' | '，' | '。' | '；' | '：' | '）' | '》' | '”' | '！' | '？'
        ) {
            let length = kept.trim_end_matches(' ').len();
            kept.truncate(length);
        }
        kept.push(character);
    }
    kept
}
