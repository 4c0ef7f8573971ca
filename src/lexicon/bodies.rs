//! Whether words end as the name of a body (机关, 单位) does.

use super::tables::body_endings::{Count, TABLE};

impl Count {
    /// Whether `text` ends as the name of a body does that counts there; 格局 ends as 局 does, and names none.
    pub fn ends(self, text: &str) -> bool {
        let rows = || TABLE.endings(text).map(|row| row.counts);
        rows().any(|counts| counts.has(self)) && !rows().any(|counts| counts.is_empty())
    }
}
