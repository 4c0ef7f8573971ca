//! How far apart lines stand.

use super::Line;

/// How much wider than between lines of a paragraph it is between two of them: a third of a line is seen, and no font's
/// unevenness comes near it.
pub(super) const WIDER: f32 = 1.35;

/// Between the baselines of lines, mostly; 0 where there are fewer than two.
pub(super) fn of(lines: &[Line]) -> f32 {
    let mut pitches: Vec<f32> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    pitches.sort_by(f32::total_cmp);
    let middle = pitches.get(pitches.len() / 2).copied();
    middle.unwrap_or(0.0).max(0.0)
}
