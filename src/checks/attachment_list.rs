//! # attachment-list
//!
//! ## zh: 附件与附件说明不符
//!
//! 正文提到的附件序号（见附件3）超出文末附件说明所列的个数；附件说明里附件名称后面加了句号、分号，
//! 或者只有一个附件却编了序号，这两种只作提示。没有附件说明（“附件：”）的不报。
//!
//! Why: 收文机关按附件说明清点，对不上就要退回补发。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.3.4
//!
//! ## en: List of annexes
//!
//! The text speaks of an annex (见附件3) beyond those that its list has; the name of an annex has a full stop or semicolon
//! behind it, or the only one bears a number, which both are only pointed out. Silent where there is no list (附件：).
//!
//! Why: Whoever receives the document counts the annexes by their list.
//!
//! Source: GB/T 9704—2012, 7.3.4
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.attachment-list | 文中提到“{words}”，附件说明只列了{count}个附件。请核对。 | The text has “{words}”, and the list has {count} annexes. Check it. |
//! | check.attachment-list.mark | 附件名称后不加标点：“{words}”。 | No mark stands behind the name of an annex: “{words}”. |
//! | check.attachment-list.lone | 只有一个附件时不编序号。 | The only annex bears no number. |
//!
//! ## Trips
//!
//! ```text
//! 云溪县水务局关于做好防汛工作的通知
//! 各乡镇人民政府：
//! 汛期将至，请按水库名单（见附件3）立即排查隐患。
//! 附件：1.防汛值班表
//! 2.防汛物资清单
//! 云溪县水务局
//! 2031年5月6日
//! ```
//!
//! ## Silent
//!
//! ```text
//! 云溪县水务局关于做好防汛工作的通知
//! 各乡镇人民政府：
//! 汛期将至，请按水库名单（见附件2）立即排查隐患。
//! 附件：1.防汛值班表
//! 2.防汛物资清单
//! 云溪县水务局
//! 2031年5月6日
//! ```

use super::{Context, Findings, Role};
use crate::model::{BlockKind, Severity, Span};
use crate::reading::Reading;
use crate::text::is_digit;
use crate::text::numeral::small;

/// An annex in the list: its number, where it has one, and its line.
struct Annex {
    number: Option<u32>,
    span: Span,
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let Some((first, annexes)) = list(reading) else {
        return;
    };
    let last = annexes.iter().filter_map(|annex| annex.number).max();
    let count = last.unwrap_or(1);
    for annex in &annexes {
        let words = annex.span.of(reading.text);
        if let Some(mark) = words
            .chars()
            .next_back()
            .filter(|c| matches!(c, '。' | '；' | '，'))
        {
            let span = Span::new(annex.span.end - mark.len_utf8(), annex.span.end);
            let mut reported = findings.report(span, ".mark", &[("words", words)]);
            reported.set(Severity::Info);
            reported.suggest(span, "");
        }
    }
    if let ([lone], Some(1)) = (&annexes[..], last) {
        findings.report(lone.span, ".lone", &[]).set(Severity::Info);
    }
    let blocks = reading.blocks[..first].iter();
    for block in blocks.filter(|block| block.kind == BlockKind::Paragraph) {
        for (span, number) in mentions(reading.text, block.span) {
            if number > count {
                let count = count.to_string();
                findings.report(span, "", &[("count", &count)]);
            }
        }
    }
}

/// The list of annexes (附件：1.…), and the index of the block that it begins with.
fn list(reading: &Reading) -> Option<(usize, Vec<Annex>)> {
    let words = |index: usize| reading.blocks[index].span.of(reading.text);
    let opens = |index: &usize| {
        Role::Annex
            .behind(words(*index).trim_start())
            .is_some_and(is_list)
    };
    let first = (0..reading.blocks.len()).find(opens)?;
    let mut annexes = Vec::new();
    for (index, block) in reading.blocks.iter().enumerate().skip(first) {
        let line = words(index).trim();
        let named = match index == first {
            true => Role::Annex
                .behind(line)?
                .trim_start_matches(['：', ':', ' ', '\u{3000}']),
            false => line,
        };
        let number = numbered(named);
        if block.kind == BlockKind::Signature || index > first && number.is_none() {
            break;
        }
        let end = block.span.start + words(index).trim_end().len();
        let span = Span::new(end - named.len(), end);
        annexes.extend(on_one_line(named, number).map(|(number, place)| Annex {
            number,
            span: place.moved(span.start),
        }));
    }
    Some((first, annexes))
}

