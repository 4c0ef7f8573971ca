//! Rows of document data that no label begins: numbers, letterheads, imprints, notes on the authors.

use super::attached;
use super::bodies::is_body_name;
use super::date;
use super::foot;
use super::shape::unspaced;
use crate::lexicon::trailers::{Stand, TABLE};

/// 云政发〔2024〕3号, 云办字[2024]12号, 第18号
pub(super) fn is_document_number(text: &str) -> bool {
    if text.len() > 90 || !text.trim_end_matches(['）', ')', ' ']).ends_with('号') {
        return false;
    }
    let open = text
        .find(['〔', '[', '［', '【', '﹝'])
        .or_else(|| text.find(['（', '(']).filter(|at| *at > 0));
    let year = open.and_then(|open| {
        let inner = text[open..]
            .chars()
            .skip(1)
            .take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
            .count();
        (inner == 4).then_some(())
    });
    year.is_some()
        || (text.starts_with('第')
            && text['第'.len_utf8()..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit())
            && text.len() < 16)
}

/// 云河县人民政府文件: the red letters above a document (红头), at times set wide.
pub(super) fn is_letterhead(text: &str) -> bool {
    if text.len() > 180 || text.contains("关于") || !text.ends_with(['件', '）', ')']) {
        return false;
    }
    let dense = unspaced(text);
    // 云河市第三届人民代表大会第二次会议文件（三）
    let end = dense
        .ends_with(['）', ')'])
        .then(|| dense.rfind(['（', '(']))
        .flatten()
        .unwrap_or(dense.len());
    dense[..end]
        .strip_suffix("文件")
        .is_some_and(|body| is_body_name(body) || body.ends_with("会议") && body.contains('第'))
}

/// Whether `text` begins with a word of what is printed below a text that `stand`s so.
fn begins(text: &str, stand: Stand) -> bool {
    TABLE.beginnings(text).any(|row| row.stands.has(stand))
}

/// Whether `text` ends with one.
fn ends(text: &str, stand: Stand) -> bool {
    TABLE.endings(text).any(|row| row.stands.has(stand))
}

/// What stands behind 作者单位：, 作者系 and the like.
pub(super) fn of_author(text: &str) -> Option<&str> {
    let mut rows = TABLE.beginnings(text);
    let row = rows.find(|row| row.stands.has(Stand::Author))?;
    Some(text[row.words.len()..].trim_start_matches(['：', ':']))
}

/// （根据录音整理）, （来源：《求知》2022年第8期）: a note in brackets on where the text is from.
pub(super) fn is_note(text: &str) -> bool {
    let inner = text.trim_matches(['（', '）', '(', ')', '【', '】', ' ']);
    let bracketed = text.starts_with(['（', '(', '【']) && text.ends_with(['）', ')', '】']);
    bracketed
        && text.len() < 240
        && (begins(inner, Stand::Note)
            || TABLE.inside(inner).any(|row| row.stands.has(Stand::InNote))
            || ends(inner, Stand::ClosesNote))
}

/// 云河县人民政府办公室 2024年3月6日印发: the last line of a document (版记).
pub(super) fn is_imprint(text: &str) -> bool {
    text.len() < 180
        && ends(text.trim_end_matches('。'), Stand::Issued)
        && !text.contains(['，', '；', '《'])
        && date::first_date(text).is_some_and(|found| found.value.len() == 10)
}

/// 《云河日报》（2024年05月21日 第04版）: where and when a text was printed.
pub(super) fn is_published(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', '(', ')', ' ']);
    text.len() < 120
        && bare.starts_with('《')
        && bare.ends_with(['版', '期'])
        && date::first_date(bare).is_some_and(|found| found.value.len() > 4)
        && !bare.contains(['，', '。', '、'])
}

/// What is printed below a text about it or its author.
pub(super) fn is_trailer(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '【', '[']);
    text.len() < 600 && begins(bare, Stand::Begins)
        || is_imprint(text)
        || is_note(text)
        || foot::is_address(text)
}

/// （中共云河县委党校，云河 138000）: where the authors work, with the postal code.
pub(super) fn is_affiliation(text: &str) -> bool {
    if !(text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && text.len() < 300) {
        return false;
    }
    let inner = text.trim_matches(['（', '(', '）', ')']);
    let code: String = inner.chars().rev().take(6).collect();
    let coded = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    coded && inner.len() > 12
}

/// 附件, 附件1, 附件2：, alone on a line.
pub(super) fn is_attachment(text: &str) -> bool {
    let Some(rest) = attached::headed(text) else {
        return false;
    };
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
    rest.is_empty()
        || (rest.len() <= 6
            && (rest.bytes().all(|b| b.is_ascii_digit())
                || crate::text::numeral::ordinal(rest).is_some_and(|n| n.1 == rest.len())))
}

/// Whether a line is the head of a table of contents, set wide or not.
pub(crate) fn is_contents_head(line: &str) -> bool {
    /// No longer line is one word set wide.
    const LONGEST: usize = 16;
    line.len() <= LONGEST && unspaced(line) == "目录"
}
