//! Rows of document data that no label begins: letterheads, imprints, notes on the authors.

use super::attached;
use super::date;
use super::dispatch;
use super::foot;
use super::imprint::is_imprint;
use super::notes_below::is_note;
use super::posts::is_body_name;
use super::shape::unspaced;
use crate::lexicon::closing_headings;
use crate::lexicon::trailers::{Stand, TABLE};
use crate::text::numeral::ordinal;

/// 云河县人民政府文件: the red letters above a document (红头), at times set wide.
pub(super) fn is_letterhead(text: &str) -> bool {
    if text.len() > 180 || text.contains("关于") || !text.ends_with(['件', '）', ')']) {
        return false;
    }
    let dense = unspaced(text);
    // 云河市第三届人民代表大会第二次会议文件（三）
    let open = dense
        .rfind(['（', '('])
        .filter(|_| dense.ends_with(['）', ')']));
    dense[..open.unwrap_or(dense.len())]
        .strip_suffix("文件")
        .is_some_and(|body| {
            body.is_empty() || is_body_name(body) || body.ends_with("会议") && body.contains('第')
        })
}

/// What stands behind 作者单位：, 作者系 and the like.
pub(super) fn of_author(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(TABLE.beginning(text, Stand::Author)?.words)?;
    Some(rest.trim_start_matches(['：', ':']))
}

/// 《云河日报》（2024年05月21日 第04版）: where and when a text was printed.
pub(super) fn is_published(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', '(', ')', ' ']);
    text.len() < 120
        && bare.starts_with('《')
        && bare.contains(['版', '期'])
        && date::first_date(bare).is_some_and(|found| found.value.len() > 4)
        && !bare.contains(['，', '。', '、'])
}

/// What is printed below a text about it or its author.
pub(super) fn is_trailer(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '【', '[']);
    text.len() < 600 && TABLE.beginning(bare, Stand::Begins).is_some()
        || is_imprint(text)
        || is_note(text)
        || dispatch::signs_off(text)
        || foot::is_address(text)
}

/// （中共云河县委党校，云河 138000）: where the authors work, with the postal code.
pub(super) fn is_affiliation(text: &str) -> bool {
    let bracketed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
    let inner = text.trim_matches(['（', '(', '）', ')']);
    let code = inner.bytes().rev().take(6);
    bracketed
        && text.len() < 300
        && inner.len() > 12
        && code.filter(u8::is_ascii_digit).count() == 6
}

/// 附件, 附件1, 附件2：, alone on a line.
pub(super) fn is_attachment(text: &str) -> bool {
    attached::headed(text).is_some_and(|rest| {
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
        let is_number = rest.bytes().all(|b| b.is_ascii_digit())
            || ordinal(rest).is_some_and(|(_, length)| length == rest.len());
        rest.len() <= 6 && is_number
    })
}

/// Whether a line leads to a page by dots, as those of a table of contents do: 一、总体要求......1
pub(super) fn is_contents_entry(line: &str) -> bool {
    const LEADERS: [&str; 4] = ["....", "……", "····", "・・・・"];
    line.ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == '…')
        && LEADERS.iter().any(|dots| line.contains(dots))
}

/// Whether a line is the head of a table of contents, set wide or not.
pub(crate) fn is_contents_head(line: &str) -> bool {
    /// No longer line is one word set wide.
    const LONGEST: usize = 16;
    line.len() <= LONGEST
        && closing_headings::TABLE
            .get(&unspaced(line))
            .is_some_and(|row| row.contents)
}