/// 1.防汛值班表2.防汛物资清单: the annexes that a line names, whose first has this number.
fn on_one_line(line: &str, first: Option<u32>) -> impl Iterator<Item = (Option<u32>, Span)> + '_ {
    let mut starts = vec![0];
    let mut due = first.unwrap_or(u32::MAX);
    while let Some(next) = due.checked_add(1)
        && let Some(&last) = starts.last()
        && let Some(at) = line[last..]
            .match_indices(&next.to_string())
            .map(|(at, _)| last + at)
            .find(|&at| {
                at > last && numbered(&line[at..]) == Some(next) && !line[..at].ends_with(is_digit)
            })
    {
        starts.push(at);
        due = next;
    }
    let ends = starts.clone().into_iter().skip(1).chain([line.len()]);
    let named = starts.into_iter().zip(ends).enumerate();
    named.map(move |(place, (start, end))| {
        let number = first.map(|first| first + place as u32);
        (
            number,
            Span::new(start, start + line[start..end].trim_end().len()),
        )
    })
}

/// Whether what stands behind 附件 opens a list.
fn is_list(behind: &str) -> bool {
    let name = behind.strip_prefix(['：', ':']);
    name.is_some_and(|name| !name.trim().is_empty())
}

/// The number that a line of the list begins with: 2.防汛物资清单.
fn numbered(line: &str) -> Option<u32> {
    let (number, length) = small(line)?;
    line[length..]
        .starts_with(['.', '．', '、', '﹒'])
        .then_some(number)
}

/// Where a paragraph speaks of a numbered annex: 见附件3.
fn mentions(text: &str, paragraph: Span) -> impl Iterator<Item = (Span, u32)> + '_ {
    let words = paragraph.of(text);
    let places = Role::Annex.words().iter();
    places.flat_map(move |annex| {
        words.match_indices(annex).filter_map(move |(at, annex)| {
            let behind = &words[at + annex.len()..];
            let bare = behind.trim_start_matches(' ');
            let (number, length) = small(bare)?;
            let end = at + annex.len() + behind.len() - bare.len() + length;
            // 附件2024年…: no number of it.
            let ends =
                !words[end..].starts_with(['年', '月', '日', '个', '份', '项', '.', '页', '张']);
            ends.then(|| (Span::new(at, end).moved(paragraph.start), number))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::in_file;

    fn found(body: &str, list: &str) -> usize {
        let text = format!(
            "云溪县水务局关于做好防汛工作的通知\n各乡镇人民政府：\n{body}\n{list}\n云溪县水务局\n2031年5月6日\n"
        );
        in_file("attachment-list", &text).len()
    }

    #[test]
    fn finds_annexes_that_the_list_lacks_and_names_out_of_form() {
        let two = "附件：1.防汛值班表\n2.防汛物资清单";
        assert_eq!(found("请按名单（见附件3）排查隐患。", two), 1);
        assert_eq!(found("请按附件4所列名单排查隐患。", two), 1);
        assert_eq!(found("请按附件2的名单排查隐患。", "附件：防汛值班表"), 1);
        assert_eq!(
            found("请排查隐患。", "附件：1.防汛值班表；\n2.防汛物资清单。"),
            2
        );
        assert_eq!(found("请排查隐患。", "附件：1.防汛值班表"), 1);
    }

    #[test]
    fn keeps_silent_on_lists_in_form() {
        let two = "附件：1.防汛值班表\n2.防汛物资清单";
        assert_eq!(found("请按名单（见附件1、附件2）排查隐患。", two), 0);
        assert_eq!(
            found(
                "请按名单（见附件）排查隐患，报送附件3份。",
                "附件：防汛值班表"
            ),
            0
        );
        assert_eq!(found("请按名单（见附件3）排查隐患。", "请认真落实。"), 0);
        let one_line = "附件：1.防汛值班表2.防汛物资清单 3.联系电话";
        assert_eq!(found("请按名单（见附件3）排查隐患。", one_line), 0);
    }
}
