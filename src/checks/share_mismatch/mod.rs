//! `share-mismatch`

mod part;
mod sectors;

pub(super) use sectors::NAMES as SECTORS;

use super::{Context, Findings, Group, Rule};
use crate::model::Severity;

/// Finds a stated share that its part and whole cannot give: 总投资120亿元，其中工业投资48亿元，占50%; and
/// shares of the three sectors that do not sum to 100: 三次产业比例为34:35:41.
///
/// Why it matters: one of the numbers is wrong, and anyone can reckon it.
///
/// Each number may be off by half its last place, the share by one. The part must stand right behind
/// its whole (其中) and the share right behind the part, or all three in one clause (占全县1200户的25%);
/// a share of another whole (占全国的5%) is not measured. Sectors that sum to less than 80 or more than
/// 125 are no list of percents but a plain ratio.
///
/// Trips: 三次产业比例调整为10.2:45.3:46.5; 共有120个村，其中90个通客车，占80%
/// Does not: 三次产业比例达到34:35:31; 三次产业之比为1:3:4; 120个村，其中90个通客车，占75%
///
/// Source: arithmetic; 国民经济行业分类 (GB/T 4754—2017): the sectors 第一, 第二 and 第三产业 are the
/// whole.
pub(super) static RULE: Rule = Rule {
    id: "share-mismatch",
    group: Group::Figures,
    severity: Severity::Error,
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    sectors::check(context, findings);
    part::check(context, findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_sectors_that_are_no_whole() {
        trips(
            &RULE,
            &[
                "三次产业比例调整为⟦10.2:45.3:46.5⟧。",
                "三次产业结构由20:45:35优化为⟦15:45:45⟧。",
                "三次产业比重为⟦8.1：40.2：50.7⟧。",
                "三次产业比达到⟦12∶44∶54⟧。",
                "三次产业结构由⟦20:45:45⟧调整为15:45:40。",
                "一二三产比重为⟦9:40:41⟧。",
                "三次产业增加值之比为⟦7.5%:42.5%:52%⟧。",
                "三大产业结构为⟦10:30:50⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_wholes_ratios_and_times() {
        silent(
            &RULE,
            &[
                "三次产业比例达到34:35:31。",
                "三次产业比例为10.2:45.3:44.5。",
                "三次产业结构由20:45:35优化为15:45:40。",
                "三次产业之比为1:3:4。",
                "三次产业比例为33:33:33。",
                "三次产业会议10:30开始。",
                "城乡收入比为2.1:1。",
                "三次产业贡献率分别为10%、40%和50%。",
                "三次产业比例为8.13:41.26:50.62。",
            ],
        );
    }

    #[test]
    fn finds_shares_that_part_and_whole_cannot_give() {
        trips(
            &RULE,
            &[
                "完成投资⟦120亿元，其中工业投资48亿元，占50%⟧。",
                "全县有行政村⟦240个，其中已通客车180个，占85%⟧。",
                "现有党员⟦1200名，其中女党员300名，占党员总数的35%⟧。",
                "全镇共有⟦3600户，其中脱贫户540户，占比25%⟧。",
                "合作社带动农户900户，占⟦全乡3600户的35%⟧。",
                "财政支出⟦50亿元，其中民生支出40亿元，占比达到70%⟧。",
                "耕地面积⟦8.6万亩（其中水浇地4.3万亩，占60%）⟧。",
                "检查企业⟦80家，其中合格76家，合格率为90%⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_right_shares_and_other_wholes() {
        silent(
            &RULE,
            &[
                "完成投资120亿元，其中工业投资48亿元，占40%。",
                "全县有行政村240个，其中已通客车180个，占75%。",
                "财政支出50亿元，其中民生支出40.2亿元，占比超过80%。",
                "粮食产量120万吨，其中小麦40万吨，占全省的5%。",
                "完成投资120亿元，其中工业投资48亿元，同比增长50%。",
                "全镇共有3600户，其中脱贫户1200户，占33%。",
                "现有党员1200名，其中女党员300多名，占近三成。",
                "完成投资120亿元，工业投资48亿元，占比提高5个百分点。",
                "合作社带动农户900户，占全乡3600户的25%。",
                "企业120家，其中规上30家，占全市规上企业的12%。",
            ],
        );
    }
}
