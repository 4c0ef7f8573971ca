//! # document-number
//!
//! ## zh: 发文字号写法
//!
//! 发文字号的写法不合规范：年份没有用六角括号，加了“第”字，序号前补了零，年份只写两位。
//! 法院案号和公告编号不算。
//!
//! Why: 查文件靠的就是发文字号。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.2.5
//!
//! ## en: Document number
//!
//! A document number is in another form than 国发〔2024〕5号: other brackets, 第 before the number,
//! leading zeros, a year of two figures. Numbers of court cases and announcements are left alone.
//!
//! Why: The number is what a document is found by.
//!
//! Source: GB/T 9704—2012, 7.2.5
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.document-number.brackets | 发文字号“{words}”的年份应用六角括号，写作“{form}”。 | The year of the document number “{words}” belongs in hexagonal brackets: “{form}”. |
//! | check.document-number.year | 发文字号“{words}”的年份应写四位数字，不加“年”字，写作“{form}”。 | The year of the document number “{words}” takes four figures and no 年 (“year”): “{form}”. |
//! | check.document-number.ordinal | 发文字号“{words}”不加“第”字，写作“{form}”。 | The document number “{words}” takes no 第 (“number”): “{form}”. |
//! | check.document-number.zeros | 发文字号“{words}”前不补零，写作“{form}”。 | The document number “{words}” takes no leading zero: “{form}”. |
//!
//! ## Trips
//!
//! ```text
//! 请对照《全县防汛预案》（云政办发[2024]5号）抓好落实。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 请对照《全县防汛预案》（云政办发〔2024〕5号）抓好落实。
//! ```

use super::{Context, Findings, Role};
use crate::model::Span;
use crate::reading::time::year_before;
use crate::text::{before, is_han};

const OPENING: [char; 14] = [
    '〔', '[', '(', '（', '【', '［', '〖', '﹙', '{', '｛', '<', '＜', '《', '〈',
];
const CLOSING: [char; 14] = [
    '〕', ']', ')', '）', '】', '］', '〗', '﹚', '}', '｝', '>', '＞', '》', '〉',
];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for &(at, _) in context.signs() {
        if before(text, at).is_some_and(is_han)
            && let Some((case, length, form)) = misformed(&text[..at], &text[at..])
        {
            findings.correct(Span::new(at, at + length), case, &form, &[]);
        }
    }
}

/// What is wrong with the number whose brackets `text` begins with, behind the issuer's sign, its length, and how it
/// is written.
fn misformed(issuer: &str, text: &str) -> Option<(&'static str, usize, String)> {
    let is_figure = |c: char| c.is_ascii_digit();
    let inner = text.strip_prefix(OPENING)?;
    let close = inner.find(|c| !is_figure(c))?;
    let named = inner[close..].strip_prefix('年').unwrap_or(&inner[close..]);
    let rest = named.strip_prefix(CLOSING)?.trim_start_matches(' ');
    let number = rest.trim_start_matches('第').trim_start_matches(' ');
    let behind = number.trim_start_matches(is_figure);
    let figures = &number[..number.len() - behind.len()];
    let behind = behind.trim_start_matches(' ').strip_prefix('号')?;
    let plain = figures.trim_start_matches('0');
    let year = year_before(inner, close).filter(|(start, _)| *start == 0);
    let short = year.is_none();
    let year = match year {
        Some((_, year)) => year,
        None => century(&inner[..close]).filter(|_| Role::IssuerSign.ends(issuer).is_some())?,
    };
    let brackets = text.starts_with('〔') && named.starts_with('〕');
    let case = if !(1..=6).contains(&figures.len()) {
        return None;
    } else if short || named.len() < inner.len() - close {
        ".year"
    } else if !brackets {
        ".brackets"
    } else if rest.starts_with('第') {
        ".ordinal"
    } else if plain.len() < figures.len() {
        ".zeros"
    } else {
        return None;
    };
    Some((
        case,
        text.len() - behind.len(),
        format!("〔{year}〕{plain}号"),
    ))
}

/// The year that two figures stand for: 98, 24.
fn century(figures: &str) -> Option<i32> {
    let short: i32 = figures.parse().ok().filter(|_| figures.len() == 2)?;
    match short {
        0..=49 => Some(2000 + short),
        _ => Some(1900 + short),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_numbers_in_another_form() {
        trips(
            "document-number",
            &[
                "根据县政办发⟦[2024]5号⟧文件要求。",
                "根据县政办发⟦(2024)5号⟧文件要求。",
                "县发⟦（2023）12号⟧",
                "县发⟦【2023】12号⟧",
                "县发⟦〔2023〕第12号⟧",
                "县发⟦〔2023〕05号⟧",
                "县教函⟦［2022］8号⟧",
                "县发⟦[2023]第012号⟧",
                "县政发⟦〔23〕12号⟧",
                "县水字⟦﹙98﹚第12号⟧",
                "县政发⟦〔2023年〕12号⟧",
                "县政发⟦｛2023｝12号⟧",
                "县政发⟦[2023] 12 号⟧",
                "县政发⟦《2023》12号⟧",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_right_and_other_numbers() {
        silent(
            "document-number",
            &[
                "根据县政办发〔2024〕5号文件要求。",
                "国家税务总局公告2024年第5号",
                "（2024）京01民初5号",
                "会议（2024）在县城召开。",
                "大楼(2024)5号楼".replace("号楼", "层楼").as_str(),
                "参考文献[12]第5号",
                "到期（2025）10日内",
                "县发〔2023〕120号",
                "县发〔2023〕 120 号",
                "库房（12）3号柜",
                "南大街（23）5号",
            ],
        );
    }
}
