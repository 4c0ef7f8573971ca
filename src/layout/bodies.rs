//! Whether words are the name of a body (机关, 单位): by how they end, and by where they stand.

use super::person_names::count;
use crate::lexicon::body_endings::{Count, TABLE};

/// Whether `text` ends as the name of a body does that stands there.
pub(super) fn ends_as_body(text: &str, place: Count) -> bool {
    let mut ends = false;
    for row in TABLE.endings(text) {
        // 格局 ends as 局 does.
        if row.counts.is_empty() {
            return false;
        }
        ends |= row.counts.has(place);
    }
    ends
}

/// Whether a short line is the name of a body: it ends as one and says nothing else.
pub(super) fn is_body_name(text: &str) -> bool {
    let text = text.trim();
    ends_as_body(text, Count::Letterhead)
        && count(text) <= 30
        && !text.contains(['，', '、', '“', '《'])
}

/// Whether `text` begins as the second half of a body's name that stands on two lines: 指挥部办公室.
pub(super) fn is_second_half(text: &str) -> bool {
    let mut rows = TABLE.beginnings(text);
    rows.any(|row| row.counts.has(Count::Half))
}
