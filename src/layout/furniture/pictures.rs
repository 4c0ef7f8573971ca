//! Captions and credits of pictures.

use crate::lexicon::Plays;
use crate::lexicon::picture_words::{TABLE, Tells};
use crate::text::is_longer;

/// 图为…, （图①…）: a caption, told by how it begins.
pub(super) fn is_caption(bare: &str) -> bool {
    let words = bare.trim_start_matches(['▲', '△', '↑', '▼']).trim_start();
    let row = TABLE.longest(words);
    let told = row.is_some_and(|row| row.plays(Tells::Caption));
    // 工人在车间作业。某某 摄: one clause before the credit.
    let credited = || {
        bare.rsplit_once('。').is_some_and(|(words, credit)| {
            is_credit(credit) && !words.contains(['，', '。', '；', ';'])
        })
    };
    !is_longer(bare, 119) && (told || credited())
}

/// 新华社记者 某某 摄
pub(super) fn is_credit(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['。', '/']);
    // 钱小桥摄（人民视觉）: the agency stands behind it.
    let bare = bare.split_once('（').map_or(bare, |(credit, _)| credit);
    if bare.contains('。') {
        return false;
    }
    let row = TABLE.longest_at_end(bare);
    row.is_some_and(|row| row.plays(Tells::Credit)) && !is_longer(bare, 59)
}
