//! Captions and credits of pictures.

use crate::lexicon::picture_words::{TABLE, Tells};

/// 图为…, （图①…）: a caption, told by how it begins.
pub(super) fn is_caption(bare: &str) -> bool {
    let words = bare.trim_start_matches(['▲', '△', '↑', '▼']).trim_start();
    let row = TABLE.longest(words);
    row.is_some_and(|row| row.tells == Some(Tells::Caption)) && bare.chars().take(120).count() < 120
}

/// 新华社记者 某某 摄
pub(super) fn is_credit(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['。', '/']);
    let row = TABLE.longest_at_end(bare);
    row.is_some_and(|row| row.tells == Some(Tells::Credit)) && bare.chars().take(60).count() < 60
}
