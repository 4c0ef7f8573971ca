//! Dates that stand with the occasion, the place or the hour.

use super::date;
use crate::lexicon::date_words::{Role, TABLE};

/// （2024年3月5日在…会议上）, ——2024年3月5日在…会议上
pub(super) fn occasion_line(text: &str) -> bool {
    if text.len() > 400 || text.contains(['。', '；', ';']) {
        return false;
    }
    let bracketed = text.starts_with(['（', '(', '—', '―', '－', '-', '〔', '【']);
    let bare = text.trim_start_matches(OPENINGS);
    let dated = date::date_at(bare, 0).is_some_and(|date| !is_range(&bare[date.span.end..]));
    let closing = bare.trim_end_matches(['）', ')', ' ', '】']);
    if dated && (closes(bare) || bracketed && closing.len() < 120) {
        return true;
    }
    // （在全市经济工作会议上）
    bracketed && bare.starts_with('在') && closing.ends_with('上')
}

/// Whether another date follows a date to which it reaches: （2021年—2035年）
fn is_range(behind: &str) -> bool {
    let behind = behind.trim_start();
    let reaches = behind.strip_prefix(['-', '—', '－', '–', '~', '～', '至']);
    reaches.is_some_and(|rest| {
        let rest = rest.trim_start_matches(['-', '—', '－', '–', ' ']);
        date::date_at(rest, 0).is_some()
    })
}

/// Whether a line tells when and by whom a text was adopted: 2024年3月5日云河县第九届人民代表大会第二次会议通过
pub(super) fn is_adoption(text: &str) -> bool {
    let closing = text.trim_end_matches(['）', ')', ' ', '】']);
    let end = TABLE.ending(closing, Role::Occasion);
    occasion_line(text) && end.is_some_and(|row| !row.roles.has(Role::Event))
}

/// Whether a line begins to tell an occasion and does not end: ——2024年3月5日在云河县第九届
pub(super) fn opens(text: &str) -> bool {
    let bare = text.trim_start_matches(OPENINGS);
    let date = date::date_at(bare, 0);
    date.is_some_and(|date| {
        let rest = behind_weekday(&bare[date.span.end..]);
        rest.starts_with('在') && !text.contains(['。', '；', ';']) && !text.ends_with('上')
    })
}

/// Whether a line ends as an occasion does: …第二次会议上
pub(super) fn closes(text: &str) -> bool {
    let closing = text.trim_end_matches(['）', ')', ' ', '】']);
    closing.ends_with('上') || TABLE.ending(closing, Role::Occasion).is_some()
}

/// What stands behind a weekday in brackets: （星期二）在…
fn behind_weekday(text: &str) -> &str {
    let inner = text.trim_start_matches(['（', '(', ' ']);
    weekday(inner).map_or(text.trim_start(), |rest| {
        rest.trim_start_matches(['）', ')', ' '])
    })
}

/// The marks before an occasion.
const OPENINGS: [char; 9] = ['（', '(', '—', '―', '－', '-', ' ', '〔', '【'];

/// 云河市人民政府　2024年3月5日: a signature on one line, at times in brackets.
pub(super) fn place_and_date(text: &str) -> bool {
    let inner = text.strip_prefix(['（', '(']);
    let text = inner
        .and_then(|inner| inner.strip_suffix(['）', ')']))
        .unwrap_or(text);
    text.len() < 120
        && date::first_date(text).is_some_and(|found| {
            let tail = text[found.span.end..].trim();
            let head = text[..found.span.start].trim_end();
            (tail.is_empty() || is_posting(tail))
                && found.value.len() == 10
                && head.len() < found.span.start
                && !head.contains(['，', '。', '、'])
                && !head.is_empty()
        })
        || text.starts_with(|c: char| c.is_ascii_digit() || c == '二')
            && text.len() < 200
            && date::date_at(text, 0).is_some_and(|found| {
                let tail = text[found.span.end..].trim_start();
                found.value.len() == 10
                    && (begins_as(tail, Role::Posted).is_some()
                        || tail.starts_with(|c: char| c.is_ascii_digit())
                            && tail.len() < 160
                            && !tail.contains(['，', '。']))
            })
}

/// 19:30, 19:30 发表于湖南, 07:45 江西: what follows the day on which a page was put up.
pub(super) fn is_posting(tail: &str) -> bool {
    let clock = tail.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '：'));
    let rest = clock.trim_start();
    // The province of the account, as pages on phones show it.
    let place = begins_as(rest, Role::Account).unwrap_or(rest).trim();
    tail.len() - clock.len() > 3 && place.chars().take(4).count() < 4
}

/// What stands behind a date, without weekday, marks and 在.
pub(super) fn behind_date(text: &str) -> &str {
    let marks = [
        '（', '(', '）', ')', '—', '－', '-', ' ', '，', '在', '于', '、', '\u{3000}', '日', '至',
        '～',
    ];
    let rest = text.trim_start_matches(marks);
    weekday(rest).map_or(rest, |rest| rest.trim_start_matches(marks))
}

/// What stands behind a day of the week: 星期三.
pub(super) fn weekday(text: &str) -> Option<&str> {
    begins_as(text, Role::Weekday)?.strip_prefix(WEEKDAYS)
}

/// What stands behind the word of a date that `text` begins with, where it plays `role`.
pub(super) fn begins_as(text: &str, role: Role) -> Option<&str> {
    text.strip_prefix(TABLE.beginning(text, role)?.word)
}

const WEEKDAYS: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
