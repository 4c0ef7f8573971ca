//! What a newspaper or a journal prints around its columns: heads, page numbers, continuations.

use super::super::date;
use super::super::occasion::weekday;
use super::super::shape::unspaced;
use crate::lexicon::press_words::{Is, TABLE};
use crate::lexicon::trailers::{self, Stand};
use crate::text::is_longer;
use crate::text::numeral::{self, ordinal};

/// The bytes of 上接第一版 or 下转3版 at the beginning of `text`.
pub(super) fn continuation(text: &str) -> Option<usize> {
    let (row, rest) = TABLE.behind(text)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let digits = match rest.bytes().take_while(u8::is_ascii_alphanumeric).count() {
        _ if row.is != Is::Continuation => return None,
        digits @ 1..5 => digits,
        _ => ordinal(rest)?.1,
    };
    let rest = rest[digits..].trim_start().strip_prefix(['版', '页'])?;
    let arrows = rest.trim_start_matches(['▶', '▷', '→', '>', '»', '》', ' ']);
    Some(text.len() - arrows.len())
}

/// A rule across the page.
pub(super) fn is_rule(line: &str) -> bool {
    is_longer(line, 2) && line.chars().all(|c| "-=*_—─━·.…~～ |:＝－".contains(c))
}

/// - 3 -, — 12 —, 第3页, 第 3 页 共 10 页, 3 / 12, 共12页
pub(super) fn is_page_number(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let inner = line.trim_matches(['-', '—', '－', '─', '·', ' ', '–', '―', '=']);
    let all_digits =
        |text: &str| !text.is_empty() && text.len() < 4 && text.bytes().all(|b| b.is_ascii_digit());
    if all_digits(inner) && inner.len() < line.len() {
        return true;
    }
    // 3 / 12: the second number is the count of pages.
    if let Some((page, pages)) = inner.split_once('/')
        && let (Ok(page), Ok(pages)) = (page.trim().parse::<u16>(), pages.trim().parse::<u16>())
        && page <= pages
        && inner.contains(' ')
    {
        return true;
    }
    let dense = unspaced(inner);
    let pages = dense.strip_suffix(['页', '頁']);
    if pages.is_some_and(|pages| all_digits(pages.trim_start_matches('共'))) {
        return true;
    }
    let Some(rest) = dense.strip_prefix('第') else {
        return false;
    };
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    digits.len() < rest.len()
        && digits.strip_prefix(['页', '頁']).is_some_and(|tail| {
            tail.len() < 20
                && tail
                    .trim_matches(|c: char| {
                        c.is_ascii_digit()
                            || matches!(c, '共' | '页' | '頁' | '/' | '，' | '（' | '）')
                    })
                    .is_empty()
        })
}

/// · 理论研究 ·, the name of a column in a journal.
pub(super) fn is_column_name(line: &str) -> bool {
    let dot = ['·', '•', '●', '◆', '■', '★', '|'];
    line.len() < 60
        && line.ends_with(dot)
        && line.starts_with(dot)
        && line.matches('|').count() < 3
        && line.chars().any(char::is_alphabetic)
}

/// Whether a line with a weekday says when a speech was given or a notice was sent out: a date alone in
/// brackets, ——…在…会议上, …印发.
fn is_dateline(line: &str) -> bool {
    let issued = trailers::TABLE.ending(line, Stand::Issued).is_some();
    line.starts_with(['—', '－', '-', '（', '('])
        || line.contains('在')
        || line.ends_with('上')
        || issued
        || line.ends_with(['）', ')']) && line.starts_with(|first| numeral::digit(first).is_some())
}

/// A newspaper's head: its name, the number of the page, the weekday.
pub(super) fn is_masthead(line: &str) -> bool {
    let length = line.chars().take(61).count();
    if length > 60 {
        return false;
    }
    let mut weeks = line.match_indices('星');
    let weekday = weeks.any(|(at, _)| weekday(&line[at..]).is_some());
    if weekday && !is_dateline(line) && date::first_date(line).is_some() {
        return true;
    }
    let page = line.find('第').is_some_and(|at| {
        let rest = line[at + '第'.len_utf8()..].trim_start();
        let number = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = rest.len() - number.len();
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        let digits = match digits {
            1.. if letters < 2 => letters + digits,
            _ => ordinal(rest).map_or(0, |n| n.1),
        };
        // 第二期工程 is no page.
        digits > 0
            && rest[digits..]
                .trim_start()
                .strip_prefix(['版', '期'])
                .is_some_and(|tail| !tail.starts_with(char::is_alphabetic))
    });
    let lettered = line.split_whitespace().any(|word| {
        word.find('版').is_some_and(|at| {
            let number = word[..at].trim_start_matches(|c: char| c.is_ascii_uppercase());
            number.len() < at
                && !number.is_empty()
                && number.len() < 4
                && number.bytes().all(|b| b.is_ascii_digit())
        })
    });
    // 《云河学刊》2023年第2期, at the foot of a journal's page
    let named = line.starts_with('《') && line.matches('《').count() == 1 && line.contains('》');
    if page && named && line.ends_with(['期', '版', '页']) && length <= 40 {
        return true;
    }
    if (page || lettered) && length <= 30 && !line.contains(['，', '、', '《']) {
        return true;
    }
    if is_lettered_page(line) || is_page_after_name(line) {
        return true;
    }
    let paper = TABLE
        .longest_at_end(line)
        .is_some_and(|row| row.is == Is::Paper);
    paper && length <= 10
}

/// 《云河学刊》2023年第2期: whole, so that it is no piece of a sentence.
pub(super) fn is_named_issue(line: &str) -> bool {
    let name = line.trim_start_matches('《').chars().next();
    line.ends_with(['期', '版'])
        && line.contains("年第")
        && name.is_some_and(char::is_alphabetic)
        && (line.starts_with('《') || line.contains(char::is_whitespace))
}

/// 要闻 03, 理论周刊 A06: the name of a newspaper's page before its number.
fn is_page_after_name(line: &str) -> bool {
    let parts = line.rsplit_once(char::is_whitespace);
    parts.is_some_and(|(name, number)| {
        let (letters, digits) = page_number(number);
        let numbered = letters + digits == number.len() && digits == 2;
        numbered && (letters == 1 || number.starts_with('0')) && is_page_name(name)
    })
}

/// A2 要闻, 04 理论: the number of a newspaper's page with its name.
fn is_lettered_page(line: &str) -> bool {
    let (letters, digits) = page_number(line);
    let name = &line[letters + digits..];
    (letters == 1 || line.starts_with('0'))
        && (1..3).contains(&digits)
        && name.starts_with(char::is_whitespace)
        && is_page_name(name)
}

/// How many capitals and how many digits behind them `text` begins with.
fn page_number(text: &str) -> (usize, usize) {
    let number = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let name = number.trim_start_matches(|c: char| c.is_ascii_digit());
    (text.len() - number.len(), number.len() - name.len())
}

fn is_page_name(name: &str) -> bool {
    let name = name.trim();
    is_longer(name, 1) && !is_longer(name, 6) && name.chars().all(char::is_alphabetic)
}
