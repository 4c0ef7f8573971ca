//! # heading-style
//!
//! ## zh: 标题格式
//!
//! 序号后面的标点用错，例如“（一）、”“1、”“一.”；或者同一串条目混用两套序词，
//! 例如“首先”之后接“第二”。全文都这样写的只提示一次。
//!
//! Why: 公文四级序号的写法是固定的；一串条目换了序词，多半是增删过。
//!
//! Source: 《标点符号用法》（GB/T 15834—2011）4.4.3.3、4.5.3.5、附录B.1；
//! 《党政机关公文格式》（GB/T 9704—2012）7.3.3
//!
//! ## en: Heading style
//!
//! A number is followed by the wrong mark (（一）、 1、 一.), or one list mixes two kinds of
//! ordinals (首先…第二…). A form that stands throughout is told once.
//!
//! Why: The marks of the four levels are fixed for official documents, and a list that changes its
//! ordinals has usually gained or lost a part.
//!
//! Source: GB/T 15834—2011, 4.4.3.3, 4.5.3.5, B.1; GB/T 9704—2012, 7.3.3
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.heading-style | 序号“{words}”通常写作“{form}”。 | The number “{words}” is written “{form}”. |
//! | check.heading-style.throughout | 全文序号多写作“{words}”的样式，共 {count} 处，宜写作“{form}”。 | Numbers are written like “{words}” throughout, {count} times; the form is “{form}”. |
//! | check.heading-style.kinds | 同一列举里“{first}”之后用了“{second}”。请统一序数词。 | “{second}” follows “{first}” in one list. Keep to one kind of ordinal. |
//! | check.heading-style.first | 前一项 | The item before |
//!
//! ## Trips
//!
//! ```text
//! 一、重点任务
//! （一）、抓好春耕
//! 各乡镇备足种子化肥。
//! （二）抓好防汛
//! 水利部门巡查堤坝。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 一、重点任务
//! （一）抓好春耕
//! 各乡镇备足种子化肥。
//! （二）抓好防汛
//! 水利部门巡查堤坝。
//! ```
//!
//! ## Notes
//!
//! A form that stands throughout a document is told once, with its count.

use super::words::Role;
use super::{Context, Findings};
use crate::model::{HeadingStyle, Span};
use crate::numbering::Form;
use crate::reading::PartMarker;
use crate::text::{after, before, in_chinese};

/// More of one form are told in one finding.
const MOST_OF_A_FORM: usize = 3;

/// A mark to take out or to change: where it stands, and what belongs there.
struct Wrong {
    /// The number and its mark.
    span: Span,
    form: Form,
    right: String,
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let mut wrong: Vec<Wrong> = context
        .markers
        .all()
        .iter()
        .filter_map(|marker| wrong_mark(text, marker))
        .collect();
    wrong.extend(chapters(context));
    wrong.sort_by_key(|wrong| wrong.span);
    for form in [
        Form::Chapter,
        Form::Section,
        Form::Article,
        Form::Item,
        Form::Ordinal,
        Form::Among,
    ] {
        let of_form: Vec<&Wrong> = wrong.iter().filter(|wrong| wrong.form == form).collect();
        report(text, &of_form, findings);
    }
    two_kinds(context, findings);
}

fn report(text: &str, wrong: &[&Wrong], findings: &mut Findings) {
    let throughout = wrong.len() > MOST_OF_A_FORM;
    for one in wrong.iter().take(if throughout { 1 } else { wrong.len() }) {
        let count = wrong.len().to_string();
        let values = [
            ("words", one.span.of(text)),
            ("form", &one.right),
            ("count", &count),
        ];
        let key = if throughout {
            "check.heading-style.throughout"
        } else {
            "check.heading-style"
        };
        findings
            .report(one.span, key, &values)
            .suggest(one.span, one.right.clone());
    }
}

/// What is wrong with the mark behind a number.
fn wrong_mark(text: &str, marker: &PartMarker) -> Option<Wrong> {
    let words = marker.span.of(text);
    let number = |end: &str| {
        Some(format!(
            "{}{end}",
            words.strip_suffix(words.chars().next_back()?)?
        ))
    };
    let (span, right) = match marker.form {
        Form::Section | Form::Item if !words.is_empty() => {
            let mark = after(text, marker.span.end)
                .filter(|mark| matches!(mark, '、' | '，' | '.' | '．' | ','))?;
            let span = Span::new(marker.span.start, marker.span.end + mark.len_utf8());
            // （一）、（二） refers to parts.
            let next = after(text, span.end)?;
            if matches!(next, '（' | '(') {
                return None;
            }
            (span, words.to_owned())
        }
        Form::Article if words.ends_with('、') && marker.opens_block => {
            (marker.span, number(".")?)
        }
        Form::Ordinal | Form::Among if words.ends_with('、') => {
            // 第一、第二 are no items but parts of a name.
            let lists = matches!(after(text, marker.span.end), Some('第' | '其'));
            if lists {
                return None;
            }
            (marker.span, number("，")?)
        }
        _ => return None,
    };
    Some(Wrong {
        span,
        form: marker.form,
        right,
    })
}

