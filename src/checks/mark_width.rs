//! # mark-width
//!
//! ## zh: 全角半角混用
//!
//! 中文词句之间用了半角标点，或者同一篇里“%”与“％”、直引号与弯引号混用。全文都用半角的只提示一次；
//! 括号各家体例不同，不报。
//!
//! Why: 半角标点多由输入法或复制带来；同一符号两种写法，看得出文字是拼起来的。
//!
//! Source: 《标点符号用法》（GB/T 15834—2011）5.1
//!
//! ## en: Mark width
//!
//! Half-width marks stand between Chinese words, or a document has both % and ％, or
//! straight quotation marks and curved ones. A document that
//! writes half-width marks throughout is told so once; brackets are left alone, for house styles
//! differ.
//!
//! Why: Half-width marks come from another keyboard or a bad copy; two signs for one thing show
//! that passages were put together.
//!
//! Source: GB/T 15834—2011, 5.1
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.mark-width | 中文句子里用了半角“{words}”，应为“{form}”。 | A half-width “{words}” stands in Chinese text; it should be “{form}”. |
//! | check.mark-width.throughout | 全文标点多为半角，共 {count} 处。中文文稿应使用全角标点。 | The text writes half-width marks throughout, {count} of them. Chinese text takes full-width ones. |
//! | check.mark-width.quotes | 文中直引号（{words}）共 {count} 处，与弯引号（“”）混用。请统一用弯引号。 | Straight quotation marks ({words}) stand among curved ones (“”), {count} of them. Keep to the curved ones. |
//! | check.mark-width.percent | 本文“%”与“％”混用，“{words}”有 {count} 处。请统一为“{form}”。 | The document has both % and ％; “{words}” stands {count} times. Keep to “{form}”. |
//!
//! ## Trips
//!
//! ```text
//! 各单位要加强组织领导,压实工作责任，确保各项任务按期完成。会议强调，要抓好安全生产，守住底线。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 各单位要加强组织领导，压实工作责任，完成投资3,722万元，确保各项任务按期完成。
//! ```

use super::{Context, Findings};
use crate::model::Span;
use crate::text::{after, before, is_digit, is_han};

/// Half-width marks and their twins.
const MARKS: [(char, &str); 5] = [
    (',', "，"),
    (';', "；"),
    (':', "："),
    ('?', "？"),
    ('!', "！"),
];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let (mut narrow, mut wide) = (Vec::new(), 0);
    let mut percent_signs = Vec::new();
    let (mut straight, mut curved) = (Vec::new(), false);
    for &(at, sign) in context.signs() {
        match sign {
            '，' | '；' | '：' | '？' | '！' => wide += 1,
            '“' | '”' => curved = true,
            '"' if beside_han(text, at) => straight.push(Span::new(at, at + 1)),
            '%' | '％' if before(text, at).is_some_and(is_digit) => percent_signs.push((at, sign)),
            _ => {
                let form = MARKS.iter().find(|(mark, _)| *mark == sign);
                let form = form.filter(|_| between_words(text, at));
                narrow.extend(form.map(|(_, form)| (Span::new(at, at + 1), form)));
            }
        }
    }
    match narrow[..] {
        [(first, _), ..] if narrow.len() > wide && narrow.len() > 5 => {
            let count = narrow.len().to_string();
            let reported = findings.report(first, ".throughout", &[("count", &count)]);
            reported.suggest_each(narrow.iter().map(|&(span, &form)| (span, form)));
        }
        _ => narrow
            .iter()
            .for_each(|(span, form)| findings.correct(*span, "", form, &[])),
    }
    // Where nothing but straight ones stands, the text was written so.
    if let Some(first) = straight.first().filter(|_| curved) {
        let count = straight.len().to_string();
        findings.report(*first, ".quotes", &[("count", &count)]);
    }
    two_signs(&percent_signs, findings);
}

/// Whether a Chinese character stands beside a mark.
fn beside_han(text: &str, at: usize) -> bool {
    before(text, at).is_some_and(is_han) || after(text, at + 1).is_some_and(is_han)
}

/// Whether Chinese words stand on both sides of a mark; a line's end will do behind it.
fn between_words(text: &str, at: usize) -> bool {
    let words = |c: char| is_han(c) || matches!(c, '”' | '》' | '）' | '“' | '《' | '（');
    before(text, at).is_some_and(words) && after(text, at + 1).is_none_or(|c| c == '\n' || words(c))
}

/// The first of the rarer percent signs, where a document has both behind digits.
fn two_signs(percent_signs: &[(usize, char)], findings: &mut Findings) {
    let is_wide = |(_, sign): &&(usize, char)| *sign == '％';
    let wide = percent_signs.iter().filter(is_wide).count();
    let narrow = percent_signs.len() - wide;
    let (rare, form, count) = if narrow >= wide {
        ('％', "%", wide)
    } else {
        ('%', "％", narrow)
    };
    let of_rare = percent_signs.iter().filter(|(_, sign)| *sign == rare);
    let mut spans = of_rare.map(|&(at, _)| Span::new(at, at + rare.len_utf8()));
    if let Some(first) = spans.clone().next() {
        let values = [("form", form), ("count", &count.to_string())];
        let reported = findings.report(first, ".percent", &values);
        reported.suggest_each(spans.by_ref().map(|span| (span, form)));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{of_rule, silent, trips};

    #[test]
    fn one_finding_of_many_marks_says_what_to_write_at_each() {
        let text = "抓生产,抓安全,抓管理:抓落实,抓整改,抓学习,抓考核。";
        let found = of_rule("mark-width", text);
        assert_eq!(found.len(), 1);
        let all = found[0].suggestion.iter().chain(&found[0].elsewhere);
        let all: Vec<_> = all
            .map(|one| (one.span.of(text), &*one.replacement))
            .collect();
        let (comma, colon) = ((",", "，"), (":", "："));
        assert_eq!(all, [comma, comma, colon, comma, comma, comma]);
    }

    #[test]
    fn finds_half_width_marks_and_two_percent_signs() {
        trips(
            "mark-width",
            &[
                "加强领导⟦,⟧压实责任，抓好落实。",
                "修路⟦;⟧治水；种树。",
                "会议强调⟦:⟧要抓紧，要抓实。",
                "怎么办⟦?⟧关键在人，在干部。",
                "加油⟦!⟧同志们，向前进。",
                "学习《意见》⟦,⟧抓好落实，开好会议。",
                "产值增长5⟦％⟧，税收增长6%，投资增长7%。",
                "产值增长5％，税收增长6⟦%⟧，投资增长7％。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_numbers_foreign_words_and_one_width() {
        silent(
            "mark-width",
            &[
                "总额3,722万元，增长5%。",
                "支持Windows, Linux两种系统。",
                "会议10:30开始。",
                "网址为 http:\n页面。",
                "比例为34:35:31。",
                "产值增长5％，税收增长6％。",
                "产值增长5%，税收增长6%。",
                "办公楼(二期)建成，投入使用。",
                "网址https://a.cn/b?c=1可查。",
            ],
        );
    }

    #[test]
    fn a_text_in_half_width_marks_is_told_once() {
        let text = "加强领导,压实责任;统筹安排,抓好落实,".repeat(20);
        assert_eq!(of_rule("mark-width", &text).len(), 1);
    }
}
