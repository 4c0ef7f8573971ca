//! # numbering-gap
//!
//! ## zh: 序号不连续
//!
//! 同一级标题或条目的序号中间缺了一个，例如“一、”之后是“三、”，“一是”之后是“三是”。
//! 下一级标题重新编号不算。
//!
//! Why: 多半是删去一项后没有重新编号，或者复制时漏了一段；引用“第三条”的人会引错。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.3.3
//!
//! ## en: Numbering gap
//!
//! A number is left out in a run of headings or items: 三、 after 一、, 三是 after 一是. A run that
//! begins anew under the next heading is none.
//!
//! Why: A part was taken out and the rest not renumbered, or a part was lost in copying; whoever
//! cites the third article cites the wrong one.
//!
//! Source: GB/T 9704—2012, 7.3.3
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.numbering-gap | 序号不连续：应为“{expected}”，实为“{found}”。请核对是否漏写。 | The numbering jumps: {expected} is due, {found} stands. Check whether a part is missing. |
//! | check.numbering-gap.before | 前一项：{start} | The part before: {start} |
//!
//! ## Trips
//!
//! ```text
//! 一、总体情况
//! 上半年各项工作进展顺利，主要指标符合预期。
//! 三、下步打算
//! 下半年继续抓好项目建设，确保全年任务完成。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 一、总体情况
//! 上半年各项工作进展顺利，主要指标符合预期。
//! 二、下步打算
//! 下半年继续抓好项目建设，确保全年任务完成。
//! ```

use super::numbering::{self, SlipKind};
use super::{Context, Findings};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let severity = numbering::severity(context.slips());
    for slip in context.slips() {
        if let SlipKind::Gap(expected) = &slip.kind {
            let values = [("expected", &**expected), ("found", &slip.written)];
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
    fn finds_numbers_left_out() {
        trips(
            "numbering-gap",
            &[
                "一、总体情况\n平稳。\n⟦三、下步打算⟧\n再加劲。",
                "一、任务\n（一）修路\n好。\n（二）治水\n好。\n⟦（四）植树⟧\n好。",
                "要做好工作。一是修路，二是治水，⟦四是植树⟧。",
                "一、任务\n（一）农业\n1.种粮\n好。\n⟦3.养畜⟧\n好。",
                "第一，修路。第二，治水。⟦第四，植树⟧。",
                "一要修路。二要治水。⟦五要植树⟧。",
                "一、回顾\n好。\n二、形势\n好。\n⟦五、任务⟧\n好。",
                "一、任务\n（一）修路\n好。\n二、保障\n（一）资金\n好。\n⟦（三）人员⟧\n好。",
                "十、宣传\n好。\n⟦十二、督查⟧\n好。",
                "第一章　总则\n第一条　为了管好灌区，制定本办法。\n第二条　本办法适用于全县灌区。\n第二章　管理\n⟦第四条　⟧灌区由水利站管理。\n第五条　用水户应当节水。",
                "收入分四类：（一）税收；（二）利润；⟦（四）其他⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_whole_runs() {
        silent(
            "numbering-gap",
            &[
                "一、总体情况\n平稳。\n二、下步打算\n再加劲。",
                "一、任务\n（一）修路\n好。\n（二）治水\n好。\n二、保障\n（一）资金\n好。",
                "一是修路，二是治水，三是植树。一是资金，二是人员。",
                "2.1 修渠\n要修渠，还要清淤2.2 打井\n2.3 植树\n要植树。\n2.4 种草\n要种草。",
                "3.1 修渠\n要修渠。\n3.2 打井\n要打井，防止沉陷3.3 植树\n3.4 种草\n要种草。",
                "一、总体情况\n平稳，二、存在问题\n不少。\n三、下步打算\n再加劲。",
                "首先修路。第二，治水。第三，植树。",
                "一要修路，一要治水，二要植树。",
                "一、二、三产业协调发展。五是旧话。",
                "（一）修渠\n好。\n?。ǘ┐蚓\n好。\n（四）植树\n好。",
                "第一条　为了管好灌区，制定本办法。\n第二条　本办法适用于全县灌区，包括第三条所称的塘坝。\n第三条　塘坝由村管理。\n附则\n第一条　本附则另行计数。\n第二条　本附则自公布之日起施行。",
                "第一条　为了管好灌区，制定本办法。\n第=条　本办法适用于全县灌区和塘坝。\n第三条　塘坝由村管理，灌区由站管理。",
                "一、修渠\n抓好清淤、护坡，二\n打井\n好。\n三、植树\n好。",
                "一、修渠\n好。\n二\n打井\n好。\n三、植树\n好。",
                "九、宣传\n好。\n十、督查\n好。\n十一、奖惩\n好。",
                "依照第二条：（一）、（三）两款办理；（三）款另有规定。",
                "一、甲\n好。\n二、乙\n分三步：\n一、早\n好。\n二、快\n好。\n三、丙\n好。\n四、丁\n好。",
                "一、甲\n好。\n二、乙\n好。\n三、丙\n一、早\n好。\n二、快\n好。\n四、丁\n好。",
                "一是修路，要一修到底；二是治水；三要植树。",
                "1.修渠\n好。\n2.打井\n好，联合村组3.植树\n好。\n4.补种\n好。",
                "（１）修渠\n好。\n（２）打井\n好。\n联村（３）植树，\n（４）补种\n好。",
                "一、安排\n（一）3月7日（一），报名。到现场办理。\n（二）3月8日、9日（二、三），参加考查。\n（三）3月10日（四），公示名单。公示五天。",
                "做到“六不准”：一是不准迟到；二是不准早退；三是不准脱岗；四 是不准推诿；五是不准敷衍。",
                "三、修渠\n好。\n四、打井\n好，推动乡村振兴五、植树\n六、补种\n好。",
            ],
        );
    }
}
