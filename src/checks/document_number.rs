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
//! | check.document-number.ordinal | 发文字号“{words}”不加“第”字，写作“{form}”。 | The document number “{words}” takes no 第: “{form}”. |
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

use super::years::year_before;
use super::{Context, Findings};
use crate::model::Span;
use crate::text::{after, before, is_han};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    for &(at, mark) in context.signs() {
        let opens = matches!(mark, '〔' | '[' | '(' | '（' | '【' | '［' | '〖');
        if !opens || !before(text, at).is_some_and(is_han) {
            continue;
        }
        let inner = at + mark.len_utf8();
        let Some(close) = text[inner..]
            .find(|c: char| !c.is_ascii_digit())
            .map(|end| inner + end)
        else {
            continue;
        };
        let Some((_, year)) = year_before(text, close).filter(|(start, _)| *start == inner) else {
            continue;
        };
        let Some(shut) = after(text, close)
            .filter(|c| matches!(c, '〕' | ']' | ')' | '）' | '】' | '］' | '〗'))
        else {
            continue;
        };
        let rest = &text[close + shut.len_utf8()..];
        let ordinal = rest.starts_with('第');
        let number = rest.trim_start_matches('第');
        let figures = number
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(number.len());
        if figures == 0 || figures > 6 || !number[figures..].starts_with('号') {
            continue;
        }
        let plain = number[..figures].trim_start_matches('0');
        let zeros = plain.len() < figures;
        let right = mark == '〔' && shut == '〕';
        let key = match (right, ordinal, zeros) {
            (false, _, _) => "check.document-number.brackets",
            (true, true, _) => "check.document-number.ordinal",
            (true, false, true) => "check.document-number.zeros",
            _ => continue,
        };
        let end = text.len() - number.len() + figures + '号'.len_utf8();
        let span = Span::new(at, end);
        let form = format!("〔{year}〕{plain}号");
        findings
            .report(span, key, &[("words", span.of(text)), ("form", &form)])
            .suggest(span, form);
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
            ],
        );
    }
}
