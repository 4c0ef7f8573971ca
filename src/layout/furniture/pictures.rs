//! Captions and credits of pictures.

use crate::lexicon::Plays;
use crate::lexicon::picture_words::{TABLE, Tells};
use crate::text::is_longer;

/// 图为…, （图①…）: a caption, told by how it begins.
pub(super) fn is_caption(bare: &str) -> bool {
    let words = bare.trim_start_matches(['▲', '△', '↑', '▼']).trim_start();
    let row = TABLE.longest(words);
    row.is_some_and(|row| row.plays(Tells::Caption)) && !is_longer(bare, 119)
}

/// 新华社记者 某某 摄
pub(super) fn is_credit(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['。', '/']);
    // A sentence before it is a caption where it says when: 3月8日，…
    if bare.contains('。') && !bare.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let row = TABLE.longest_at_end(bare);
    row.is_some_and(|row| row.plays(Tells::Credit)) && !is_longer(bare, 59)
}
