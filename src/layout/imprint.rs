//! The last line of a document (版记): who sent it out and when.

use super::date;
use crate::lexicon::trailers::{Stand, TABLE};

/// 云河县人民政府办公室 2024年3月6日印发: the last line of a document (版记).
pub(super) fn is_imprint(text: &str) -> bool {
    text.len() < 180
        && TABLE
            .ending(text.trim_end_matches('。'), Stand::Issued)
            .is_some()
        && !text.contains(['，', '；', ';', '《'])
        && date::first_date(text).is_some_and(|found| found.value.len() == 10)
}
