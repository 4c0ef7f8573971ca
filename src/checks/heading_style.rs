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

use super::{Context, Findings, Role};
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
    let markers = context.markers.all().iter();
    let mut wrong: Vec<Wrong> = markers
        .filter_map(|marker| wrong_mark(text, marker))
        .collect();
    wrong.extend(chapters(context));
    for form in [
        Form::Chapter,
        Form::Section,
        Form::Article,
        Form::Item,
        Form::Ordinal,
        Form::Among,
    ] {
        let of_form: Vec<&Wrong> = wrong.iter().filter(|wrong| wrong.form == form).collect();
        let (case, told) = match of_form.len() {
            count if count > MOST_OF_A_FORM => (".throughout", 1),
            count => ("", count),
        };
        let count = [("count", &*of_form.len().to_string())];
        for one in &of_form[..told] {
            findings.correct(one.span, case, &one.right, &count);
        }
    }
    two_kinds(context, findings);
    strays(context, findings);
}

/// 三是修路。第四，治水。五是植树: an item whose number goes on in another form than those on both sides of it.
fn strays(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let is_item = |marker: &&PartMarker| matches!(marker.form, Form::Ordinal | Form::Count(_));
    let items: Vec<&PartMarker> = context.markers.all().iter().filter(is_item).collect();
    for around in items.windows(3) {
        let [before, stray, behind] = *around else {
            continue;
        };
        let goes_on = before.number + 1 == stray.number && stray.number + 1 == behind.number;
        let far = behind.span.start - before.span.end > FARTHEST;
        if goes_on && before.form == behind.form && stray.form != before.form && !far {
            let [first, second] = [before, stray]
                .map(|marker| marker.span.of(text).trim_end_matches(['，', '、', ' ']));
            findings
                .report(
                    stray.span,
                    ".kinds",
                    &[("first", first), ("second", second)],
                )
                .relate(before.span, ".first", &[]);
        }
    }
}

/// What is wrong with the mark behind a number.
fn wrong_mark(text: &str, marker: &PartMarker) -> Option<Wrong> {
    let (words, form) = (marker.span.of(text), marker.form);
    let next = after(text, marker.span.end);
    let mut span = marker.span;
    let right = match form {
        Form::Section | Form::Item if !words.is_empty() => {
            let mark = next.filter(|mark| matches!(mark, '、' | '，' | '.' | '．' | ','))?;
            span.end += mark.len_utf8();
            // （一）、（二） refers to parts.
            after(text, span.end).filter(|next| !matches!(next, '（' | '('))?;
            words.to_owned()
        }
        Form::Article if marker.opens_block => format!("{}.", words.strip_suffix('、')?),
        // 第一、第二 are no items but parts of a name.
        Form::Ordinal | Form::Among
            if !next.is_some_and(|next| matches!(next, '第' | '其') || in_chinese(next)) =>
        {
            format!("{}，", words.strip_suffix('、')?)
        }
        _ => return None,
    };
    Some(Wrong { span, form, right })
}

/// Chapters whose number ends with a dot or comma: 一．总体要求
fn chapters(context: &Context) -> impl Iterator<Item = Wrong> {
    let headings = context.reading.headings();
    let chapters = headings.filter(|heading| heading.style == HeadingStyle::Chapter);
    chapters.filter_map(|heading| {
        let words = heading.span.of(context.reading.text);
        let rest = words.trim_start_matches(in_chinese);
        let behind = rest.strip_prefix(['.', '．', '，', ','])?;
        let (number, start) = (&words[..words.len() - rest.len()], heading.span.start);
        (!number.is_empty()).then(|| Wrong {
            span: Span::new(start, start + words.len() - behind.len()),
            form: Form::Chapter,
            right: format!("{number}、"),
        })
    })
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
    let markers = context.markers.all().iter();
    let numbered = markers.filter(|marker| marker.form == Form::Ordinal);
    let mut ordinals: Vec<(Span, Kind)> = numbered
        .map(|marker| (marker.span, Kind::Number(marker.number)))
        .collect();
    for (role, kind) in [(Role::First, Kind::First), (Role::Next, Kind::Next)] {
        let begins = |span: &Span| {
            before(text, span.start)
                .is_none_or(|c| matches!(c, '。' | '；' | '：' | '！' | '，' | '\n'))
        };
        let spans = context.places(role).filter(begins);
        ordinals.extend(spans.map(|span| (span, kind)));
    }
    ordinals.sort_by_key(|(span, _)| *span);
    for pair in ordinals.windows(2) {
        let ([(one, Kind::First), (next, Kind::Number(2))]
        | [(one, Kind::Number(1)), (next, Kind::Next)]) = pair
        else {
            continue;
        };
        let far = next.start - one.end > FARTHEST;
        if !far && !heading_between(context, *one, *next) {
            let [first, second] =
                [one, next].map(|span| span.of(text).trim_end_matches(['，', '、', ' ']));
            findings
                .report(*next, ".kinds", &[("first", first), ("second", second)])
                .relate(*one, ".first", &[]);
        }
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
                "要做好工作。一是修路，要快。二是治水，要早。⟦第三，⟧植树，要密。四是护林，要严。",
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
                "其中，第一、二、三产业增加值分别增长4%、2%、1%。",
                "会议由第二、三小组承办。",
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
