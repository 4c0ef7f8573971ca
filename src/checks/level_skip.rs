//! # level-skip
//!
//! ## zh: 标题层级跳跃
//!
//! 下一级标题越过了一级，例如“一、”之下直接写“1.”，而别处有“（一）”；或者级别颠倒，
//! “（一）”之下写“一、”。全文只用“一、”“1.”两级的，只提示一次。
//!
//! Why: 移动段落时丢了一级，层次就乱了，引用时说不清是哪一条。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.3.3
//!
//! ## en: Level skipped
//!
//! A heading leaves out a level: 1. right under 一、 where other chapters have （一）; or turns the
//! levels round, 一、 under （一）. A text that has only 一、 and 1. is told so once.
//!
//! Why: A level was lost when parts were moved, and what belongs to what can no longer be cited.
//!
//! Source: GB/T 9704—2012, 7.3.3
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.level-skip | 层次不连续：“{above}”之下应为“{due}”，实为“{found}”。请核对标题层次。 | A level is left out: under {above} comes {due}, but {found} stands. Check the levels. |
//! | check.level-skip.turned | 层次颠倒：“{found}”放在了“{above}”之下。请核对标题层次。 | The levels are turned round: {found} stands under {above}. Check the levels. |
//! | check.level-skip.above | 上一层标题：{start} | The heading above: {start} |
//!
//! ## Trips
//!
//! ```text
//! 一、重点任务
//! （一）抓好春耕
//! 各乡镇备足种子化肥。
//! 二、保障措施
//! 1.落实资金
//! 财政部门及时拨付。
//! 2.落实人员
//! 农技人员下到田间。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 一、重点任务
//! （一）抓好春耕
//! 各乡镇备足种子化肥。
//! 二、保障措施
//! （一）落实资金
//! 财政部门及时拨付。
//! （二）落实人员
//! 农技人员下到田间。
//! ```
//!
//! ## Notes
//!
//! The standard's guide lets a text of 一、 and 1. pass. Silent on items in a line, on headings without
//! numbers, and on lists that begin with another number than one.

use super::part_number::numbers_above;
use super::{Context, Findings};
use crate::model::{Block, Heading, HeadingStyle};
use crate::numbering::{Form, marker};
use crate::reading::Reading;

/// The levels by their numbers, from 1: 一、 （一） 1. （1）
fn level(reading: &Reading, heading: &Heading) -> Option<usize> {
    heading.number?;
    // 第一章, ① and 4.2 are no levels of the standard.
    let is_other = |c: char| matches!(c, '第' | '①'..='⑳');
    if heading.title.starts_with(is_other) || numbers_above(&heading.title).is_some() {
        return None;
    }
    let form = match heading.style {
        HeadingStyle::Inline => of_item(reading, heading),
        style => Form::of(style),
    };
    // The first of them stands at 2 in the order of all forms.
    Some(usize::from(form?.rank()) - 1)
}

/// The form of an item that has its paragraph to itself: 1.种粮。
fn of_item(reading: &Reading, heading: &Heading) -> Option<Form> {
    let start = |block: &Block| block.span.start;
    (reading
        .blocks
        .binary_search_by_key(&heading.span.start, start))
    .ok()?;
    let form = marker(&heading.title)?.form;
    let leveled = [Form::Chapter, Form::Section, Form::Article, Form::Item];
    leveled.contains(&form).then_some(form)
}

/// How the levels are written.
const FORMS: [&str; 5] = ["", "一、", "（一）", "1.", "（1）"];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let sections = &context.reading.sections;
    let mut skips = Vec::new();
    // 一、 and 1. alone are two levels; one word for the whole text is enough.
    let mut two_levels = true;
    for section in sections {
        let level = |heading| level(context.reading, heading);
        let Some(own) = level(section.heading) else {
            continue;
        };
        two_levels &= own != 2;
        let above = |at: usize| Some((sections[at].heading, level(sections[at].heading)?));
        let Some((at, (parent, above))) = section.parent.and_then(|at| Some((at, above(at)?)))
        else {
            continue;
        };
        two_levels &= own != 4;
        let first = parent.children.iter().find(|child| level(child).is_some());
        let leads = first.is_some_and(|first| std::ptr::eq(first, section.heading));
        // Some write （一） above 一、 throughout: turned round is what stands below its own level as well.
        let turned = || {
            let mut over = std::iter::successors(sections[at].parent, |&at| sections[at].parent);
            above >= 3 || over.any(|at| level(sections[at].heading) == Some(own))
        };
        let skips_one = own > above + 1 || own < above && turned();
        if skips_one && leads && section.heading.number == Some(1) {
            skips.push((parent.span, above, section.heading.span, own));
        }
    }
    let told = if two_levels { 1 } else { skips.len() };
    for (parent, above, heading, own) in skips.into_iter().take(told) {
        let values = [
            ("above", FORMS[above]),
            ("due", FORMS[(above + 1).min(4)]),
            ("found", FORMS[own]),
        ];
        let case = if own > above { "" } else { ".turned" };
        findings
            .report(heading, case, &values)
            .relate(parent, ".above", &[]);
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, silent, trips};

    #[test]
    fn finds_levels_left_out() {
        trips(
            "level-skip",
            &[
                "一、任务\n（一）种植\n好。\n二、保障\n⟦1.资金⟧\n好。\n2.人员\n好。",
                "一、任务\n⟦1.种植⟧\n好。\n2.养殖\n好。",
                "一、任务\n（一）种植\n⟦（1）小麦⟧\n好。\n（2）玉米\n好。",
                "一、任务\n⟦（1）小麦⟧\n好。\n（2）玉米\n好。",
                "一、回顾\n平稳。\n二、打算\n⟦1.修路⟧\n（1）国道\n好。\n（2）村道\n好。",
                "一、任务\n（一）种植\n1.粮食\n好。\n（二）养殖\n⟦（1）牛⟧\n好。\n（2）羊\n好。",
                "一、甲\n（一）水\n好。\n二、乙\n（一）路\n好。\n三、丙\n⟦1.电⟧\n好。",
                "（一）种植\n⟦（1）小麦⟧\n好。\n（二）养殖\n好。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_levels_in_order() {
        silent(
            "level-skip",
            &[
                "一、任务\n（一）种植\n1.粮食\n（1）小麦\n好。",
                "一、任务\n好。\n二、保障\n好。",
                "一、任务\n一是种植，二是养殖。",
                "1.资金\n好。\n2.人员\n好。",
                "（一）种植\n1.粮食\n好。\n（二）养殖\n好。",
                "一、任务\n做好以下工作。第一，水。第二，路。",
                "一、任务\n①水②路③电",
                "一、任务\n（一）种植\n一是粮，二是棉。\n1.粮食\n好。",
                "一、治水\n1.1 河道\n好。\n1.2 水库\n好。\n二、修路\n2.1 国道\n好。\n2.2 村道\n好。",
            ],
        );
    }

    #[test]
    fn two_levels_throughout_are_told_once() {
        let text = "一、甲\n1.水\n好。\n2.路\n好。\n二、乙\n1.电\n好。\n2.气\n好。";
        assert_eq!(Page::new(text).check("level-skip").len(), 1);
    }
}
