//! # numbering-repeat
//!
//! ## zh: 序号重复
//!
//! 同一级标题或条目的序号出现两次，例如两个“（二）”，或“一是、二是、二是”。
//!
//! Why: 多半是插入一项后没有重新编号。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.3.3
//!
//! ## en: Numbering repeated
//!
//! A number stands twice in a run of headings or items: （二） and again （二）, or 一是, 二是,
//! 二是.
//!
//! Why: A part was put in and the rest was not renumbered.
//!
//! Source: GB/T 9704—2012, 7.3.3
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.numbering-repeat | 序号“{number}”重复。请重新编号。 | The number {number} stands twice. Number the parts anew. |
//! | check.numbering-repeat.before | 前一项：{start} | The part before: {start} |
//!
//! ## Trips
//!
//! ```text
//! 一、重点工作
//! （一）修路
//! 年内改造农村公路四十公里。
//! （二）治水
//! 年内整治河道六条。
//! （二）植树
//! 年内造林两千亩。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 一、重点工作
//! （一）修路
//! 年内改造农村公路四十公里。
//! （二）治水
//! 年内整治河道六条。
//! （三）植树
//! 年内造林两千亩。
//! ```

use super::numbering::{self, SlipKind};
use super::{Context, Findings};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let severity = numbering::severity(context.slips());
    for slip in context.slips() {
        if slip.kind == SlipKind::Repeat {
            let values = [("number", &*slip.written)];
            let mut finding = findings.report(slip.span, "", &values);
            finding.set(severity);
            finding.relate(slip.previous, ".before", &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_numbers_that_stand_twice() {
        trips(
            "numbering-repeat",
            &[
                "一、任务\n（一）修路\n好。\n（二）治水\n好。\n⟦（二）植树⟧\n好。",
                "一、回顾\n好。\n二、形势\n好。\n⟦二、任务⟧\n好。",
                "要做好工作。一是修路，二是治水，⟦二是植树⟧。",
                "一、任务\n（一）农业\n1.种粮\n好。\n2.养畜\n好。\n⟦2.种树⟧\n好。",
                "第一，修路。第二，治水。⟦第二，植树⟧。",
                "一要修路，二要治水，三要植树，⟦三要补种⟧。",
                "一、任务\n好。\n⟦一、保障⟧\n好。\n二、督查\n好。",
                "一、任务\n（一）修路\n好。\n⟦（一）治水⟧\n好。\n（二）植树\n好。",
                "一、回顾\n好。\n二、形势\n好。\n三、任务\n好。\n⟦三、保障⟧\n好。\n四、督查\n好。",
                "收入分三类：（一）税收；⟦（一）利润⟧；（三）其他。",
                "第十一条\n本办法由县水利局解释。\n⟦第十一条⟧\n本办法自印发之日起施行。",
                "要做好工作。第一，修路。\n第二，治水，疏浚河道。第三，植树，绿化荒山。\n⟦第三，补种⟧，养护幼苗。\n第四，护林，严防火灾。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_a_run_begins_anew() {
        silent(
            "numbering-repeat",
            &[
                "一、任务\n（一）修路\n好。\n（二）治水\n好。\n二、保障\n（一）资金\n好。\n（二）人员\n好。",
                "一是修路，二是治水。一是资金，二是人员。",
                "一、任务\n（一）农业\n1.种粮\n好。\n2.养畜\n好。\n（二）工业\n1.建厂\n好。\n2.招商\n好。",
                "一是修路，一是治水。",
                "第一，修路。第二，治水。\n再说两句。第一，资金。第二，人员。",
                "一是修路，一要快，二要好；二是治水，一要早，二要清。",
                "一、回顾\n好。\n二、形势\n好。\n三、任务\n好。",
                "二期工程和第二，三产业都要抓好。",
                "问：农业怎么样？答：首先，粮多了。其次，果好了。第三，机新了。问：工业怎么样？答：首先，厂多了。其次，货好了。第三，人来了。",
                "一、回顾\n好。\n二、形势\n好。\n项目\n分值\n二、形势\n很好。\n三、任务\n好。",
                "第一，修路。要做到：第一，快。第二，实。\n第二，治水。要做到：第一，早。第二，清。\n第三，植树。",
                "三、农业\n好。\n四、工业\n好。要做好三件事，三、建厂；\n四、招商\n好。\n五、商贸\n好。",
            ],
        );
    }
}