/// Chapters whose number ends with a dot or comma: 一．总体要求
fn chapters(context: &Context) -> Vec<Wrong> {
    let text = context.reading.text;
    let mut found = Vec::new();
    for section in &context.reading.sections {
        let heading = section.heading;
        if heading.style != HeadingStyle::Chapter {
            continue;
        }
        let words = heading.span.of(text);
        let length: usize = words
            .chars()
            .take_while(|c| in_chinese(*c))
            .map(char::len_utf8)
            .sum();
        let Some(mark) = words[length..].chars().next() else {
            continue;
        };
        if length > 0 && matches!(mark, '.' | '．' | '，' | ',') {
            let start = heading.span.start;
            found.push(Wrong {
                span: Span::new(start, start + length + mark.len_utf8()),
                form: Form::Chapter,
                right: format!("{}、", &words[..length]),
            });
        }
    }
    found
}

/// An ordinal of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// 首先
    First,
    /// 其次
    Next,
    /// 第N，
    Number(u32),
}

/// How far apart two ordinals of one list may stand, in bytes.
const FARTHEST: usize = 3000;

/// 首先 and then 第二, 第一 and then 其次.
fn two_kinds(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let mut ordinals: Vec<(Kind, Span)> = context
        .markers
        .all()
        .iter()
        .filter(|marker| marker.form == Form::Ordinal)
        .map(|marker| (Kind::Number(marker.number), marker.span))
        .collect();
    for (role, kind) in [(Role::First, Kind::First), (Role::Next, Kind::Next)] {
        let begins = |span: &Span| {
            before(text, span.start)
                .is_none_or(|c| matches!(c, '。' | '；' | '：' | '！' | '，' | '\n'))
        };
        let spans = role.places(context.reading).filter(begins);
        ordinals.extend(spans.map(|span| (kind, span)));
    }
    ordinals.sort_by_key(|(_, span)| *span);
    for pair in ordinals.windows(2) {
        let [(first, before), (second, span)] = pair else {
            continue;
        };
        let mixed = matches!(
            (first, second),
            (Kind::First, Kind::Number(2)) | (Kind::Number(1), Kind::Next)
        );
        let between = &text[before.end..span.start];
        if !mixed || between.len() > FARTHEST || heading_between(context, *before, *span) {
            continue;
        }
        let values = [
            ("first", before.of(text).trim_end_matches(['，', '、', ' '])),
            ("second", span.of(text).trim_end_matches(['，', '、', ' '])),
        ];
        findings
            .report(*span, "check.heading-style.kinds", &values)
            .relate(*before, "check.heading-style.first", &[]);
    }
}

/// Whether a heading other than an item in a line stands between two places.
fn heading_between(context: &Context, from: Span, to: Span) -> bool {
    let sections = &context.reading.sections;
    let first = sections.partition_point(|section| section.heading.span.start <= from.start);
    sections[first..]
        .iter()
        .take_while(|section| section.heading.span.start < to.start)
        .any(|section| section.heading.style != HeadingStyle::Inline)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{of_rule, silent, trips};

    #[test]
    fn finds_wrong_marks_and_mixed_ordinals() {
        trips(
            "heading-style",
            &[
                "一、任务\n⟦（一）、⟧种植\n好。\n（二）养殖\n好。",
                "一、任务\n（一）种植\n⟦1、⟧粮食\n好。",
                "⟦（1）、⟧落实责任。",
                "⟦（二）．⟧加强督查。",
                "做好两件事。⟦第一、⟧修路。第二，治水。",
                "⟦其一、⟧修路要快。其二，治水要实。",
                "首先，修路。⟦第二，⟧治水。第三，植树。",
                "第一，修路。⟦其次⟧，治水。最后，植树。",
                "首先，抓好春耕。各乡镇要早动手。\n⟦第二，⟧抓好防火。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_the_marks_of_the_standard() {
        silent(
            "heading-style",
            &[
                "一、任务\n（一）种植\n1.粮食\n（1）小麦\n好。",
                "做好两件事。第一，修路。第二，治水。",
                "首先，修路。其次，治水。最后，植树。",
                "按照（一）、（二）两款办理。",
                "第一、第二产业协调发展。",
                "其一，修路要快。其二，治水要实。",
                "首先要修路。第一，国道。第二，村道。",
                "共有1、2、3号楼三栋。",
                "首先修好路。\n一、治水\n第二，治水要实。",
            ],
        );
    }

    #[test]
    fn a_form_that_stands_throughout_is_told_once() {
        let text: String = (1..9)
            .map(|number| format!("{number}、落实责任\n好。\n"))
            .collect();
        let findings = of_rule("heading-style", &text);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains('8'));
    }
}
